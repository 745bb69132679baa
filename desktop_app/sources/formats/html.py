"""Web pages: HTML and XHTML."""

from __future__ import annotations

import re

from desktop_app.sources.decoding import decode
from desktop_app.sources.document import Document
from desktop_app.sources.formats.binary import binary_type
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.source import Page, PageFormat

_MEDIA_TYPES = frozenset({"text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"})
_OTHER_TEXT = frozenset({"text/markdown", "text/x-markdown"})
_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})
# The start of a page, as browsers sniff it: https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]",
    re.I | re.S,
)
# HTML Living Standard, "prescan a byte stream to determine its encoding": the first 1024 bytes; real pages need more.
_PRESCAN = 8192
_META_CHARSET = re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([a-z0-9_:.-]+)""", re.I)
_XML_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([a-z0-9_:.-]+)""", re.I)


class HtmlFormat:
    """HTML by its media type, its first tag or its ending."""

    label = "HTML"
    suffixes = _SUFFIXES

    def recognises(self, document: Document) -> bool:
        if binary_type(document.data):
            return False
        if document.from_web:
            if document.media_type in _MEDIA_TYPES:
                return True
            # Servers send pages that say "not found" under the name of what was asked for.
            return document.media_type not in _OTHER_TEXT and self._starts_like_html(document.data)
        return document.suffix in _SUFFIXES or self._starts_like_html(document.data)

    def read(self, document: Document, reading: Reading) -> Page:
        reading.check_text_size(len(document.data))
        declared = declared_encodings(document.data)
        if document.charset:
            declared.insert(0, document.charset)
        text = decode(document.data, declared)
        return Page(name=document.name, text=text, format=PageFormat.HTML, url=document.url)

    @staticmethod
    def _starts_like_html(data: bytes) -> bool:
        return _START.match(data[:_PRESCAN]) is not None


def declared_encodings(data: bytes) -> list[str]:
    """The encodings a page says it is in."""
    head = data[:_PRESCAN]
    found = (pattern.search(head) for pattern in (_META_CHARSET, _XML_ENCODING))
    return [match.group(1).decode("ascii") for match in found if match]
