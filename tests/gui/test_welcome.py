"""The first start: explained before anything is downloaded, and never in the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.errors import NoSourceReachable
from desktop_app.gui import settings
from desktop_app.gui.app import Application, build, qt_application
from desktop_app.worker.messages import InstallJob, Progress
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren, FakeShelf


@pytest.fixture
def shelf() -> FakeShelf:
    return FakeShelf(installed=False)


@pytest.fixture
def first(app: Application, hands: Hands) -> Application:
    app.window.back.resume()
    hands.settle()
    assert app.window.welcome.isVisible()
    return app


def test_it_says_what_will_happen_before_it_happens(first: Application, children: FakeChildren) -> None:
    page = first.window.welcome
    said = "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    for part in (
        "Tiny Writer 1B",
        "986 MB",
        "Apache-2.0",
        "/home/reader/.local/share/kratko/models",
        "without a model",
    ):
        assert part in said
    assert QApplication.focusWidget() is page.card.install_button
    assert not any(isinstance(job, InstallJob) for client in children.clients.values() for job in client.jobs)


def test_installing_shows_progress_and_leads_on(
    first: Application, hands: Hands, children: FakeChildren, shelf: FakeShelf
) -> None:
    page = first.window.welcome
    hands.qtbot.mouseClick(page.card.install_button, Qt.MouseButton.LeftButton)
    children.installer.emit(Progress(493_000_000, 986_000_000))
    hands.settle()
    assert page.card.progress.value() / page.card.progress.maximum() == pytest.approx(0.5)
    assert page.later.text() == "Begin meanwhile"
    children.installer.fail(NoSourceReachable(model="tiny-writer", reason="no network"))
    hands.settle()
    assert "no network" in page.card.failure
    page.card.install_button.click()
    shelf.put()
    children.installer.done()
    hands.settle()
    assert first.window.empty.isVisible()
    assert first.settings.get(settings.WELCOMED)


def test_later_is_fine_and_it_does_not_come_again(
    first: Application, hands: Hands, store: QSettings, qtbot: QtBot, shelf: FakeShelf
) -> None:
    hands.qtbot.mouseClick(first.window.welcome.later, Qt.MouseButton.LeftButton)
    assert first.window.empty.isVisible()
    first.window.close()
    again = build(qt_application(), store=store, make_client=FakeChildren(), shelf=shelf)
    qtbot.addWidget(again.window)
    again.window.show()
    again.window.back.resume()
    assert again.window.empty.isVisible()


def test_pasting_needs_no_answer(first: Application, hands: Hands) -> None:
    hands.open()
    hands.read()
    assert first.window.reader.isVisible()


@pytest.mark.parametrize("lang", ["en", "ru", "uk"])
@pytest.mark.parametrize("size", [(400, 420), (1280, 800)])
def test_nothing_is_cut_off(first: Application, hands: Hands, lang: str, size: tuple[int, int]) -> None:
    first.settings.set(settings.INTERFACE_LANGUAGE, lang)
    first.window.resize(*size)
    hands.settle()
    hands.settle()
    page = first.window.welcome
    for shown in page.findChildren(QLabel):
        if shown.isVisible() and shown.text():
            needed = shown.heightForWidth(shown.width()) if shown.wordWrap() else shown.sizeHint().height()
            assert shown.height() >= needed, shown.text()
    inner = page.widget()
    assert inner is not None
    assert inner.width() <= page.viewport().width()


def test_who_has_the_model_is_not_bothered(app: Application, hands: Hands, shelf: FakeShelf) -> None:
    shelf.put()
    app.window.back.resume()
    hands.settle()
    assert app.window.empty.isVisible()
