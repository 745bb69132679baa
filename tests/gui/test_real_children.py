"""The window over real child processes: streaming, stopping, a killed child, closing while busy."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QSettings, Qt
from pytest_httpserver import HTTPServer
from pytestqt.qtbot import QtBot

from desktop_app.gui.app import Application, build, qt_application
from desktop_app.options import SummaryOptions
from desktop_app.resources import resource
from desktop_app.sources.source import FileSource, TextSource, UrlSource
from desktop_app.worker.client import WorkerClient, next_job_id
from desktop_app.worker.handlers import make_handler
from desktop_app.worker.messages import InstallJob, Message, Role, WarmUpJob
from tests.gui.fakes import FakeShelf
from tests.gui.slow_child import make_slow

#: Milliseconds; a child of the tests is up in under a second on a quiet machine. On a busy one, what the shipped
#: reader needs to be loaded alone has taken a minute.
PATIENCE = 120_000


class Clients:
    """Makes real clients and remembers them; those of ``shipped`` roles do the real work."""

    def __init__(self) -> None:
        self.made: dict[Role, WorkerClient] = {}
        self.shipped: set[Role] = set()

    def __call__(self, role: Role, on_message: Callable[[Message], None]) -> WorkerClient:
        handler = make_handler if role in self.shipped else make_slow
        self.made[role] = WorkerClient(role, on_message, make_handler=handler)
        return self.made[role]


@pytest.fixture
def clients() -> Iterator[Clients]:
    made = Clients()
    yield made
    for client in made.made.values():
        client.close(timeout=10)


@pytest.fixture
def reading(clients: Clients) -> None:
    """The reader process does its real work."""
    clients.shipped.add(Role.READER)


@pytest.fixture
def app(qapp: object, qtbot: QtBot, store: QSettings, clients: Clients) -> Application:
    made = build(qt_application(), store=store, make_client=clients, shelf=FakeShelf())
    qtbot.addWidget(made.window)
    made.window.show()
    made.backend.start()
    return made


@pytest.fixture
def wait(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    return partial(qtbot.waitUntil, timeout=PATIENCE)


Wait = Callable[[Callable[[], bool]], None]


def test_a_text_becomes_a_digest(app: Application, wait: Wait) -> None:
    summary = app.window.digest.summary
    app.window.open([TextSource("A plain text.")])
    wait(lambda: summary.text.toPlainText() == "Done.")
    assert "A plain text." in app.window.reader.view.toPlainText()
    wait(lambda: app.window.status.words == "")


def test_escape_stops_a_busy_child_and_the_next_job_works(app: Application, wait: Wait, qtbot: QtBot) -> None:
    summary = app.window.digest.summary
    # GIVEN a summary that never ends by itself
    app.window.open([TextSource("An endless text.")])
    wait(lambda: summary.text.toPlainText().count("and") > 3)
    # WHEN Esc is pressed
    qtbot.keyClick(app.window, Qt.Key.Key_Escape)
    # THEN the window is at rest at once
    assert app.window.status.words == ""
    stopped = summary.text.toPlainText()
    # AND the next text is summarised by the same child, with nothing of the old one in it
    app.window.open([TextSource("A plain text.")])
    wait(lambda: summary.text.toPlainText() == "Done.")
    assert stopped.startswith("and")


@pytest.mark.skipif(sys.platform == "win32", reason="a child cannot kill itself with a signal there")
def test_a_killed_child_is_told_and_replaced(app: Application, clients: Clients, wait: Wait, qtbot: QtBot) -> None:
    summary = app.window.digest.summary
    # GIVEN a text that kills the child that summarises it
    app.window.open([TextSource("A fatal text.")])
    # THEN the crash is told while the article stays
    wait(summary.message.isVisible)
    assert "stopped unexpectedly" in summary.message.words()[0]
    assert "A fatal text." in app.window.reader.view.toPlainText()
    # AND the next text is summarised by a new child
    app.window.open([TextSource("A plain text.")])
    wait(lambda: summary.text.toPlainText() == "Done.")


def test_closing_does_not_wait_for_a_busy_child(app: Application, clients: Clients, wait: Wait) -> None:
    # GIVEN a summary that never ends by itself
    app.window.open([TextSource("An endless text.")])
    wait(lambda: "and" in app.window.digest.summary.text.toPlainText())
    processes = [child for child in multiprocessing.active_children() if child.name.startswith("kratko-")]
    assert len(processes) >= 2
    # WHEN the window is closed
    assert app.window.close()
    # THEN it is gone, and the children go after it (the keeper once all is written)
    assert not app.window.isVisible()
    # (Asked again and again, since the client's thread collects the process at the same time.)
    for process in processes:
        wait(lambda process=process: not process.is_alive())


def test_nothing_is_started_for_a_window_that_is_closed(app: Application, clients: Clients) -> None:
    made = dict(clients.made)
    # GIVEN a window that is gone
    app.window.close()
    app.backend.settle(10)
    # WHEN something is still asked of its children
    app.backend.submit(WarmUpJob(next_job_id(), SummaryOptions()))
    app.backend.submit(InstallJob(next_job_id(), "smollm2-135m"))
    # THEN no new one is made for it
    assert clients.made == made


PAGE = """<!doctype html><html lang="en"><head><title>Lighthouse opens its stairs</title>
<meta property="og:site_name" content="Coast Post"></head><body><nav><a href="/a">Home</a> <a href="/b">Sport</a></nav>
<article><h1>Lighthouse opens its stairs</h1>{paragraphs}</article><footer>Imprint, adverts</footer></body></html>
"""
PARAGRAPHS = (
    "The old lighthouse of Morrow Point opened its 214 stairs to visitors on Saturday, after four years of repairs.",
    "The work cost $3.4 million, a fifth more than planned, the keeper, Anton Weil, told the first guests.",
    "About 900 people came on the first day, and the queue went round the harbour twice before the gates were closed.",
    "Tickets are sold in the old boat house; whoever cannot climb may look through a camera in the lamp room instead.",
)


@pytest.mark.usefixtures("reading")
def test_a_link_is_fetched_read_and_searched_for_figures(
    app: Application, wait: Wait, qtbot: QtBot, httpserver: HTTPServer
) -> None:
    # GIVEN a page on a server
    html = PAGE.format(paragraphs="".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS))
    httpserver.expect_request("/lighthouse").respond_with_data(html, content_type="text/html; charset=utf-8")
    # WHEN its link is typed
    qtbot.keyClicks(app.window.address.field, httpserver.url_for("/lighthouse"))
    qtbot.keyClick(app.window.address.field, Qt.Key.Key_Return)
    # THEN the article is shown without what surrounds it, with its figures
    wait(lambda: app.session.article is not None)
    shown = app.window.reader.view.toPlainText()
    assert "Lighthouse opens its stairs" in shown
    assert PARAGRAPHS[1] in shown
    assert "Imprint" not in shown
    wait(lambda: bool(app.window.digest.figures.cards))
    # AND each figure leads to its own words
    for card in app.window.digest.figures.cards:
        card.click()
        sentence, value = app.window.reader.view.marked_text()
        assert value == card.entry.figure.text
        assert value in sentence
    wait(lambda: app.window.digest.summary.text.toPlainText() == "Done.")


@pytest.mark.usefixtures("reading")
def test_a_refused_link_is_told(app: Application, wait: Wait, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/gone").respond_with_data("gone", status=410)
    app.window.open([UrlSource(httpserver.url_for("/gone"))])
    wait(app.window.problem.isVisible)
    assert "410" in app.window.problem.words()[0]


@pytest.mark.usefixtures("reading")
@pytest.mark.parametrize("lang", ["en", "ru", "uk"])
def test_the_samples_are_articles_with_figures(app: Application, wait: Wait, lang: str) -> None:
    app.window.open([FileSource(resource("samples", f"{lang}.md"))])
    wait(lambda: len(app.window.digest.figures.cards) > 5)
    article = app.session.article
    assert article is not None
    assert article.title
    assert article.lang == lang
    assert article.readable


@pytest.fixture
def working(clients: Clients) -> None:
    """Reader and writer processes do their real work."""
    clients.shipped |= {Role.READER, Role.WRITER}


@pytest.mark.model
@pytest.mark.usefixtures("working", "embedded_model")
def test_the_embedded_model_summarises_the_sample(app: Application, qtbot: QtBot) -> None:
    """The whole main job: a sample, the shipped reader, the shipped model."""
    summary = app.window.digest.summary
    pieces: list[str] = []
    app.session.summary_piece.connect(pieces.append)
    app.window.open([FileSource(resource("samples", "en.md"))])
    qtbot.waitUntil(lambda: bool(app.window.digest.figures.cards), timeout=PATIENCE)
    # On two busy cores the model reads and writes for a minute or more.
    qtbot.waitUntil(lambda: app.session.summary is not None or summary.message.isVisible(), timeout=280_000)
    assert not summary.message.isVisible(), summary.message.words()
    assert pieces, "the summary did not stream"
    words = summary.text.toPlainText().split()
    assert 8 <= len(words) <= 60
    assert "whole article" in summary.facts
