"""Everything Kratko reads comes through here: addresses, files and text become one decoded :class:`Page`."""

from __future__ import annotations

from desktop_app.sources.address import normalise_address, parse_source, parse_sources
from desktop_app.sources.loading import decode, fetch, load
from desktop_app.sources.source import FileSource, Limits, Page, PageFormat, Source, TextSource, UrlSource, entry_source

__all__ = [
    "FileSource",
    "Limits",
    "Page",
    "PageFormat",
    "Source",
    "TextSource",
    "UrlSource",
    "decode",
    "entry_source",
    "fetch",
    "load",
    "normalise_address",
    "parse_source",
    "parse_sources",
]
