"""The tray, and word of long work; a stand-in for the icon where no system tray is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.errors import NoSourceReachable
from desktop_app.gui import settings, tray
from desktop_app.gui.app import Application
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren


class FakeIcon(QObject):
    """What the code needs of ``QSystemTrayIcon``."""

    activated = Signal(object)
    messageClicked = Signal()  # noqa: N815
    told: list[tuple[str, str]]

    def __init__(self, *_: object) -> None:
        super().__init__()
        self.told = []
        self.visible = False

    @staticmethod
    def isSystemTrayAvailable() -> bool:  # noqa: N802
        return True

    @staticmethod
    def supportsMessages() -> bool:  # noqa: N802
        return True

    def setToolTip(self, words: str) -> None: ...  # noqa: N802

    def setContextMenu(self, menu: QMenu) -> None: ...  # noqa: N802

    def show(self) -> None:
        self.visible = True

    def hide(self) -> None:
        self.visible = False

    def showMessage(self, title: str, text: str, *_: object) -> None:  # noqa: N802
        self.told.append((title, text))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    now = [1000.0]
    monkeypatch.setattr(tray.time, "monotonic", lambda: now[0])

    def go_on(seconds: float) -> None:
        now[0] += seconds

    return go_on


@pytest.fixture
def icon(app: Application, monkeypatch: pytest.MonkeyPatch) -> FakeIcon:
    monkeypatch.setattr(tray, "QSystemTrayIcon", FakeIcon)
    app.settings.set(settings.TRAY, True)
    made = app.window.manners.tray
    assert made is not None
    assert isinstance(made.icon, FakeIcon)
    return made.icon


def away(app: Application, monkeypatch: pytest.MonkeyPatch, *, is_away: bool = True) -> None:
    monkeypatch.setattr(app.window, "isActiveWindow", lambda: not is_away)


def test_there_is_none_unless_wanted(app: Application) -> None:
    made = app.window.manners.tray
    assert made is not None
    assert not made.shown


def test_paste_from_the_tray(app: Application, icon: FakeIcon, hands: Hands, children: FakeChildren) -> None:
    data = QMimeData()
    data.setText("https://quillmere.example/news")
    QGuiApplication.clipboard().setMimeData(data)
    assert app.window.manners.tray is not None
    paste = app.window.manners.tray.menu.actions()[0]
    assert paste.text() == "Paste and digest"
    paste.trigger()
    hands.settle()
    assert app.session.source is not None


def test_closing_leaves_it_there_and_quitting_does_not(app: Application, icon: FakeIcon, hands: Hands) -> None:
    app.window.close()
    assert not app.window.isVisible()
    assert not any(client.closed for client in hands.children.clients.values())
    assert app.window.manners.tray is not None
    app.window.manners.tray.menu.actions()[1].trigger()
    assert app.window.isVisible()
    app.window.actions_["quit"].trigger()
    assert all(client.closed for client in hands.children.clients.values())


def test_long_work_is_told_only_to_those_who_are_away(
    app: Application,
    icon: FakeIcon,
    hands: Hands,
    clock: Callable[[float], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for is_away, seconds, wanted in ((True, 2, 0), (False, 30, 0), (True, 30, 1)):
        away(app, monkeypatch, is_away=is_away)
        hands.open()
        hands.read()
        clock(seconds)
        hands.summarise()
        assert len(icon.told) == wanted
    assert icon.told[0][0] == "The summary is ready"
    app.settings.set(settings.NOTIFY, False)
    hands.open()
    hands.read()
    clock(30)
    hands.summarise()
    assert len(icon.told) == 1


def test_an_installation_is_told(
    app: Application, icon: FakeIcon, hands: Hands, children: FakeChildren, monkeypatch: pytest.MonkeyPatch
) -> None:
    away(app, monkeypatch)
    app.session.models.install("tiny-writer")
    children.installer.done()
    hands.settle()
    app.session.models.install("tiny-writer")
    children.installer.fail(NoSourceReachable(model="tiny-writer", reason="x"))
    hands.settle()
    app.session.models.install("tiny-writer")
    app.session.models.stop("tiny-writer")
    assert [title for title, _ in icon.told] == ["The model is installed", "The model could not be installed"]


def test_the_end_of_the_queue_is_told(
    app: Application, icon: FakeIcon, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    from types import SimpleNamespace

    from desktop_app.gui.queue_book import QueueBook
    from desktop_app.queue_items import ItemState

    away(app, monkeypatch)
    states = [ItemState.WAITING, ItemState.DONE]
    monkeypatch.setattr(QueueBook, "items", property(lambda _: [SimpleNamespace(state=state) for state in states]))
    app.window.left.book.changed.emit(1)
    assert icon.told == []
    states[0] = ItemState.FAILED
    app.window.left.book.changed.emit(1)
    app.window.left.book.changed.emit(1)
    assert icon.told == [("The queue is done", "2 sources were read")]


def test_the_icon_goes_when_it_is_not_wanted_any_more(app: Application, icon: FakeIcon, qtbot: QtBot) -> None:
    app.settings.set(settings.TRAY, False)
    assert app.window.manners.tray is not None
    assert not app.window.manners.tray.shown
    assert not icon.visible
