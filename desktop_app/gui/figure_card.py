"""One key figure: its value set large, what it is about, and how it moves."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.gui import figure_words
from desktop_app.gui.figure_groups import Entry
from desktop_app.gui.theme import RADIUS, Space, Theme, TypeSize

_LABEL_LINES: Final = 3
_VALUE_LEADING: Final = 1.4
_LEAST_VALUE_PIXELS: Final = 13
_TRIANGLE: Final = 8.0
#: The mark of what the summary states.
_MARK: Final = 11.0
_MARK_STEP: Final = 4.0
_MARK_PEN: Final = 1.6
_WALKING: Final = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}
)


class FigureCard(QAbstractButton):
    """A figure that goes to its sentence when clicked; ``looked_at`` asks for the sentence to be shown nearby."""

    looked_at = Signal(object, bool)  # self, at once
    looked_away = Signal()
    walked = Signal(object, int)  # self, Qt.Key

    def __init__(self, theme: Theme, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._theme = theme
        self._by_keyboard = False
        self._label_layout: tuple[int, list[str]] | None = None
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)
        self.word()

    def word(self) -> None:
        """Say everything again in the language of the interface."""
        count = len(self.entry.places)
        places = self.tr("in %n place(s)", "", count) if count > 1 else ""
        self.setAccessibleName(figure_words.spoken(self.entry, places))
        self.setAccessibleDescription(self.entry.figure.context)
        self.updateGeometry()
        self.update()

    def tell(self, entry: Entry) -> None:
        """Show ``entry`` of the same figure: whether the summary states it may be known by now. Nothing moves."""
        if entry != self.entry:
            self.entry = entry
            self.word()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        body = QFontMetricsF(self._theme.font(TypeSize.BODY))
        height = Space.S + self._value_row()
        if not self._quiet_fits_beside(width):
            height += QFontMetricsF(self._theme.font(TypeSize.SMALL)).height() + 2
        height += len(self._label_lines(width)) * body.lineSpacing()
        if self.entry.figure.conflicts_with:
            height += QFontMetricsF(self._theme.font(TypeSize.SMALL)).height() + 2
        return round(height + Space.M)

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 40)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        if event.key() in _WALKING:
            self.walked.emit(self, event.key())  # the view knows the neighbours, buttons only guess them
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.looked_at.emit(self, False)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.looked_away.emit()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A ring and the sentence are for those who walk with keys; who clicks sees what was clicked.
        self._by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        if self._by_keyboard:
            self.looked_at.emit(self, True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.looked_away.emit()
        super().focusOutEvent(event)

    def nextCheckState(self) -> None:
        """Which card is chosen is up to the view."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        self._paint_ground(painter)
        colours = self._theme.colours
        width = self._inner_width(self.width())
        value_font = self._fitted_value_font(width)
        row = self._value_row()
        metrics = QFontMetricsF(value_font)
        top = float(Space.S)
        full = QFontMetricsF(self._value_font(TypeSize.VALUE))
        baseline = top + (row - full.height()) / 2 + full.ascent()
        painter.setFont(value_font)
        painter.setPen(colours.text)
        value = metrics.elidedText(figure_words.value_text(self.entry.figure), Qt.TextElideMode.ElideRight, width)
        value_width = metrics.horizontalAdvance(value)
        self._text(painter, Space.M, baseline, value_width, value)
        top += row
        if self._quiet_fits_beside(self.width()):
            self._paint_quiet(painter, Space.M + value_width + Space.S, baseline)
        else:
            small = QFontMetricsF(self._theme.font(TypeSize.SMALL))
            self._paint_quiet(painter, Space.M, top + small.ascent())
            top += small.height() + 2
        body_font = self._theme.font(TypeSize.BODY)
        body = QFontMetricsF(body_font)
        painter.setFont(body_font)
        painter.setPen(colours.muted)
        for line in self._label_lines(self.width()):
            self._text(painter, Space.M, top + body.ascent(), body.horizontalAdvance(line), line)
            top += body.lineSpacing()
        if self.entry.figure.conflicts_with:
            self._paint_conflict(painter, top + 2)
        if self.entry.figure.in_summary:
            free = self._mark_fits_beside(value_width, width)
            self._paint_in_summary(painter, baseline if free else self.height() - float(Space.XS))

    def _paint_ground(self, painter: QPainter) -> None:
        colours = self._theme.colours
        ground: QColor | None = None
        if self.isChecked():
            ground = colours.accent_wash
        elif self.underMouse() or self.isDown():
            ground = colours.hover
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if self.isChecked():
            x = area.left() if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else area.right() - 3
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            painter.drawRoundedRect(QRectF(x, area.top() + 8, 3, area.height() - 16), 1.5, 1.5)
        if self.hasFocus() and self._by_keyboard:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.accent, 2))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _paint_quiet(self, painter: QPainter, start: float, baseline: float) -> None:
        """The movement with its arrow, the bound, and the number of places."""
        figure = self.entry.figure
        font = self._theme.font(TypeSize.SMALL)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._theme.colours.muted)
        if figure.change is not None:
            left = self._left(start, _TRIANGLE)
            low, high = baseline, baseline - _TRIANGLE + 1
            if figure.change.direction != "up":
                low, high = high, low
            points = (QPointF(left, low), QPointF(left + _TRIANGLE, low), QPointF(left + _TRIANGLE / 2, high))
            painter.setBrush(self._theme.colours.muted)
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPolygon(QPolygonF(points))
            painter.restore()
            start += _TRIANGLE + Space.XS
        text = self._quiet_text()
        self._text(painter, start, baseline, metrics.horizontalAdvance(text), text)

    def _paint_in_summary(self, painter: QPainter, baseline: float) -> None:
        """Three short lines of text, at the far end of the value's row or else in the corner: the summary states this.

        It takes room that is free anyway, so that nothing moves when it comes.
        """
        painter.save()
        painter.setPen(QPen(self._theme.colours.accent, _MARK_PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        start = self.width() - Space.M - _MARK
        for line, length in enumerate((_MARK, _MARK, _MARK * 0.6)):
            y = baseline - 1 - (2 - line) * _MARK_STEP
            left = self._left(start, length)
            painter.drawLine(QPointF(left, y), QPointF(left + length, y))
        painter.restore()

    def _paint_conflict(self, painter: QPainter, top: float) -> None:
        font = self._theme.font(TypeSize.SMALL)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._theme.colours.amber)
        room = self._inner_width(self.width())
        text = metrics.elidedText("! " + figure_words.conflict_text(), Qt.TextElideMode.ElideRight, room)
        self._text(painter, Space.M, top + metrics.ascent(), metrics.horizontalAdvance(text), text)

    def _text(self, painter: QPainter, start: float, baseline: float, width: float, text: str) -> None:
        painter.drawText(QPointF(self._left(start, width), baseline), text)

    def _left(self, start: float, width: float) -> float:
        """The left edge of something ``start`` pixels from the side where reading begins."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return self.width() - start - width
        return start

    def _quiet_text(self) -> str:
        figure = self.entry.figure
        parts = (
            figure_words.age_text(figure),
            figure_words.change_text(figure),
            figure_words.bound_text(figure),
            figure_words.places_text(self.entry),
        )
        return " · ".join(part for part in parts if part)

    def _quiet_fits_beside(self, width: int) -> bool:
        text = self._quiet_text()
        if not text:
            return True
        needed = QFontMetricsF(self._theme.font(TypeSize.SMALL)).horizontalAdvance(text)
        needed += _TRIANGLE + Space.XS if self.entry.figure.change is not None else 0
        value = QFontMetricsF(self._value_font(TypeSize.VALUE)).horizontalAdvance(
            figure_words.value_text(self.entry.figure)
        )
        return value + Space.S + needed <= self._inner_width(width)

    def _mark_fits_beside(self, value: float, room: float) -> bool:
        """Whether the mark has room behind the value and what stands beside it."""
        taken = value
        if self._quiet_fits_beside(self.width()) and (quiet := self._quiet_text()):
            taken += Space.S + QFontMetricsF(self._theme.font(TypeSize.SMALL)).horizontalAdvance(quiet)
            taken += _TRIANGLE + Space.XS if self.entry.figure.change is not None else 0
        return taken + Space.S + _MARK <= room

    def _value_row(self) -> float:
        """Height of the value's line, the same in fonts that are set tight."""
        return self._theme.px(TypeSize.VALUE) * _VALUE_LEADING

    def _value_font(self, size: TypeSize) -> QFont:
        return self._theme.font(size, QFont.Weight.DemiBold, tabular=True)

    def _fitted_value_font(self, width: float) -> QFont:
        """The value's font, smaller where the value would not fit."""
        font = self._value_font(TypeSize.VALUE)
        needed = QFontMetricsF(font).horizontalAdvance(figure_words.value_text(self.entry.figure))
        if needed > width:
            font.setPixelSize(max(_LEAST_VALUE_PIXELS, int(font.pixelSize() * width / needed)))
        return font

    @staticmethod
    def _inner_width(width: int) -> float:
        return float(max(40, width - 2 * Space.M))

    def _label_lines(self, width: int) -> list[str]:
        """The label broken into at most three lines, the last one cut short if need be."""
        if self._label_layout is not None and self._label_layout[0] == width:
            return self._label_layout[1]
        font = self._theme.font(TypeSize.BODY)
        text = self.entry.figure.label
        room = self._inner_width(width)
        lines: list[str] = []
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        # Qt counts UTF-16 units.
        units = text.encode("utf-16-le")
        while len(lines) < _LABEL_LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            start = line.textStart()
            end = start + line.textLength()
            if len(lines) == _LABEL_LINES - 1:
                rest = units[2 * start :].decode("utf-16-le")
                lines.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, room))
            else:
                lines.append(units[2 * start : 2 * end].decode("utf-16-le").rstrip())
        layout.endLayout()
        self._label_layout = (width, lines)
        return lines
