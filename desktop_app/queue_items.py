"""The queue as its viewers know it: items, the states they go through, and how far all of them have come."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.errors import KratkoError
from desktop_app.sources.source import Source


class ItemState(StrEnum):
    """Where an item stands."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    SUMMARISING = "summarising"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


#: Which states may follow which by work and cancelling; :meth:`Queue.retry` alone begins anew. A report for an item
#: that has moved on in the meantime is dropped.
FOLLOWS: dict[ItemState, frozenset[ItemState]] = {
    ItemState.WAITING: frozenset({ItemState.READING, ItemState.CANCELLED}),
    ItemState.READING: frozenset({ItemState.READ, ItemState.DONE, ItemState.FAILED, ItemState.CANCELLED}),
    ItemState.READ: frozenset({ItemState.SUMMARISING, ItemState.CANCELLED}),
    ItemState.SUMMARISING: frozenset({ItemState.DONE, ItemState.FAILED, ItemState.CANCELLED}),
    ItemState.DONE: frozenset(),
    ItemState.FAILED: frozenset(),
    ItemState.CANCELLED: frozenset(),
}

FINISHED = frozenset(state for state, after in FOLLOWS.items() if not after)


@dataclass(frozen=True, slots=True)
class QueueItem:
    """A source in the queue. ``error`` tells why it failed, ``digest_id`` where the library keeps it."""

    id: int
    source: Source
    state: ItemState
    title: str | None = None
    error: KratkoError | None = None
    digest_id: int | None = None


@dataclass(frozen=True, slots=True)
class QueueProgress:
    """How far the queue has come.

    ``share`` is 0…1, reading an item counting a tenth of it; ``seconds_left`` is ``None`` until it can be judged.
    """

    counts: dict[ItemState, int]
    share: float
    seconds_left: float | None


def progress_of(counts: dict[ItemState, int], took: Sequence[float]) -> QueueProgress:
    """The progress of a queue with ``counts`` of each state, whose newest summaries ``took`` so many seconds."""
    total = sum(counts.values()) - counts[ItemState.CANCELLED]
    finished = counts[ItemState.DONE] + counts[ItemState.FAILED]
    read = counts[ItemState.READ] + counts[ItemState.SUMMARISING]
    share = (finished + 0.1 * read) / total if total else 1.0
    left = total - finished
    seconds = statistics.median(took) * left if took else None
    return QueueProgress(counts, share, seconds if left else 0.0)


def reordered(old: Sequence[int], moved: Sequence[int], before: int | None) -> list[int]:
    """``old`` with ``moved`` before ``before`` (at the end if that is ``None`` or not there)."""
    there = set(old)
    items = [item for item in dict.fromkeys(moved) if item in there and item != before]
    rest = [item for item in old if item not in set(items)]
    place = rest.index(before) if before in rest else len(rest)
    return [*rest[:place], *items, *rest[place:]]
