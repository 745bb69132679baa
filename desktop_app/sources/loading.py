"""The one entry to all sources: :func:`fetch`, then :func:`decode`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.cancelling import CancelCheck, never
from desktop_app.errors import Cancelled, EmptySource, TooLarge
from desktop_app.network import NetworkPolicy
from desktop_app.sources.source import FileSource, Limits, Page, PageFormat, Source, TextSource, UrlSource

if TYPE_CHECKING:
    from desktop_app.sources.document import Document

    #: What was given, before it is taken apart: bytes of the web or of a file, or text as it is.
    Fetched = Document | TextSource

_MARKUP_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_LINK = re.compile(r"<a\s[^>]*href", re.I)
_BLOCK = re.compile(r"<(?:p|h1|h2|h3|li|article|section)\b", re.I)


def fetch(
    source: Source,
    *,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    cancelled: CancelCheck = never,
    on_progress: Callable[[float | None], None] | None = None,
    network: NetworkPolicy | None = None,
) -> Fetched:
    """Get the bytes of ``source``, and look into them no further.

    ``on_progress`` is called with the share read (0…1), or ``None`` while the size is unknown; ``cancelled`` is asked
    several times a second. Raises ``desktop_app.errors.SourceError`` when they cannot be had, ``OfflineMode`` where
    ``network`` (the environment's by default) forbids it, and ``Cancelled`` once ``cancelled()`` is true.
    """
    # Imported here: the window parses addresses, but leaves fetching, and the libraries for it, to the child process.
    if isinstance(source, UrlSource):
        from desktop_app.sources.web import fetch_url

        return fetch_url(
            source.url,
            limits=limits,
            cancelled=cancelled,
            on_progress=on_progress,
            found_on=source.found_on,
            network=network,
        )
    if isinstance(source, FileSource):
        from desktop_app.sources.files import fetch_file

        return fetch_file(source.path, limits=limits, cancelled=cancelled, on_progress=on_progress)
    return source


def decode(
    fetched: Fetched,
    *,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    cancelled: CancelCheck = never,
) -> Page:
    """Take apart what was fetched: the part that strangers' bytes can do harm to. It needs neither network nor files.

    Raises ``SourceError`` when it holds nothing that can be read, and ``Cancelled``.
    """
    if cancelled():
        raise Cancelled
    if isinstance(fetched, TextSource):
        return _page_of_text(fetched.text, fetched.html, fetched.name, limits)
    from desktop_app.sources.formats import read_document
    from desktop_app.sources.formats.reading import Reading

    return read_document(fetched, Reading(fetched.name, limits, cancelled))


def load(
    source: Source,
    *,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    cancelled: CancelCheck = never,
    on_progress: Callable[[float | None], None] | None = None,
    network: NetworkPolicy | None = None,
) -> Page:
    """:func:`fetch` ``source`` and :func:`decode` it, in this process."""
    fetched = fetch(source, limits=limits, cancelled=cancelled, on_progress=on_progress, network=network)
    return decode(fetched, limits=limits, cancelled=cancelled)


def _page_of_text(text: str, html: str | None, name: str, limits: Limits) -> Page:
    # A code point takes one to four bytes; the cheap bound is enough to keep giant clipboards out.
    if max(len(text), len(html or "")) > limits.max_bytes:
        raise TooLarge(limit_mb=limits.max_bytes // 1_048_576)
    if html is not None and (not text.strip() or _structured(html)):
        return Page(name=name, text=html, format=PageFormat.HTML)
    if not text.strip():
        raise EmptySource(name=name)
    if _MARKUP_START.match(text[:4096]):
        return Page(name=name, text=text, format=PageFormat.HTML)
    return Page(name=name, text=text.lstrip("\ufeff"), format=PageFormat.TEXT)


def _structured(html: str) -> bool:
    """Whether clipboard markup says more than its plain text: paragraphs or headings, and links to tell menus by."""
    return len(_BLOCK.findall(html)) >= 5 and len(_LINK.findall(html)) >= 3
