"""Rows to tick: a box, a title, and under it a quiet line; the whole row is the box."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.gui import icons
from desktop_app.gui.theme import RADIUS, Space, Theme, TypeSize

_BOX = 18
_ENTRY = Qt.ItemDataRole.UserRole
_CHECKED = Qt.ItemDataRole.CheckStateRole
Index = QModelIndex | QPersistentModelIndex


class TickDelegate(QStyledItemDelegate):
    """Paints the rows of ``view``; ``words`` gives title and quiet line of an item's data."""

    def __init__(self, theme: Theme, words: Callable[[Any], tuple[str, str]], view: QListWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._words = words
        view.setItemDelegate(self)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(view.viewport().update)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = QFontMetrics(self._title_font()).height() + 2 * Space.M
        if self._words(index.data(_ENTRY))[1]:
            lines += Space.XS + QFontMetrics(self._theme.font(TypeSize.SMALL)).height()
        return QSize(0, lines)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = self._theme.colours
        title, second = self._words(index.data(_ENTRY))
        state, area = option.state, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if state & QStyle.StateFlag.State_MouseOver or focused:
            painter.setPen(QPen(colours.accent, 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(colours.hover)
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), RADIUS, RADIUS)
        rtl = option.direction != Qt.LayoutDirection.LeftToRight
        inner = area.adjusted(Space.L, Space.M, -Space.L, -Space.M)
        box = QRect(inner.right() - _BOX + 1 if rtl else inner.left(), inner.top(), _BOX, _BOX)
        self._paint_box(painter, box, _is_ticked(index))
        gap = _BOX + Space.M
        text = inner.adjusted(0 if rtl else gap, 0, -gap if rtl else 0, 0)
        align = Qt.AlignmentFlag.AlignRight if _reads_leftwards(title) else Qt.AlignmentFlag.AlignLeft
        flags = align | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        font = self._title_font()
        painter.setFont(font)
        painter.setPen(colours.text)
        painter.drawText(text, flags, _elided(title, font, text.width()))
        if second:
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
        painter.setPen(QPen(colours.accent if checked else colours.outline, 1))
        painter.setBrush(colours.accent if checked else colours.base)
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if checked:
            device = painter.device()
            scale = device.devicePixelRatio() if device is not None else 1.0
            picture = icons.pixmap("check", colours.on_accent, _BOX - 4, scale)
            painter.drawPixmap(box.left() + 2, box.top() + 2, picture)


def tickable(title: str, entry: object, *, ticked: bool = False) -> QListWidgetItem:
    """A row for ``entry``."""
    item = QListWidgetItem(title)
    item.setToolTip(title)
    item.setData(_ENTRY, entry)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    return item


def _is_ticked(index: Index) -> bool:
    return Qt.CheckState(index.data(_CHECKED)) is Qt.CheckState.Checked


def _reads_leftwards(text: str) -> bool:
    strong = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"


def _elided(text: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
