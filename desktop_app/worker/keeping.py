"""What the window asks of the keeper, the child that holds library and queue, and what it answers.

Every request is answered by exactly one event of the kind named in its docstring, or fails.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.article import Article, Digest
from desktop_app.errors import KratkoError
from desktop_app.library.entries import Entry, Facets, Filter, Hit, StoredSummary
from desktop_app.options import SummaryOptions
from desktop_app.queue_items import ItemState, QueueItem
from desktop_app.sources.source import Source


@dataclass(frozen=True, slots=True)
class Kept:
    """A digest out of the library: its line in the list, itself, and all summaries there are of it, newest first."""

    entry: Entry
    digest: Digest
    summaries: tuple[StoredSummary, ...]


# The library


@dataclass(frozen=True, slots=True)
class SaveDigest:
    """Keep ``digest``, made with ``options``: ``DigestSaved``."""

    digest: Digest
    options: SummaryOptions


@dataclass(frozen=True, slots=True)
class DigestSaved:
    """It is on the disk, as ``entry``; ``created`` unless it was there already."""

    entry: Entry
    created: bool


@dataclass(frozen=True, slots=True)
class ListEntries:
    """List or, if there is a ``text``, search: ``EntriesListed``.

    Without ``dictionaries`` irregular forms of words are not found, but the answer is there at once.
    """

    wanted: Filter = field(default_factory=Filter)
    text: str = ""
    limit: int = 200
    offset: int = 0
    dictionaries: bool = False


@dataclass(frozen=True, slots=True)
class EntriesListed:
    """A part of the list from ``offset`` on; an entry that was not searched for has an empty passage.

    ``more`` tells whether the list goes on, ``kept`` how many digests there are in the whole library.
    """

    hits: tuple[Hit, ...]
    offset: int
    more: bool
    kept: int


@dataclass(frozen=True, slots=True)
class GetFacets:
    """What there is to filter by: ``FacetsFound``."""


@dataclass(frozen=True, slots=True)
class FacetsFound:
    """It is ``facets``."""

    facets: Facets


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """Fetch what is kept under ``number``: ``KeptFound``."""

    number: int


@dataclass(frozen=True, slots=True)
class FindAddress:
    """Fetch what is kept of the page at ``url``: ``KeptFound``."""

    url: str


@dataclass(frozen=True, slots=True)
class FindArticle:
    """Fetch what is kept of ``article``, by its address or text: ``KeptFound``."""

    article: Article


@dataclass(frozen=True, slots=True)
class KeptFound:
    """What was looked for, ``None`` if it is not kept."""

    kept: Kept | None


@dataclass(frozen=True, slots=True)
class FetchDigests:
    """Fetch whole digests, to export or compare them: ``DigestsFetched``."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DigestsFetched:
    """The digests, in the order asked for, those that are gone left out."""

    digests: tuple[Digest, ...]


class Change(StrEnum):
    """What can be done to entries of the library."""

    PIN = "pin"
    UNPIN = "unpin"
    DELETE = "delete"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class ChangeEntries:
    """Do ``change`` to entries: ``EntriesChanged``."""

    change: Change
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TagEntries:
    """Give entries the tags ``add`` and take ``remove`` away: ``EntriesChanged``."""

    numbers: tuple[int, ...]
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntriesChanged:
    """It is done."""


@dataclass(frozen=True, slots=True)
class ClearLibrary:
    """Remove library and queue for good, so that nothing can be read from their files any more: ``EntriesChanged``."""


# The queue


@dataclass(frozen=True, slots=True)
class LoadQueue:
    """Take up the queue where the last session left it: ``QueueLoaded``.

    What was done and is kept in the library leaves the queue; what was being worked on is put back.
    """


@dataclass(frozen=True, slots=True)
class QueueLoaded:
    """The items in order."""

    items: tuple[QueueItem, ...]
    paused: bool


@dataclass(frozen=True, slots=True)
class AddToQueue:
    """Put sources at the end of the queue, folders as the documents in them: ``QueueGrown``.

    With ``keep`` they are written to the disk, else only told.
    """

    sources: tuple[Source, ...]
    keep: bool = True


@dataclass(frozen=True, slots=True)
class QueueGrown:
    """The new items; not kept on the disk, they are numbered by the window. ``passed_over`` files in folders are of
    kinds that Kratko does not read.
    """

    items: tuple[QueueItem, ...]
    sources: tuple[Source, ...]
    passed_over: int


@dataclass(frozen=True, slots=True)
class MarkItem:
    """Note where ``item`` stands: ``ItemMarked``. A ``digest`` that comes with it is kept in the library too, if the
    reader keeps digests and the article is readable.
    """

    item: int
    state: ItemState
    digest: Digest | None = None
    error: KratkoError | None = None
    options: SummaryOptions | None = None


@dataclass(frozen=True, slots=True)
class ItemMarked:
    """It is noted; ``digest_id`` is the number in the library, if it is kept there."""

    item: int
    digest_id: int | None = None


@dataclass(frozen=True, slots=True)
class ArrangeQueue:
    """Note the new order of all items, and whether the queue is paused: ``EntriesChanged``."""

    moved: tuple[int, ...] = ()
    before: int | None = None
    paused: bool | None = None


@dataclass(frozen=True, slots=True)
class CancelItems:
    """Note that items were given up: ``EntriesChanged``."""

    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RemoveItems:
    """Take items out of the queue, so that nothing of them can be read from its file any more: ``EntriesChanged``."""

    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FetchItem:
    """What was made of an item so far: ``ItemFetched``."""

    item: int


@dataclass(frozen=True, slots=True)
class ItemFetched:
    """Article, figures and summary, as far as they are there; ``None`` before it was read."""

    item: int
    digest: Digest | None


Request = (
    SaveDigest
    | ListEntries
    | GetFacets
    | OpenEntry
    | FindAddress
    | FindArticle
    | FetchDigests
    | ChangeEntries
    | TagEntries
    | ClearLibrary
    | LoadQueue
    | AddToQueue
    | MarkItem
    | ArrangeQueue
    | CancelItems
    | RemoveItems
    | FetchItem
)

Answer = (
    DigestSaved
    | EntriesListed
    | FacetsFound
    | KeptFound
    | DigestsFetched
    | EntriesChanged
    | QueueLoaded
    | QueueGrown
    | ItemMarked
    | ItemFetched
)


def choose_summary(kept: Sequence[StoredSummary], lang: str, options: SummaryOptions) -> StoredSummary | None:
    """The newest of ``kept`` that is what ``options`` ask for, of an article in ``lang``."""
    wanted = lang if options.lang == "auto" else options.lang
    for stored in kept:
        same_model = options.model is None or stored.summary.model == options.model
        same_shape = (stored.length, stored.options.style, stored.options.about) == (
            options.length,
            options.style,
            options.about,
        )
        if stored.summary.lang == wanted and same_shape and same_model:
            return stored
    return None
