"""What a digest in the making tells its listeners, in order.

``StageChanged* ArticleReady FiguresReady StageChanged* SummaryPiece* FiguresSettled SummaryReady``; errors are raised
(:mod:`desktop_app.errors`). Where the source is a feed: ``StageChanged* FeedReady``, then ``FeedGiven`` is raised.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.article import Article, Figure, Summary
from desktop_app.feed import Feed


class Stage(StrEnum):
    """The step at work, worded by the view."""

    FETCHING = "fetching"
    READING = "reading"
    FIGURES = "figures"
    LOADING_MODEL = "loading_model"
    READING_MODEL = "reading_model"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class StageChanged:
    """``stage`` began or moved on; ``share`` is how much of it is done (0…1), ``None`` when unknown."""

    stage: Stage
    share: float | None = None


@dataclass(frozen=True, slots=True)
class ArticleReady:
    """The article was extracted."""

    article: Article


@dataclass(frozen=True, slots=True)
class FeedReady:
    """The source is a feed; the reader may choose from its entries."""

    feed: Feed


@dataclass(frozen=True, slots=True)
class FiguresReady:
    """The figures were found, most important first."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class FiguresSettled:
    """The figures again, those that the summary states moved up and marked; the last word on their order."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class SummaryPiece:
    """The next words of the summary, to be appended to those before."""

    text: str


@dataclass(frozen=True, slots=True)
class SummaryReady:
    """The whole summary; its text replaces the pieces."""

    summary: Summary


Event = StageChanged | FeedReady | ArticleReady | FiguresReady | FiguresSettled | SummaryPiece | SummaryReady
