"""Making the blocks of a document, whatever its format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from desktop_app.sources.document import Document
from desktop_app.sources.source import Block, BlockKind, DocumentInfo, Page, PageFormat

_SPACE = re.compile(r"[^\S\n]+")
_AROUND_BREAK = re.compile(r" ?\n[ \n]*")
_INVISIBLE = re.compile("[\xad\u200b\ufeff\u2060\x00-\x08\x0b\x0c\x0e-\x1f]")
# A cell with more than this is a paragraph, and its table there for the layout.
_LONGEST_CELL = 400
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def clean(text: str) -> str:
    """``text`` without invisible characters, runs of spaces and empty lines; single line feeds stay."""
    return _AROUND_BREAK.sub("\n", _SPACE.sub(" ", _INVISIBLE.sub("", text))).strip()


def block(kind: BlockKind, text: str, page: int | None = None) -> Iterator[Block]:
    """The block, or nothing if there is no text in it."""
    if cleaned := clean(text):
        yield Block(kind, cleaned if kind is not BlockKind.HEADING else cleaned.replace("\n", " "), page)


def row(cells: Sequence[str], page: int | None = None) -> Iterator[Block]:
    """A row of a table; the cells of a table made for layout become paragraphs."""
    texts = [text for cell in cells if (text := clean(cell))]
    if len(texts) < 2 or any(len(text) > _LONGEST_CELL for text in texts):
        for text in texts:
            yield Block(BlockKind.PARAGRAPH, text, page)
    else:
        yield Block(BlockKind.ROW, " | ".join(text.replace("\n", " ") for text in texts), page)


def page_of(document: Document, blocks: Iterable[Block], info: DocumentInfo) -> Page:
    """The page made of ``blocks``."""
    found = tuple(blocks)
    return Page(
        name=document.name,
        text="\n\n".join(part.text for part in found),
        format=PageFormat.DOCUMENT,
        url=document.url,
        blocks=found,
        info=info,
    )


def iso_date(text: str | None) -> str | None:
    """The ISO 8601 date at the start of ``text``, if it is one that a person could have written on."""
    match = _ISO_DATE.match((text or "").strip())
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        date = datetime(int(year), int(month or 1), int(day or 1), tzinfo=UTC)
    except ValueError:
        return None
    return match.group() if date.year > 1000 else None


def joined_names(names: Iterable[str]) -> str | None:
    """Authors as one byline."""
    return ", ".join(dict.fromkeys(name for text in names if (name := clean(text)))) or None
