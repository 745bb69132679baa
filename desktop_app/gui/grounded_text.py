"""The summary's words with what the check found of them: underlines, and ways to the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QToolTip, QWidget

from desktop_app.article import Article, Outcome, Span, Summary
from desktop_app.choices import Length, Style
from desktop_app.grounding.report import Claim, Grounding, Sentence
from desktop_app.gui import claim_words, evidence
from desktop_app.gui.evidence import Evidence
from desktop_app.gui.summary_text import SummaryText
from desktop_app.gui.theme import Space, Theme

_BAR = 3
#: Pixels: from crest to crest, from middle to crest, and across the pen.
_WAVE_LENGTH, _WAVE_HEIGHT, _WAVE_PEN = 6.0, 1.5, 1.3
_QUOTE_INDENT = Space.L
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
#: Selecting without a text cursor, from the current claim on.
_SELECT = {
    QKeySequence.StandardKey.SelectNextChar: QTextCursor.MoveOperation.Right,
    QKeySequence.StandardKey.SelectPreviousChar: QTextCursor.MoveOperation.Left,
    QKeySequence.StandardKey.SelectNextWord: QTextCursor.MoveOperation.WordRight,
    QKeySequence.StandardKey.SelectPreviousWord: QTextCursor.MoveOperation.WordLeft,
    QKeySequence.StandardKey.SelectNextLine: QTextCursor.MoveOperation.Down,
    QKeySequence.StandardKey.SelectPreviousLine: QTextCursor.MoveOperation.Up,
    QKeySequence.StandardKey.SelectStartOfLine: QTextCursor.MoveOperation.StartOfLine,
    QKeySequence.StandardKey.SelectEndOfLine: QTextCursor.MoveOperation.EndOfLine,
}
_BY_MOUSE_AND_KEYS = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_FOLLOW = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the shown text (document positions) that leads to the article: a claim, or a whole sentence."""

    start: int
    end: int
    sentence: Sentence
    claim: Claim | None = None

    @property
    def evidence(self) -> Evidence:
        """What to mark in the article."""
        if self.claim is None:
            return evidence.of_sentence(self.sentence)
        return evidence.of_claim(self.claim, self.sentence)

    @property
    def flagged(self) -> bool:
        """Whether the article does not carry it."""
        return self.claim is not None and not self.claim.supported


