"""A page cut into blocks: the paragraphs, headings, list items and table rows a reader sees, in reading order."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from desktop_app.resources import resource

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_LAYOUT = frozenset(["p", "div", "table", "ul", "h1", "h2", "h3", "article", "section"])
_LONGEST_CELL = 400
# How far into an element is looked to tell what it is; keeps deep nesting from costing quadratic time.
_LOOK_AHEAD = 200
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SPACE = re.compile(r"[^\S\n]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(slots=True, eq=False)
class Block:
    """A piece of text with what surrounds it.

    ``tag`` is the kind of the block (``p``, ``h2``, ``li``, ``tr``, …), ``element`` the nearest block element,
    ``link_chars`` the number of its characters that are links, ``links`` the addresses of the links, ``bold_chars``
    the number of characters in bold or italics.
    """

    text: str
    tag: str
    element: HtmlElement
    link_chars: int = 0
    bold_chars: int = 0
    links: list[str] = field(default_factory=list)

    @property
    def link_density(self) -> float:
        """Share of the text that is links."""
        return min(1.0, self.link_chars / max(1, len(self.text)))

    @property
    def words(self) -> int:
        """Number of white-space separated words."""
        return len(self.text.split())

    @property
    def heading(self) -> bool:
        """Whether this is a heading element."""
        return self.tag in _HEADINGS


@cache
def _tags(role: str) -> frozenset[str]:
    """Tags with a ``role``: ``inline`` or ``dropped``."""
    data = tomllib.loads(resource("extraction", "markup.toml").read_text("utf-8"))
    return frozenset(data["tags"][role].split())


@cache
def families() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Names and patterns of the purposes that attribute values tell, from ``resources/extraction/markup.toml``."""
    data = tomllib.loads(resource("extraction", "markup.toml").read_text("utf-8"))
    return tuple((name, re.compile("|".join(words))) for name, words in data["families"].items())


def purpose(element: HtmlElement) -> frozenset[str]:
    """The families the attributes of ``element`` belong to; ``aside``, ``nav`` and the like count by their tag."""
    found = set(_purpose_of_names(" ".join(element.get(name) or "" for name in _NAMING_ATTRIBUTES)))
    tag = element.tag
    if tag in _PURPOSE_OF_TAG:
        found.add(_PURPOSE_OF_TAG[tag])
    if element.get("hidden") is not None or _HIDING_STYLE.search(element.get("style") or ""):
        found.add("hidden")
    return frozenset(found)


_NAMING_ATTRIBUTES = ("class", "id", "role", "itemprop", "data-component", "data-testid", "data-module", "data-type")
_PURPOSE_OF_TAG = {
    "nav": "navigation",
    "footer": "navigation",
    "header": "header",
    "aside": "aside",
    "figure": "caption",
    "figcaption": "caption",
    "form": "form",
    "blockquote": "quote",
    "article": "article",
    "main": "main",
    "address": "author",
    "dialog": "legal",
}


@cache
def _purpose_of_names(names: str) -> frozenset[str]:
    value = _CAMEL.sub("-", names).lower().replace("_", "-")
    return frozenset(name for name, pattern in families() if pattern.search(value))


def _text_of(element: HtmlElement) -> str:
    """The beginning of the text of ``element``."""
    return "".join(islice(element.itertext(), _LOOK_AHEAD))


def segment(root: HtmlElement) -> list[Block]:
    """Cut the tree under ``root`` into blocks. Works without recursion, so that depth does not matter."""
    return list(_Segmenter(root))


