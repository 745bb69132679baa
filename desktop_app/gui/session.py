"""The work of the window without its looks: what is being done about the article that lies open, what comes next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop_app.choices import Engine
from desktop_app.corroboration import corroborated
from desktop_app.errors import Cancelled, FeedGiven, KratkoError, ModelNotInstalled
from desktop_app.events import ArticleReady, FeedReady, FiguresReady, Stage, StageChanged, SummaryPiece, SummaryReady
from desktop_app.gui.backend import Backend
from desktop_app.gui.model_work import ModelWork
from desktop_app.gui.open_article import OpenArticle
from desktop_app.network import NetworkPolicy
from desktop_app.options import SummaryOptions
from desktop_app.sources.source import Source, UrlSource
from desktop_app.worker.keeping import Kept, choose_summary
from desktop_app.worker.messages import (
    Done,
    Emitted,
    Failed,
    Message,
    ReadAheadJob,
    ReadJob,
    SummarizeJob,
    WarmUpJob,
)


class Session(OpenArticle):
    """One article at a time, read and summarised in the background.

    Messages of jobs that were replaced or stopped are dropped. Stopping takes effect here at once, whether or not
    the child has noticed yet.
    """

    #: The work of this session, as opposed to what was kept and is only shown.
    read = Signal()
    written = Signal(object, object)  # Summary, SummaryOptions it was made with
    freed = Signal()  # a child has become free that was at work for this session
    stop_passed = Signal()  # asked to stop with nothing of its own to stop

    def __init__(
        self, backend: Backend, new_id: Callable[[], int], options: SummaryOptions, parent: QObject | None = None
    ) -> None:
        super().__init__(options, parent)
        self._backend = backend
        self._new_id = new_id
        self._read: int | None = None
        self._write: int | None = None
        self._written_with = options
        self._ahead: int | None = None
        self._about = ""
        self._network = NetworkPolicy.from_environment()
        self.models = ModelWork(backend, new_id, self)
        self.at_once = True
        backend.received.connect(self._receive)

    @property
    def about(self) -> str:
        """The question or subject that summaries of this article are narrowed to, ``""`` for none."""
        return self._about

    @property
    def _wanted(self) -> SummaryOptions:
        return replace(self._options, about=self._about)

    @property
    def reading(self) -> bool:
        """Whether an article is being fetched and read."""
        return self._read is not None

    @property
    def writing(self) -> bool:
        """Whether a summary is on its way."""
        return self._write is not None

    @property
    def network(self) -> NetworkPolicy:
        """Whether the network may be used."""
        return self._network

    def warm_up(self) -> None:
        """Have the model loaded before it is needed."""
        self._backend.submit(WarmUpJob(self._new_id(), self._options, self._network))

    def open(self, source: Source, *, fresh: bool = False) -> None:
        """Read ``source`` now, instead of what is being done; ``fresh`` whatever is kept of it."""
        self._begin(source)
        self.fresh = fresh
        job = ReadJob(self._new_id(), source, network=self._network)
        self._read = job.id
        self.opened.emit(source)
        self._backend.submit(job)
        if self.at_once:
            self.warm_up()  # a writer that had left for want of work loads the model while the page is fetched

    def adopt(self, kept: Kept) -> bool:
        """The article that is open is kept already: show its summary if there is one of the kind that is wanted,
        instead of writing it again. Returns whether there was.
        """
        if self.article is None:
            return False
        stored = choose_summary(kept.summaries, self.article.lang, self._options)
        if stored is None:
            return False
        self._cancel_writing()
        self._stored = kept.summaries
        self._set_kept(kept.entry)
        self._show_stored(stored)
        self._rest()
        return True

    def retry(self) -> None:
        """Read the same source again."""
        if self.source is not None:
            self.open(self.source, fresh=True)

    def set_options(self, options: SummaryOptions) -> None:
        """Use ``options`` from now on; a summary that was made or is being made is made anew."""
        if options == self._options:
            return
        self._options = options
        if self.article is not None and (self.writing or self.summary is not None):
            stored = choose_summary(self._stored, self.article.lang, self._wanted)
            if stored is not None:
                self._cancel_writing()
                self._show_stored(stored)
                self._rest()
            else:
                self.summarize()

    def ask(self, about: str) -> None:
        """Narrow the summary of this article to ``about``; ``""`` widens it to the whole again."""
        if about == self._about:
            return
        self._about = about
        if self.article is not None and (about or self.writing or self.summary is not None):
            self.summarize()

    def set_network(self, network: NetworkPolicy) -> None:
        """Keep to ``network`` from now on; offline, what is using the network is stopped."""
        self._network = network
        self.models.set_network(network)
        if network.offline:
            self.stop_passed.emit()  # the queue may be fetching
            fetching = self.reading and isinstance(self.source, UrlSource)
            if fetching or (self.writing and self._options.engine is Engine.SERVER):
                self.stop()

    def summarize(self, *, insist: bool = False) -> None:
        """Summarise the article; with ``insist`` even if it is none. Once insisted, later changes need not ask."""
        if self.article is None:
            return
        self._cancel_writing()
        self._written_with = self._wanted
        self.summary = None
        insist = insist or not self.article.readable
        options = replace(self._wanted, insist=insist)
        job = SummarizeJob(self._new_id(), self.article, options, self._network, self.figures)
        self._write = job.id
        self.summary_started.emit()
        # The writer may still be at the model for an earlier job, and says nothing about this one until then.
        self.stage_changed.emit(StageChanged(Stage.LOADING_MODEL))
        self._backend.submit(job)

    def stop(self) -> bool:
        """Stop reading and writing; returns whether there was anything to stop."""
        reading, writing = self.reading, self.writing
        self._cancel_reading()
        self._cancel_writing()
        if reading:
            self.read_stopped.emit()
        if writing:
            self.summary_stopped.emit()
        if reading or writing:
            self.freed.emit()
            self.stage_changed.emit(None)
        else:
            self.stop_passed.emit()
        return reading or writing

    def _leave_off(self) -> None:
        self._cancel_reading()
        self._cancel_writing()
        self._about = ""

    def _cancel_reading(self) -> None:
        if self._read is not None:
            self._backend.cancel(self._read)
            self._read = None

    def _cancel_writing(self) -> None:
        # What was read ahead by then is kept by the writer.
        if self._ahead is not None:
            self._backend.cancel(self._ahead)
            self._ahead = None
        if self._write is not None:
            self._backend.cancel(self._write)
            self._write = None

    def _receive(self, message: Message) -> None:
        if message.id == self._read:
            self._receive_reading(message)
        elif message.id == self._write:
            self._receive_writing(message)

    def _receive_reading(self, message: Message) -> None:
        match message:
            case Emitted(event=StageChanged() as stage):
                # The summary has begun already: its stages say more than that figures are looked for.
                if not self.writing:
                    self.stage_changed.emit(stage)
            case Emitted(event=FeedReady(feed)):
                self.feed = feed
                self.feed_ready.emit(feed)
            case Emitted(event=ArticleReady(article)):
                self.article = article
                self.article_ready.emit(article)
                if not article.readable:
                    self.summary_withheld.emit(article)
            case Emitted(event=FiguresReady(figures)):
                self.figures = corroborated(figures, self.summary)  # it may be there before them
                self.figures_ready.emit(self.figures)
                self._go_on()
                self.read.emit()
            case Done():
                self._read = None
                self._go_on()
                self._rest()
            case Failed(error=error):
                self._read = None
                self._rest()
                self._tell_reading_failure(error)

    def _go_on(self) -> None:
        """Summarise what was read, or have the model read it already.

        This waits for the figures, a tenth of a second: the same sentences are then read for every summary.
        """
        article = self.article
        if article is None or not article.readable or self.writing or self.summary is not None:
            return
        if self._ahead is not None:
            return
        if self.at_once or self._about:
            self.summarize()
        elif self._options.engine is not Engine.SERVER:  # nothing leaves the computer before it is asked for
            job = ReadAheadJob(self._new_id(), article, self._options, self.figures)
            self._ahead = job.id
            self._backend.submit(job)

    def _tell_reading_failure(self, error: KratkoError) -> None:
        if isinstance(error, Cancelled):
            self.read_stopped.emit()
        elif self.feed is not None and isinstance(error, FeedGiven):
            pass  # its entries are shown instead
        elif self.article is None:
            self.read_failed.emit(error)
        else:
            # The article is there; only its figures are not.
            self.figures_ready.emit(())
            self._go_on()
            self.read.emit()

    def _receive_writing(self, message: Message) -> None:
        match message:
            case Emitted(event=StageChanged() as stage):
                self.stage_changed.emit(stage)
            case Emitted(event=SummaryPiece(text)):
                self.summary_piece.emit(text)
            case Emitted(event=SummaryReady(summary)):
                self._show_written(summary)
                self.written.emit(summary, self._written_with)
            case Done():
                self._write = None
                self._rest()
            case Failed(error=error):
                self._write = None
                self._rest()
                if isinstance(error, Cancelled):
                    self.summary_stopped.emit()
                else:
                    self.summary_failed.emit(error)

    def _rest(self) -> None:
        self.freed.emit()
        if not self.reading and not self.writing:
            self.stage_changed.emit(None)


def needs_installation(error: KratkoError) -> bool:
    """Whether installing a model is the way out of ``error``."""
    return isinstance(error, ModelNotInstalled)
