"""What the reader can hand over, and the page it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app.feed import Feed, FeedEntry


@dataclass(frozen=True, slots=True)
class UrlSource:
    """A web address the reader typed, pasted or dropped, or one found on a page or in a feed.

    ``found_on`` is the address of what a link was found on, ``None`` for the reader's own; links that strangers chose
    are held to public hosts when they are fetched.
    """

    url: str
    found_on: str | None = None


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


def name_of(source: Source) -> str:
    """What the reader gave, as messages tell it."""
    match source:
        case UrlSource(url=url):
            return url
        case FileSource(path=path):
            return str(path)
        case TextSource(name=name):
            return name


def entry_source(feed: Feed, entry: FeedEntry) -> UrlSource:
    """The source an entry of ``feed`` stands for: a link that a stranger chose."""
    return UrlSource(entry.url, found_on=feed.url or feed.source)


class PageFormat(StrEnum):
    """How the text of a page is to be understood."""

    HTML = "html"
    TEXT = "text"
    MARKDOWN = "markdown"
    DOCUMENT = "document"
    FEED = "feed"


class BlockKind(StrEnum):
    """What a block of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or the like; ``page`` counts from 1 and is ``None`` where the format has no pages.

    A row of a table is its cells that hold text, joined by `` | ``; a list item begins with its number if it has one.
    """

    kind: BlockKind
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What a document says of itself: ``published`` is an ISO 8601 date, ``lang`` a BCP-47 tag."""

    title: str | None = None
    byline: str | None = None
    site: str | None = None
    published: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A document as it came, decoded but not yet understood.

    ``name`` is what the reader gave (address, path or ``-``), ``url`` the address after redirects, for web pages.
    ``blocks`` and ``info`` are filled where ``format`` is ``DOCUMENT``; ``text`` then is the text of the blocks.
    ``feed`` is there where ``format`` is ``FEED``; ``text`` then is the titles of its entries.
    """

    name: str
    text: str
    format: PageFormat
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    info: DocumentInfo = DocumentInfo()
    feed: Feed | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is read.

    ``max_bytes`` holds for pages from the web after decompression and for files of plain text and markup;
    ``max_file_bytes`` for files whose text is a small part of them, such as PDF; ``max_unpacked_bytes`` for what is
    unpacked of one file, ``max_ratio`` for how much larger than packed a part of it may be. ``timeout`` is the time
    in seconds to fetch a page, ``parse_timeout`` to take a document apart; ``max_pages`` are its pages.
    """

    max_bytes: int = 20 * 1024 * 1024
    timeout: float = 30.0
    connect_timeout: float = 10.0
    max_redirects: int = 10
    max_file_bytes: int = 256 * 1024 * 1024
    max_unpacked_bytes: int = 128 * 1024 * 1024
    max_ratio: int = 200
    max_pages: int = 3000
    parse_timeout: float = 120.0

    @property
    def longest(self) -> float:
        """Seconds that fetching and understanding one source may take at most, all in all."""
        return self.timeout + 2 * self.parse_timeout
