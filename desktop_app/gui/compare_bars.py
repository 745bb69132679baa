"""A small bar chart of figures that share noun and unit."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui import figure_words
from desktop_app.gui.figure_groups import Comparison, Entry
from desktop_app.gui.theme import Space, Theme, TypeSize

_BAR: Final = 8
#: Share of the width that labels beside bars may take; longer ones go above their bars.
_LABEL_SHARE: Final = 0.4


class CompareBars(QWidget):
    """Labels left of the bars or above them, bars from a common zero, values at their ends.

    A click on a row goes to its figure. The same figures are reachable by keyboard as cards, so the chart itself
    takes no focus.
    """

    chosen = Signal(object)  # Entry

    def __init__(self, theme: Theme, comparison: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.comparison = comparison
        self._hovered = -1
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)
        self.word()

    def word(self) -> None:
        """Say everything again in the language of the interface."""
        rows = "; ".join(figure_words.line_text(entry) for entry in self.comparison.entries)
        self.setAccessibleName(self.tr("Comparison: {rows}").format(rows=rows))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._row(width) * len(self.comparison.entries) + Space.S)

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 40)

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
        values = QFontMetricsF(self._value_font())
        value_room = max(values.horizontalAdvance(text) for text in self._values())
        label_room = 0.0 if self._stacked(self.width()) else self._widest_label() + Space.S
        bar_room = max(24.0, self.width() - 2 * Space.M - label_room - value_room - Space.S)
        largest = max(entry.figure.value for entry in self.comparison.entries)
        row = self._row(self.width())
        for at, entry in enumerate(self.comparison.entries):
            length = max(2.0, bar_room * entry.figure.value / largest)
            self._paint_row(painter, Space.XS + at * row, entry, label_room, length, hovered=at == self._hovered)

    def _paint_row(
        self, painter: QPainter, top: float, entry: Entry, label_room: float, length: float, *, hovered: bool
    ) -> None:
        colours = self._theme.colours
        labels = QFontMetricsF(self._theme.font(TypeSize.SMALL))
        room = label_room - Space.S if label_room else self.width() - 2.0 * Space.M
        middle = top + self._row(self.width()) / 2 if label_room else top + labels.height() + Space.S
        painter.setFont(self._theme.font(TypeSize.SMALL))
        painter.setPen(colours.text if hovered else colours.muted)
        label = labels.elidedText(entry.figure.label, Qt.TextElideMode.ElideRight, room)
        baseline = middle + labels.ascent() / 2 - 1 if label_room else top + labels.ascent()
        painter.drawText(QPointF(self._left(Space.M, labels.horizontalAdvance(label)), baseline), label)
        start = Space.M + label_room
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent_strong if hovered else colours.accent)
        painter.drawRoundedRect(QRectF(self._left(start, length), middle - _BAR / 2, length, _BAR), 2, 2)
        painter.setFont(self._value_font())
        painter.setPen(colours.text)
        values = QFontMetricsF(self._value_font())
        text = figure_words.value_text(entry.figure)
        x = self._left(start + length + Space.S, values.horizontalAdvance(text))
        painter.drawText(QPointF(x, middle + values.ascent() / 2 - 1), text)

    def _value_font(self) -> QFont:
        return self._theme.font(TypeSize.SMALL, QFont.Weight.DemiBold, tabular=True)

    def _values(self) -> list[str]:
        return [figure_words.value_text(entry.figure) for entry in self.comparison.entries]

    def _widest_label(self) -> float:
        metrics = QFontMetricsF(self._theme.font(TypeSize.SMALL))
        return max(metrics.horizontalAdvance(entry.figure.label) for entry in self.comparison.entries)

    def _stacked(self, width: int) -> bool:
        return self._widest_label() > (width - 2 * Space.M) * _LABEL_SHARE

    def _row(self, width: int) -> float:
        line = QFontMetricsF(self._theme.font(TypeSize.SMALL)).height()
        return line + 2 * Space.S + Space.S if self._stacked(width) else line + Space.M

    def _left(self, start: float, width: float) -> float:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return self.width() - start - width
        return start

    def _row_at(self, position: QPointF) -> int:
        row = int((position.y() - Space.XS) // self._row(self.width()))
        return row if 0 <= row < len(self.comparison.entries) else -1
