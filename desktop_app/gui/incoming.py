"""What was pasted or dropped, as sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

if TYPE_CHECKING:
    from desktop_app.sources.source import Source


def sources_from(mime: QMimeData | None) -> list[Source]:
    """The sources in ``mime``, in its order: files and links first, else the text (with its markup if there is any).

    Empty when there is nothing Kratko could read. A clipboard nobody has used yet gives ``None``.
    """
    # The address field asks this module too, before anything is read.
    from desktop_app.sources.address import parse_sources
    from desktop_app.sources.source import FileSource, TextSource, UrlSource

    if mime is None:
        return []
    if mime.hasUrls():
        found: list[Source] = []
        for url in mime.urls():
            if url.isLocalFile():
                found.append(FileSource(Path(url.toLocalFile())))
            elif url.scheme() in ("http", "https"):
                found.append(UrlSource(url.toString()))
        if found:
            return found
    text = mime.text() if mime.hasText() else ""
    if not text.strip():
        return []
    sources = list(parse_sources(text))
    if isinstance(sources[0], TextSource) and mime.hasHtml():
        return [TextSource(sources[0].text, html=mime.html())]
    return sources


def fits_one_line(mime: QMimeData | None) -> bool:
    """Whether ``mime`` is text of a single line, or nothing at all."""
    return mime is None or not (mime.hasUrls() or "\n" in mime.text().strip())


def has_sources(mime: QMimeData) -> bool:
    """Whether a drop of ``mime`` would give something, told without reading its data."""
    return mime.hasUrls() or mime.hasText()


def file_patterns() -> str:
    """Patterns of the files Kratko reads, for a file dialog."""
    # Parsers are loaded when somebody asks for a file, not when the window opens.
    from desktop_app.sources.formats import FORMATS

    suffixes = sorted({suffix for kind in FORMATS for suffix in kind.suffixes})
    return " ".join(f"*{suffix}" for suffix in suffixes)
