"""What lies open in the window: read just now, kept in the library, or in the making in the queue."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.article import Article, Digest, Figure, Summary
from desktop_app.corroboration import corroborated
from desktop_app.errors import Cancelled, KratkoError
from desktop_app.events import ArticleReady, FiguresReady, StageChanged, SummaryPiece, SummaryReady
from desktop_app.feed import Feed
from desktop_app.library.entries import Entry, StoredSummary
from desktop_app.options import SummaryOptions
from desktop_app.sources.source import Source
from desktop_app.worker.keeping import Kept, choose_summary


class OpenArticle(QObject):
    """One source at a time, with its article, figures and summary, and the signals that tell of them.

    Nothing is read or written here; :class:`desktop_app.gui.session.Session` adds the work.
    """

    opened = Signal(object)  # Source
    closed = Signal()
    stage_changed = Signal(object)  # StageChanged | None when nothing is being done
    feed_ready = Signal(object)  # Feed
    article_ready = Signal(object)  # Article
    figures_ready = Signal(object)  # tuple[Figure, ...]
    figures_settled = Signal(object)  # tuple[Figure, ...]: the same, as the summary orders and marks them
    read_failed = Signal(object)  # KratkoError
    read_stopped = Signal()
    summary_started = Signal()
    summary_piece = Signal(str)
    summary_ready = Signal(object)  # Summary
    summary_withheld = Signal(object)  # Article that is not readable
    summary_failed = Signal(object)  # KratkoError
    summary_stopped = Signal()
    summary_absent = Signal()  # what was kept has no summary
    summary_pending = Signal()  # the queue will write it
    kept_changed = Signal(object)  # Entry | None: where what is open comes from

    def __init__(self, options: SummaryOptions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._options = options
        self._stored: tuple[StoredSummary, ...] = ()
        self.source: Source | None = None
        self.feed: Feed | None = None
        self.article: Article | None = None
        self.figures: tuple[Figure, ...] = ()
        self.summary: Summary | None = None
        self.kept: Entry | None = None
        self.number: int | None = None  # of what is open in the library, once it is there
        self.watching = False  # whether what is open is being made by the queue
        self.fresh = False  # whether it is read again although it is kept

    @property
    def options(self) -> SummaryOptions:
        """How summaries are made, and which of those that are kept is shown."""
        return self._options

    @property
    def writing(self) -> bool:
        """Whether a summary is on its way, made for this article alone."""
        return False

    def show(self, source: Source, kept: Kept) -> None:
        """Show what is kept of ``source``, instead of what is being done: nothing is read or written."""
        self._put(source, kept.digest, kept.summaries, kept.entry)
        article = kept.digest.article
        stored = choose_summary(kept.summaries, article.lang, self._options) or next(iter(kept.summaries), None)
        if stored is not None:
            self._show_stored(stored)
        else:
            self._tell_no_summary(article)
        self.stage_changed.emit(None)

    def show_digest(self, source: Source, digest: Digest) -> None:
        """Show a ``digest`` that was stored elsewhere, as it is."""
        self._put(source, digest, (), None)
        if digest.summary is not None:
            self._show_written(digest.summary)
        else:
            self._tell_no_summary(digest.article)
        self.stage_changed.emit(None)

    def watch(self, source: Source, digest: Digest | None) -> None:
        """Show what the queue has made of ``source`` so far; :meth:`hear` brings the rest."""
        self._begin(source)
        self.watching = True
        self.opened.emit(source)
        if digest is not None:
            self.hear(ArticleReady(digest.article))
            self.hear(FiguresReady(digest.figures))
            if digest.summary is not None:
                self.hear(SummaryReady(digest.summary))
        self.stage_changed.emit(None)

    def hear(self, event: object) -> None:
        """What the queue tells of the source that is watched: an event, or the error it ended with."""
        match event:
            case ArticleReady(article):
                self.article = article
                self.article_ready.emit(article)
                if article.readable:
                    self.summary_pending.emit()
                else:
                    self.summary_withheld.emit(article)
            case FiguresReady(figures) if self.article is not None:
                self.figures = figures
                self.figures_ready.emit(figures)
            case Cancelled() if self.article is None:
                self.read_stopped.emit()
            case KratkoError() if self.article is None:
                self.read_failed.emit(event)
            case _ if self.writing:
                pass  # the reader has this summary made out of turn
            case StageChanged():
                self.stage_changed.emit(event)
            case SummaryPiece(text):
                self.summary_piece.emit(text)
            case SummaryReady(summary):
                self._show_written(summary)
                self.stage_changed.emit(None)
            case Cancelled():
                self.summary_stopped.emit()
                self.stage_changed.emit(None)
            case KratkoError():
                self.summary_failed.emit(event)
                self.stage_changed.emit(None)

    def hear_begun(self) -> None:
        """The queue has begun to write the summary."""
        if not self.writing:
            self.summary_started.emit()

    def close(self) -> None:
        """Have nothing open."""
        self._begin(None)
        self.stage_changed.emit(None)
        self.closed.emit()

    def _leave_off(self) -> None:
        """What is being done about the article that lies open is stopped, for another takes its place."""

    def _begin(self, source: Source | None) -> None:
        self._leave_off()
        self.source, self.feed, self.article, self.figures, self.summary = source, None, None, (), None
        self._stored = ()
        self.fresh = self.watching = False
        self.number = None
        self._set_kept(None)

    def _put(self, source: Source, digest: Digest, summaries: tuple[StoredSummary, ...], entry: Entry | None) -> None:
        self._begin(source)
        self.article, self.figures, self._stored = digest.article, digest.figures, summaries
        self.opened.emit(source)
        self._set_kept(entry)
        self.article_ready.emit(digest.article)
        self.figures_ready.emit(self.figures)

    def _tell_no_summary(self, article: Article) -> None:
        if article.readable:
            self.summary_absent.emit()
        else:
            self.summary_withheld.emit(article)

    def _set_kept(self, entry: Entry | None) -> None:
        if entry != self.kept:
            self.kept = entry
            self.number = None if entry is None else entry.id
            self.kept_changed.emit(entry)

    def _show_stored(self, stored: StoredSummary) -> None:
        self._show_written(stored.summary)

    def _show_written(self, summary: Summary) -> None:
        self.summary = summary
        settled = corroborated(self.figures, summary)
        if settled != self.figures:
            self.figures = settled
            self.figures_settled.emit(settled)
        self.summary_ready.emit(summary)
