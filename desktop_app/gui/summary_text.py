"""The summary's words: they stream in without anything around them jumping."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from desktop_app.article import BULLET
from desktop_app.choices import Length, Style
from desktop_app.gui.languages import is_right_to_left
from desktop_app.gui.theme import Space, Theme, TypeSize

#: Characters that a summary of each length usually has; room for them is kept while it streams.
_USUAL = {Length.SHORT: 205, Length.MEDIUM: 560, Length.LONG: 1000}
_USUAL_HEADLINE = 70
_LEADING = 1.5
_BETWEEN_POINTS = Space.XS


class SummaryText(QTextEdit):
    """Read-only text as high as its content, or as the content that is expected."""

    grew = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._waiting = False
        self._expected = 0
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.document().setDefaultFont(theme.font(TypeSize.SUMMARY))
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self.viewport().update)

    def begin(self, length: Length, lang: str, style: Style = Style.PARAGRAPH) -> None:
        """Clear for a summary of ``length`` in ``lang`` and ``style`` that is on its way."""
        self.clear()
        self._waiting = True
        self._expected = _USUAL_HEADLINE if style is Style.HEADLINE else _USUAL[length]
        self._set_direction(lang)
        self._fit()

    def append_piece(self, text: str) -> None:
        """Add the next words."""
        if self._waiting:
            self._waiting = False
            text = text.lstrip()
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for number, line in enumerate(text.split("\n")):
            if number:
                cursor.insertBlock()
            cursor.insertText(line)
            cursor.setBlockFormat(self._block_format(cursor.block().text()))

    def _block_format(self, line: str) -> QTextBlockFormat:
        """The leading of a line; points of a list hang from their bullets."""
        block = QTextBlockFormat()
        block.setLineHeight(self._leading(), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if line.startswith(BULLET.rstrip()):
            hang = QFontMetricsF(self.document().defaultFont()).horizontalAdvance(BULLET)
            block.setLeftMargin(hang)
            block.setTextIndent(-hang)
            block.setBottomMargin(_BETWEEN_POINTS)
        return block

    def finish(self, text: str, lang: str) -> None:
        """Show the finished text; nothing moves if it is what streamed in."""
        self._waiting = False
        if self.toPlainText() != text:
            self.clear()
            self.append_piece(text)
        self._set_direction(lang)
        self._expected = 0
        self._fit()

    def end(self) -> None:
        """Nothing more comes."""
        self._waiting = False
        self._expected = 0
        self._fit()
        self.viewport().update()

    @property
    def waiting(self) -> bool:
        """Whether no word has come yet."""
        return self._waiting

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._waiting:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colours.skeleton)
        line = self._line_height()
        lines = max(1, round(self.viewport().height() / line))
        for row in range(lines):
            width = self.viewport().width() * (0.55 if row == lines - 1 else 1.0 - 0.06 * (row % 3))
            left = 0.0 if not self.isRightToLeft() else self.viewport().width() - width
            painter.drawRoundedRect(round(left), round(row * line + line * 0.28), round(width), 11, 4, 4)

    def _leading(self) -> int:
        return Theme.leading(self.document().defaultFont(), _LEADING)

    def _line_height(self) -> float:
        return QFontMetricsF(self.document().defaultFont()).lineSpacing() * self._leading() / 100

    def _fit(self) -> None:
        width = max(60, self.viewport().width())
        wanted = self.document().size().height()
        if self._expected:
            metrics = QFontMetricsF(self.document().defaultFont())
            lines = self._expected * metrics.averageCharWidth() * 0.95 / width + 0.5
            wanted = max(wanted, round(lines) * self._line_height())
        height = round(wanted) + 4
        if height != self.height():
            self.setFixedHeight(height)
            self.grew.emit()

    def _set_direction(self, lang: str) -> None:
        option = self.document().defaultTextOption()
        rtl = is_right_to_left(lang)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
