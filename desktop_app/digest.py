"""Making a digest: the only place that orders the steps.

``source → page → article → (figures ∥ summary)``. Reading and summarising are two halves, since each runs in a child
process of its own behind the window; the command line runs them one after the other.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from desktop_app.article import Article, Figure
from desktop_app.cancelling import CancelCheck, never
from desktop_app.corroboration import corroborated
from desktop_app.errors import Cancelled, FeedGiven, NotAnArticle
from desktop_app.events import (
    ArticleReady,
    Event,
    FeedReady,
    FiguresReady,
    FiguresSettled,
    Stage,
    StageChanged,
    SummaryReady,
)
from desktop_app.network import NetworkPolicy
from desktop_app.options import SummaryOptions
from desktop_app.sources.source import Limits, Source, UrlSource
from desktop_app.summarizer.pool import SummarizerPool

if TYPE_CHECKING:
    from desktop_app.sources.loading import Fetched


class Reader(Protocol):
    """:func:`read`, here or in a child process."""

    def __call__(
        self, source: Source, *, limits: Limits | None = None, cancelled: CancelCheck = ...
    ) -> Iterator[Event]:
        """The events of reading ``source``."""


class Understand(Protocol):
    """:func:`understand`, here or behind a fence."""

    def __call__(
        self, fetched: Fetched, *, limits: Limits, cancelled: CancelCheck, with_figures: bool
    ) -> Iterator[Event]:
        """The events of understanding what was fetched."""


def read(
    source: Source,
    *,
    limits: Limits | None = None,
    network: NetworkPolicy | None = None,
    cancelled: CancelCheck = never,
    with_figures: bool = True,
    understand: Understand | None = None,
) -> Iterator[Event]:
    """Fetch ``source``, extract its article and find its figures.

    Yields ``StageChanged``, one ``ArticleReady``, and with figures one ``FiguresReady``. Raises ``SourceError`` if
    there is nothing to read, ``OfflineMode`` where ``network`` forbids to fetch it, ``Cancelled`` when asked to stop. A
    page that is no article is told by the article's notices. A feed yields one ``FeedReady``, then raises
    ``FeedGiven``: those who do not offer its entries have an error to tell. ``understand`` does all but the fetching,
    :func:`understand` in this process by default.
    """
    from desktop_app.sources import fetch

    limits = limits or Limits()
    yield StageChanged(Stage.FETCHING if isinstance(source, UrlSource) else Stage.READING)
    fetched = fetch(source, limits=limits, cancelled=cancelled, network=network)
    _check(cancelled)
    if isinstance(source, UrlSource):
        yield StageChanged(Stage.READING)
    yield from (understand or _understand)(fetched, limits=limits, cancelled=cancelled, with_figures=with_figures)


def understand(fetched: Fetched, *, limits: Limits, cancelled: CancelCheck, with_figures: bool) -> Iterator[Event]:
    """The events of :func:`read` from what was fetched on: needs neither network nor files."""
    # Parsers are imported only where reading happens, never in the window's process.
    from desktop_app import extraction, figures, sources

    page = sources.decode(fetched, limits=limits, cancelled=cancelled)
    _check(cancelled)
    if page.feed is not None:
        yield FeedReady(page.feed)
        raise FeedGiven(name=page.name, type=page.feed.kind)
    article = extraction.extract(page)
    _check(cancelled)
    yield ArticleReady(article)
    if not with_figures:
        return
    yield StageChanged(Stage.FIGURES)
    found = figures.find_in_article(article)
    _check(cancelled)
    yield FiguresReady(found)


_understand = understand


def summarize(
    article: Article,
    options: SummaryOptions,
    pool: SummarizerPool,
    *,
    figures: tuple[Figure, ...] = (),
    cancelled: CancelCheck = never,
) -> Iterator[Event]:
    """Summarise ``article``, whose ``figures`` come most important first.

    Yields ``StageChanged`` and ``SummaryPiece``, last one ``SummaryReady``. Raises ``NotAnArticle`` unless the page is
    readable or ``options.insist``, ``ModelError`` and ``EngineError`` if the model cannot be run, ``Cancelled``.
    """
    from desktop_app.summarizer.writing import write_summary

    if not article.readable and not options.insist:
        blocking = next(notice for notice in article.notices if notice.blocking)
        raise NotAnArticle(notice=str(blocking.code))
    yield StageChanged(Stage.LOADING_MODEL)
    summarizer = pool.get(options, cancelled)
    _check(cancelled)
    yield from write_summary(article, options, summarizer, cancelled, figures=figures)


def read_ahead(
    article: Article,
    options: SummaryOptions,
    pool: SummarizerPool,
    *,
    figures: tuple[Figure, ...] = (),
    cancelled: CancelCheck = never,
) -> None:
    """Have the model read ``article``, so that a summary asked for later begins at once, and is checked at once.

    Raises ``ModelError`` and ``EngineError`` if the model cannot be run, ``Cancelled``.
    """
    from desktop_app.summarizer import writing
    from desktop_app.summarizer.candidates import prepare_checks

    summarizer = pool.get(options, cancelled)
    # Taking an article apart for the checks needs one processor for a moment, for a book ten seconds: nobody waits.
    threading.Thread(target=prepare_checks, args=(article,), name="checks", daemon=True).start()
    writing.read_ahead(article, summarizer, cancelled, figures=figures)


def make_digest(
    source: Source,
    options: SummaryOptions,
    pool: SummarizerPool,
    *,
    limits: Limits | None = None,
    cancelled: CancelCheck = never,
    reader: Reader = read,
) -> Iterator[Event]:
    """Read ``source`` by ``reader`` and summarise it: the events of :func:`read`, then those of :func:`summarize`.

    Right before the summary ``FiguresSettled`` brings the figures in the order that it settles. A page that is not an
    article ends after its figures, unless ``options.insist``.
    """
    article: Article | None = None
    figures: tuple[Figure, ...] = ()
    for event in reader(source, limits=limits, cancelled=cancelled):
        if isinstance(event, ArticleReady):
            article = event.article
        elif isinstance(event, FiguresReady):
            figures = event.figures
        yield event
    assert article is not None
    if article.readable or options.insist:
        for event in summarize(article, options, pool, figures=figures, cancelled=cancelled):
            if isinstance(event, SummaryReady):
                yield FiguresSettled(corroborated(figures, event.summary))
            yield event


def _check(cancelled: CancelCheck) -> None:
    if cancelled():
        raise Cancelled()
