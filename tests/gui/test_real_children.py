"""The window over real child processes: streaming, stopping, a killed child, closing while busy."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from desktop_app.gui.app import Application, build, qt_application
from desktop_app.sources.source import TextSource
from desktop_app.worker.client import WorkerClient
from desktop_app.worker.messages import Message, Role
from tests.gui.fakes import FakeShelf
from tests.gui.slow_child import make_slow

#: Milliseconds; a child of the tests is up in under a second on a quiet machine.
PATIENCE = 60_000


class Clients:
    """Makes real clients and remembers them."""

    def __init__(self) -> None:
        self.made: dict[Role, WorkerClient] = {}

    def __call__(self, role: Role, on_message: Callable[[Message], None]) -> WorkerClient:
        self.made[role] = WorkerClient(role, on_message, make_handler=make_slow)
        return self.made[role]


@pytest.fixture
def clients() -> Iterator[Clients]:
    made = Clients()
    yield made
    for client in made.made.values():
        client.close(timeout=10)


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
    # THEN it is gone, and the children go after it
    assert not app.window.isVisible()
    for process in processes:
        process.join(30)
        assert not process.is_alive()
