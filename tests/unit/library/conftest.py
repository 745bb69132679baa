"""Digests to keep, and libraries to keep them in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.article import Article, Digest, Figure, Headline, Notice, NoticeCode, Section, Span, Summary
from desktop_app.library import Library

MakeDigest = Callable[..., Digest]


def make_digest(
    body: str = "The bridge at Ostby will open in May. It cost 12 million euros.",
    *,
    source: str = "https://news.example.org/ostby-bridge?utm_source=letter",
    title: str | None = "Ostby bridge opens",
    lang: str = "en",
    summary: str | None = "A new bridge opens in Ostby in May.",
    **article: object,
) -> Digest:
    made = None
    if summary is not None:
        notices = (Notice(NoticeCode.PARTLY_READ, (("read_words", 10), ("words", 13))),)
        made = Summary(summary, lang, "small-model", "llama.cpp", 2.25, 120, 14, 10, notices)
    figure = Figure(
        start=body.find("12"), end=body.find("12") + 2, text="12 million euros", value=12e6, unit="EUR", label="cost",
        kind="money", sentence=Span(38, 66), section=Section.BODY, conflicts_with=(3,), score=0.75,
    )  # fmt: skip
    related = (Headline("Ferry stops", "https://news.example.org/ferry"),)
    return Digest(Article(source, body, title, lang=lang, related=related, **article), (figure,), made)  # type: ignore[arg-type]


@pytest.fixture
def digest() -> Digest:
    return make_digest()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite"


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(path: Path, clock: Clock) -> Iterator[Library]:
    with Library(path, timeout=0.2, clock=clock) as opened:
        yield opened
