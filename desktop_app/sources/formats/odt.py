"""OpenDocument texts: OASIS OpenDocument 1.3 part 3, packed (``.odt``, ``.ott``) and flat (``.fodt``).

The XML is read directly; no maintained library under a permissive licence does. Left out are notes, comments, what is
deleted, indexes and contents.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.errors import DamagedDocument, PasswordProtected
from desktop_app.sources.document import Document
from desktop_app.sources.formats.archive import SIGNATURES, Archive
from desktop_app.sources.formats.blocks import block, clean, iso_date, page_of, row
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

_MEDIA_TYPE = b"application/vnd.oasis.opendocument.text"
_LEFT_OUT = frozenset(
    [
        "note",
        "annotation",
        "annotation-end",
        "tracked-changes",
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
        "bibliography",
        "forms",
        "sequence-decls",
        "variable-decls",
        "user-field-decls",
    ]
)
_GROUPS = frozenset(
    {"section", "index-body", "table-header-rows", "table-rows", "table-row-group", "text-box", "frame"}
)
_FLAT = b"urn:oasis:names:tc:opendocument:xmlns:office"
_DEEPEST = 64
_MOST_SPACES = 8


class OdtFormat:
    """Texts of LibreOffice and its kin."""

    label = "OpenDocument"
    suffixes = frozenset({".odt", ".ott", ".fodt"})

    def recognises(self, document: Document) -> bool:
        if document.data.startswith(SIGNATURES):
            return _MEDIA_TYPE in document.data[:200] or (
                document.suffix in self.suffixes and b"content.xml" in document.data
            )
        return _FLAT in document.data[:4096] and b"office:document " in document.data[:4096]

    def read(self, document: Document, reading: Reading) -> Page:
        try:
            if document.data.startswith(SIGNATURES):
                archive = Archive(document.data, reading, self.label)
                self._refuse_encrypted(archive, document)
                root = parse(archive.require("content.xml"))
                about = archive.read_if_there("meta.xml")
                meta = child(parse(about), "meta") if about else None
            else:
                reading.check_text_size(len(document.data))
                root = parse(document.data)
                meta = child(root, "meta")
        except BadXml as error:
            raise DamagedDocument(name=document.name, type=self.label) from error
        text = child(root, "body", "text")
        if text is None:
            raise DamagedDocument(name=document.name, type=self.label)
        flow = _Flow(_parents(root), reading)
        blocks = list(flow.blocks(text))
        if not flow.paged:
            blocks = [Block(found.kind, found.text) for found in blocks]
        return page_of(document, blocks, _info(meta, flow.title))

    @staticmethod
    def _refuse_encrypted(archive: Archive, document: Document) -> None:
        manifest = archive.read_if_there("META-INF/manifest.xml")
        if manifest is not None and next(descendants(parse(manifest), "encryption-data"), None) is not None:
            raise PasswordProtected(name=document.name)


def _info(meta: Element | None, title: str | None) -> DocumentInfo:
    author = text_of(child(meta, "initial-creator")) or text_of(child(meta, "creator"))
    return DocumentInfo(
        title=title or clean(text_of(child(meta, "title"))) or None,
        byline=clean(author) or None,
        published=iso_date(text_of(child(meta, "date")) or text_of(child(meta, "creation-date"))),
        lang=text_of(child(meta, "language")) or None,
    )


def _parents(root: Element) -> dict[str, str]:
    """The named style behind each automatic one."""
    styles = child(root, "automatic-styles")
    named = children(styles, "style") if styles is not None else ()
    return {attribute(style, "name") or "": attribute(style, "parent-style-name") or "" for style in named}


class _Flow:
    def __init__(self, parents: dict[str, str], reading: Reading) -> None:
        self.title: str | None = None
        self.paged = False
        self._parents = parents
        self._reading = reading
        self._page = 1
        self._frames: list[Element] = []

    def blocks(self, element: Element, kind: BlockKind = BlockKind.PARAGRAPH, depth: int = 0) -> Iterator[Block]:
        if depth > _DEEPEST:
            return
        for part in element:
            name = name_of(part)
            if name in ("p", "h"):
                yield from self._paragraph(part, kind, depth)
            elif name == "list":
                for item in children(part, "list-item", "list-header"):
                    yield from self.blocks(item, BlockKind.ITEM, depth + 1)
            elif name == "table":
                yield from self._table(part, depth)
            elif name == "soft-page-break":
                self._turn_page()
            elif name in _GROUPS:
                yield from self.blocks(part, kind, depth + 1)

    def _paragraph(self, paragraph: Element, kind: BlockKind, depth: int) -> Iterator[Block]:
        self._reading.check()
        style = attribute(paragraph, "style-name") or ""
        style = (self._parents.get(style) or style).replace("_20_", " ").lower()
        if name_of(paragraph) == "h" or style.startswith("heading"):
            kind = BlockKind.HEADING
        elif style == "quotations":
            kind = BlockKind.QUOTE
        page = self._page
        pieces: list[str] = []
        self._collect(paragraph, pieces, depth)
        if not "".join(pieces).partition("\f")[0].strip():
            page = self._page
        frames, self._frames = self._frames, []
        if style == "title" and self.title is None and (title := clean("".join(pieces))):
            self.title = title.replace("\n", " ")
        elif not style.startswith("contents"):
            yield from block(kind, "".join(pieces), page)
        for frame in frames:
            yield from self.blocks(frame, BlockKind.PARAGRAPH, depth + 1)

    def _collect(self, element: Element, pieces: list[str], depth: int) -> None:
        """Append the text in ``element``; a form feed marks a new page."""
        pieces.append((element.text or "").replace("\n", " "))
        for part in element:
            name = name_of(part)
            if name == "s":
                count = attribute(part, "c") or "1"
                pieces.append(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
            elif name == "tab":
                pieces.append(" ")
            elif name == "line-break":
                pieces.append("\n")
            elif name == "soft-page-break":
                self._turn_page()
                pieces.append("\f")
            elif name == "frame":
                self._frames.append(part)
            elif name and name not in _LEFT_OUT and depth < _DEEPEST:
                self._collect(part, pieces, depth + 1)
            pieces.append((part.tail or "").replace("\n", " "))

    def _turn_page(self) -> None:
        self.paged = True
        self._page += 1

    def _table(self, table: Element, depth: int) -> Iterator[Block]:
        for part in table:
            name = name_of(part)
            if name == "soft-page-break":
                self._turn_page()
            elif name in _GROUPS and depth < _DEEPEST:
                yield from self._table(part, depth + 1)
            elif name == "table-row":
                cells = [
                    found
                    for cell in children(part, "table-cell")
                    if (found := list(self.blocks(cell, BlockKind.PARAGRAPH, depth + 1)))
                ]
                if len(cells) > 1 and all(len(cell) <= 3 for cell in cells):
                    yield from row([" ".join(found.text for found in cell) for cell in cells], cells[0][0].page)
                else:
                    for cell in cells:
                        yield from cell
