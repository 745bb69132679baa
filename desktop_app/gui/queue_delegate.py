"""How an item of the queue looks: a ring that fills as it comes along, its name, and where it stands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.gui import icons
from desktop_app.gui.list_painting import paint_ground, paint_lines
from desktop_app.gui.queue_model import Role
from desktop_app.gui.theme import Space, Theme, TypeSize
from desktop_app.queue_items import ItemState, QueueItem

_Index = QModelIndex | QPersistentModelIndex
_RING = 16
#: How much of the ring is full.
_FULL = {ItemState.WAITING: 0.0, ItemState.READING: 0.12, ItemState.READ: 0.4, ItemState.SUMMARISING: 0.7}
_SIGNS = {
    ItemState.DONE: ("check", "accent"),
    ItemState.FAILED: ("error", "danger"),
    ItemState.CANCELLED: ("close", "muted"),
}


class QueueDelegate(QStyledItemDelegate):
    """Every row is as high as every other."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.opened: int | None = None  # the item that is shown in the window

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        name, small = self._theme.font(TypeSize.BODY), self._theme.font(TypeSize.SMALL)
        return QSize(0, QFontMetrics(name).lineSpacing() + QFontMetrics(small).lineSpacing() + 2 * Space.S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item = index.data(Role.ITEM)
        if not isinstance(item, QueueItem):
            return
        painter.save()
        colours = self._theme.colours
        paint_ground(painter, self._theme, option, open_=item.id == self.opened)
        rect, direction = option.rect.adjusted(Space.L, Space.S - 1, -Space.L, -Space.S), option.direction
        ring = QRectF(rect.left(), rect.top() + 2, _RING, _RING)
        if direction == Qt.LayoutDirection.RightToLeft:
            ring.moveRight(rect.right())
            rect.setRight(rect.right() - _RING - Space.S)
        else:
            rect.setLeft(rect.left() + _RING + Space.S)
        self._paint_sign(painter, ring, item.state)
        name, small = self._theme.font(TypeSize.BODY), self._theme.font(TypeSize.SMALL)
        ink = colours.muted if item.state in (ItemState.WAITING, ItemState.CANCELLED) else colours.text
        paint_lines(painter, rect, index.data(), name, ink, lines=1, direction=direction)
        below = rect.adjusted(0, QFontMetrics(name).lineSpacing(), 0, 0)
        ink = colours.danger if item.state is ItemState.FAILED else colours.muted
        paint_lines(painter, below, index.data(Role.STATE_WORDS), small, ink, lines=1, direction=direction)
        painter.restore()

    def _paint_sign(self, painter: QPainter, ring: QRectF, state: ItemState) -> None:
        colours = self._theme.colours
        if state in _SIGNS:
            name, colour = _SIGNS[state]
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(ring.topLeft(), icons.pixmap(name, getattr(colours, colour), _RING, ratio))
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = ring.adjusted(2, 2, -2, -2)
        painter.setPen(QPen(colours.outline, 1.5))
        painter.drawEllipse(inner)
        full = _FULL[state]
        if full:
            pen = QPen(colours.accent, 2.5)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(inner, 90 * 16, round(-full * 360 * 16))
        if state is ItemState.SUMMARISING:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            painter.drawEllipse(QPointF(inner.center()), 2, 2)
