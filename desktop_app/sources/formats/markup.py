"""Blocks of XHTML and HTML written by a program for a book or a letter: no menus or adverts around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from desktop_app.sources.formats.blocks import block, row
from desktop_app.sources.formats.xmltree import BadXml, Element, attribute, name_of, parse_text
from desktop_app.sources.source import Block, BlockKind

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "ruby",
        "rb",
        "rbc",
        "rtc",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_DROPPED = frozenset(
    [
        "head",
        "title",
        "script",
        "style",
        "template",
        "svg",
        "math",
        "object",
        "embed",
        "iframe",
        "audio",
        "video",
        "canvas",
        "noscript",
        "rt",
        "rp",
        "form",
        "button",
        "select",
        "textarea",
        "nav",
    ]
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
# EPUB 3 Structural Semantics Vocabulary, https://www.w3.org/TR/epub-ssv-11/
_NOTES = frozenset({"footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes", "noteref", "pagebreak"})
_NOTE_MARK = re.compile(r"[\[({]?(?:\d{1,3}|[*†‡]{1,3})[\])}]?")
_CELL = "\x1f"


def parse_markup(text: str) -> Element | None:
    """The tree of a page: as XML if it is well-formed, otherwise as browsers read HTML; ``None`` if it has none."""
    from lxml import etree

    if "<" not in text:
        return None
    try:
        return parse_text(text)
    except BadXml:
        pass
    # The text is decoded: what it declares about its encoding no longer holds.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def blocks_of(root: Element, skip: Callable[[Element], bool] = lambda element: False) -> Iterator[Block]:
    """The blocks under ``root`` in order, without elements that ``skip`` names, hidden ones and notes.

    Works without recursion, so that depth does not matter.
    """
    return _Walker(skip).walk(root)


class _Walker:
    def __init__(self, skip: Callable[[Element], bool]) -> None:
        self._skip = skip
        self._text: list[str] = []
        self._open: list[str] = []
        self._rows = 0
        self._pre = 0

    def walk(self, root: Element) -> Iterator[Block]:
        from lxml import etree

        skipped = None
        events = etree.iterwalk(root, events=("start", "end"))
        for event, element in events:
            name = name_of(element).lower()
            if event == "start":
                if not name or name in _DROPPED or self._left_out(element, name):
                    # Without its children, but with the text after it: that comes with the end event.
                    events.skip_subtree()
                    skipped = element
                    continue
                yield from self._enter(element, name)
                self._add(element.text)
            else:
                if element is not skipped:
                    yield from self._leave(name)
                if element is not root:
                    self._add(element.tail)
        yield from self._flush()

    def _left_out(self, element: Element, name: str) -> bool:
        if _HIDDEN.search(element.get("style") or "") or element.get("hidden") is not None:
            return True
        kinds = (attribute(element, "type") or "").split() if name in ("a", "aside", "section", "div", "span") else ()
        if not _NOTES.isdisjoint(kinds):
            return True
        if name == "sup" and element.find(".//{*}a") is not None:
            return _NOTE_MARK.fullmatch("".join(element.itertext()).strip()) is not None
        return self._skip(element)

    def _enter(self, element: Element, name: str) -> Iterator[Block]:
        if name == "br":
            self._text.append(" " if self._rows else "\n")
        elif self._rows and name not in ("tr", "table"):
            self._text.append(_CELL if name in ("td", "th") else "" if name in _INLINE else " ")
        elif name not in _INLINE and name != "img":
            yield from self._flush()
            self._open.append(name)
            self._pre += name == "pre"
            if name == "tr" and self._is_data(element):
                self._rows += 1

    def _leave(self, name: str) -> Iterator[Block]:
        if self._rows and name not in ("tr", "table"):
            return
        if name not in _INLINE and name not in ("br", "img"):
            yield from self._flush()
            if self._open and self._open[-1] == name:
                self._open.pop()
            self._pre -= name == "pre"
            if name == "tr" and self._rows:
                self._rows -= 1

    def _add(self, text: str | None) -> None:
        if text:
            self._text.append(text if self._pre else text.replace("\n", " ").replace("\r", " "))

    def _flush(self) -> Iterator[Block]:
        text = "".join(self._text)
        self._text.clear()
        if self._rows:
            yield from row(text.split(_CELL))
            return
        # Two line breaks are how letters and old pages part their paragraphs.
        for part in re.split(r"\n[ \t\xa0]*\n\s*", text) if not self._pre else [text]:
            yield from block(self._kind(), part)

    def _kind(self) -> BlockKind:
        for name in reversed(self._open):
            if name in _HEADINGS:
                return BlockKind.HEADING
            if name in ("li", "dd", "dt"):
                return BlockKind.ITEM
            if name == "blockquote":
                return BlockKind.QUOTE
            if name in ("td", "th", "table", "section", "article"):
                break
        return BlockKind.PARAGRAPH

    @staticmethod
    def _is_data(element: Element) -> bool:
        """Whether a table row holds data rather than the layout of a letter: no blocks in its cells, or one each."""
        cells = [cell for cell in element if name_of(cell).lower() in ("td", "th")]
        nested = ("{*}table", "{*}h1", "{*}h2", "{*}h3", "{*}ul", "{*}ol")
        if len(cells) < 2 or any(cell.find(f".//{name}") is not None for cell in cells for name in nested):
            return False
        return all(sum(1 for _ in cell.iterdescendants("{*}p", "{*}div")) <= 1 for cell in cells)
