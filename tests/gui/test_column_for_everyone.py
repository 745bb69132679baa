"""Queue and library without a mouse, for those who hear them, and in every language without clipped words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QApplication

from desktop_app.errors import HttpStatus
from desktop_app.events import ArticleReady, FiguresReady
from desktop_app.gui import settings
from desktop_app.gui.app import Application
from desktop_app.sources.source import UrlSource
from tests.gui import stories
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren
from tests.gui.test_everyone import LEAST_TARGET, controls
from tests.gui.test_looks import place, shown_texts


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRATKO_DATA", str(tmp_path / "data"))


@pytest.fixture
def children() -> FakeChildren:
    return FakeChildren(keeping=True)


@pytest.fixture
def busy(app: Application, hands: Hands, children: FakeChildren) -> Application:
    """A kept digest, a queue of which one item failed, nothing kept from now on, a filter, something to undo."""
    hands.digest()
    app.window.open([UrlSource(f"https://quillmere.example/{number}") for number in range(4)])
    hands.settle()
    children.reader.fail(HttpStatus(host="quillmere.example", status=404))
    hands.settle()
    children.reader.emit(ArticleReady(stories.ARTICLE), FiguresReady(stories.figures()))
    children.reader.done()
    hands.settle()
    left = app.window.left
    left.panel.filter.choose(lang="en", days=30)
    app.settings.set(settings.KEEP_DIGESTS, False)
    left.snackbar.show_message("“A story” was deleted", "Undo", lambda: None)
    hands.qtbot.waitUntil(lambda: bool(left.queue_panel.words[1]))
    hands.settle()
    return app


def test_every_control_has_a_name_and_is_large_enough(busy: Application) -> None:
    column = list(controls(busy.window.sidebar))
    assert len(column) >= 8
    for control in [*column, *controls(busy.window.left.snackbar)]:
        heard = QAccessible.queryAccessibleInterface(control)
        assert heard.text(QAccessible.Text.Name), control
        assert min(control.width(), control.height()) >= LEAST_TARGET, f"{control} is {control.size()}"


def test_tab_reaches_every_control_and_comes_back(busy: Application, hands: Hands) -> None:
    window = busy.window
    window.address.field.setFocus()
    reached = set()
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        hands.press(Qt.Key.Key_Tab)
        if QApplication.focusWidget() is window.address.field:
            break
    else:
        pytest.fail("Tab never came back to where it began")
    assert not [control for control in controls(window.sidebar) if control not in reached]
    assert not [control for control in controls(window.left.snackbar) if control not in reached]


@pytest.mark.parametrize("lang", ["en", "ru", "uk"])
@pytest.mark.parametrize("width", [560, 1100, 1280])
def test_no_words_are_clipped(busy: Application, hands: Hands, lang: str, width: int) -> None:
    busy.settings.set(settings.INTERFACE_LANGUAGE, lang)
    busy.window.resize(width, 820)
    hands.settle()
    busy.window.frame.set_open(True)
    hands.settle()
    seen = 0
    for widget, text, room in shown_texts(busy.window.sidebar):
        seen += 1
        needed = QFontMetrics(widget.font()).horizontalAdvance(text.replace("&", ""))
        assert needed <= room, f"“{text}” needs {needed} of {room}"
        assert place(widget, busy.window).right() <= place(busy.window.sidebar, busy.window).right(), text
    assert seen >= 5
