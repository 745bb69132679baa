"""The article as a typeset text document, with a map from article offsets to document positions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from desktop_app.article import Article, Section, Span
from desktop_app.gui.languages import is_right_to_left
from desktop_app.gui.theme import Theme

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_LINE_SEPARATOR = "\u2028"
#: Distance of lines of body text, in font sizes.
_LEADING = 1.55


@dataclass(frozen=True, slots=True)
class ReadingStyle:
    """How an article is set: its font (size in pixels) and the colours of quiet text and links."""

    font: QFont
    quiet: QColor
    link: QColor


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the interface that stand in the article."""

    related_heading: str
    meta: str
    byline: str


@dataclass(frozen=True, slots=True)
class _Block:
    start: int
    text: str
    position: int


class ReaderDocument:
    """Fills a ``QTextDocument`` with an article and finds stretches of the article's texts in it."""

    def __init__(self, document: QTextDocument, article: Article, style: ReadingStyle, words: Words) -> None:
        self._blocks: dict[Section, list[_Block]] = {section: [] for section in Section}
        self._style = style
        self._rtl = is_right_to_left(article.lang)
        document.clear()
        document.setDefaultFont(style.font)
        self._cursor = QTextCursor(document)
        self._fresh = True
        self._write(article, words)

    def locate(self, section: Section, span: Span) -> tuple[int, int] | None:
        """Document positions of ``span`` (code points of ``Article.section_text(section)``), ``None`` if not shown."""
        start = self._position(section, span.start, at_end=False)
        end = self._position(section, span.end, at_end=True)
        if start is None or end is None or end <= start:
            return None
        return start, end

    def _position(self, section: Section, offset: int, *, at_end: bool) -> int | None:
        blocks = self._blocks[section]
        if at_end:
            block = next((b for b in reversed(blocks) if b.start < offset), None)
        else:
            block = next((b for b in blocks if offset < b.start + len(b.text)), None)
        if block is None:
            return None
        inside = block.text[: max(0, offset - block.start)]
        # Qt counts UTF-16 units, the article code points.
        return block.position + len(inside.encode("utf-16-le", "surrogatepass")) // 2

    def _write(self, article: Article, words: Words) -> None:
        size = self._style.font.pixelSize()
        quiet = self._characters(0.8, colour=self._style.quiet)
        if words.meta:
            meta = QTextCharFormat(quiet)
            if article.url:
                meta.setAnchor(True)
                meta.setAnchorHref(QUrl(article.url).toString())
                meta.setForeground(self._style.link)
            self._block(words.meta, meta, above=0, below=round(size * 0.5), leading=1.35)
        if article.title:
            position = self._block(
                article.title,
                self._characters(1.55, weight=QFont.Weight.DemiBold),
                above=0,
                below=round(size * 0.4),
                leading=1.22,
                heading=1,
            )
            self._blocks[Section.TITLE].append(_Block(0, article.title, position))
        if words.byline:
            self._block(words.byline, quiet, above=0, below=round(size * 0.4), leading=1.35)
        body = self._characters(1.0)
        first = True
        for paragraph in _PARAGRAPH.finditer(article.body):
            text = paragraph.group().replace("\n", _LINE_SEPARATOR)
            position = self._block(text, body, above=round(size * 0.9) if first else 0, below=round(size * 0.85))
            self._blocks[Section.BODY].append(_Block(paragraph.start(), paragraph.group(), position))
            first = False
        self._write_related(article, words.related_heading)

    def _write_related(self, article: Article, heading: str) -> None:
        if not article.related:
            return
        size = self._style.font.pixelSize()
        style = self._characters(0.8, weight=QFont.Weight.DemiBold, colour=self._style.quiet)
        self._block(heading, style, above=round(size * 1.4), below=round(size * 0.5), leading=1.35, heading=2)
        characters = self._characters(0.9, colour=self._style.quiet)
        start = 0
        for headline in article.related:
            position = self._block(headline.text, characters, above=0, below=round(size * 0.35), leading=1.4)
            self._blocks[Section.RELATED].append(_Block(start, headline.text, position))
            start += len(headline.text) + 1

    def _block(
        self,
        text: str,
        characters: QTextCharFormat,
        *,
        above: int,
        below: int,
        leading: float = _LEADING,
        heading: int = 0,
    ) -> int:
        layout = QTextBlockFormat()
        layout.setTopMargin(above)
        layout.setBottomMargin(below)
        layout.setLineHeight(
            Theme.leading(characters.font(), leading), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        layout.setHeadingLevel(heading)
        if self._rtl:
            layout.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if self._fresh:
            self._cursor.setBlockFormat(layout)
            self._cursor.setBlockCharFormat(characters)
            self._fresh = False
        else:
            self._cursor.insertBlock(layout, characters)
        position = self._cursor.position()
        self._cursor.insertText(text, characters)
        return position

    def _characters(
        self, scale: float, *, weight: QFont.Weight = QFont.Weight.Normal, colour: QColor | None = None
    ) -> QTextCharFormat:
        font = QFont(self._style.font)
        font.setPixelSize(max(11, round(font.pixelSize() * scale)))
        font.setWeight(weight)
        made = QTextCharFormat()
        made.setFont(font)
        if colour is not None:
            made.setForeground(colour)
        return made
