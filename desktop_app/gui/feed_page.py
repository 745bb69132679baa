"""Shown for a feed: its articles, to choose which of them to digest."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.feed import Feed, FeedEntry
from desktop_app.gui import formatting, icons
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.theme import Space, Theme, TypeSize
from desktop_app.gui.widgets import TextButton, hairline, label
from desktop_app.sources.source import entry_source

_BOX = 18
_ENTRY = Qt.ItemDataRole.UserRole
_CHECKED = Qt.ItemDataRole.CheckStateRole
Index = QModelIndex | QPersistentModelIndex


class _EntryDelegate(QStyledItemDelegate):
    """An entry: a box to tick, the title, and under it the date and what the feed says of it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: FeedEntry = index.data(_ENTRY)
        lines = QFontMetrics(self._title_font()).height() + 2 * Space.M
        if _second_line(entry):
            lines += Space.XS + QFontMetrics(self._theme.font(TypeSize.SMALL)).height()
        return QSize(0, lines)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = self._theme.colours
        entry: FeedEntry = index.data(_ENTRY)
        state, area = option.state, option.rect
        painter.save()
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if state & QStyle.StateFlag.State_MouseOver or focused:
            painter.fillRect(area, colours.hover)
        if focused:
            painter.setPen(QPen(colours.accent, 1))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        leading = Qt.LayoutDirection.LeftToRight
        rtl = option.direction != leading
        inner = area.adjusted(Space.L, Space.M, -Space.L, -Space.M)
        box = QRect(inner.right() - _BOX + 1 if rtl else inner.left(), inner.top(), _BOX, _BOX)
        self._paint_box(painter, box, _is_ticked(index))
        gap = _BOX + Space.M
        text = inner.adjusted(0 if rtl else gap, 0, -gap if rtl else 0, 0)
        align = Qt.AlignmentFlag.AlignRight if _reads_leftwards(entry.title) else Qt.AlignmentFlag.AlignLeft
        flags = align | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        font = self._title_font()
        painter.setFont(font)
        painter.setPen(colours.text)
        painter.drawText(text, flags, _elided(entry.title, font, text.width()))
        if second := _second_line(entry):
            small = self._theme.font(TypeSize.SMALL)
            top = QFontMetrics(font).height() + Space.XS
            painter.setFont(small)
            painter.setPen(colours.muted)
            painter.drawText(text.adjusted(0, top, 0, 0), flags, _elided(second, small, text.width()))
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        # The whole row is the box.
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonRelease:
                checked = _is_ticked(index)
                state = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
                model.setData(model.index(index.row(), 0), state, _CHECKED)
            return event.type() != QEvent.Type.MouseButtonPress
        return super().editorEvent(event, model, option, index)

    def _title_font(self) -> QFont:
        return self._theme.font(TypeSize.SUMMARY)

    def _paint_box(self, painter: QPainter, box: QRect, checked: bool) -> None:
        colours = self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.accent if checked else colours.outline, 1))
        painter.setBrush(colours.accent if checked else colours.base)
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if checked:
            device = painter.device()
            scale = device.devicePixelRatio() if device is not None else 1.0
            picture = icons.pixmap("check", colours.on_accent, _BOX - 4, scale)
            painter.drawPixmap(box.left() + 2, box.top() + 2, picture)


class _EntryList(QListWidget):
    """The entries; Enter asks for the digests, Space ticks."""

    wished = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wished.emit()
            return
        super().keyPressEvent(event)


class FeedPage(QWidget):
    """A list to tick articles in; ``chosen`` brings them as sources, in the order of the feed."""

    chosen = Signal(object)  # tuple[UrlSource, ...]

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._feed: Feed | None = None
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = label("greeting", wraps=True)
        self._title.setFont(theme.font(TypeSize.TITLE, QFont.Weight.DemiBold))
        self._hint = label("muted", wraps=True)
        self.all = TextButton(theme, "quiet")
        self.digest = TextButton(theme, "primary", "summary")
        self.list = _EntryList()
        self.list.setProperty("role", "entries")
        self.list.setItemDelegate(_EntryDelegate(theme, self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self._lay_out()
        self.list.itemChanged.connect(self._count)
        self.list.wished.connect(self._choose)
        self.all.clicked.connect(self._tick_all)
        self.digest.clicked.connect(self._choose)
        theme.changed.connect(self.list.viewport().update)
        keep_worded(self, self._word)

    def show_feed(self, feed: Feed) -> None:
        """Fill the page; nothing is ticked yet."""
        self._feed = feed
        self.list.clear()
        for entry in feed.entries:
            item = QListWidgetItem(entry.title)
            item.setData(_ENTRY, entry)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._word()
        self.list.setFocus()

    @property
    def ticked(self) -> tuple[FeedEntry, ...]:
        """The entries that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(item.data(_ENTRY) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _choose(self) -> None:
        """Hand on what is ticked; Enter on a list without ticks means the article it stands on."""
        entries = self.ticked
        current = self.list.currentItem()
        if not entries and current is not None:
            entries = (current.data(_ENTRY),)
        if entries and self._feed is not None:
            self.chosen.emit(tuple(entry_source(self._feed, entry) for entry in entries))

    def _tick_all(self) -> None:
        every = len(self.ticked) == self.list.count()
        state = Qt.CheckState.Unchecked if every else Qt.CheckState.Checked
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        foot.addWidget(self.all)
        foot.addStretch()
        foot.addWidget(self.digest)
        head = QVBoxLayout()
        head.setContentsMargins(Space.L, Space.XL, Space.L, Space.M)
        head.setSpacing(Space.XS)
        head.addWidget(self._title)
        head.addWidget(self._hint)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline())
        column.addWidget(self.list, 1)
        column.addWidget(hairline())
        column.addLayout(foot)
        holder = QWidget()
        holder.setMaximumWidth(760)
        holder.setLayout(column)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(holder, 20)
        row.addStretch(1)

    def _count(self) -> None:
        number = len(self.ticked)
        self.digest.setEnabled(number > 0)
        self.digest.setText(self.tr("Digest %n article(s)", "", number) if number else self.tr("Digest"))
        every = number == self.list.count() > 0
        self.all.setText(self.tr("Untick all") if every else self.tr("Tick all"))

    def _word(self) -> None:
        feed = self._feed
        if feed is not None:
            self._title.setText(feed.title or feed.source)
            self._hint.setText(self.tr("A feed of %n article(s). Choose which to digest.", "", len(feed.entries)))
            self.setAccessibleName(self._title.text())
        self.list.setAccessibleName(self.tr("Articles of the feed"))
        self._count()
        self.list.viewport().update()


def _is_ticked(index: Index) -> bool:
    return Qt.CheckState(index.data(_CHECKED)) is Qt.CheckState.Checked


def _reads_leftwards(text: str) -> bool:
    strong = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"


def _second_line(entry: FeedEntry) -> str:
    return "  ·  ".join(filter(None, (formatting.date(entry.published) if entry.published else "", entry.lead or "")))


def _elided(text: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
