"""The keeper: the child that holds library and queue. Neither the disk nor a dictionary makes the window wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from desktop_app.errors import UnknownDigest
from desktop_app.library.entries import Entry, Hit
from desktop_app.library.library import Library
from desktop_app.queue_items import ItemState
from desktop_app.queue_state import Queue
from desktop_app.sources.source import FileSource, Source
from desktop_app.worker import keeping as ask
from desktop_app.worker.messages import Job, KeepJob, Telling


class KeeperHandler:
    """Does ``KeepJob``s over the user's library and queue."""

    def __init__(self) -> None:
        self._library = Library.default()
        self._queue = Queue.default()

    def run(self, job: Job, emit: Callable[[Telling], None], cancelled: Callable[[], bool]) -> None:
        """Answer the request of ``job``. Raises ``LibraryError`` and what comes under it."""
        assert isinstance(job, KeepJob)
        emit(self._answer(job.request))

    def _answer(self, request: ask.Request) -> ask.Answer:
        match request:
            case ask.SaveDigest(digest, options):
                saved = self._library.save(digest, options)
                return ask.DigestSaved(self._library.entry(saved.id), saved.created)
            case ask.ListEntries():
                return self._list(request)
            case ask.GetFacets():
                return ask.FacetsFound(self._library.facets())
            case ask.OpenEntry(number):
                return ask.KeptFound(self._kept(number))
            case ask.FindAddress(url):
                return self._found(self._library.find_address(url))
            case ask.FindArticle(article):
                return self._found(self._library.find_article(article))
            case ask.FetchDigests(numbers):
                return self._digests(numbers)
            case ask.ChangeEntries() | ask.TagEntries() | ask.ClearLibrary():
                return self._change(request)
            case _:
                return self._queue_answer(request)

    def _list(self, request: ask.ListEntries) -> ask.EntriesListed:
        page, more = request.limit, request.limit + 1  # one beyond the page tells whether there is another
        if request.text.strip():
            hits: Sequence[Hit] = self._library.search(
                request.text, request.wanted, limit=more, offset=request.offset, dictionaries=request.dictionaries
            )
        else:
            entries = self._library.entries(request.wanted, limit=more, offset=request.offset)
            hits = [Hit(entry, "", ()) for entry in entries]
        return ask.EntriesListed(tuple(hits[:page]), request.offset, len(hits) > page, self._library.count())

    def _found(self, entry: Entry | None) -> ask.KeptFound:
        return ask.KeptFound(None if entry is None else self._kept(entry.id))

    def _kept(self, number: int) -> ask.Kept:
        return ask.Kept(self._library.entry(number), self._library.digest(number), self._library.summaries(number))

    def _digests(self, numbers: Sequence[int]) -> ask.DigestsFetched:
        digests = []
        for number in numbers:
            with suppress(UnknownDigest):
                digests.append(self._library.digest(number))
        return ask.DigestsFetched(tuple(digests))

    def _change(self, request: ask.ChangeEntries | ask.TagEntries | ask.ClearLibrary) -> ask.EntriesChanged:
        library = self._library
        match request:
            case ask.ChangeEntries(ask.Change.PIN, numbers):
                library.pin(numbers)
            case ask.ChangeEntries(ask.Change.UNPIN, numbers):
                library.pin(numbers, pinned=False)
            case ask.ChangeEntries(ask.Change.DELETE, numbers):
                library.delete(numbers)
            case ask.ChangeEntries(ask.Change.RESTORE, numbers):
                library.restore(numbers)
            case ask.TagEntries(numbers, add, remove):
                library.tag(numbers, add)
                library.untag(numbers, remove)
            case ask.ClearLibrary():
                library.clear()
                self._queue.clear(tuple(ItemState))
        return ask.EntriesChanged()

    # The queue

    def _queue_answer(self, request: ask.Request) -> ask.Answer:
        queue = self._queue
        match request:
            case ask.LoadQueue():
                return self._load()
            case ask.AddToQueue(sources, keep):
                return self._add(sources, keep=keep)
            case ask.MarkItem():
                return self._mark(request)
            case ask.FetchItem(item):
                return ask.ItemFetched(item, queue.digest(item))
            case ask.CancelItems(items):
                queue.cancel(items)
            case ask.RemoveItems(items):
                queue.remove(items)
                queue.shrink()
            case ask.ArrangeQueue(moved, before, paused):
                if moved:
                    queue.move(moved, before)
                if paused is not None:
                    queue.pause(paused=paused)
        return ask.EntriesChanged()

    def _load(self) -> ask.QueueLoaded:
        queue = self._queue
        queue.recover()
        queue.settle()
        return ask.QueueLoaded(queue.items(), queue.paused)

    def _add(self, sources: Sequence[Source], *, keep: bool) -> ask.QueueGrown:
        from desktop_app.sources.folders import could_be_document, files_below

        found: list[Source] = []
        passed_over = 0
        for source in sources:
            if isinstance(source, FileSource) and source.path.is_dir():
                for path in files_below(source.path):
                    if could_be_document(path):
                        found.append(FileSource(path))
                    else:
                        passed_over += 1
            else:
                found.append(source)
        if not keep:
            return ask.QueueGrown((), tuple(found), passed_over)
        return ask.QueueGrown(self._queue.add(found), (), passed_over)

    def _mark(self, request: ask.MarkItem) -> ask.ItemMarked:
        digest_id = None
        digest = request.digest
        if digest is not None and request.options is not None and (digest.article.readable or digest.summary):
            digest_id = self._library.save(digest, request.options).id
        self._queue.mark(request.item, request.state, digest=digest, error=request.error, digest_id=digest_id)
        return ask.ItemMarked(request.item, digest_id)
