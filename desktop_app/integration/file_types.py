"""The kinds of files that desktops are told Kratko opens, by the names of freedesktop.org's shared-mime-info."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_OFFICE = "application/vnd.openxmlformats-officedocument"
_MACROS = "macroEnabled.12"
_OASIS = "application/vnd.oasis.opendocument"


@dataclass(frozen=True, slots=True)
class FileType:
    """One kind of file: its ``media_types``, the usual one first, and its ``suffixes``; ``name`` is for people."""

    name: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]


FILE_TYPES: Final = (
    FileType("PDF document", ("application/pdf",), (".pdf",)),
    FileType("Word document", (f"{_OFFICE}.wordprocessingml.document",), (".docx",)),
    FileType("Word document with macros", (f"application/vnd.ms-word.document.{_MACROS}",), (".docm",)),
    FileType("Word template", (f"{_OFFICE}.wordprocessingml.template",), (".dotx",)),
    FileType("PowerPoint presentation", (f"{_OFFICE}.presentationml.presentation",), (".pptx",)),
    FileType(
        "PowerPoint presentation with macros",
        ("application/vnd.ms-powerpoint.presentation.macroEnabled.12",),
        (".pptm",),
    ),
    FileType("PowerPoint slide show", (f"{_OFFICE}.presentationml.slideshow",), (".ppsx",)),
    FileType("PowerPoint template", (f"{_OFFICE}.presentationml.template",), (".potx",)),
    FileType("OpenDocument text", (f"{_OASIS}.text",), (".odt",)),
    FileType("OpenDocument text, flat", (f"{_OASIS}.text-flat-xml",), (".fodt",)),
    FileType("OpenDocument text template", (f"{_OASIS}.text-template",), (".ott",)),
    FileType("EPUB book", ("application/epub+zip",), (".epub",)),
    FileType("FictionBook", ("application/x-fictionbook+xml",), (".fb2",)),
    FileType("FictionBook, packed", ("application/x-zip-compressed-fb2",), (".fbz",)),
    FileType("Rich text", ("application/rtf", "text/rtf"), (".rtf",)),
    FileType("Saved web page", ("application/x-mimearchive", "multipart/related"), (".mhtml", ".mht")),
    FileType("E-mail", ("message/rfc822",), (".eml", ".mime")),
    FileType("Web page", ("text/html", "application/xhtml+xml"), (".html", ".htm", ".shtml", ".xhtml", ".xht")),
    FileType("Markdown", ("text/markdown",), (".md", ".markdown", ".mkd", ".mdown")),
    FileType("Plain text", ("text/plain",), (".txt", ".text")),
)

#: Kinds that are recognised only to say, in good words, why they are not read.
REFUSED_SUFFIXES: Final = frozenset({".doc", ".dot", ".pps", ".ppt", ".rss", ".atom"})


def media_types() -> tuple[str, ...]:
    """Every media type, in the order of the table."""
    return tuple(name for kind in FILE_TYPES for name in kind.media_types)
