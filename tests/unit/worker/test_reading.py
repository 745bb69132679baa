"""The reader child and its limits: hostile documents cost their own job, never the next."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from desktop_app.errors import Cancelled, FeedGiven, FileMissing, OutOfMemory, ReadingTooLong, WorkerCrashed
from desktop_app.events import ArticleReady, Event, FeedReady, FiguresReady
from desktop_app.sources.source import FileSource, Limits, TextSource, UrlSource
from desktop_app.worker.reading import ReadingChild
from tests.unit.worker.rough_reader import make_poor, make_rough

TEXT = "The council voted to build the pier on Monday. It will cost 240 million euros and open in the spring of 2027."
SHORT = Limits(timeout=0.5, parse_timeout=0.5)


def bodies(events: list[Event]) -> list[str]:
    return [event.article.body for event in events if isinstance(event, ArticleReady)]


def test_article_and_figures_come_from_the_child() -> None:
    with ReadingChild() as child:
        events = list(child.read(TextSource(TEXT)))
        assert bodies(events) == [TEXT]
        assert any(isinstance(event, FiguresReady) and event.figures for event in events)
        events = list(child.read(TextSource(TEXT), with_figures=False))
        assert not any(isinstance(event, FiguresReady) for event in events)


def test_errors_and_feeds_cross_over(tmp_path: Path, httpserver: HTTPServer) -> None:
    feed = "<rss><channel><item><title>x</title><link>https://a.example/x</link></item></channel></rss>"
    httpserver.expect_request("/feed").respond_with_data(feed, content_type="text/xml")
    with ReadingChild() as child:
        with pytest.raises(FileMissing):
            list(child.read(FileSource(tmp_path / "none.txt")))
        events = child.read(UrlSource(httpserver.url_for("/feed")))
        assert any(isinstance(event, FeedReady) for event in (next(events), next(events), next(events)))
        with pytest.raises(FeedGiven):
            next(events)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux bounds the memory of a process")
def test_out_of_memory_costs_one_document_and_the_next_is_read(tmp_path: Path) -> None:
    large, small = tmp_path / "large.pdf", tmp_path / "small.txt"
    with large.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(250 << 20)
    small.write_text(TEXT, "utf-8")
    with ReadingChild(make_handler=make_poor) as child:
        with pytest.raises(OutOfMemory):
            list(child.read(FileSource(large)))
        assert bodies(list(child.read(FileSource(small)))) == [TEXT]


def test_a_document_that_hangs_the_parser_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "hang.txt"
    path.write_text(TEXT, "utf-8")
    with ReadingChild(make_handler=make_rough, patience=0.5) as child:
        assert bodies(list(child.read(TextSource(TEXT)))) == [TEXT]
        with pytest.raises(ReadingTooLong) as caught:
            list(child.read(FileSource(path), limits=SHORT))
        assert caught.value.params["name"] == str(path)
        assert bodies(list(child.read(TextSource(TEXT)))) == [TEXT]


def test_time_runs_for_each_document_alone() -> None:
    with ReadingChild(make_handler=make_rough) as child:
        list(child.read(TextSource(TEXT)))
        for _ in range(3):
            list(child.read(TextSource(TEXT), limits=Limits(timeout=20, parse_timeout=10)))
        time.sleep(0.1)
        assert bodies(list(child.read(TextSource(TEXT)))) == [TEXT]


def test_a_document_that_kills_the_parser_kills_nothing_else(tmp_path: Path) -> None:
    with ReadingChild(make_handler=make_rough) as child:
        with pytest.raises(WorkerCrashed):
            list(child.read(FileSource(tmp_path / "crash.pdf")))
        assert bodies(list(child.read(TextSource(TEXT)))) == [TEXT]


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    with ReadingChild(make_handler=make_rough, patience=0.2) as child:
        with pytest.raises(Cancelled):
            list(child.read(FileSource(tmp_path / "hang.txt"), cancelled=lambda: True))
        assert bodies(list(child.read(TextSource(TEXT)))) == [TEXT]
