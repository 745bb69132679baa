"""Shown for a feed: its articles, to choose which of them to digest."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from desktop_app.feed import Feed, FeedEntry
from desktop_app.gui import formatting
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.theme import Space, Theme, TypeSize
from desktop_app.gui.tick_delegate import TickDelegate, tickable
from desktop_app.gui.widgets import TextButton, hairline, label
from desktop_app.sources.source import entry_source

_ENTRY = Qt.ItemDataRole.UserRole


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
        TickDelegate(theme, lambda entry: (entry.title, _second_line(entry)), self.list)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self._lay_out()
        self.list.itemChanged.connect(self._count)
        self.list.wished.connect(self._choose)
        self.all.clicked.connect(self._tick_all)
        self.digest.clicked.connect(self._choose)
        keep_worded(self, self._word)

    def show_feed(self, feed: Feed) -> None:
        """Fill the page; nothing is ticked yet."""
        self._feed = feed
        self.list.clear()
        for entry in feed.entries:
            self.list.addItem(tickable(entry.title, entry))
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


def _second_line(entry: FeedEntry) -> str:
    return "  ·  ".join(filter(None, (formatting.date(entry.published) if entry.published else "", entry.lead or "")))
