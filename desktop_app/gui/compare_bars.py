"""A small bar chart of figures that share unit and noun."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui import figure_words
from desktop_app.gui.figure_groups import Comparison
from desktop_app.gui.theme import Space, Theme, TypeSize

_BAR = 8
_ROW = 28


class CompareBars(QWidget):
    """Labels left, bars from a common zero, values at their ends; a click on a row goes to its figure.

    The same figures are reachable by keyboard as cards, so the chart itself takes no focus.
    """

    chosen = Signal(object)  # Entry

    def __init__(self, theme: Theme, comparison: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.comparison = comparison
        self._hovered = -1
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.word()

    def word(self) -> None:
        """Say everything again in the language of the interface."""
        rows = "; ".join(figure_words.line_text(entry) for entry in self.comparison.entries)
        self.setAccessibleName(self.tr("Comparison: {rows}").format(rows=rows))

    def sizeHint(self) -> QSize:
        return QSize(220, _ROW * len(self.comparison.entries) + Space.S)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        if row != self._hovered:
            self._hovered = row
            self.update()

    def leaveEvent(self, event: object) -> None:
        self._hovered = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self.chosen.emit(self.comparison.entries[row])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        label_font = self._theme.font(TypeSize.SMALL)
        value_font = self._theme.font(TypeSize.SMALL, QFont.Weight.DemiBold, tabular=True)
        labels, values = QFontMetricsF(label_font), QFontMetricsF(value_font)
        texts = [figure_words.value_text(entry.figure) for entry in self.comparison.entries]
        room = self.width() - 2 * Space.M
        value_room = max(values.horizontalAdvance(text) for text in texts)
        label_room = min(
            room * 0.42, max(labels.horizontalAdvance(entry.figure.label) for entry in self.comparison.entries)
        )
        bar_room = max(24.0, room - label_room - value_room - 2 * Space.S)
        largest = max(entry.figure.value for entry in self.comparison.entries)
        for row, (entry, text) in enumerate(zip(self.comparison.entries, texts, strict=True)):
            middle = Space.XS + row * _ROW + _ROW / 2
            baseline = middle + labels.ascent() / 2 - 1
            painter.setFont(label_font)
            painter.setPen(colours.text if row == self._hovered else colours.muted)
            label = labels.elidedText(entry.figure.label, Qt.TextElideMode.ElideRight, label_room)
            painter.drawText(QPointF(self._left(Space.M, labels.horizontalAdvance(label)), baseline), label)
            length = max(2.0, bar_room * entry.figure.value / largest)
            start = Space.M + label_room + Space.S
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent_strong if row == self._hovered else colours.accent)
            painter.drawRoundedRect(QRectF(self._left(start, length), middle - _BAR / 2, length, _BAR), 2, 2)
            painter.setFont(value_font)
            painter.setPen(colours.text)
            x = self._left(start + length + Space.S, values.horizontalAdvance(text))
            painter.drawText(QPointF(x, baseline), text)

    def _left(self, start: float, width: float) -> float:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return self.width() - start - width
        return start

    def _row_at(self, position: QPointF) -> int:
        row = int((position.y() - Space.XS) // _ROW)
        return row if 0 <= row < len(self.comparison.entries) else -1
