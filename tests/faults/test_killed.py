"""Children killed at every stage of their work: it is told, nothing half done stays, and the next job is done."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from desktop_app.article import Article
from desktop_app.errors import WorkerCrashed
from desktop_app.events import ArticleReady, FiguresReady, Stage, StageChanged, SummaryReady
from desktop_app.options import SummaryOptions
from desktop_app.sources.source import TextSource, UrlSource
from desktop_app.worker.messages import Done, Failed, InstallJob, Progress, ReadJob, Role, SummarizeJob, Telling
from tests.faults.conftest import ARTICLE, WAIT, Bench
from tests.unit.model_store.conftest import FakeHub, hub

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")

__all__ = ["hub"]  # the fixture of the tests of models

Benches = Callable[[Role], Bench]


def at(stage: Stage) -> Callable[[Telling], bool]:
    return lambda event: isinstance(event, StageChanged) and event.stage is stage


@pytest.fixture
def slow_page(httpserver: HTTPServer) -> Iterator[str]:
    """A page of which the end does not come."""
    gone = threading.Event()

    def body() -> Iterator[bytes]:
        yield b"<html><body><article><p>The beginning of a story"
        gone.wait(WAIT)

    httpserver.expect_request("/slow").respond_with_handler(lambda _: Response(body(), content_type="text/html"))
    yield httpserver.url_for("/slow")
    gone.set()


@pytest.mark.parametrize("stage", [Stage.FETCHING, Stage.READING, Stage.FIGURES])
def test_a_reader_killed_while_it_reads(bench: Benches, slow_page: str, stage: Stage) -> None:
    # GIVEN a reader at work on something that takes a while
    reader = bench(Role.READER)
    reader.strike = at(stage)
    source = UrlSource(slow_page) if stage is Stage.FETCHING else TextSource(ARTICLE * 2000)
    # WHEN it is killed
    told, end = reader.run(lambda job: ReadJob(job, source))
    # THEN that is told, with no article made up
    assert reader.struck
    assert isinstance(end, Failed)
    assert isinstance(end.error, WorkerCrashed)
    assert end.error.params["role"] == "reader"
    assert not any(isinstance(event, FiguresReady) for event in told)
    # AND the next is read whole by another
    told, end = reader.run(lambda job: ReadJob(job, TextSource(ARTICLE)))
    assert isinstance(end, Done)
    assert any(isinstance(event, ArticleReady) for event in told)
    assert [len(event.figures) for event in told if isinstance(event, FiguresReady)] > [3]
    assert reader.client.pid not in reader.struck


@pytest.fixture(scope="module")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.models.tiny import make_causal

    return make_causal(tmp_path_factory.mktemp("tiny"))


@pytest.mark.parametrize("stage", [Stage.LOADING_MODEL, Stage.READING_MODEL, Stage.WRITING])
def test_a_writer_killed_while_it_writes(bench: Benches, tiny_model: Path, stage: Stage) -> None:
    # GIVEN a writer with a real, if tiny, model
    writer = bench(Role.WRITER)
    writer.strike = at(stage)
    article = Article("-", ARTICLE, lang="en")
    options = SummaryOptions(model=str(tiny_model))
    # WHEN it is killed THEN it is told, and there is no summary
    told, end = writer.run(lambda job: SummarizeJob(job, article, options))
    assert writer.struck, told
    assert isinstance(end, Failed)
    assert isinstance(end.error, WorkerCrashed)
    assert not any(isinstance(event, SummaryReady) for event in told)
    # AND the same is summarised when asked again
    told, end = writer.run(lambda job: SummarizeJob(job, article, options))
    assert isinstance(end, Done), end
    assert any(isinstance(event, SummaryReady) for event in told)


def test_an_installer_killed_while_it_downloads(
    bench: Benches, hub: FakeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.model_store import ModelStore
    from tests.unit.model_store.conftest import gguf_bytes

    monkeypatch.setenv("KRATKO_DATA", str(tmp_path / "data"))
    content = gguf_bytes(4_000_000)
    hub.files["ann/tiny"] = {"tiny.gguf": content}
    hub.licences["ann/tiny"] = "mit"
    # GIVEN a download that has come half way
    hub.stall_after = 2_500_000
    installer = bench(Role.INSTALLER)
    installer.strike = lambda event: isinstance(event, Progress) and event.done > 1_000_000
    # WHEN the child is killed
    _, end = installer.run(lambda job: InstallJob(job, "ann/tiny:tiny.gguf"))
    assert isinstance(end, Failed)
    assert isinstance(end.error, WorkerCrashed)
    # THEN half a model is no model
    store = ModelStore.default()
    assert not store.installed("ann/tiny:tiny.gguf")
    # AND the next try brings the whole, with what is there already gone on with
    hub.stall_after = None
    hub.released.set()
    before = len(hub.requests)
    _, end = installer.run(lambda job: InstallJob(job, "ann/tiny:tiny.gguf"))
    assert isinstance(end, Done), end
    assert store.path("ann/tiny:tiny.gguf").read_bytes() == content
    ranges = [wanted for path, wanted in hub.requests[before:] if "/resolve/" in path]
    assert any(ranges), "it began from nothing"


def test_three_deaths_in_a_row_are_no_reason_to_give_up(bench: Benches, httpserver: HTTPServer) -> None:
    def respond(_request: Request) -> Response:
        return Response(f"<html lang=en><body><article><h1>Ferry</h1><p>{ARTICLE}</p></article></body></html>", 200)

    httpserver.expect_request("/story").respond_with_handler(respond)
    reader = bench(Role.READER)
    for _ in range(3):
        reader.struck.clear()
        reader.strike = at(Stage.READING)
        _, end = reader.run(lambda job: ReadJob(job, TextSource(ARTICLE * 500)))
        assert isinstance(end, Failed)
    reader.struck.append(0)
    _, end = reader.run(lambda job: ReadJob(job, UrlSource(httpserver.url_for("/story"))))
    assert isinstance(end, Done)
