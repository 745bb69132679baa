"""A check box that looks like a switch: what it does takes effect at once."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from desktop_app.gui.theme import Theme

_WIDTH: Final = 40
_HEIGHT: Final = 22
#: Air around it for the ring of the focus.
_RING: Final = 3


class Switch(QCheckBox):
    """On when its knob is at the end of the line; the knob carries a tick then, so that colour is not needed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH + 2 * _RING, _HEIGHT + 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        on, able = self.isChecked(), self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(_RING, _RING, _WIDTH, _HEIGHT)
        ink = (colours.accent if able else colours.outline) if on else colours.base
        painter.setPen(QPen(ink if on else colours.outline, 1))
        painter.setBrush(ink)
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), _HEIGHT / 2, _HEIGHT / 2)
        at_end = on != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        side = _HEIGHT - 8
        knob = QRectF(track.right() - side - 4 if at_end else track.left() + 4, track.top() + 4, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.on_accent if on else colours.outline)
        painter.drawEllipse(knob)
        if on:
            painter.setPen(QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            middle = knob.center()
            corner = QPoint(round(middle.x() - 1), round(middle.y() + 3))
            painter.drawLine(corner, corner + QPoint(-3, -3))
            painter.drawLine(corner, corner + QPoint(4, -6))
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(around, around.height() / 2, around.height() / 2)
