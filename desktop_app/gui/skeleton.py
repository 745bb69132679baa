"""Quiet bars where text is about to come, so that nothing jumps when it does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.theme import Theme


class Skeleton(QWidget):
    """Bars at the places of lines: each a (height, relative width, gap below) in pixels and shares of the width."""

    def __init__(
        self, theme: Theme, bars: tuple[tuple[int, float, int], ...], measure: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars = bars
        self._measure = measure
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(120, sum(height + gap for height, _, gap in self._bars))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colours.skeleton)
        width = min(self.width(), self._measure) if self._measure else self.width()
        left = (self.width() - width) / 2
        top = 0.0
        for height, share, gap in self._bars:
            x = left if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else left + width * (1 - share)
            painter.drawRoundedRect(QRectF(x, top, width * share, height), 4, 4)
            top += height + gap
