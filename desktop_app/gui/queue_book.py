"""The queue as the window knows it: items in order, each change noted by the keeper for the next start."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop_app.article import Digest
from desktop_app.errors import KratkoError
from desktop_app.gui import settings
from desktop_app.gui.tools import Tools
from desktop_app.options import SummaryOptions
from desktop_app.queue_items import FINISHED, ItemState, QueueItem, QueueProgress, progress_of, reordered
from desktop_app.sources.source import Source
from desktop_app.worker.keeping import (
    AddToQueue,
    ArrangeQueue,
    CancelItems,
    FetchItem,
    ItemFetched,
    ItemMarked,
    LoadQueue,
    MarkItem,
    QueueGrown,
    QueueLoaded,
    RemoveItems,
)

#: Newest summaries that the remaining time is judged by.
_JUDGED_BY = 10


class QueueBook(QObject):
    """Items have numbers above zero if they are on the disk, below if digests are not kept.

    ``arranged`` tells that items came, went or changed places, ``changed`` that one is in another state, ``grown``
    carries the numbers of new items.
    """

    arranged = Signal()
    changed = Signal(int)
    changed_many = Signal()
    grown = Signal(tuple)  # of int
    passed_over = Signal(int)  # files in folders that Kratko does not read
    kept = Signal(int)  # number of an item whose digest is in the library now

    def __init__(self, tools: Tools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = tools.keeper
        self._settings = tools.settings
        self._items: dict[int, QueueItem] = {}  # in order
        self._counts: Counter[ItemState] = Counter()
        self._unkept: dict[int, Digest] = {}
        self._took: deque[float] = deque(maxlen=_JUDGED_BY)
        self._next = 0
        self.paused = False

    @property
    def items(self) -> list[QueueItem]:
        """All items in order."""
        return list(self._items.values())

    @property
    def unfinished(self) -> int:
        """How many items are not done yet."""
        return sum(count for state, count in self._counts.items() if state not in FINISHED)

    @property
    def progress(self) -> QueueProgress:
        """How far all of them have come."""
        return progress_of(dict.fromkeys(ItemState, 0) | dict(self._counts), list(self._took))

    def __len__(self) -> int:
        return len(self._items)

    def item(self, number: int) -> QueueItem | None:
        """The item with this number."""
        return self._items.get(number)

    def first(self, state: ItemState) -> QueueItem | None:
        """The first item in ``state``."""
        if not self._counts[state]:
            return None
        return next((item for item in self._items.values() if item.state is state), None)

    def load(self) -> None:
        """Take up what the last session left."""
        self._keeper.ask(LoadQueue(), self._loaded)

    def add(self, sources: Sequence[Source], *, show: bool = True) -> None:
        """Put ``sources`` at the end; folders become the documents in them. ``show`` if the reader waits for them."""
        keep = self._settings.get(settings.KEEP_DIGESTS)
        self._keeper.ask(AddToQueue(tuple(sources), keep), lambda answer: self._grown(answer, show=show))

    def mark(
        self,
        number: int,
        state: ItemState,
        *,
        digest: Digest | None = None,
        error: KratkoError | None = None,
        options: SummaryOptions | None = None,
    ) -> None:
        """Note that the item is in ``state``, with the ``digest`` made by ``options`` so far."""
        item = self._items.get(number)
        if item is None:
            return
        title = digest.article.title if digest is not None else item.title
        self._put(replace(item, state=state, error=error, title=title))
        self.changed.emit(number)
        keep = self._settings.get(settings.KEEP_DIGESTS)
        if digest is not None and (number < 0 or not keep):
            self._unkept[number] = digest
        if number > 0:
            written = digest if keep else None
            self._keeper.ask(MarkItem(number, state, written, error, options), self._marked)

    def cancel(self, numbers: Sequence[int]) -> None:
        """Note that items were given up, many at a time."""
        for number in numbers:
            self._put(replace(self._items[number], state=ItemState.CANCELLED, error=None))
        self.changed_many.emit()
        kept = tuple(number for number in numbers if number > 0)
        if kept:
            self._keeper.ask(CancelItems(kept))

    def took(self, seconds: float) -> None:
        """A summary took so long."""
        self._took.append(seconds)

    def fetch(self, number: int, then: Callable[[Digest | None], object]) -> None:
        """Call ``then`` with what was made of an item so far."""
        if number in self._unkept or number < 0:
            then(self._unkept.get(number))
            return

        def fetched(answer: ItemFetched) -> None:
            then(answer.digest)

        self._keeper.ask(FetchItem(number), fetched, lambda _: then(None))

    def move(self, numbers: Sequence[int], before: int | None) -> None:
        """Put items before another one, or (``None``) at the end."""
        order = reordered(list(self._items), numbers, before)
        if order != list(self._items):
            self._items = {number: self._items[number] for number in order}
            self.arranged.emit()
            if all(number > 0 for number in numbers) and (before is None or before > 0):
                self._keeper.ask(ArrangeQueue(tuple(numbers), before))

    def remove(self, numbers: Iterable[int]) -> None:
        """Take items out, with all that was made of them; what is in the library stays there."""
        gone = [number for number in numbers if number in self._items]
        for number in gone:
            self._counts[self._items.pop(number).state] -= 1
            self._unkept.pop(number, None)
        if gone:
            self.arranged.emit()
            kept = tuple(number for number in gone if number > 0)
            if kept:
                self._keeper.ask(RemoveItems(kept))

    def forget(self) -> None:
        """The keeper has removed everything."""
        self._items.clear()
        self._counts.clear()
        self._unkept.clear()
        self.arranged.emit()

    def pause(self, paused: bool) -> None:
        """Begin nothing new, or go on."""
        self.paused = paused
        self._keeper.ask(ArrangeQueue(paused=paused), None, lambda _: None)

    def _put(self, item: QueueItem) -> None:
        before = self._items.get(item.id)
        if before is not None:
            self._counts[before.state] -= 1
        self._items[item.id] = item
        self._counts[item.state] += 1

    def _loaded(self, answer: QueueLoaded) -> None:
        for item in answer.items:
            if item.id not in self._items:
                self._put(item)
        self.paused = answer.paused and bool(answer.items)
        self.arranged.emit()

    def _grown(self, answer: QueueGrown, *, show: bool) -> None:
        items = list(answer.items)
        for source in answer.sources:
            self._next -= 1
            items.append(QueueItem(self._next, source, ItemState.WAITING))
        for item in items:
            self._put(item)
        if items:
            self.arranged.emit()
        if show:
            self.grown.emit(tuple(item.id for item in items))
        if answer.passed_over:
            self.passed_over.emit(answer.passed_over)

    def _marked(self, answer: ItemMarked) -> None:
        item = self._items.get(answer.item)
        if item is not None and answer.digest_id is not None:
            self._items[item.id] = replace(item, digest_id=answer.digest_id)
            self.kept.emit(item.id)
