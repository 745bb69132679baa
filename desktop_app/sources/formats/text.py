"""Plain text of any ending."""

from __future__ import annotations

from desktop_app.sources.decoding import decode
from desktop_app.sources.document import Document
from desktop_app.sources.formats.binary import binary_type
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.source import Page, PageFormat


class TextFormat:
    """The last resort: whatever decodes as text. From the web only what the server calls plain text."""

    label = "text"
    suffixes = frozenset({".txt", ".text"})

    def recognises(self, document: Document) -> bool:
        if document.from_web and document.media_type != "text/plain":
            return False
        return binary_type(document.data) is None

    def read(self, document: Document, reading: Reading) -> Page:
        reading.check_text_size(len(document.data))
        text = decode(document.data, [document.charset] if document.charset else [])
        return Page(name=document.name, text=text, format=PageFormat.TEXT, url=document.url)