class GroundedText(SummaryText):
    """A summary in which the reader can go from claim to claim and from each to its place in the article.

    Arrow keys go from claim to claim (a sentence without one counts as one), Enter follows; so does a click. A summary
    that was not checked behaves as plain text.
    """

    evidence_wished = Signal(object)  # Evidence
    went_to = Signal(QRectF)  # where in this widget, after a key

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._article: Article | None = None
        self._sentences: tuple[Mark, ...] = ()
        self._claims: tuple[Mark, ...] = ()
        self._stops: tuple[Mark, ...] = ()
        self._current: Mark | None = None
        self._pressed: QPoint | None = None
        self._quoted = False
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self._draw_marks)

    @property
    def stops(self) -> tuple[Mark, ...]:
        """What arrow keys go to, in the order of the text."""
        return self._stops

    @property
    def current(self) -> Mark | None:
        """Where the keys have gone."""
        return self._current

    @property
    def quoted(self) -> bool:
        """Whether the text is shown as a quotation."""
        return self._quoted

    def begin(self, length: Length, lang: str, style: Style = Style.PARAGRAPH) -> None:
        self._forget()
        super().begin(length, lang, style)

    def show_findings(self, summary: Summary, article: Article | None) -> None:
        """Mark what the check of ``summary``, which is shown already, found in ``article``."""
        self._forget()
        self._article = article
        self._set_quoted(summary.outcome is Outcome.QUOTED)
        if summary.grounding is not None and article is not None:
            self._take(summary.text, summary.grounding)
        if self._stops:  # where arrow keys go from claim to claim, a text cursor would only stand about
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._draw_marks()

    def words_about(self, mark: Mark) -> str:
        """What was found of ``mark``, in the language of the interface."""
        if mark.claim is None or self._article is None:
            return self.tr("Show what this rests on")
        return claim_words.claim_text(mark.claim, self._article)

    def mark_at(self, point: QPoint) -> Mark | None:
        """The narrowest claim at ``point`` of the viewport, or the sentence."""
        spot = QPointF(point)
        hit = [mark for mark in self._claims if any(rect.contains(spot) for rect in self.rects(mark))]
        if hit:
            return min(hit, key=lambda mark: (mark.end - mark.start, not mark.flagged))
        return next((mark for mark in self._sentences if any(r.contains(spot) for r in self.rects(mark))), None)

    def rects(self, mark: Mark) -> list[QRectF]:
        """Where ``mark`` stands in the viewport, one rectangle for each line."""
        found = []
        block = self.document().findBlock(mark.start)
        while block.isValid() and block.position() < mark.end:
            found += self._rects_in(block, mark)
            block = block.next()
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._stops and plain and key in _STEPS:
            step = _STEPS[key]
            sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            self._step(-step if sideways and self._runs_right_to_left() else step)
        elif self._current is not None and plain and key in _FOLLOW:
            self.evidence_wished.emit(self._current.evidence)
        elif self._stops and (move := next((way for keys, way in _SELECT.items() if event.matches(keys)), None)):
            cursor = self.textCursor()
            cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._stops and event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._go_to(self._current or self._stops[0])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        here = event.position().toPoint()
        if (here - pressed).manhattanLength() >= QApplication.startDragDistance():
            return
        mark = self.mark_at(here)
        if mark is not None:
            self._current = mark if mark in self._stops else None
            self.viewport().update()
            self.evidence_wished.emit(mark.evidence)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        mark = self.mark_at(event.position().toPoint())
        over_claim = mark is not None and mark.claim is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over_claim else Qt.CursorShape.IBeamCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self.mark_at(event.pos())
            if mark is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.words_about(mark), self.viewport())
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._quoted:
            left = self.viewport().width() - _BAR if self._runs_right_to_left() else 0
            painter.fillRect(left, 0, _BAR, self.viewport().height(), self._theme.colours.outline)
        painter.setPen(QPen(self._theme.colours.amber, _WAVE_PEN))
        for mark in self._claims:
            if mark.flagged:
                for rect in self.rects(mark):
                    painter.drawPath(_wave(rect))
        if self._current is not None and self.hasFocus():
            painter.setPen(QPen(self._theme.colours.accent, 2))
            shown = QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1)
            for rect in self.rects(self._current):
                painter.drawRoundedRect(rect.adjusted(-2, 2, 2, 3).intersected(shown), 3, 3)

    def _take(self, text: str, grounding: Grounding) -> None:
        sentences, claims, stops = [], [], []
        for sentence in grounding.sentences:
            whole = Mark(*_positions(text, sentence.span), sentence)
            inside = [Mark(*_positions(text, claim.span), sentence, claim) for claim in sentence.claims]
            inside.sort(key=lambda mark: (mark.start, mark.end))
            claims += inside
            if sentence.sources:
                sentences.append(whole)
            stops += inside or ([whole] if sentence.sources else [])
        self._sentences, self._claims, self._stops = tuple(sentences), tuple(claims), tuple(stops)

    def _forget(self) -> None:
        self._article, self._current = None, None
        self._sentences = self._claims = self._stops = ()
        self.setExtraSelections([])
        self.setTextInteractionFlags(_BY_MOUSE_AND_KEYS)
        self.setAccessibleDescription("")
        self._set_quoted(False)

    def _set_quoted(self, quoted: bool) -> None:
        self._quoted = quoted
        frame = self.document().rootFrame()
        layout = frame.frameFormat()
        indent = _QUOTE_INDENT if quoted else 0
        rtl = self._runs_right_to_left()
        layout.setLeftMargin(0 if rtl else indent)
        layout.setRightMargin(indent if rtl else 0)
        if layout != frame.frameFormat():
            frame.setFrameFormat(layout)
        self.viewport().update()

    def _draw_marks(self) -> None:
        """Underline what was found. Selections leave the text as it is, so nothing moves."""
        selections = []
        for mark in self._claims:
            if mark.flagged:
                continue  # painted: Qt's own wave is too flat to tell from dots
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            look.setUnderlineColor(self._theme.colours.accent)
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor_over(mark)
            selection.format = look
            selections.append(selection)
        self.setExtraSelections(selections)

    def _cursor_over(self, mark: Mark) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _step(self, by: int) -> None:
        if self._current in self._stops:
            at = self._stops.index(self._current) + by
        else:
            at = 0 if by > 0 else len(self._stops) - 1
        self._go_to(self._stops[max(0, min(at, len(self._stops) - 1))])

    def _go_to(self, mark: Mark) -> None:
        self._current = mark
        words = self.words_about(mark)
        cursor = self._cursor_over(mark)
        self.setAccessibleDescription(f"{cursor.selectedText()}: {words}")
        self.viewport().update()
        cursor.setPosition(mark.start)  # where selecting with the keys begins
        self.setTextCursor(cursor)
        rects = self.rects(mark)
        if rects:
            self.went_to.emit(rects[0].united(rects[-1]))
            below = rects[-1].bottomLeft().toPoint()
            QToolTip.showText(self.viewport().mapToGlobal(below), words, self.viewport())

    def _rects_in(self, block: QTextBlock, mark: Mark) -> list[QRectF]:
        layout = block.layout()
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        start, end = mark.start - block.position(), min(mark.end - block.position(), block.length() - 1)
        found = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if last < end:
                last -= self.document().characterAt(block.position() + last - 1).isspace()  # where the line breaks
            if first < last:
                left, right = sorted((_x_of(line, first), _x_of(line, last)))
                found.append(QRectF(left, line.y(), right - left, line.height()).translated(corner))
        return found

    def _runs_right_to_left(self) -> bool:
        return self.document().defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft


def _wave(rect: QRectF) -> QPainterPath:
    """A wavy line at the foot of ``rect``."""
    foot = rect.bottom() - _WAVE_HEIGHT
    path = QPainterPath(QPointF(rect.left(), foot))
    x, side = rect.left(), -1
    while x + _WAVE_LENGTH / 2 <= rect.right() + 1:
        path.quadTo(x + _WAVE_LENGTH / 4, foot + side * 2 * _WAVE_HEIGHT, x + _WAVE_LENGTH / 2, foot)
        x, side = x + _WAVE_LENGTH / 2, -side
    return path


def _positions(text: str, span: Span) -> tuple[int, int]:
    """Document positions of ``span``: Qt counts UTF-16 units, the report code points."""
    start = len(text[: span.start].encode("utf-16-le", "surrogatepass")) // 2
    return start, start + len(text[span.start : span.end].encode("utf-16-le", "surrogatepass")) // 2


def _x_of(line: QTextLine, position: int) -> float:
    edge: Any = line.cursorToX(position)  # with the position that was meant, in a tuple
    return float(edge[0] if isinstance(edge, tuple) else edge)
