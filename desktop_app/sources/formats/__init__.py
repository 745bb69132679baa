"""The kinds of documents Kratko reads, in the order they are asked.

A format is one module with one object that fulfils :class:`DocumentFormat`; adding one means adding it to
:data:`FORMATS`. The first whose ``recognises`` says yes reads the document.
"""

from __future__ import annotations

from typing import Protocol

from desktop_app.errors import EmptySource, UnsupportedType
from desktop_app.sources.formats.binary import binary_type
from desktop_app.sources.formats.document import Document
from desktop_app.sources.formats.html import HtmlFormat
from desktop_app.sources.formats.markdown import MarkdownFormat
from desktop_app.sources.formats.text import TextFormat
from desktop_app.sources.source import Page


class DocumentFormat(Protocol):
    """A kind of document."""

    def recognises(self, document: Document) -> bool:
        """Whether ``document`` is of this kind, by its bytes first, then by its media type or file name."""

    def read(self, document: Document) -> Page:
        """Decode ``document``; raises ``UnsupportedType`` or ``EmptySource``."""


FORMATS: tuple[DocumentFormat, ...] = (HtmlFormat(), MarkdownFormat(), TextFormat())


def read_document(document: Document) -> Page:
    """Decode ``document`` by the first format that recognises it.

    Raises ``EmptySource`` if nothing is in it, ``UnsupportedType`` if no format knows it.
    """
    if not document.data.strip():
        raise EmptySource(name=document.name)
    for document_format in FORMATS:
        if document_format.recognises(document):
            page = document_format.read(document)
            if not page.text.strip():
                raise EmptySource(name=document.name)
            return page
    kind = binary_type(document.data) or document.media_type or document.suffix or "unknown"
    raise UnsupportedType(name=document.name, type=kind)
