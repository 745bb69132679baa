"""The order of a digest's events, and what stops it; the summarizer is a stand-in, its words are not the point."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from desktop_app.article import Article, Notice, NoticeCode
from desktop_app.digest import make_digest, read, read_ahead, summarize
from desktop_app.errors import Cancelled, EmptySource, NotAnArticle
from desktop_app.events import ArticleReady, Event, FiguresReady, Stage, StageChanged, SummaryReady
from desktop_app.grounding.source import source_of
from desktop_app.options import SummaryOptions
from desktop_app.sources.source import TextSource
from desktop_app.summarizer.protocol import PromptRead, StreamItem, SummaryRequest, TextPiece, Usage

TEXT = (
    "The ferry to Lunde was cancelled again\n\n"
    "About 1,200 passengers were left waiting on Sunday after the only ferry to the island of Lunde lost its engine "
    "in calm weather, the second failure in a month. The operator promised refunds and a new ship by Friday.\n\n"
    "Shopkeepers on the island said bread would run out by Tuesday. The council asked the navy for help."
)


@dataclass
class WritesOneSentence:
    """Stands in for an engine."""

    engine: str = "stand-in"
    model: str = "stand-in"
    budget: int = 1000
    requests: list[SummaryRequest] = field(default_factory=list)

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def stream(self, request: SummaryRequest, cancelled: Callable[[], bool]) -> Iterator[StreamItem]:
        self.requests.append(request)
        yield PromptRead(1.0)
        yield TextPiece("The only ferry to Lunde ")
        if cancelled():
            raise Cancelled
        yield TextPiece("was cancelled again.")
        yield Usage(prompt_tokens=100, tokens=8, finished=True)

    def close(self) -> None:
        pass


@dataclass
class OneModelPool:
    summarizer: WritesOneSentence = field(default_factory=WritesOneSentence)

    def get(self, options: SummaryOptions, cancelled: Callable[[], bool]) -> WritesOneSentence:
        return self.summarizer


def kinds(events: list[Event]) -> list[str]:
    named = (event.stage.value if isinstance(event, StageChanged) else type(event).__name__ for event in events)
    shortened: list[str] = []
    for name in named:
        if name not in shortened[-1:]:
            shortened.append(name)
    return shortened


def test_article_comes_before_figures_and_both_before_the_model() -> None:
    events = list(make_digest(TextSource(TEXT), SummaryOptions(), OneModelPool()))  # type: ignore[arg-type]
    order = kinds(events)
    assert order[:4] == ["reading", "ArticleReady", "figures", "FiguresReady"]
    assert order[4] == Stage.LOADING_MODEL
    assert order[-1] == "SummaryReady"
    assert order.index("SummaryPiece") < len(order) - 1


def test_the_summary_is_made_from_the_body() -> None:
    pool = OneModelPool()
    events = list(make_digest(TextSource(TEXT), SummaryOptions(lang="de"), pool))  # type: ignore[arg-type]
    request = pool.summarizer.requests[0]
    assert request.text.startswith("About 1,200 passengers")
    assert request.source_lang == "en"
    assert request.lang == "de"
    last = events[-1]
    assert isinstance(last, SummaryReady)
    assert "Lunde" in last.summary.text
    article = next(event.article for event in events if isinstance(event, ArticleReady))
    assert last.summary.read_words == article.words


def test_figures_come_without_any_model() -> None:
    figures = next(event.figures for event in read(TextSource(TEXT)) if isinstance(event, FiguresReady))
    assert 1200 in {figure.value for figure in figures}


def test_what_is_no_article_is_shown_but_not_summarised() -> None:
    pool = OneModelPool()
    events = list(make_digest(TextSource("Just a few words."), SummaryOptions(), pool))  # type: ignore[arg-type]
    assert kinds(events)[-1] == "FiguresReady"
    assert not pool.summarizer.requests


def test_the_reader_may_insist() -> None:
    events = list(make_digest(TextSource("Just a few words."), SummaryOptions(insist=True), OneModelPool()))  # type: ignore[arg-type]
    assert isinstance(events[-1], SummaryReady)


def test_summarising_a_wall_says_which() -> None:
    wall = Article("https://example.org", "Please log in.", notices=(Notice(NoticeCode.LOGIN_WALL),))
    with pytest.raises(NotAnArticle) as error:
        list(summarize(wall, SummaryOptions(), OneModelPool()))  # type: ignore[arg-type]
    assert error.value.params == {"notice": "login_wall"}


def test_an_empty_source_is_an_error_not_an_empty_digest() -> None:
    with pytest.raises(EmptySource):
        list(read(TextSource("  \n ")))


@pytest.mark.parametrize("after", range(1, 6))
def test_cancel_is_heeded_between_all_steps(after: int) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    with pytest.raises(Cancelled):
        list(make_digest(TextSource(TEXT), SummaryOptions(), OneModelPool(), cancelled=cancelled))  # type: ignore[arg-type]


def test_an_article_read_ahead_is_ready_to_be_checked() -> None:
    # GIVEN an article nobody has seen
    article = Article("-", f"{TEXT}\n\nThe harbour master called it a bad week.", lang="en")
    # WHEN it is read ahead of its summary
    read_ahead(article, SummaryOptions(), OneModelPool())  # type: ignore[arg-type]
    for thread in threading.enumerate():
        if thread.name == "checks":
            thread.join(60)
    # THEN it was taken apart for the checks already
    before = source_of.cache_info()
    source_of(article)
    assert source_of.cache_info().hits == before.hits + 1
