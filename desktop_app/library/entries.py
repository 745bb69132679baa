"""What the library hands out: frozen, small, ready to cross the process boundary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop_app.article import Span, Summary
from desktop_app.choices import Length
from desktop_app.options import SummaryOptions


@dataclass(frozen=True, slots=True)
class Entry:
    """A kept digest as one line of a list.

    ``saved_at`` and ``updated_at`` are in UTC. ``summary`` is the text of the newest summary, ``figures`` how many
    different figures there are.
    """

    id: int
    source: str
    title: str | None
    url: str | None
    site: str | None
    lang: str
    published: str | None
    words: int
    figures: int
    summary: str | None
    saved_at: datetime
    updated_at: datetime
    pinned: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredSummary:
    """A summary of a kept article, with what was asked for."""

    id: int
    summary: Summary
    length: Length
    options: SummaryOptions
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a digest was saved; ``created`` unless it was there already."""

    id: int
    created: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries are wanted; all conditions at once.

    ``since`` and ``until`` are days, both included, on which the digest was saved, in local time. ``site`` is the name
    of a site, or its host. Tags are told apart by letters, not by case.
    """

    since: date | None = None
    until: date | None = None
    site: str | None = None
    lang: str | None = None
    tag: str | None = None
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found by a search: a passage around the first word found, ``marks`` are the words in it."""

    entry: Entry
    passage: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """What the library can be filtered by, each with its number of digests, most frequent first."""

    sites: tuple[tuple[str, int], ...]
    langs: tuple[tuple[str, int], ...]
    tags: tuple[tuple[str, int], ...]
