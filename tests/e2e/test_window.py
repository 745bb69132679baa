"""The whole chain with nothing played: a page over HTTP, real child processes, the embedded model, the real window."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytest_httpserver import HTTPServer
from pytestqt.qtbot import QtBot

from desktop_app.gui import settings
from desktop_app.gui.app import Application, build, qt_application
from desktop_app.worker.client import WorkerClient
from desktop_app.worker.messages import Message, Role

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("win32", "darwin")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PAGES = Path(__file__).parent / "pages"
#: Milliseconds; the model takes seconds to load and to read on two slow cores.
PATIENCE = 240_000


class Clients:
    """The clients the window made, by role, so that a test can end a child from outside."""

    def __init__(self) -> None:
        self.made: dict[Role, WorkerClient] = {}

    def __call__(self, role: Role, on_message: Callable[[Message], None]) -> WorkerClient:
        self.made[role] = WorkerClient(role, on_message)
        return self.made[role]


@pytest.fixture
def clients() -> Iterator[Clients]:
    made = Clients()
    yield made
    for client in made.made.values():
        client.close(timeout=10)


@pytest.fixture
def app(
    qapp: QApplication, qtbot: QtBot, clients: Clients, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Application:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue(settings.INTERFACE_LANGUAGE.key, "en")
    made = build(qt_application(), store=store, make_client=clients)
    qtbot.addWidget(made.window)
    made.window.resize(1280, 800)
    made.window.show()
    made.backend.start()
    return made


@pytest.fixture
def page_url(httpserver: HTTPServer) -> str:
    html = (PAGES / "dam.html").read_text(encoding="utf-8")
    httpserver.expect_request("/dam").respond_with_data(html, content_type="text/html; charset=utf-8")
    return httpserver.url_for("/dam")


def paste(qtbot: QtBot, app: Application, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    app.window.reader.view.setFocus()
    qtbot.keyClick(app.window.reader.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.model
def test_a_pasted_link_becomes_article_figures_and_summary(
    app: Application, page_url: str, embedded_model: str, qtbot: QtBot
) -> None:
    wait = partial(qtbot.waitUntil, timeout=PATIENCE)
    view = app.window.digest
    app.session.warm_up()
    # WHEN a link is pasted
    paste(qtbot, app, page_url)
    # THEN the article and its figures are there before the summary
    wait(lambda: "плотину на реке Тёмной" in app.window.reader.view.toPlainText())
    wait(lambda: any(card.entry.figure.value == 2.4e9 for card in view.figures.cards))
    # AND the summary follows, in the article's language
    wait(lambda: app.window.status.words == "" and len(view.summary.text.toPlainText().split()) > 4)
    assert "плотин" in view.summary.text.toPlainText().lower()
    # WHEN a figure is clicked
    card = next(card for card in view.figures.cards if card.entry.figure.value == 2.4e9)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    # THEN it is chosen, and its sentence is marked in the article
    assert card.isChecked()
    assert app.window.reader.view.extraSelections()
