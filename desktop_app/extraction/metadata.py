"""Title, byline, site and date of a page, from what it declares and what it shows."""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from desktop_app.extraction.blocks import Block
from desktop_app.extraction.dates import find_date, parse_date
from desktop_app.extraction.structured import Declared
from desktop_app.extraction.votes import tokens

_SEPARATOR = re.compile(r"\s+[|–—•·»:]+\s+|\s+[-‐-]\s+|\s*\|\s*|\s+::\s+")
_BYLINE_PREFIX = re.compile(
    r"^\s*(by|von|par|por|di|da|door|av|af|text|autor(in)?|author|автор|текст|szerző)\b\s*:?\s+", re.I
)
_NO_NAME = re.compile(r"https?:|www\.|@|[<>{}]|\d{3,}")
_LONGEST_BYLINE = 150
_LONGEST_TITLE = 300
# A heading shares this much of its words with a title the page declares, or it is another story's.
_SAME_TITLE = 0.5


def title(declared: Declared, blocks: list[Block], root: HtmlElement, site: str | None) -> str | None:
    """The headline as the page shows it, else as it declares it, without the site's name."""
    page_title = next((_text_of(element) for element in root.iter("title")), "")
    candidates = [text for text in (*declared.headlines, page_title) if len(text) <= 3 * _LONGEST_TITLE]
    names = _site_names(declared, site)
    cleaned = [text for candidate in candidates if (text := without_site(candidate, names))]
    headings = [block.text.replace("\n", " ") for block in blocks if block.tag == "h1" and block.words >= 2]
    for heading in headings:
        if len(heading) <= _LONGEST_TITLE and any(_alike(heading, other) for other in cleaned):
            return without_site(heading, names)
    if cleaned:
        return cleaned[0][:_LONGEST_TITLE]
    return headings[0][:_LONGEST_TITLE] if headings else None


def _text_of(element: HtmlElement) -> str:
    return " ".join("".join(islice(element.itertext(), 200)).split())


def _alike(heading: str, other: str) -> bool:
    own, theirs = set(tokens(heading.lower())), set(tokens(other.lower()))
    return bool(own) and len(own & theirs) >= _SAME_TITLE * min(len(own), len(theirs) or 1) and len(own) >= 2


def _site_names(declared: Declared, site: str | None) -> set[str]:
    names = {name.lower() for name in (declared.site, site) if name}
    host = urlsplit(declared.url or "").hostname or ""
    labels = host.removeprefix("www.").split(".")
    names |= {host, ".".join(labels[-2:])} | {label for label in labels[:-1] if len(label) > 3}
    return {_squeezed(name) for name in names if name}


def _squeezed(name: str) -> str:
    return re.sub(r"\W+", "", name.lower())


def without_site(text: str, names: set[str]) -> str:
    """``text`` without a leading or trailing site name, as in ``Headline - The Daily``.

    ``names`` are known names of the site in lower case without spaces.
    """
    text = " ".join(text.split()).strip(" :|–—-•·")
    while True:
        cuts = [(match.start(), match.end(), match.group()) for match in _SEPARATOR.finditer(text)]
        if not cuts:
            return text
        start, end, sign = cuts[-1]
        head, tail = text[:start], text[end:]
        if _is_site(tail, names) or ("|" in sign and len(tail.split()) <= 4 < len(head.split())):
            text = head
            continue
        start, end, _ = cuts[0]
        if _is_site(text[:start], names) and len(text[end:].split()) > 2:
            text = text[end:]
            continue
        return text


def _is_site(part: str, names: set[str]) -> bool:
    squeezed = _squeezed(part)
    if not squeezed:
        return False
    short = len(part.split()) <= 4
    return squeezed in names or (short and any(len(name) > 4 and name in squeezed for name in names))


def byline(declared: Declared, root: HtmlElement, site: str | None) -> str | None:
    """The authors, comma separated."""
    names = [cleaned for name in declared.authors if (cleaned := _name(name, site))]
    if not names:
        for element in root.iter("a", "span", "p", "div", "address"):
            marked = element.get("rel") == "author" or element.get("itemprop") in ("author", "name author")
            if marked and (cleaned := _name(_text_of(element), site)):
                names.append(cleaned)
                break
    unique = list(dict.fromkeys(names))
    return ", ".join(unique)[:_LONGEST_BYLINE] or None


def _name(text: str, site: str | None) -> str | None:
    name = _BYLINE_PREFIX.sub("", text).strip(" ,;|–—-")
    if not name or len(name) > _LONGEST_BYLINE or _NO_NAME.search(name):
        return None
    return None if site and _squeezed(name) == _squeezed(site) else name


def site_name(declared: Declared) -> str | None:
    """The name of the site, or its host where it gives no name."""
    if declared.site and len(declared.site) <= 80:
        return declared.site
    host = urlsplit(declared.url or "").hostname
    return host.removeprefix("www.") if host else None


def published(declared: Declared, root: HtmlElement, blocks: list[Block]) -> str | None:
    """The date of publication in ISO 8601: declared, else the first date shown beside the headline."""
    for value in declared.published:
        if date := parse_date(value):
            return date
    for element in root.iter("time"):
        if date := parse_date(element.get("datetime") or ""):
            return date
    heading = next((index for index, block in enumerate(blocks) if block.tag == "h1"), None)
    if heading is None:
        return None
    for block in blocks[max(0, heading - 3) : heading + 8]:
        if block.words <= 15 and (date := find_date(block.text)):
            return date
    return None
