"""Word documents: Office Open XML, ECMA-376 part 1, section 17 (WordprocessingML).

The XML is read directly: libraries that edit documents pass over text in tracked insertions, content controls and
text boxes, and unpack whatever else is in the file. Left out are what is deleted or hidden, tables of contents, heads
and feet, notes and comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.sources.document import Document
from desktop_app.sources.formats.archive import Archive
from desktop_app.sources.formats.blocks import block, clean, page_of, row
from desktop_app.sources.formats.office import (
    looks_like_package,
    main_part,
    properties,
    relationships,
    setting,
    switched_on,
    tree,
)
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.formats.xmltree import BadXml, Element, attribute, child, children, descendants, name_of, parse
from desktop_app.sources.source import Block, BlockKind, DocumentInfo, Page

_CONTENTS = re.compile(r"toc\s*\d|toc heading|table of figures", re.I)
_HEADING = re.compile(r"heading\s*\d", re.I)
# Wrappers whose children stand in for them; of an AlternateContent only the first choice.
_WRAPPERS = frozenset(
    {"sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple", "Choice"}
)
_DEEPEST = 64


class DocxFormat:
    """``.docx`` and its macro and template kin."""

    label = "Word"
    suffixes = frozenset({".docx", ".docm", ".dotx"})

    def recognises(self, document: Document) -> bool:
        return looks_like_package(document, b"word/document", b"word\\document") or (
            document.suffix in self.suffixes
            and looks_like_package(document, b"[Content_Types].xml")
            and not looks_like_package(document, b"ppt/", b"xl/")
        )

    def read(self, document: Document, reading: Reading) -> Page:
        archive = Archive(document.data, reading, self.label)
        part = main_part(archive, "officeDocument", "word/document.xml")
        try:
            root = parse(archive.read(part))
        except BadXml as error:
            raise archive.damaged() from error
        styles = next((path for kind, path in relationships(archive, part).values() if kind == "styles"), "")
        body = _Body(_styles(tree(archive, styles) if styles else None), reading)
        blocks = list(body.blocks(child(root, "body")))
        said = properties(archive)
        info = DocumentInfo(body.title or said.title, said.byline, None, said.published, said.lang)
        if not body.paged:
            blocks = [Block(found.kind, found.text) for found in blocks]
        return page_of(document, blocks, info)


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style says: its kind, whether it is the title or to be left out."""

    kind: BlockKind = BlockKind.PARAGRAPH
    title: bool = False
    contents: bool = False
    hidden: bool = False


def _styles(root: Element | None) -> dict[str, _Style]:
    raw = {attribute(style, "styleId") or "": style for style in children(root, "style")} if root is not None else {}
    return {key: _resolved(key, raw) for key in raw}


def _resolved(key: str, raw: dict[str, Element]) -> _Style:
    """The style called ``key`` with what it inherits."""
    kind, title, contents, hidden = BlockKind.PARAGRAPH, False, False, False
    seen: set[str] = set()
    while key in raw and key not in seen:
        seen.add(key)
        style = raw[key]
        name = (setting(style, "name") or "").strip()
        level = setting(style, "pPr", "outlineLvl")
        title = title or name.lower() == "title"
        contents = contents or _CONTENTS.match(name) is not None
        hidden = hidden or switched_on(style, "rPr", "vanish")
        if kind is BlockKind.PARAGRAPH:
            if _HEADING.match(name) or (level is not None and level.isdigit() and int(level) < 9):
                kind = BlockKind.HEADING
            elif name.lower().endswith("quote"):
                kind = BlockKind.QUOTE
            elif name.lower().startswith("list ") or setting(style, "pPr", "numPr", "numId") not in (None, "0"):
                kind = BlockKind.ITEM
        key = setting(style, "basedOn") or ""
    return _Style(BlockKind.HEADING if title else kind, title, contents, hidden)


