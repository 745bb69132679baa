"""FictionBook 2 (http://www.gribuser.ru/xml/fictionbook/2.0), plain or zipped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.errors import DamagedDocument
from desktop_app.sources.document import Document
from desktop_app.sources.formats.archive import SIGNATURES, Archive
from desktop_app.sources.formats.blocks import block, clean, iso_date, joined_names, page_of, row
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.formats.xmltree import (
    BadXml,
    Element,
    attribute,
    child,
    children,
    descendants,
    name_of,
    parse,
    text_of,
)
from desktop_app.sources.source import Block, BlockKind, DocumentInfo, Page

_ROOT = re.compile(rb"<(?:\w{1,20}:)?FictionBook[\s>]")
_SNIFFED = 4096
_DEEPEST = 64


class Fb2Format:
    """``.fb2`` and ``.fb2.zip``."""

    label = "FB2"
    suffixes = frozenset({".fb2", ".fbz"})

    def recognises(self, document: Document) -> bool:
        if document.data.startswith(SIGNATURES):
            return b".fb2" in document.data[:300]
        head = document.data[:_SNIFFED]
        return _ROOT.search(head if b"\x00" not in head else head.replace(b"\x00", b"")) is not None

    def read(self, document: Document, reading: Reading) -> Page:
        data = document.data
        if data.startswith(SIGNATURES):
            archive = Archive(data, reading, self.label)
            book = next((name for name in archive.names if name.lower().endswith(".fb2")), None)
            if book is None:
                raise archive.damaged()
            data = archive.read(book)
        try:
            root = _parse(data)
        except BadXml as error:
            raise DamagedDocument(name=document.name, type=self.label) from error
        blocks = [found for body in children(root, "body") for found in _body(body, reading)]
        if not blocks:
            raise DamagedDocument(name=document.name, type=self.label)
        return page_of(document, blocks, _info(child(root, "description")))


def _parse(data: bytes) -> Element:
    """The tree; books put together by hand are often not quite well-formed."""
    # Pictures are most of many books, and nothing in them is read.
    data = re.sub(rb"<binary[\s>][^<]*</binary>", b"", data)
    try:
        return parse(data)
    except BadXml:
        return parse(data, recover=True)


def _info(description: Element | None) -> DocumentInfo:
    about = child(description, "title-info")
    if about is None:
        return DocumentInfo()
    authors = (
        " ".join(filter(None, (text_of(child(author, name)) for name in ("first-name", "middle-name", "last-name"))))
        or text_of(child(author, "nickname"))
        for author in children(about, "author")
    )
    date = child(about, "date")
    written = iso_date(date.get("value")) or iso_date(text_of(date)) if date is not None else None
    return DocumentInfo(
        title=clean(text_of(child(about, "book-title"))) or None,
        byline=joined_names(authors),
        published=written or iso_date(text_of(child(description, "publish-info", "year"))),
        lang=text_of(child(about, "lang")) or None,
    )


def _body(body: Element, reading: Reading) -> Iterator[Block]:
    if attribute(body, "name") in ("notes", "comments", "footnotes"):
        return
    # The title of the main body repeats author and book.
    skipped = child(body, "title")
    yield from _flow(body, BlockKind.PARAGRAPH, reading, 0, skipped)


def _flow(
    element: Element, kind: BlockKind, reading: Reading, depth: int, skipped: Element | None = None
) -> Iterator[Block]:
    if depth > _DEEPEST:
        return
    reading.check()
    for part in element:
        name = name_of(part)
        if part is skipped:
            continue
        if name in ("p", "text-author", "date"):
            yield from block(kind, _text(part))
        elif name == "subtitle":
            yield from block(BlockKind.HEADING, _text(part))
        elif name == "title":
            yield from block(BlockKind.HEADING, " ".join(_text(line) for line in children(part, "p")))
        elif name == "stanza":
            yield from block(kind, "\n".join(_text(line) for line in children(part, "v")))
        elif name in ("section", "annotation"):
            yield from _flow(part, kind, reading, depth + 1)
        elif name in ("cite", "epigraph", "poem"):
            yield from _flow(part, BlockKind.QUOTE, reading, depth + 1)
        elif name == "table":
            for line in descendants(part, "tr"):
                yield from row([_text(cell) for cell in children(line, "td", "th")])


def _text(paragraph: Element) -> str:
    """The text of a paragraph without the marks of its notes."""
    pieces = [paragraph.text or ""]
    for part in paragraph.iterdescendants():
        note = name_of(part) == "a" and attribute(part, "type") == "note"
        inside = any(name_of(up) == "a" and attribute(up, "type") == "note" for up in part.iterancestors("{*}a"))
        if not note and not inside:
            pieces.append(part.text or "")
        if not inside:
            pieces.append(part.tail or "")
    return "".join(pieces).replace("\n", " ")
