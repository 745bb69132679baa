"""Markdown files."""

from __future__ import annotations

from desktop_app.sources.decoding import decode
from desktop_app.sources.document import Document
from desktop_app.sources.formats.binary import binary_type
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.source import Page, PageFormat

_MEDIA_TYPES = frozenset({"text/markdown", "text/x-markdown"})
_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd"})


class MarkdownFormat:
    """Markdown by its media type or ending; servers often call it plain text."""

    label = "Markdown"
    suffixes = _SUFFIXES

    def recognises(self, document: Document) -> bool:
        if binary_type(document.data):
            return False
        if document.from_web and document.media_type != "text/plain":
            return document.media_type in _MEDIA_TYPES
        return document.suffix in _SUFFIXES

    def read(self, document: Document, reading: Reading) -> Page:
        reading.check_text_size(len(document.data))
        text = decode(document.data, [document.charset] if document.charset else [])
        return Page(name=document.name, text=text, format=PageFormat.MARKDOWN, url=document.url)
