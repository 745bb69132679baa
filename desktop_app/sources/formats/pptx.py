"""PowerPoint presentations: Office Open XML, ECMA-376 part 1, sections 19 and 21 (PresentationML, DrawingML).

The text of the slides in their order, a page each; speaker's notes, dates, feet and slide numbers are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.errors import TooManyPages
from desktop_app.sources.document import Document
from desktop_app.sources.formats.archive import Archive
from desktop_app.sources.formats.blocks import block, page_of, row
from desktop_app.sources.formats.office import looks_like_package, main_part, properties, relationships
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.formats.xmltree import BadXml, Element, attribute, child, children, descendants, name_of, parse
from desktop_app.sources.source import Block, BlockKind, Page

_TITLES = frozenset({"title", "ctrTitle"})
_FURNITURE = frozenset({"sldNum", "dt", "ftr", "hdr"})
_DEEPEST = 32


class PptxFormat:
    """``.pptx`` and its kin."""

    label = "PowerPoint"
    suffixes = frozenset({".pptx", ".pptm", ".ppsx", ".potx"})

    def recognises(self, document: Document) -> bool:
        return looks_like_package(document, b"ppt/presentation.xml", b"ppt\\presentation.xml") or (
            document.suffix in self.suffixes and looks_like_package(document, b"[Content_Types].xml")
        )

    def read(self, document: Document, reading: Reading) -> Page:
        archive = Archive(document.data, reading, self.label)
        part = main_part(archive, "officeDocument", "ppt/presentation.xml")
        try:
            slides = child(parse(archive.read(part)), "sldIdLst")
            links = relationships(archive, part)
            targets = [
                links.get(_link(slide), ("", ""))[1] for slide in (children(slides) if slides is not None else ())
            ]
            if len(targets) > reading.limits.max_pages:
                raise TooManyPages(pages=len(targets), limit=reading.limits.max_pages)
            blocks = [
                found
                for number, target in enumerate(targets, 1)
                if (name := archive.find(target))
                for found in _slide(parse(archive.read(name)), number, reading)
            ]
        except BadXml as error:
            raise archive.damaged() from error
        return page_of(document, blocks, properties(archive))


def _link(slide: Element) -> str:
    """The id of the relationship; the attribute called ``id`` without namespace numbers the slide."""
    return next((str(value) for key, value in slide.attrib.items() if key.endswith("}id")), "")


def _slide(root: Element, page: int, reading: Reading) -> Iterator[Block]:
    reading.check()
    tree = child(root, "cSld", "spTree")
    if tree is None or root.get("show") in ("0", "false"):
        return
    found = list(_shapes(tree, page, 0))
    # The title may be drawn last, and is read first.
    yield from (heading for heading in found if heading.kind is BlockKind.HEADING)
    yield from (other for other in found if other.kind is not BlockKind.HEADING)


def _shapes(tree: Element, page: int, depth: int) -> Iterator[Block]:
    for shape in tree:
        name = name_of(shape)
        if name == "grpSp" and depth < _DEEPEST:
            yield from _shapes(shape, page, depth + 1)
        elif name == "AlternateContent" and depth < _DEEPEST:
            choice = child(shape, "Choice")
            yield from _shapes(choice if choice is not None else shape, page, depth + 1)
        elif name == "sp":
            yield from _text(shape, page)
        elif name == "graphicFrame":
            for line in descendants(shape, "tr"):
                cells = [" ".join(_paragraphs(cell)) for cell in children(line, "tc")]
                yield from row(cells, page)


def _text(shape: Element, page: int) -> Iterator[Block]:
    body = child(shape, "txBody")
    place = child(shape, "nvSpPr", "nvPr", "ph")
    role = "" if place is None else attribute(place, "type") or "obj"
    if body is None or role in _FURNITURE:
        return
    texts = [text for text in _paragraphs(body) if text.strip()]
    if role in _TITLES:
        yield from block(BlockKind.HEADING, " ".join(texts), page)
        return
    kind = BlockKind.ITEM if role in ("obj", "body") and len(texts) > 1 else BlockKind.PARAGRAPH
    for text in texts:
        yield from block(kind, text, page)


def _paragraphs(body: Element) -> Iterator[str]:
    """The paragraphs of a shape or cell; its fields are numbers and dates of the slide."""
    for paragraph in descendants(body, "p"):
        pieces = []
        for part in paragraph:
            if name_of(part) == "r":
                text = child(part, "t")
                pieces.append((text.text or "") if text is not None else "")
            elif name_of(part) == "br":
                pieces.append("\n")
        yield "".join(pieces)
