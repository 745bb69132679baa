"""What the reader can hand over, and the page it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class UrlSource:
    """A web address the reader typed, pasted or dropped."""

    url: str


@dataclass(frozen=True, slots=True)
class FileSource:
    """A file on this computer."""

    path: Path


@dataclass(frozen=True, slots=True)
class TextSource:
    """Text as pasted or piped; ``html`` when the clipboard offered markup as well."""

    text: str
    html: str | None = None
    name: str = "-"


Source = UrlSource | FileSource | TextSource


class PageFormat(StrEnum):
    """How the text of a page is to be understood."""

    HTML = "html"
    TEXT = "text"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class Page:
    """A document as it came, decoded but not yet understood.

    ``name`` is what the reader gave (address, path or ``-``), ``url`` the address after redirects, for web pages.
    """

    name: str
    text: str
    format: PageFormat
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is read: bytes after decompression, seconds in all, number of redirects."""

    max_bytes: int = 20 * 1024 * 1024
    timeout: float = 30.0
    connect_timeout: float = 10.0
    max_redirects: int = 10
