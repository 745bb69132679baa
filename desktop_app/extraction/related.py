"""Headlines of other stories on the page, kept apart from the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml.html import HtmlElement

from desktop_app.article import Headline
from desktop_app.extraction.blocks import Block, purpose
from desktop_app.extraction.furniture import kinds
from desktop_app.extraction.votes import tokens

_MOST = 30
_FEWEST_TOKENS, _MOST_TOKENS = 4, 40
_LONGEST = 250
_SHARE_OF_LINK = 0.6
# Links in these parts lead about the site, not to stories.
_AWAY = frozenset(
    {"navigation", "legal", "newsletter", "social", "comment", "author", "form", "meta", "advert", "hidden"}
)
_FURNITURE = frozenset(
    {"call_to_action", "call_to_action_anywhere", "privacy", "privacy_anywhere", "notice", "byline", "credit"}
)
_LEVELS = 6
_MARKER_END = re.compile(r"^[^:|»]{2,40}[:|»]\s+")
_CLOCK = re.compile(r"^(?:\d{1,2}[:.]\d{2}|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)[,\s]+|\s+\d{1,2}[:.]\d{2}$")


def related_headlines(
    blocks: Sequence[Block], chosen: set[int], title: str | None, url: str | None
) -> tuple[Headline, ...]:
    """Headlines among the ``blocks`` that are not ``chosen`` for the article at ``url``, each story once."""
    found: dict[str, Headline] = {}
    addresses = {_page_of(url)} if url else set()
    own = tuple(tokens((title or "").lower()))
    cache: dict[HtmlElement, bool] = {}
    for index, block in enumerate(blocks):
        if index in chosen or block.link_density < _SHARE_OF_LINK or len(block.text) > _LONGEST or not block.links:
            continue
        address = _address(block.links, url)
        if address is None or _page_of(address) in addresses:
            continue
        text = _headline(block.text)
        words = tuple(tokens(text.lower()))
        if not _FEWEST_TOKENS <= len(words) <= _MOST_TOKENS or words == own:
            continue
        if kinds(text) & _FURNITURE or text.lower() in found or _away(block.element, cache):
            continue
        found[text.lower()] = Headline(text, address)
        addresses.add(_page_of(address))
        if len(found) == _MOST:
            break
    return tuple(found.values())


def _headline(text: str) -> str:
    line = max((part.strip() for part in text.split("\n")), key=len)
    if "read_also" in kinds(line):
        line = _MARKER_END.sub("", line)
    return _CLOCK.sub("", line).strip(" •·-–—»|")


def _address(links: Sequence[str], url: str | None) -> str | None:
    for link in links:
        try:
            address = urljoin(url or "", link.strip())
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme not in ("http", "https", "") or not parts.path.strip("/") or link.startswith("#"):
            continue
        if url and _site(parts.hostname) != _site(urlsplit(url).hostname):
            continue
        return address if parts.scheme else None
    return None


def _site(host: str | None) -> str:
    """Roughly the registered domain: enough to tell the site's own stories from adverts."""
    labels = (host or "").split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and len(labels[-2]) <= 3 else labels[-2:])


def _page_of(url: str) -> str:
    parts = urlsplit(urldefrag(url)[0])
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}"


def _away(element: HtmlElement | None, cache: dict[HtmlElement, bool]) -> bool:
    for _ in range(_LEVELS):
        if element is None or element.tag in ("body", "html"):
            return False
        if element not in cache:
            found = purpose(element)
            cache[element] = bool(found & _AWAY) and "related" not in found
        if cache[element]:
            return True
        element = element.getparent()
    return False
