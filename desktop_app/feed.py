"""A feed (RSS, Atom): a list of articles that the reader chooses from. Only the standard library is imported here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An article of a feed: ``published`` is in ISO 8601, ``lead`` the beginning of what the feed says of it."""

    title: str
    url: str
    published: str | None = None
    lead: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """``source`` is what the reader gave, ``url`` the address after redirects, ``kind`` RSS or Atom.

    Entries are in the order of the feed, each address once.
    """

    source: str
    kind: str
    entries: tuple[FeedEntry, ...]
    title: str | None = None
    url: str | None = None
