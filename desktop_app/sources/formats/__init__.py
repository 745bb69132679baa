"""The kinds of documents Kratko reads, in the order they are asked.

A format is one module with one object that fulfils :class:`DocumentFormat`; adding one means adding it to
:data:`FORMATS`. The first whose ``recognises`` says yes reads the document. Kinds with a signature of their own come
first: a document is what its bytes say, whatever it is called.
"""

from __future__ import annotations

from typing import Protocol

from desktop_app.errors import DamagedDocument, EmptySource, KratkoError, UnsupportedType
from desktop_app.sources.document import Document
from desktop_app.sources.formats.binary import binary_type
from desktop_app.sources.formats.docx import DocxFormat
from desktop_app.sources.formats.epub import EpubFormat
from desktop_app.sources.formats.fb2 import Fb2Format
from desktop_app.sources.formats.feed import FeedFormat
from desktop_app.sources.formats.html import HtmlFormat
from desktop_app.sources.formats.legacy import LegacyFormat
from desktop_app.sources.formats.mail import MailFormat
from desktop_app.sources.formats.markdown import MarkdownFormat
from desktop_app.sources.formats.odt import OdtFormat
from desktop_app.sources.formats.pdf import PdfFormat
from desktop_app.sources.formats.pptx import PptxFormat
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.formats.rtf import RtfFormat
from desktop_app.sources.formats.text import TextFormat
from desktop_app.sources.formats.webarchive import WebArchiveFormat
from desktop_app.sources.source import Page


class DocumentFormat(Protocol):
    """A kind of document; ``label`` is what readers call it."""

    @property
    def label(self) -> str:
        """The name of the kind."""

    @property
    def suffixes(self) -> frozenset[str]:
        """Endings of files of this kind, with the dot."""

    def recognises(self, document: Document) -> bool:
        """Whether ``document`` is of this kind, by its bytes first, then by its media type or file name."""

    def read(self, document: Document, reading: Reading) -> Page:
        """Decode ``document`` within the bounds of ``reading``; raises ``SourceError`` or ``Cancelled``."""


FORMATS: tuple[DocumentFormat, ...] = (
    PdfFormat(),
    DocxFormat(),
    PptxFormat(),
    OdtFormat(),
    EpubFormat(),
    Fb2Format(),
    RtfFormat(),
    LegacyFormat(),
    FeedFormat(),
    WebArchiveFormat(),
    MailFormat(),
    HtmlFormat(),
    MarkdownFormat(),
    TextFormat(),
)


def read_document(document: Document, reading: Reading | None = None) -> Page:
    """Decode ``document`` by the first format that recognises it.

    Raises ``EmptySource`` if nothing is in it, ``UnsupportedType`` if no format knows it, and whatever else of
    ``SourceError`` stands in the way of its text; ``Cancelled``.
    """
    reading = reading or Reading(document.name)
    if not document.data.strip(b" \t\r\n\x0b\x0c\x00"):
        raise EmptySource(name=document.name)
    for document_format in FORMATS:
        if document_format.recognises(document):
            page = _read(document_format, document, reading)
            if not page.text.strip():
                raise EmptySource(name=document.name)
            return page
    kind = binary_type(document.data)
    if kind in (None, "binary", "ZIP"):
        named = next((known.label for known in FORMATS if document.suffix in known.suffixes), None)
        if named is not None:
            raise DamagedDocument(name=document.name, type=named)
    raise UnsupportedType(name=document.name, type=_kind_of(document, kind))


def _kind_of(document: Document, kind: str | None) -> str:
    """What to call a document of a kind that Kratko does not read."""
    # Much is a ZIP archive inside, and nobody knows it by that.
    if kind in (None, "binary") or (kind == "ZIP" and document.suffix):
        return document.media_type if document.from_web else document.suffix or kind or "?"
    return kind or "?"


def _read(document_format: DocumentFormat, document: Document, reading: Reading) -> Page:
    try:
        return document_format.read(document, reading)
    except (KratkoError, MemoryError):
        raise
    # Whatever a parser trips over in a stranger's file is the file's damage; the next one must still be read.
    except Exception as error:
        raise DamagedDocument(name=document.name, type=document_format.label) from error
