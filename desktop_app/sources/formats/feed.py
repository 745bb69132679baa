"""RSS (0.9x, 1.0, 2.0) and Atom (RFC 4287): lists of articles to choose from.

Read with the XML reader of all formats rather than a library of its own: of a feed only titles, links and dates are
wanted, and strangers' XML has one way in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import unescape
from urllib.parse import urljoin, urlsplit

from desktop_app.errors import DamagedDocument
from desktop_app.feed import Feed, FeedEntry
from desktop_app.sources.document import Document
from desktop_app.sources.formats.blocks import clean
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.formats.xmltree import BadXml, Element, child, children, descendants, name_of, parse, text_of
from desktop_app.sources.source import Page, PageFormat

_ROOT = re.compile(
    rb"<(?:(?P<rss>rss)[\s>/]|(?P<atom>(?:\w{1,20}:)?feed)\s[^>]{0,2000}http://www\.w3\.org/2005/Atom"
    rb"|(?P<rdf>rdf:RDF)\s[^>]{0,2000}http://purl\.org/rss/)",
    re.I,
)
# What may stand before the root element: a mark, instructions, comments, a document type.
_PROLOG = re.compile(
    rb"(?:\xef\xbb\xbf|\s+|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!doctype\b[^\[>]*(?:\[[^\]]*\]\s*)?>)", re.I
)
_SNIFFED = 8192
_NAMES = {"rss": "RSS", "atom": "Atom", "rdf": "RSS"}
_MOST_ENTRIES = 2000
_LONGEST_TITLE, _LONGEST_LEAD, _LONGEST_LINK = 300, 300, 4096
_DATES = ("published", "pubDate", "date", "issued", "updated", "modified", "created")
_LEADS = ("description", "summary", "encoded", "content")
# Titles and leads of RSS are text or HTML, and do not say which; what looks like a tag of HTML is one.
_TAG = re.compile(r"<!--.{0,2000}?-->|</?[a-z][a-z0-9]{0,12}(?:\s[^<>]{0,2000})?/?>", re.I | re.S)


class FeedFormat:
    """A feed instead of an article."""

    label = "RSS"
    suffixes = frozenset({".rss", ".atom"})

    def recognises(self, document: Document) -> bool:
        return _kind(document.data) is not None

    def read(self, document: Document, reading: Reading) -> Page:
        reading.check_text_size(len(document.data))
        try:
            root = parse(document.data, recover=True)
        except BadXml as error:
            raise DamagedDocument(name=document.name, type=self.label) from error
        entries: dict[str, FeedEntry] = {}
        for element in descendants(root, "item", "entry"):
            reading.check()
            if (entry := _entry(element, document.url or "")) is not None:
                entries.setdefault(entry.url, entry)
            if len(entries) == _MOST_ENTRIES:
                break
        head = child(root, "channel") if name_of(root) != "feed" else root
        feed = Feed(
            source=document.name,
            kind=_kind(document.data) or self.label,
            entries=tuple(entries.values()),
            title=_shown(child(head, "title"), _LONGEST_TITLE),
            url=document.url,
        )
        return Page(
            name=document.name,
            text="\n".join(entry.title for entry in feed.entries),
            format=PageFormat.FEED,
            url=document.url,
            feed=feed,
        )


def _kind(data: bytes) -> str | None:
    """``RSS`` or ``Atom`` if the root element says so."""
    head, position = data[:_SNIFFED], 0
    while match := _PROLOG.match(head, position):
        position = match.end()
    root = _ROOT.match(head, position)
    return _NAMES[root.lastgroup] if root is not None and root.lastgroup else None


def _entry(element: Element, address: str) -> FeedEntry | None:
    """The article ``element`` tells of; ``None`` without a link to a web page."""
    url = next((link for raw in _links(element) if (link := _web(raw, element, address))), None)
    if url is None:
        return None
    lead = next((text for name in _LEADS if (text := _shown(child(element, name), _LONGEST_LEAD))), None)
    title = _shown(child(element, "title"), _LONGEST_TITLE) or lead or url
    published = next((found for name in _DATES if (found := _moment(text_of(child(element, name))))), None)
    return FeedEntry(title, url, published, None if lead == title else lead)


def _links(element: Element) -> Iterator[str]:
    """Addresses of the article, the best first."""
    links = list(children(element, "link"))
    # RFC 4287, 4.2.7.2: a link without a relation is to the article itself.
    yield from (str(link.get("href")) for link in links if link.get("href") and link.get("rel") in (None, "alternate"))
    yield from (text_of(link) for link in links)
    for identifier in children(element, "guid", "id"):
        if identifier.get("isPermaLink") != "false":
            yield text_of(identifier)


def _web(link: str, element: Element, address: str) -> str | None:
    """``link`` as a full address of the web; nothing else that a feed may name is ever opened."""
    if not link.strip() or len(link) > _LONGEST_LINK or link.lower().startswith(("urn:", "tag:")):
        return None
    try:
        url = urljoin(urljoin(address, element.base or ""), link.strip())
        parts = urlsplit(url)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return None
    # What leads to nowhere in particular comes out as the feed itself.
    return url if valid and url != address and not re.search(r"\s", url) else None


def _shown(element: Element | None, longest: int) -> str | None:
    """The text of ``element`` as it would be seen, cut to ``longest`` signs at the end of a word."""
    if element is None:
        return None
    # Before unescaping: an escaped sign is meant as such. Long before cutting, lest a tag be cut in two.
    text = unescape(_TAG.sub(" ", text_of(element)[: 40 * longest]))
    text = clean(" ".join(text.split()))
    if len(text) > longest:
        text = text[:longest].rpartition(" ")[0] + "…"
    return text or None


def _moment(text: str) -> str | None:
    """The date and time as RFC 3339 or RFC 822 write it, in ISO 8601."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if 1990 <= moment.year <= 2200:
            return text if len(text) == 10 else moment.isoformat(timespec="seconds")
    return None
