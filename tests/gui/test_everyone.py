"""The window without a mouse, and for those who hear it instead of seeing it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QProgressBar, QTabBar, QTextEdit, QWidget

from desktop_app.errors import HttpStatus, ModelNotInstalled
from desktop_app.events import Stage, StageChanged
from desktop_app.gui.app import Application
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.widgets import IconButton
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren
from tests.gui.test_problems import STUB

#: Least side of a target, in device-independent pixels (WCAG 2.2, success criterion 2.5.8).
LEAST_TARGET = 24

STATES = ("empty", "done", "no model", "withheld", "problem", "narrow")


def bring_up(state: str, hands: Hands, children: FakeChildren) -> None:
    if state == "empty":
        return
    hands.open()
    match state:
        case "problem":
            children.reader.fail(HttpStatus(host="quillmere.example", status=404))
        case "withheld":
            hands.read(STUB)
        case "no model":
            hands.read()
            children.writer.fail(ModelNotInstalled(model="tiny-writer"))
        case _:
            hands.read()
            hands.summarise()
    if state == "narrow":
        hands.app.window.resize(600, 800)
    hands.settle()


def controls(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


@pytest.mark.parametrize("state", STATES)
def test_every_control_has_a_name_and_is_large_enough(
    window: MainWindow, hands: Hands, children: FakeChildren, state: str
) -> None:
    bring_up(state, hands, children)
    found = list(controls(window))
    assert len(found) >= 3
    for control in found:
        heard = QAccessible.queryAccessibleInterface(control)
        assert heard.text(QAccessible.Text.Name), f"{state}: {control} has no name"
        assert heard.role() != QAccessible.Role.Client or isinstance(control, QTextEdit), f"{state}: {control}"
        assert min(control.width(), control.height()) >= LEAST_TARGET, f"{state}: {control} is {control.size()}"


@pytest.mark.parametrize("state", STATES)
def test_tab_reaches_every_control_and_comes_back(
    window: MainWindow, hands: Hands, children: FakeChildren, state: str
) -> None:
    bring_up(state, hands, children)
    window.address.field.setFocus()
    reached = set()
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        hands.press(Qt.Key.Key_Tab)
        if QApplication.focusWidget() is window.address.field:
            break
    else:
        pytest.fail("Tab never came back to where it began")
    missed = [control for control in controls(window) if control not in reached and not isinstance(control, QTabBar)]
    assert not missed


def test_the_order_is_that_of_reading(window: MainWindow, hands: Hands) -> None:
    hands.digest()
    window.address.field.setFocus()
    order: list[QWidget] = []
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        order.append(focused)
        hands.press(Qt.Key.Key_Tab)
    digest = window.digest
    wanted = [
        window.address.field,
        window.address.digest,
        window.reader.view,
        digest.summary.head.choices,
        digest.summary.text,
        digest.summary.copy,
        digest.figures.cards[0],
    ]
    places = [order.index(widget) for widget in wanted]
    assert places == sorted(places)


def test_the_focus_stays_with_the_article(window: MainWindow, hands: Hands, children: FakeChildren) -> None:
    # GIVEN the focus in the article, in the address field, on a figure
    places = (lambda: window.reader.view, lambda: window.address.field, lambda: window.digest.figures.cards[1])
    for focused in places:
        hands.digest()
        focused().setFocus()
        # WHEN the next article is read, and no summary can be made of it
        hands.open()
        hands.settle()
        assert not isinstance(QApplication.focusWidget(), QComboBox)
        hands.read()
        children.writer.fail(ModelNotInstalled(model="tiny-writer"))
        hands.settle()
        # THEN the keys scroll that article
        assert QApplication.focusWidget() is window.reader.view


def test_the_focus_does_not_stay_behind_on_a_page(window: MainWindow, hands: Hands) -> None:
    # GIVEN the focus on one of the ways in
    window.empty.ways[1].setFocus()
    # WHEN an article is read
    hands.open()
    hands.settle()
    assert not isinstance(QApplication.focusWidget(), QComboBox)
    hands.read()
    # THEN the keys scroll that article
    assert QApplication.focusWidget() is window.reader.view


def test_progress_is_spoken(app: Application, hands: Hands, children: FakeChildren) -> None:
    hands.open()
    hands.read()
    children.writer.emit(StageChanged(Stage.READING_MODEL, 0.25))
    hands.settle()
    bar = app.window.status.bar
    assert isinstance(bar, QProgressBar)
    heard = QAccessible.queryAccessibleInterface(bar)
    assert heard.role() == QAccessible.Role.ProgressBar
    assert heard.text(QAccessible.Text.Name) == "The model is reading"
    assert bar.value() / bar.maximum() == pytest.approx(0.25)


def test_buttons_without_words_explain_themselves(window: MainWindow, hands: Hands) -> None:
    hands.digest()
    for button in window.findChildren(IconButton):
        assert button.toolTip()
        assert button.accessibleName()
    for box in window.findChildren(QComboBox):
        assert box.toolTip()
    assert "Ctrl+O" in window.address.open.toolTip()
