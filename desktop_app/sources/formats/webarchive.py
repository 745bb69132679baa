"""Web pages saved as one file: MHTML (RFC 2557). The page itself goes the way of all web pages."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import Message

from desktop_app.errors import DamagedDocument
from desktop_app.sources.decoding import decode
from desktop_app.sources.document import Document
from desktop_app.sources.formats.html import declared_encodings
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.source import Page, PageFormat

_START = re.compile(
    rb"\s{0,64}(?:from|mime-version|subject|date|snapshot-content-location|content-type|x-[\w-]+):", re.I
)
_SNIFFED = 8192
_MOST_PARTS = 5000
_MARKUP = frozenset({"text/html", "application/xhtml+xml"})


class WebArchiveFormat:
    """``.mhtml`` and ``.mht``."""

    label = "MHTML"
    suffixes = frozenset({".mht", ".mhtml"})

    def recognises(self, document: Document) -> bool:
        head = document.data[:_SNIFFED]
        if _START.match(head) is None:
            return False
        saved = document.suffix in self.suffixes or b"snapshot-content-location:" in head.lower()
        return saved or (document.suffix not in (".eml", ".txt") and document.media_type == "multipart/related")

    def read(self, document: Document, reading: Reading) -> Page:
        message = message_from_bytes(document.data, policy=policy.compat32)
        page = _page_part(message, reading)
        if page is None:
            raise DamagedDocument(name=document.name, type=self.label)
        data = page.get_payload(decode=True)
        content = data if isinstance(data, bytes) else b""
        reading.check_text_size(len(content))
        charset = page.get_content_charset()
        labels = [*([charset] if charset else []), *declared_encodings(content)]
        return Page(
            name=document.name, text=decode(content, labels), format=PageFormat.HTML, url=_address(message, page)
        )


def _page_part(message: Message, reading: Reading) -> Message | None:
    """The part that is the page: that which ``start`` names, otherwise the first of HTML."""
    start = str(message.get_param("start") or "").strip()
    first: Message | None = None
    for number, part in enumerate(message.walk()):
        reading.check()
        if number > _MOST_PARTS:
            break
        if part.get_content_type() in _MARKUP and not part.is_multipart():
            if start and str(part.get("Content-ID") or "").strip() == start:
                return part
            first = first or part
    return first


def _address(message: Message, page: Message) -> str | None:
    """The address the page was saved from."""
    for value in (message.get("Snapshot-Content-Location"), page.get("Content-Location")):
        address = "".join(str(value or "").split())
        if address.lower().startswith(("http://", "https://")):
            return address
    return None
