"""Keeps what the session makes in the library, and brings out of it what was made before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.article import Article, Digest, Summary
from desktop_app.gui import settings
from desktop_app.gui.tools import Tools
from desktop_app.options import SummaryOptions
from desktop_app.sources.source import FileSource, Source, TextSource, UrlSource
from desktop_app.worker.keeping import DigestSaved, FindAddress, FindArticle, Kept, KeptFound, OpenEntry, SaveDigest

#: Milliseconds the library is given to say whether it has a page, before the page is fetched.
_PATIENCE = 400


class Keeping(QObject):
    """``saved`` carries the entry that a digest was saved as."""

    saved = Signal(object)  # Entry

    def __init__(self, tools: Tools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        session = self._session = tools.session
        self._keeper = tools.keeper
        self._settings = tools.settings
        self._wish = 0  # counts what the reader asked for: answers to older wishes come too late
        self._begun = 0  # the wish that a page is being read for
        self.kept = 0  # how many digests there are, as far as is known
        session.article_ready.connect(self._recall)
        session.read.connect(self._save_reading)
        session.written.connect(self._save_summary)

    def open(self, source: Source) -> None:
        """Show what is kept of ``source``, else read it. Only web pages are looked up before they are read: what is on
        this computer is read at once, and known again by its text.
        """
        self._wish += 1
        wish = self._wish
        if not isinstance(source, UrlSource):
            self._session.open(source)
            return

        def found(answer: KeptFound) -> None:
            if answer.kept is None:
                self._go_on(wish, source)
            elif self._wish == wish and not self._has_read(source):
                self._wish += 1
                self._session.show(source, answer.kept)

        self._keeper.ask(FindAddress(source.url), found, lambda _: self._go_on(wish, source))
        if self.kept:
            QTimer.singleShot(_PATIENCE, self, lambda: self._go_on(wish, source))
        else:
            self._go_on(wish, source)

    def show(self, source: Source, digest: Digest) -> None:
        """Show ``digest`` as it was stored elsewhere, instead of what is open or on its way."""
        self._wish += 1
        self._session.show_digest(source, digest)

    def open_entry(self, number: int, then: Callable[[], object] = lambda: None) -> None:
        """Show what is kept under ``number``, and do ``then``."""
        self._wish += 1
        wish = self._wish

        def found(answer: KeptFound) -> None:
            if self._wish == wish and answer.kept is not None:
                self._session.show(source_of(answer.kept), answer.kept)
                then()

        self._keeper.ask(OpenEntry(number), found)

    def refresh(self) -> None:
        """Read anew what is open; text that came from nowhere is summarised anew."""
        self._wish += 1
        if isinstance(self._session.source, TextSource):
            self._session.summarize()
        else:
            self._session.retry()

    def _go_on(self, wish: int, source: Source) -> None:
        """Read ``source`` unless the reader has moved on, or it is being read already."""
        if self._wish == wish and self._begun != wish:
            self._begun = wish
            self._session.open(source)

    def _has_read(self, source: Source) -> bool:
        return self._session.source == source and self._session.article is not None

    def _recall(self, article: Article) -> None:
        """An article that was read: perhaps it was summarised before."""
        session = self._session
        if not session.reading or session.fresh:
            return

        def found(answer: KeptFound) -> None:
            if session.article is article and session.summary is None and answer.kept is not None:
                session.adopt(answer.kept)

        self._keeper.ask(FindArticle(article), found, lambda _: None)

    def _save_reading(self) -> None:
        if self._session.article is not None and self._session.article.readable:
            self._save(None, self._session.options)

    def _save_summary(self, summary: Summary, options: SummaryOptions) -> None:
        self._save(summary, options)

    def _save(self, summary: Summary | None, options: SummaryOptions) -> None:
        session = self._session
        article = session.article
        if article is None or not self._settings.get(settings.KEEP_DIGESTS):
            return

        def saved(answer: DigestSaved) -> None:
            if session.article is article:
                session.number = answer.entry.id
            self.saved.emit(answer.entry)

        self._keeper.ask(SaveDigest(Digest(article, session.figures, summary), options), saved)


def source_of(kept: Kept) -> Source:
    """The source of a kept digest, to be read again; a text is given as it was read."""
    article = kept.digest.article
    if "://" in article.source:
        return UrlSource(article.source)
    if article.source == "-" or not article.source:
        return TextSource(article.body)
    return FileSource(Path(article.source))
