"""Narrow places: buttons give up their words one after another, choices become one menu, nothing is cut or overlaps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop_app.choices import Length, Style
from desktop_app.errors import LibraryDamaged
from desktop_app.gui import settings
from desktop_app.gui.app import Application
from desktop_app.gui.folding import FoldingButton
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.message_bar import MessageBar, Remedy
from desktop_app.gui.summary_head import SummaryHead
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren
from tests.gui.test_looks import cut, place

LANGUAGES = ("en", "ru", "uk")


def parts_of(head: SummaryHead) -> list[QWidget]:
    """What shows in the head, from where reading begins."""
    shown = [part for part in head.children() if isinstance(part, QWidget) and part.isVisible()]
    return sorted(shown, key=lambda part: part.x())


def buttons(window: MainWindow) -> list[QPushButton]:
    """The buttons under the summary."""
    summary = window.digest.summary
    every = (summary.action, summary.copy, summary.listen, summary.share, summary.ask)
    return [button for button in every if button.isVisible()]


@pytest.fixture(params=LANGUAGES)
def head(request: pytest.FixtureRequest, app: Application) -> Iterator[SummaryHead]:
    app.settings.set(settings.INTERFACE_LANGUAGE, request.param)
    pane = QWidget()
    pane.resize(800, 100)
    made = SummaryHead(app.theme, pane)
    made.set_choices("auto", Length.MEDIUM, Style.PARAGRAPH)
    pane.show()
    yield made
    pane.close()


def test_the_head_is_tidy_at_every_width(head: SummaryHead, hands: Hands) -> None:
    kinds = set()
    for width in range(200, 720, 4):
        head.resize(width, head.height())
        hands.settle()
        parts = parts_of(head)
        # THEN the heading stays, and nothing overlaps or runs out
        assert parts[0] is head.heading
        assert head.heading.width() >= head.heading.sizeHint().width()
        for one, other in pairwise(parts):
            assert one.geometry().right() < other.x(), f"{width}: {one} and {other}"
        assert parts[-1].geometry().right() <= width
        for part in parts[1:]:
            assert part.width() >= part.sizeHint().width(), f"{width}: {part}"
        kinds.add((len(parts), head.choices.folded))
    # AND it has been all three: an icon, one button with words, a control for each choice
    assert kinds == {(2, True), (2, False), (4, False)}


def test_the_menu_chooses_what_the_controls_choose(window: MainWindow, hands: Hands) -> None:
    # GIVEN a pane with room for a single button
    hands.digest()
    summary = window.digest.summary
    choices = summary.head.choices
    assert choices.isVisible()
    assert choices.accessibleName() == "Language, length and form of the summary: Auto, Short, Paragraph"
    # WHEN a length, a form and a language are chosen in its menu
    for words in ("Medium", "Bullet points"):
        choices.menu().aboutToShow.emit()
        next(action for action in choices.menu().actions() if action.text() == words).trigger()
        hands.settle()
    choices.menu().aboutToShow.emit()
    languages = next(action.menu() for action in choices.menu().actions() if action.menu() is not None)
    next(action for action in languages.actions() if action.text() == "Українська").trigger()  # type: ignore[attr-defined]
    hands.settle()
    # THEN they are remembered, and said
    kept = window._settings
    assert kept.get(settings.SUMMARY_LENGTH) == "medium"
    assert kept.get(settings.SUMMARY_STYLE) == "bullets"
    assert kept.get(settings.SUMMARY_LANGUAGE) == "uk"
    assert choices.accessibleName().endswith("Українська, Medium, Bullet points")
    # AND the menu ticks what is chosen
    choices.menu().aboutToShow.emit()
    assert {action.text() for action in choices.menu().actions() if action.isChecked()} == {"Medium", "Bullet points"}


def test_the_focus_goes_with_the_choices(window: MainWindow, hands: Hands) -> None:
    window.resize(1700, 800)
    hands.digest()
    head = window.digest.summary.head
    head.length.setFocus()
    window.resize(1280, 800)
    hands.settle()
    assert window.focusWidget() is head.choices
    window.resize(1700, 800)
    hands.settle()
    assert window.focusWidget() is head.language


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_buttons_under_the_summary_stay_in_one_line(
    app: Application, window: MainWindow, hands: Hands, lang: str
) -> None:
    app.settings.set(settings.INTERFACE_LANGUAGE, lang)
    # GIVEN a summary being written: the button that stops it never gives up its words
    hands.open()
    hands.read()
    shown = buttons(window)
    assert shown[0] is window.digest.summary.action
    assert len({button.y() for button in shown[1:]}) == 1
    assert not cut(window)
    # WHEN it is done
    hands.summarise()
    seen = set()
    for width in (400, 480, 560, 700, 760, 860, 1000, 1100, 1280, 1440, 1600):
        window.resize(width, 800)
        hands.settle()
        shown = buttons(window)
        assert len({button.y() for button in shown}) == 1, f"{width}: in several lines"
        for one, other in pairwise(shown):
            assert one.geometry().right() < other.x()
        assert place(shown[-1], window).right() <= place(window.digest.summary, window).right()
        assert not cut(window), width
        for button in shown:
            assert button.accessibleName()
            if isinstance(button, FoldingButton) and button.folded:
                assert not button.text()
                assert button.toolTip()
                assert min(button.width(), button.height()) >= 24  # WCAG 2.2, 2.5.8
            seen.add(isinstance(button, FoldingButton) and button.folded)
    assert seen == {True, False}


@pytest.mark.parametrize("width", [202, 222, 300, 360, 700])
def test_messages_say_everything_in_any_width(app: Application, hands: Hands, width: int) -> None:
    bar = MessageBar(app.theme, compact=width < 360)
    words = "Check your connection to the internet and try once more; what is there already is kept for the next try."
    bar.show_message(
        "error", "The model could not be fetched", words, [Remedy("Попробовать снова", lambda: None, True)]
    )
    bar.setFixedWidth(width)
    bar.setFixedHeight(bar.heightForWidth(width))
    hands.settle()
    assert not cut(bar)
    for part in bar.findChildren(QWidget):
        if isinstance(part, QLabel | QPushButton) and part.isVisible():
            corner = part.mapTo(bar, QPoint(part.width(), part.height()))
            assert bar.rect().contains(corner - QPoint(1, 1)), part
    bar.close()


def test_a_long_message_at_the_bottom_is_whole(window: MainWindow, hands: Hands) -> None:
    for width in (400, 1280):
        window.resize(width, 800)
        error = LibraryDamaged(path="/home/mara/library.sqlite", kept_as="/home/mara/library-damaged.sqlite")
        window.left.library._keeper.troubled.emit(error)
        hands.settle()
        bar = window.left.snackbar
        assert bar.words.count(". ") >= 1, "what happened and what to do are two sentences"
        assert window.rect().contains(bar.geometry())
        assert not cut(bar)
        bar.hide()


def test_the_list_of_everything_keeps_within_the_window(window: MainWindow, hands: Hands) -> None:
    window.around.open_quickly()
    quick = window.around.quick
    assert quick is not None
    window.resize(480, 560)
    hands.settle()
    assert window.rect().contains(quick.geometry())
    # AND says when nothing is found
    quick.field.setText("xyzzy")
    hands.settle()
    assert quick.choices() == []
    assert quick._nothing.isVisible()
    quick.field.setText("")
    hands.settle()
    assert quick.list.isVisible()


def test_the_way_out_of_a_failed_installation_has_the_focus(
    window: MainWindow, hands: Hands, children: FakeChildren
) -> None:
    from desktop_app.errors import DownloadInterrupted, ModelNotInstalled

    hands.open()
    hands.read()
    children.writer.fail(ModelNotInstalled(model="tiny-writer"))
    hands.settle()
    card = window.digest.summary.install
    card.install_button.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert window.focusWidget() is card.stop_button
    children.installer.fail(DownloadInterrupted(model="tiny-writer", reason="reset"))
    hands.settle()
    assert window.focusWidget() is card.install_button
