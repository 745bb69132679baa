"""Works the queue off: one line reads ahead, so that figures are there soon, another writes summaries.

Both give way to the article the reader has open: what they were at is put back and begun again later.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from desktop_app.article import Article, Digest, Figure, Summary
from desktop_app.corroboration import corroborated
from desktop_app.errors import Cancelled, EngineUnavailable, KratkoError, ModelError, ServerUnreachable, WorkerCrashed
from desktop_app.events import ArticleReady, FiguresReady, StageChanged, SummaryPiece, SummaryReady
from desktop_app.gui.backend import Backend
from desktop_app.gui.queue_book import QueueBook
from desktop_app.gui.tools import Tools
from desktop_app.options import SummaryOptions
from desktop_app.queue_items import FINISHED, ItemState, QueueItem
from desktop_app.worker.messages import Done, Emitted, Failed, Message, ReadJob, SummarizeJob

#: Errors that would befall every other item too: the line waits until they are dealt with.
_OF_ALL = (ModelError, EngineUnavailable, ServerUnreachable)


@dataclass(slots=True)
class _Reading:
    job: int
    item: int
    article: Article | None = None
    figures: tuple[Figure, ...] = ()


@dataclass(slots=True)
class _Writing:
    item: int
    digest: Digest
    options: SummaryOptions
    job: int | None = None
    summary: Summary | None = None
    pieces: list[str] = field(default_factory=list)
    started: float = 0.0


class QueueRunner(QObject):
    """``told`` hands on what the children say of an item; ``held_changed`` carries what keeps summaries from being
    written, ``None`` if nothing does.
    """

    told = Signal(int, object)  # item, event | KratkoError
    begun = Signal(int)  # the summary of this item is being written
    held_changed = Signal(object)  # KratkoError | None
    stopped = Signal()

    def __init__(
        self, book: QueueBook, tools: Tools, backend: Backend, new_id: Callable[[], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.book = book
        self._session = tools.session
        self._backend = backend
        self._new_id = new_id
        self._reading: _Reading | None = None
        self._writing: _Writing | None = None
        self._fetching: int | None = None
        self._crashed: set[int] = set()  # items a child has died over once
        self.held: KratkoError | None = None
        self.write_anyway = False
        backend.received.connect(self._receive)
        book.grown.connect(lambda _: self.work())
        book.arranged.connect(self.work)
        self._session.opened.connect(self._give_way)
        self._session.summary_started.connect(self._give_way)
        self._session.freed.connect(self.work)
        self._session.closed.connect(self.work)
        self._session.stop_passed.connect(self.stop)
        self._session.models.finished.connect(lambda *_: self.release())

    @property
    def busy(self) -> bool:
        """Whether something of the queue is being worked on."""
        return self._reading is not None or self._writing is not None or self._fetching is not None

    @property
    def waits_for_reader(self) -> bool:
        """Whether summaries are to be made only when they are asked for."""
        return not self._session.at_once and not self.write_anyway

    def written_so_far(self, item: int) -> str | None:
        """The words of the summary being written of ``item``, ``None`` if none is."""
        writing = self._writing
        return "".join(writing.pieces) if writing is not None and writing.item == item else None

    def work(self) -> None:
        """Begin what can be begun."""
        if self.book.paused:
            return
        session = self._session
        if self._reading is None and not session.reading and (item := self.book.first(ItemState.WAITING)) is not None:
            self._read(item)
        idle = self._writing is None and self._fetching is None and not session.writing
        if idle and self.held is None and not self.waits_for_reader:
            item = self.book.first(ItemState.READ)
            if item is not None:
                self._fetch(item)

    def pause(self) -> None:
        """Begin nothing new; what is being done goes on."""
        self.book.pause(True)

    def resume(self) -> None:
        """Go on, also with what was held."""
        self.book.pause(False)
        self.release()

    def release(self) -> None:
        """What kept summaries from being written may be gone: try again."""
        self._hold(None)
        self.work()

    def summarise_all(self) -> None:
        """Write the summaries of this queue although they are not made by themselves."""
        self.write_anyway = True
        self.work()

    def stop(self) -> None:
        """Stop what is being done at once, and begin nothing new; nothing is lost."""
        if self.busy:
            self.book.pause(True)
            self._put_back_reading()
            self._put_back_writing()
            self.stopped.emit()

    def cancel(self, items: Iterable[int]) -> None:
        """Give items up that are not finished."""
        found = [item for number in items if (item := self.book.item(number)) is not None]
        open_ = [item.id for item in found if item.state not in FINISHED]
        for number in open_:
            self._let_go(number)
        self.book.cancel(open_)
        for number in open_:
            self.told.emit(number, Cancelled())
        self.work()

    def retry(self, items: Iterable[int]) -> None:
        """Try items again that failed or were given up; what was read stays read."""

        def again(number: int) -> Callable[[Digest | None], None]:
            def begin(digest: Digest | None) -> None:
                self._crashed.discard(number)
                self.book.mark(number, ItemState.WAITING if digest is None else ItemState.READ)
                self.work()

            return begin

        self._hold(None)
        for number in list(items):
            item = self.book.item(number)
            if item is not None and item.state in (ItemState.FAILED, ItemState.CANCELLED):
                self.book.fetch(number, again(number))

    def remove(self, items: Iterable[int]) -> None:
        """Take items out, stopping what is being done of them."""
        numbers = list(items)
        for number in numbers:
            self._let_go(number)
        self.book.remove(numbers)

    def finish(self, number: int, digest: Digest, options: SummaryOptions) -> None:
        """The reader had the summary of this item made out of turn."""
        item = self.book.item(number)
        if item is not None and item.state is not ItemState.DONE:
            self._drop_writing(number)
            self.book.mark(number, ItemState.DONE, digest=digest, options=options)

    # Reading

    def _read(self, item: QueueItem) -> None:
        job = ReadJob(self._new_id(), item.source, network=self._session.network)
        self._reading = _Reading(job.id, item.id)
        self.book.mark(item.id, ItemState.READING)
        self._backend.submit(job)

    def _receive(self, message: Message) -> None:
        if self._reading is not None and message.id == self._reading.job:
            self._receive_reading(self._reading, message)
        elif self._writing is not None and message.id == self._writing.job:
            self._receive_writing(self._writing, message)

    def _receive_reading(self, reading: _Reading, message: Message) -> None:
        match message:
            case Emitted(event=event):
                if isinstance(event, ArticleReady):
                    reading.article = event.article
                elif isinstance(event, FiguresReady):
                    reading.figures = event.figures
                self.told.emit(reading.item, event)
            case Done() if reading.article is not None:
                self._reading = None
                self._has_read(reading, reading.article)
            case Done():
                self._reading = None
                self.work()
            case Failed(error=error):
                self._reading = None
                if reading.article is not None and not isinstance(error, WorkerCrashed):
                    self._has_read(reading, reading.article)  # only its figures could not be found
                else:
                    self._failed(reading.item, error, before=ItemState.WAITING)

    def _has_read(self, reading: _Reading, article: Article) -> None:
        digest = Digest(article, reading.figures, None)
        state = ItemState.READ if article.readable else ItemState.DONE
        self.book.mark(reading.item, state, digest=digest, options=self._session.options)
        self.work()

    # Writing

    def _fetch(self, item: QueueItem) -> None:
        self._fetching = item.id

        def fetched(digest: Digest | None) -> None:
            if self._fetching == item.id:
                self._fetching = None
                self._write(item.id, digest)

        self.book.fetch(item.id, fetched)

    def _write(self, number: int, digest: Digest | None) -> None:
        item = self.book.item(number)
        if item is None or item.state is not ItemState.READ or self._session.writing or self.book.paused:
            self.work()
            return
        if digest is None:
            self.book.mark(number, ItemState.WAITING)  # what was read is gone: read it again
            self.work()
            return
        options = self._session.options
        job = SummarizeJob(self._new_id(), digest.article, options, self._session.network, digest.figures)
        self._writing = _Writing(number, digest, options, job.id, started=time.monotonic())
        self.book.mark(number, ItemState.SUMMARISING)
        self.begun.emit(number)
        self._backend.submit(job)

    def _receive_writing(self, writing: _Writing, message: Message) -> None:
        match message:
            case Emitted(event=event):
                if isinstance(event, SummaryPiece):
                    writing.pieces.append(event.text)
                elif isinstance(event, SummaryReady):
                    writing.summary = event.summary
                if isinstance(event, SummaryPiece | SummaryReady | StageChanged):
                    self.told.emit(writing.item, event)
            case Done() if writing.summary is not None:
                self._writing = None
                self.book.took(time.monotonic() - writing.started)
                settled = corroborated(writing.digest.figures, writing.summary)
                digest = Digest(writing.digest.article, settled, writing.summary)
                self.book.mark(writing.item, ItemState.DONE, digest=digest, options=writing.options)
                self.work()
            case Done():
                self._writing = None
                self.work()
            case Failed(error=error) if isinstance(error, _OF_ALL):
                self._writing = None
                self.book.mark(writing.item, ItemState.READ)
                self._hold(error)
                self.told.emit(writing.item, error)
            case Failed(error=error):
                self._writing = None
                self._failed(writing.item, error, before=ItemState.READ)

    def _failed(self, number: int, error: KratkoError, *, before: ItemState) -> None:
        if isinstance(error, WorkerCrashed) and number not in self._crashed:
            # Perhaps the child was killed by somebody; one that dies again dies over this item.
            self._crashed.add(number)
            self.book.mark(number, before)
        elif isinstance(error, Cancelled):
            self.book.mark(number, before)
        else:
            self.book.mark(number, ItemState.FAILED, error=error)
            self.told.emit(number, error)
        self.work()

    # Giving way

    def _give_way(self) -> None:
        if self._session.reading:
            self._put_back_reading()
        if self._session.writing:
            self._put_back_writing()

    def _put_back_reading(self) -> None:
        reading, self._reading = self._reading, None
        if reading is not None:
            self._backend.cancel(reading.job)
            self.book.mark(reading.item, ItemState.WAITING)

    def _put_back_writing(self) -> None:
        self._fetching = None
        writing = self._writing
        if writing is not None:
            self._drop_writing(writing.item)
            self.book.mark(writing.item, ItemState.READ)

    def _let_go(self, number: int) -> None:
        """Stop what is being done of an item."""
        if self._reading is not None and self._reading.item == number:
            self._backend.cancel(self._reading.job)
            self._reading = None
        self._drop_writing(number)

    def _drop_writing(self, number: int) -> None:
        writing = self._writing
        if self._fetching == number:
            self._fetching = None
        if writing is not None and writing.item == number:
            self._writing = None
            if writing.job is not None:
                self._backend.cancel(writing.job)

    def _hold(self, error: KratkoError | None) -> None:
        if error != self.held:
            self.held = error
            self.held_changed.emit(error)
