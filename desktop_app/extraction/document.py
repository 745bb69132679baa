"""Documents whose format already tells paragraphs from headings (PDF, DOCX, e-mail, …) to an article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath

from desktop_app.article import Article, Notice, NoticeCode
from desktop_app.extraction.html import language
from desktop_app.extraction.walls import FEWEST_WORDS, measure_words
from desktop_app.language import UNKNOWN, primary
from desktop_app.sources.source import Block, BlockKind, Page

# Rows and items stand line under line; everything else is a paragraph of its own.
_CLOSE = frozenset({BlockKind.ROW, BlockKind.ITEM})
_MARKED = re.compile(r"(?:[•▪‣◦*–—-]|\(?\d{1,3}[.)]|\(?[^\W\d_][.)])\s")
_LONGEST_TITLE = 300


def article_of_document(page: Page) -> Article:
    """The article in a page with blocks, with notices and the offsets at which its printed pages begin.

    Without a title of its own it takes that of its first heading, if nothing stands before it.
    """
    title, blocks = _title(page)
    body = _Body()
    for block in blocks:
        body.add(block)
    text = "".join(body.pieces)
    return Article(
        source=page.name,
        body=text,
        title=title,
        byline=page.info.byline,
        site=page.info.site,
        published=page.info.published,
        lang=(lang := language(text or title or "", primary(page.info.lang))),
        url=page.url,
        notices=_notices(text, lang),
        pages=tuple(body.pages),
    )


def _title(page: Page) -> tuple[str | None, tuple[Block, ...]]:
    blocks, title = page.blocks, page.info.title
    first = blocks[0] if blocks else None
    opens = first is not None and first.kind is BlockKind.HEADING and len(first.text) <= _LONGEST_TITLE
    if first is not None and opens and (title is None or _same(title, first.text) or _is_file_name(title, page.name)):
        title, blocks = first.text, blocks[1:]
    return title, blocks


def _same(one: str, other: str) -> bool:
    return "".join(filter(str.isalnum, one.casefold())) == "".join(filter(str.isalnum, other.casefold()))


def _is_file_name(title: str, name: str) -> bool:
    """Whether the title is what a program made of the name of the file."""
    return _same(title, PurePath(name).stem) or _same(title, PurePath(name).name)


@dataclass(slots=True)
class _Body:
    """The text as it grows; ``pages`` has an offset for every page, also for those without text of their own."""

    pieces: list[str] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    _length: int = 0
    _last: BlockKind | None = None

    def add(self, block: Block) -> None:
        if self._last is not None:
            self._write("\n" if block.kind is self._last and block.kind in _CLOSE else "\n\n")
        if block.page is not None:
            self.pages += [self._length] * (block.page - len(self.pages))
        self._write(f"• {block.text}" if block.kind is BlockKind.ITEM and not _MARKED.match(block.text) else block.text)
        self._last = block.kind

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self._length += len(text)


def _notices(text: str, lang: str) -> tuple[Notice, ...]:
    words = measure_words(text)
    if not words:
        return (Notice(NoticeCode.NO_BODY),)
    short = (Notice(NoticeCode.TOO_SHORT, (("words", words),)),) if words < FEWEST_WORDS else ()
    return (*short, Notice(NoticeCode.LANGUAGE_UNSURE)) if lang == UNKNOWN else short
