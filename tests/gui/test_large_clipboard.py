"""A clipboard of fifty megabytes: refused in good words, the window alive, the next text digested."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.gui.app import Application, build, qt_application
from desktop_app.worker.client import WorkerClient
from desktop_app.worker.messages import Message, Role
from tests.gui.fakes import FakeShelf

PATIENCE = 120_000


@pytest.fixture
def app(qapp: object, qtbot: QtBot, store: QSettings) -> Iterator[Application]:
    clients: list[WorkerClient] = []

    def make_client(role: Role, on_message: Callable[[Message], None]) -> WorkerClient:
        clients.append(WorkerClient(role, on_message))
        return clients[-1]

    made = build(qt_application(), store=store, make_client=make_client, shelf=FakeShelf())
    made.session.at_once = False
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    QGuiApplication.clipboard().clear()
    made.window.close()
    for client in clients:
        client.close(timeout=20)


def paste(qtbot: QtBot, app: Application, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    app.window.reader.view.setFocus()
    qtbot.keyClick(app.window.reader.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_fifty_megabytes_are_refused_and_the_window_lives(app: Application, qtbot: QtBot) -> None:
    # GIVEN a clock that ticks as long as the window is alive
    ticks: list[int] = []
    clock = QTimer(app.window)
    clock.timeout.connect(lambda: ticks.append(1))
    clock.start(20)
    failures: list[object] = []
    app.session.read_failed.connect(failures.append)
    # WHEN fifty megabytes of text are pasted
    paste(qtbot, app, "The harbour sold 12,000 crates of fish. " * 1_250_000)
    qtbot.waitUntil(lambda: bool(failures), timeout=PATIENCE)
    # THEN they are refused, and the clock has gone on
    assert type(failures[0]).__name__ == "TooLarge"
    assert ticks
    # AND the next text is read
    paste(qtbot, app, "The harbour sold 12,000 crates of fish on Monday, the mayor said, and 300 more a day later.")
    qtbot.waitUntil(lambda: len(app.session.figures) >= 2, timeout=PATIENCE)
