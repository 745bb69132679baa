"""RSS and Atom feeds: lists of articles, recognised so that the reader hears which address to give instead."""

from __future__ import annotations

import re

from desktop_app.errors import FeedGiven
from desktop_app.sources.formats.document import Document
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.source import Page

_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,256}(?:<\?xml[^>]{0,300}>\s{0,256})?(?:<(?:\?|!--)[^>]{0,2000}>\s{0,256}){0,8}"
    rb"<(?:(?P<rss>rss)[\s>]|(?P<atom>feed)\s[^>]{0,2000}http://www\.w3\.org/2005/Atom"
    rb"|(?P<rdf>rdf:RDF)\s[^>]{0,2000}http://purl\.org/rss/)",
    re.I,
)
_NAMES = {"rss": "RSS", "atom": "Atom", "rdf": "RSS"}


class FeedFormat:
    """A feed instead of an article."""

    label = "RSS"
    suffixes = frozenset({".rss", ".atom"})

    def recognises(self, document: Document) -> bool:
        return _ROOT.match(document.data[:8192]) is not None

    def read(self, document: Document, reading: Reading) -> Page:
        match = _ROOT.match(document.data[:8192])
        kind = match.lastgroup if match else None
        raise FeedGiven(name=document.name, type=_NAMES[kind or "rss"])
