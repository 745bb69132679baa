"""Digests for the clipboard and for dragging: rich for word processors and mail, plain for everything else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from desktop_app.article import Digest
from desktop_app.export import EXPORTERS, ExportOptions
from desktop_app.export.html import fragment

_MARKDOWN = EXPORTERS.for_name("digest.md")
_TEXT = EXPORTERS.for_name("digest.txt")


def mime_of(digests: Sequence[Digest], options: ExportOptions) -> QMimeData:
    """``digests`` as HTML, Markdown and plain text: the program that takes them chooses."""
    mime = QMimeData()
    mime.setHtml("\n<hr>\n".join(fragment(digest, options) for digest in digests))
    mime.setText(_TEXT.export(digests, options).decode())
    mime.setData(_MARKDOWN.media_type, _MARKDOWN.export(digests, options))
    return mime


def markdown_mime(digests: Sequence[Digest], options: ExportOptions) -> QMimeData:
    """``digests`` as Markdown for programs that take plain text."""
    mime = QMimeData()
    content = _MARKDOWN.export(digests, options)
    mime.setText(content.decode())
    mime.setData(_MARKDOWN.media_type, content)
    return mime