class _Segmenter:
    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._inline = _tags("inline")
        self._dropped = _tags("dropped")
        self._text: list[str] = []
        self._link_chars = 0
        self._bold_chars = 0
        self._links: list[str] = []
        self._in_link = 0
        self._in_bold = 0
        self._in_row = 0
        self._in_pre = 0

    def __iter__(self) -> Iterator[Block]:
        owners: list[HtmlElement] = [self._root]
        walk = etree.iterwalk(self._root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event in ("comment", "pi"):
                self._add(element.tail)
                continue
            tag = element.tag
            if event == "start":
                if tag in self._dropped or (tag == "span" and self._card(element)):
                    walk.skip_subtree()
                elif tag in self._inline or ("-" in tag and not self._has_blocks(element)):
                    self._enter_inline(element, tag)
                    self._add(element.text)
                elif tag == "br":
                    self._text.append("\n")
                elif self._in_row and tag not in ("table",):
                    self._add(" " if tag not in ("td", "th") else " \x01 ")
                    self._add(element.text)
                else:
                    yield from self._flush(owners[-1])
                    owners.append(element)
                    if tag == "tr" and self._data_row(element):
                        self._in_row += 1
                    self._in_pre += tag == "pre"
                    self._add(element.text)
                continue
            if tag in self._dropped:
                if self._text and tag not in ("wbr",):
                    self._add(" " if tag in ("img", "button", "svg") else "")
            elif element is owners[-1]:
                yield from self._flush(element)
                if tag == "tr" and self._in_row:
                    self._in_row -= 1
                self._in_pre -= tag == "pre"
                owners.pop()
                if not owners:
                    return
            elif tag in ("a", "b", "strong", "em", "i"):
                self._leave_inline(tag)
            if element is not self._root:
                self._add(element.tail)

    def _has_blocks(self, element: HtmlElement) -> bool:
        within = islice(element.iterdescendants(), _LOOK_AHEAD)
        return any(child.tag not in self._inline for child in within if isinstance(child.tag, str))

    @staticmethod
    def _card(span: HtmlElement) -> bool:
        """Whether a ``span`` within running text is a card that pops up: a picture and links of its own."""
        within = list(islice(span.iterdescendants("a", "img"), _LOOK_AHEAD))
        links = [element for element in within if element.tag == "a"]
        if len(links) < 3 or len(links) == len(within):
            return False
        return 2 * sum(len(_text_of(link)) for link in links) > len(_text_of(span))

    @staticmethod
    def _data_row(row: HtmlElement) -> bool:
        """Whether a table row holds data; rows of layout tables hold paragraphs and further tables."""
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if len(cells) < 2:
            return False
        for cell in cells:
            within = [element.tag for element in islice(cell.iterdescendants(), _LOOK_AHEAD)]
            if sum(tag in _LAYOUT for tag in within) > 1 or len(_text_of(cell)) > _LONGEST_CELL:
                return False
        return True

    def _enter_inline(self, element: HtmlElement, tag: str) -> None:
        if tag == "a":
            self._in_link += 1
            if href := element.get("href"):
                self._links.append(href)
        elif tag in ("b", "strong", "em", "i"):
            self._in_bold += 1

    def _leave_inline(self, tag: str) -> None:
        if tag == "a":
            self._in_link = max(0, self._in_link - 1)
        else:
            self._in_bold = max(0, self._in_bold - 1)

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if not self._in_pre:
            text = text.replace("\n", " ")
        self._text.append(text)
        length = len(text.strip())
        if self._in_link:
            self._link_chars += length
        if self._in_bold:
            self._bold_chars += length

    def _flush(self, owner: HtmlElement) -> Iterator[Block]:
        text = _SPACE.sub(" ", "".join(self._text).replace("\xad", "").replace("\u200b", ""))
        text = re.sub(r" ?\n ?", "\n", text)
        if "\x01" in text:
            cells = [cell.strip().replace("\n", " ") for cell in text.split("\x01")]
            text = " | ".join(cell for cell in cells if cell)
        parts = [part.strip() for part in re.split(r"\n\n+", text)] if not self._in_pre else [text.strip("\n")]
        parts = [part for part in parts if part]
        total = sum(map(len, parts))
        for part in parts:
            share = len(part) / total
            yield Block(
                text=part,
                tag=self._kind(owner),
                element=owner,
                link_chars=round(self._link_chars * share),
                bold_chars=round(self._bold_chars * share),
                links=list(self._links),
            )
        self._text.clear()
        self._links.clear()
        self._link_chars = self._bold_chars = 0

    @staticmethod
    def _kind(owner: HtmlElement) -> str:
        """The telling tag: that of a list item or heading even if the text lies in a ``div`` within it."""
        element, tag = owner, str(owner.tag)
        for _ in range(3):
            if element is None or element.tag in _HEADINGS or element.tag in ("li", "figcaption", "tr", "dt", "dd"):
                return str(element.tag) if element is not None else tag
            # Asked this way because the number of children is counted anew each time.
            if element.getparent() is None or element.getnext() is not None or element.getprevious() is not None:
                break
            element = element.getparent()
        return tag
