"""Feeds on the command line: which entries were chosen, and how a feed is shown to choose from."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from desktop_app.feed import Feed, FeedEntry

#: Picks entries of a feed.
Choice = Callable[[Feed], tuple[FeedEntry, ...]]

_NEWEST = re.compile(r"newest(?:[\s:=]*(\d{1,4}))?")
_NUMBERS = re.compile(r"(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?")


def choice(text: str) -> Choice:
    """The choice written as ``1,3-5``, ``all`` or ``newest:3``; numbers count from 1, in the order of the feed.

    Raises ``argparse.ArgumentTypeError``. Numbers beyond the end of a feed choose nothing.
    """
    wanted = text.strip().lower()
    if wanted == "all":
        return lambda feed: feed.entries
    if match := _NEWEST.fullmatch(wanted):
        number = int(match.group(1) or 1)
        return lambda feed: tuple(sorted(feed.entries, key=_age)[:number])
    places: dict[int, None] = {}
    for part in wanted.split(","):
        numbers = _NUMBERS.fullmatch(part.strip())
        if numbers is None:
            raise argparse.ArgumentTypeError(f"“{text}” is none of 1,3-5 or all or newest:3")
        first, last = int(numbers.group(1)), int(numbers.group(2) or numbers.group(1))
        places |= dict.fromkeys(range(first, last + 1))
    return lambda feed: tuple(feed.entries[place - 1] for place in places if 0 < place <= len(feed.entries))


def _age(entry: FeedEntry) -> float:
    """Grows with age; entries without a date count as the oldest, in the order of the feed."""
    if entry.published is None:
        return float("inf")
    moment = datetime.fromisoformat(entry.published)
    return -(moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def feed_lines(feed: Feed) -> Iterator[str]:
    """The feed as the terminal shows it, entries with their numbers."""
    yield feed.title or feed.source
    width = len(str(len(feed.entries)))
    for number, entry in enumerate(feed.entries, 1):
        date = (entry.published or "")[:10]
        yield f"{number:>{width}}  {date:10}  {entry.title}"


def feed_row(feed: Feed) -> dict[str, Any]:
    """The JSON row for a feed of which no entry was chosen."""
    return {
        "source": feed.source,
        "title": feed.title,
        "url": feed.url,
        "entries": [
            {"number": number, "title": entry.title, "url": entry.url, "published": entry.published}
            for number, entry in enumerate(feed.entries, 1)
        ],
    }
