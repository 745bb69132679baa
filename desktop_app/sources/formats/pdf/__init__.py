"""PDF (ISO 32000): the text of its pages in reading order, by pypdfium2."""

from __future__ import annotations

from desktop_app.sources.formats.pdf.reader import PdfFormat

__all__ = ["PdfFormat"]
