"""The left column: beside the work where there is room, over it where there is not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from pytestqt.qtbot import QtBot

from desktop_app.gui import settings
from desktop_app.gui.app import Application, build, qt_application
from desktop_app.gui.frame import DOCKED
from desktop_app.gui.main_window import MEDIUM, MainWindow
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren, FakeShelf
from tests.gui.test_looks import place

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("width", [DOCKED, 1280, 1700])
def test_it_stands_beside_the_work(window: MainWindow, hands: Hands, width: int) -> None:
    hands.digest()
    window.resize(width, 800)
    hands.settle()
    sidebar, reader = place(window.sidebar, window), place(window.reader, window)
    assert window.sidebar.isVisible()
    assert reader.left() >= sidebar.right()
    assert window.frame.room >= MEDIUM
    assert place(window.digest, window).right() < width


def test_a_key_folds_it_and_that_is_remembered(app: Application, hands: Hands, qtbot: QtBot, store: QSettings) -> None:
    # GIVEN the window with its sidebar, and the sidebar's key
    assert app.window.sidebar.isVisible()
    for shown in (False, True, False):
        hands.press(Qt.Key.Key_B, CONTROL)
        assert app.window.sidebar.isVisible() == shown
    # WHEN the program is started again
    second = build(qt_application(), store=store, make_client=FakeChildren(), shelf=FakeShelf())
    qtbot.addWidget(second.window)
    second.window.resize(1280, 800)
    second.window.show()
    # THEN it is as it was left
    assert not second.window.sidebar.isVisible()
    qtbot.mouseClick(second.window.address.sidebar, Qt.MouseButton.LeftButton)
    assert second.window.sidebar.isVisible()


def test_its_width_is_remembered(app: Application, hands: Hands) -> None:
    before = app.window.sidebar.width()
    handle = app.window.frame._splitter.handle(1)
    start = handle.rect().center()
    hands.qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    hands.qtbot.mouseMove(handle, start + QPoint(40, 0))
    hands.qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 0))
    assert app.settings.get(settings.SIDEBAR_WIDTH) == app.window.sidebar.width() > before


class TestDrawer:
    @pytest.fixture(autouse=True)
    def narrow(self, window: MainWindow, hands: Hands) -> None:
        hands.digest()
        window.resize(DOCKED - 1, 800)
        hands.settle()

    def test_it_is_away_until_it_is_wanted(self, window: MainWindow, hands: Hands) -> None:
        assert not window.sidebar.isVisible()
        whole = place(window.reader, window)
        hands.press(Qt.Key.Key_F9)
        assert window.sidebar.isVisible()
        assert place(window.reader, window) == whole  # it lies over the work, which stays where it is
        assert place(window.sidebar, window).left() == 0

    def test_escape_puts_it_away_and_stops_nothing(
        self, window: MainWindow, hands: Hands, children: FakeChildren
    ) -> None:
        hands.open()
        hands.read()
        hands.press(Qt.Key.Key_F9)
        hands.press(Qt.Key.Key_Escape)
        assert not window.sidebar.isVisible()
        assert window.session.writing
        hands.press(Qt.Key.Key_Escape)
        assert not window.session.writing

    def test_a_click_beside_it_puts_it_away(self, window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
        hands.press(Qt.Key.Key_F9)
        veil = window.frame._veil
        qtbot.mouseClick(veil, Qt.MouseButton.LeftButton, pos=QPoint(veil.width() - 10, 300))
        assert not window.sidebar.isVisible()

    def test_growing_docks_it_again(self, app: Application, hands: Hands) -> None:
        hands.press(Qt.Key.Key_F9)
        app.window.resize(1300, 800)
        hands.settle()
        assert app.window.sidebar.isVisible()
        assert place(app.window.reader, app.window).left() >= place(app.window.sidebar, app.window).right()
        # AND what was remembered of the docked one did not change
        assert app.settings.get(settings.SIDEBAR)
