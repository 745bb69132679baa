"""Finding, going anywhere by name, menus under the right button, help: what the hands do besides reading."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.article import Article, Span
from desktop_app.gui import settings
from desktop_app.gui.app import Application
from desktop_app.gui.find_bar import find_all
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.menu_bar import MENUS, MenuBar
from desktop_app.library.entries import Entry, Hit
from desktop_app.worker.keeping import EntriesListed, ListEntries
from desktop_app.worker.messages import KeepJob
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        ("The ferry and the Ferry", "ferry", ["ferry", "Ferry"]),
        ("Ещё раз: еще нет", "ещё", ["Ещё", "еще"]),
        ("п’ять і п'ять", "п'ять", ["п’ять", "п'ять"]),
        ("a  b\na b", "a b", ["a  b", "a b"]),
        ("2.5 and 215", "2.5", ["2.5"]),
        ("😀 ferry", "ferry", ["ferry"]),
        ("anything", "  ", []),
        ("aaa", "aa", ["aa"]),
    ],
)
def test_what_counts_as_found(text: str, sought: str, found: list[str]) -> None:
    units = text.encode("utf-16-le")
    assert [units[2 * a : 2 * b].decode("utf-16-le") for a, b in find_all(text, sought)] == found


@given(st.text(max_size=40), st.text(min_size=1, max_size=3))
def test_places_lie_in_the_text_and_in_order(text: str, sought: str) -> None:
    places = find_all(text, sought)
    ends = [0, *(end for _, end in places)]
    assert all(ends[at] <= start < end for at, (start, end) in enumerate(places))
    assert ends[-1] <= len(text.encode("utf-16-le", "surrogatepass")) // 2


def test_find_lights_up_steps_and_goes_away(window: MainWindow, hands: Hands) -> None:
    hands.digest()
    window.reader.view.setFocus()
    hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar, view = window.reader.find_bar, window.reader.view
    assert QApplication.focusWidget() is bar.field
    word = view.article.body.split()[2] if view.article else ""
    hands.qtbot.keyClicks(bar.field, word)
    places = find_all(view.toPlainText(), word)
    assert bar.count == f"1 of {len(places)}"
    assert len(view.extraSelections()) == len(places)
    assert QAccessible.queryAccessibleInterface(bar.field).text(QAccessible.Text.Name) == "Find in the article"
    # Enter goes on, Shift+Enter back, round the ends.
    hands.qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count == f"{len(places)} of {len(places)}"
    hands.qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count == f"1 of {len(places)}"
    hands.qtbot.keyClicks(bar.field, "qqq")
    assert bar.count == "Not found"
    # It survives another size of the text, and Escape puts it away with the place selected.
    bar.field.setText(word)
    hands.app.settings.set(settings.READING_SIZE, 20)
    hands.settle()
    assert bar.count == f"1 of {len(places)}"
    hands.press(Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert not view.extraSelections()
    assert view.textCursor().selectedText() == word
    assert QApplication.focusWidget() is view


def test_found_places_and_marks_of_figures_live_side_by_side(window: MainWindow, hands: Hands) -> None:
    hands.digest()
    window.digest.figures.cards[0].click()
    marked = window.reader.view.marked_text()
    window.manners.finding.open()
    window.reader.find_bar.field.setText("e")
    assert window.reader.view.marked_text() == marked
    window.manners.finding.close()
    assert window.reader.view.marked_text() == marked


def test_find_has_nothing_to_look_in_before_there_is_an_article(window: MainWindow, hands: Hands) -> None:
    hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.reader.find_bar.isHidden()


def entry(number: int, title: str) -> Entry:
    now = datetime(2026, 11, 27, tzinfo=UTC)
    return Entry(number, "https://quillmere.example/a", title, None, "The Lantern", "en", None, 300, 4, None, now, now)


def test_quick_open_finds_commands_and_what_was_read(
    app: Application, window: MainWindow, hands: Hands, children: FakeChildren
) -> None:
    hands.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    quick = window.around.quick
    assert quick is not None
    assert quick.isVisible()
    # Commands that cannot be given now are not offered.
    assert "Save as" not in quick.choices()
    hands.qtbot.keyClicks(quick.field, "larg te")
    assert quick.choices() == ["Larger text"]
    before = app.settings.get(settings.READING_SIZE)
    hands.qtbot.keyClick(quick.field, Qt.Key.Key_Return)
    assert app.settings.get(settings.READING_SIZE) == before + 1
    assert not quick.isVisible()
    # What was read lately comes first while nothing is typed.
    hands.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    keeper = next(client for client in children.clients.values() if any(isinstance(j, KeepJob) for j in client.jobs))
    job = next(j for j in reversed(keeper.jobs) if isinstance(j, KeepJob) and isinstance(j.request, ListEntries))
    keeper.emit(EntriesListed((Hit(entry(7, "Ferry carries a million"), "", ()),), 0, False, 1), job=job)
    hands.settle()
    assert quick.choices()[0] == "Ferry carries a million"
    hands.qtbot.keyClick(quick.field, Qt.Key.Key_Down)
    hands.qtbot.keyClick(quick.field, Qt.Key.Key_Up)
    hands.qtbot.keyClick(quick.field, Qt.Key.Key_Escape)
    assert not quick.isVisible()


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isEnabled() and action.text()]


def test_the_menu_of_the_article_leads_to_the_figure_under_the_pointer(
    app: Application, window: MainWindow, hands: Hands
) -> None:
    hands.digest()
    view = window.reader.view
    figure = app.session.figures[0]
    place = view.place_of(figure.section, Span(figure.start, figure.end))
    assert place is not None
    cursor = QTextCursor(view.document())
    cursor.setPosition(place[0] + 1)
    menu = window.manners.menus.of_article(view.cursorRect(cursor).center())
    name = next(text for text in texts(menu) if "among the figures" in text)
    next(action for action in menu.actions() if action.text() == name).trigger()
    chosen = [card for card in window.digest.figures.cards if card.isChecked()]
    assert [card.entry.figure for card in chosen] == [figure]
    menu.close()


def test_copying_with_the_source(app: Application, window: MainWindow, hands: Hands) -> None:
    hands.digest()
    view = window.reader.view
    assert "Copy" not in texts(window.manners.menus.of_article(QPoint(5, 5)))
    view.selectAll()
    menu = window.manners.menus.of_article(QPoint(5, 5))
    next(action for action in menu.actions() if action.text() == "Copy with source").trigger()
    copied = QGuiApplication.clipboard().text()
    article = app.session.article
    assert isinstance(article, Article)
    assert article.title
    assert copied.rsplit("\n", 1)[1].startswith(f"— {article.title}")
    of_summary = texts(window.manners.menus.of_summary(QPoint(5, 5)))
    assert "Copy the summary" in of_summary
    assert "Select all" in of_summary


def test_the_list_of_keys_names_every_command_that_has_some(window: MainWindow, hands: Hands) -> None:
    hands.press(Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    dialog = QApplication.activeModalWidget() or window.around.open_shortcuts()
    rows = dict(dialog.rows())  # type: ignore[attr-defined]
    assert rows["Go to"] == "Ctrl+K"
    assert rows["Find in the article"] == "Ctrl+F"
    with_keys = [action.text().rstrip("…") for action in window.actions_.all() if action.shortcuts()]
    assert set(with_keys) <= set(rows)
    dialog.close()


def test_about_names_version_and_licences_and_nothing_that_was_read(window: MainWindow, hands: Hands) -> None:
    from desktop_app import __version__

    hands.digest()
    dialog = window.around.open_about()
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert __version__ in said
    assert "Apache-2.0" in said
    assert "LGPL-3.0" in said
    dialog.copy.click()
    details = QGuiApplication.clipboard().text()
    assert f"Kratko {__version__}" in details
    assert "quillmere" not in details
    dialog.close()


def test_no_two_commands_share_a_key(window: MainWindow) -> None:
    taken: dict[str, str] = {}
    for action in window.actions_.all():
        for key in action.shortcuts():
            assert taken.setdefault(key.toString(), action.text()) == action.text(), key.toString()


def test_the_menu_bar_of_macos_holds_every_command(window: MainWindow, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QMainWindow

    other = QMainWindow()
    qtbot.addWidget(other)
    bar = MenuBar(other, window.actions_, wanted=True).bar
    assert bar is not None
    assert [action.text() for action in bar.actions()] == ["File", "Edit", "View", "Article", "Help"]
    named = {name for _, names in MENUS for name in names if name is not None}
    from desktop_app.gui.actions import COMMANDS

    assert {command.name for command in COMMANDS} <= named | {"compare", "stop"}
    assert MenuBar(other, window.actions_, wanted=False).bar is None
