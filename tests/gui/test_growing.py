"""The window is on the screen before all of it is there, and nobody notices."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.app import Application, qt_application
from desktop_app.worker.messages import ReadJob
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren


@pytest.fixture
def whole() -> bool:
    """The application is looked at as it starts: what is seen first is on the screen, the rest is not there."""
    return False


class Windows(QObject):
    """Names what comes up as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_the_rest_comes_by_itself_and_takes_nothing_from_the_reader(app: Application, qtbot: QtBot) -> None:
    window = app.window
    # GIVEN a window with the ways in, ready for an address, and nothing else
    assert window.empty.isVisible()
    assert not window.growing.done
    assert "reader" not in vars(window)
    # WHEN it is left alone
    grown = QSignalSpy(window.growing.grown)
    windows = Windows()
    qt_application().installEventFilter(windows)
    window.growing.begin()
    qtbot.waitUntil(lambda: window.growing.done, timeout=60_000)
    qt_application().removeEventFilter(windows)
    # THEN all is there, once, no other window has come up meanwhile, and the keys still go to the address
    assert grown.count() == 1
    assert windows.shown == []
    assert QApplication.focusWidget() is window.address.field
    assert window.left.panel.isVisible()
    assert window.focusWidget() is window.address.field
    assert window.pages.currentWidget() is window.empty


def test_a_key_pressed_at_once_is_heard(app: Application, hands: Hands, children: FakeChildren, qtbot: QtBot) -> None:
    # GIVEN a window that has just begun to make its parts
    app.window.growing.begin()
    assert not app.window.growing.done
    # WHEN a link is typed and Enter pressed
    qtbot.keyClicks(app.window.address.field, "https://quillmere.example/harbour")
    qtbot.keyClick(app.window.address.field, Qt.Key.Key_Return)
    hands.settle()
    # THEN the window is whole, and the link is being read
    assert app.window.growing.done
    assert [type(job) for job in children.reader.jobs] == [ReadJob]


@pytest.mark.parametrize(
    "act",
    [
        lambda hands, bot: bot.mouseClick(hands.app.window.empty.sample, Qt.MouseButton.LeftButton),
        lambda hands, bot: (hands.drag(_text()), hands.drop(_text())),
        lambda hands, bot: hands.app.window.open_sample(),
    ],
    ids=["click", "drop", "handed over"],
)
def test_so_is_whatever_else_is_done(
    app: Application, hands: Hands, children: FakeChildren, qtbot: QtBot, act: Callable[[Hands, QtBot], object]
) -> None:
    app.window.growing.begin()
    app.window.repaint()  # what is clicked on has been seen
    act(hands, qtbot)
    hands.settle()
    assert app.window.growing.done
    assert len(children.reader.jobs) == 1


def test_a_window_closed_at_once_ends_in_good_order(app: Application, children: FakeChildren) -> None:
    app.window.growing.begin()
    app.window.close()
    assert app.window.growing.done
    assert not app.window.isVisible()


def test_a_narrow_window_begins_narrow(app: Application, qtbot: QtBot) -> None:
    app.window.resize(600, 800)
    link, text, _files = app.window.empty.ways
    qtbot.waitUntil(lambda: link.geometry().bottom() < text.geometry().top())
    assert not app.window.growing.done


def test_a_name_that_no_part_has_is_an_error(app: Application) -> None:
    with pytest.raises(AttributeError, match="teapot"):
        _ = app.window.teapot  # type: ignore[attr-defined]
    assert not app.window.growing.done


def test_the_parts_come_from_no_import_at_the_start() -> None:
    """What is seen first loads neither parsers nor dialogs, nor what speaks to the child processes."""
    import subprocess
    import sys

    code = "import sys, desktop_app.__main__, desktop_app.gui.app, desktop_app.gui.single_instance; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    late = ("session", "reader_pane", "digest_pane", "left_column", "actions", "preferences_dialog")
    assert not {f"desktop_app.gui.{name}" for name in late} & set(loaded)
    assert not {"multiprocessing", "tomllib", "desktop_app.export", "desktop_app.messages"} & set(loaded)
    assert not {"dataclasses", "json", "desktop_app.article", "desktop_app.cli.main"} & set(loaded)


def _text() -> QMimeData:
    mime = QMimeData()
    mime.setText("The ferry to Lunde carried 31,000 passengers.\n\nIt is the most in ten years.")
    return mime
