"""How lines of lists are painted: one way for the library and the queue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
)
from PySide6.QtGui import QTextOption as _Option
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop_app.article import Span
from desktop_app.gui.theme import RADIUS, Space, Theme

_Ranges = list[QTextLayout.FormatRange]


def paint_ground(painter: QPainter, theme: Theme, option: QStyleOptionViewItem, *, open_: bool) -> None:
    """The ground of a row: hovered, selected, focused; ``open_`` marks what is shown in the window."""
    colours = theme.colours
    state = option.state
    rect = QRectF(option.rect).adjusted(Space.XS, 1, -Space.XS, -1)
    selected = bool(state & QStyle.StateFlag.State_Selected)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if selected or open_ or state & QStyle.StateFlag.State_MouseOver:
        path = QPainterPath()
        path.addRoundedRect(rect, RADIUS, RADIUS)
        painter.fillPath(path, colours.accent_wash if selected or open_ else colours.hover)
    if open_:
        left = rect.left() if option.direction == Qt.LayoutDirection.LeftToRight else rect.right() - 3
        bar = QPainterPath()
        bar.addRoundedRect(QRectF(left, rect.top() + Space.S, 3, rect.height() - 2 * Space.S), 1.5, 1.5)
        painter.fillPath(bar, colours.accent)
    if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
        painter.setPen(QPen(colours.accent, 2))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS, RADIUS)


def paint_lines(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    ink: QColor,
    *,
    lines: int,
    direction: Qt.LayoutDirection,
    marks: Sequence[Span] = (),
    mark: tuple[QColor, QColor] | None = None,
) -> int:
    """Set ``text`` into at most ``lines`` lines of ``rect``, the last one cut with an ellipsis; ``marks`` are
    written in the second colour of ``mark`` on the first.

    Text runs in its own direction, and begins where lines begin in ``direction``. Returns the lines used.
    """
    text = " ".join(text.split()) if not marks else text.replace("\n", " ")
    metrics = QFontMetricsF(font)
    layout = QTextLayout(text, font)
    option = _Option()
    option.setWrapMode(_Option.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(text, marks, mark))
    layout.beginLayout()
    used, top = 0, 0.0
    cut = None
    while used < lines and (line := layout.createLine()).isValid():
        line.setLineWidth(rect.width())
        line.setPosition(QPointF(0, top))
        used += 1
        end = line.textStart() + line.textLength()
        if used == lines and end < len(text.encode("utf-16-le")) // 2:
            cut = line.textStart()
        top += metrics.lineSpacing()
    layout.endLayout()
    painter.setPen(ink)
    right = direction == Qt.LayoutDirection.RightToLeft
    for at in range(layout.lineCount()):
        line = layout.lineAt(at)
        y = rect.top() + at * metrics.lineSpacing()
        if cut is not None and at == lines - 1:
            rest = text.encode("utf-16-le")[2 * cut :].decode("utf-16-le", "ignore")
            before = len(text) - len(rest)
            inside = [Span(max(0, span.start - before), span.end - before) for span in marks if span.end > before]
            area = QRectF(rect.left(), y, rect.width(), metrics.height())
            _paint_cut(painter, area, rest, font, inside, mark, right=right)
        else:
            x = rect.right() + 1 - line.naturalTextWidth() - line.x() if right else rect.left() - _indent(line)
            line.draw(painter, QPointF(x, rect.top()))
    return used


def _indent(line: QTextLine) -> float:
    return line.naturalTextRect().left() - line.x()


def _paint_cut(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    marks: Sequence[Span],
    mark: tuple[QColor, QColor] | None,
    *,
    right: bool,
) -> None:
    """One line of ``text`` with an ellipsis where it ends."""
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    layout = QTextLayout(shown, font)
    kept = len(shown) - 1
    layout.setFormats(
        _formats(shown, [Span(span.start, min(span.end, kept)) for span in marks if span.start < kept], mark)
    )
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(rect.width())
    layout.endLayout()
    x = rect.right() - line.naturalTextWidth() if right else rect.left() - _indent(line)
    line.draw(painter, QPointF(x, rect.top()))


def _formats(text: str, marks: Sequence[Span], mark: tuple[QColor, QColor] | None) -> _Ranges:
    found: _Ranges = []
    for span in marks:
        made = QTextLayout.FormatRange()
        # Qt counts UTF-16 code units.
        made.start = len(text[: span.start].encode("utf-16-le")) // 2
        made.length = len(text[span.start : span.end].encode("utf-16-le")) // 2
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.DemiBold)
        if mark is not None:
            style.setBackground(mark[0])
            style.setForeground(mark[1])
        made.format = style
        found.append(made)
    return found