class _Body:
    """The flow of a document; ``title`` and ``paged`` are known once all blocks are read."""

    def __init__(self, styles: dict[str, _Style], reading: Reading) -> None:
        self.title: str | None = None
        self.paged = False
        self._styles = styles
        self._reading = reading
        self._page = 1
        self._boxes: list[Element] = []
        self._in_contents = False

    def blocks(self, element: Element | None, depth: int = 0) -> Iterator[Block]:
        if element is None or depth > _DEEPEST:
            return
        for part in element:
            name = name_of(part)
            if name == "p":
                yield from self._paragraph(part, depth)
            elif name == "tbl":
                yield from self._table(part, depth)
            elif name == "sdt" and setting(part, "sdtPr", "docPartObj", "docPartGallery") == "Table of Contents":
                continue
            elif name == "AlternateContent":
                yield from self.blocks(self._choice(part), depth + 1)
            elif name in _WRAPPERS:
                yield from self.blocks(part, depth + 1)

    @staticmethod
    def _choice(element: Element) -> Element | None:
        return next(children(element, "Choice"), None) or next(children(element, "Fallback"), None)

    def _paragraph(self, paragraph: Element, depth: int) -> Iterator[Block]:
        self._reading.check()
        style = self._styles.get(setting(paragraph, "pPr", "pStyle") or "", _Style())
        pieces: list[str] = []
        before = self._page
        self._collect(paragraph, pieces, depth)
        text = clean("".join(pieces))
        boxes, self._boxes = self._boxes, []
        if not style.contents and not style.hidden:
            # A page break ahead of the first word moves the paragraph, one further on parts it.
            page = self._page if "\f" not in "".join(pieces).lstrip("\f \n") else before
            if style.title and text and self.title is None:
                self.title = text.replace("\n", " ")
            else:
                yield from block(self._kind(paragraph, style), text, page)
        for box in boxes:
            yield from self.blocks(box, depth + 1)

    def _kind(self, paragraph: Element, style: _Style) -> BlockKind:
        level = setting(paragraph, "pPr", "outlineLvl")
        if style.kind is BlockKind.HEADING or (level is not None and level.isdigit() and int(level) < 9):
            return BlockKind.HEADING
        numbered = setting(paragraph, "pPr", "numPr", "numId")
        if numbered is not None:
            return BlockKind.PARAGRAPH if numbered == "0" else BlockKind.ITEM
        return style.kind

    def _collect(self, element: Element, pieces: list[str], depth: int) -> None:
        """Append the text of a paragraph or of what is in it; a form feed marks a new page."""
        if depth > _DEEPEST:
            return
        for part in element:
            name = name_of(part)
            if name == "t":
                pieces.append(part.text or "")
            elif name == "r":
                if not switched_on(part, "rPr", "vanish"):
                    self._collect(part, pieces, depth + 1)
            elif name == "tab":
                pieces.append(" ")
            elif name in ("br", "cr"):
                pieces.append(" " if attribute(part, "type") in ("page", "column") else "\n")
            elif name == "lastRenderedPageBreak":
                self.paged = True
                self._page += 1
                pieces.append("\f")
            elif name == "noBreakHyphen":
                pieces.append("-")
            elif name == "AlternateContent":
                if (choice := self._choice(part)) is not None:
                    self._collect(choice, pieces, depth + 1)
            elif name in ("drawing", "pict"):
                self._boxes += descendants(part, "txbxContent")
            elif name in ("oMath", "oMathPara"):
                pieces.extend(sign.text or "" for sign in descendants(part, "t"))
            elif name in _WRAPPERS:
                self._collect(part, pieces, depth + 1)

    def _table(self, table: Element, depth: int) -> Iterator[Block]:
        for line in self._rows(table, depth):
            cells: list[list[Block]] = []
            for cell in self._cells(line, depth):
                cells.append(list(self.blocks(cell, depth + 1)))
            filled = [cell for cell in cells if cell]
            if len(filled) > 1 and all(len(cell) <= 3 for cell in filled):
                page = filled[0][0].page
                yield from row([" ".join(found.text for found in cell) for cell in filled], page)
            else:
                for cell in filled:
                    yield from cell

    def _rows(self, element: Element, depth: int) -> Iterator[Element]:
        for part in element:
            name = name_of(part)
            if name == "tr":
                # A deleted row that a reviewer has still to approve.
                if child(part, "trPr", "del") is None:
                    yield part
            elif name in _WRAPPERS and depth < _DEEPEST:
                yield from self._rows(part, depth + 1)

    def _cells(self, element: Element, depth: int) -> Iterator[Element]:
        for part in element:
            name = name_of(part)
            if name == "tc":
                yield part
            elif name in _WRAPPERS and depth < _DEEPEST:
                yield from self._cells(part, depth + 1)
