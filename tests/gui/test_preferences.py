"""The settings: every row does what it says, at once, and follows what is changed elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QSlider
from pytestqt.qtbot import QtBot

from desktop_app.choices import Engine
from desktop_app.gui import settings
from desktop_app.gui.app import Application
from desktop_app.gui.preferences_dialog import PreferencesDialog
from desktop_app.gui.preferences_rows import Choice
from desktop_app.gui.preferences_table import PAGES, Row
from desktop_app.gui.switch import Switch
from desktop_app.network import OFFLINE_VARIABLE, Contact
from tests.gui.conftest import Hands
from tests.gui.test_everyone import LEAST_TARGET, controls

ROWS = [row for page in PAGES for row in page.rows]


@pytest.fixture
def dialog(app: Application, hands: Hands) -> PreferencesDialog:
    app.window.actions_["settings"].trigger()
    hands.settle()
    made = app.window.around.preferences
    assert made.isVisible()
    return made


def test_the_shortcut_opens_the_settings_beside_the_window(app: Application, hands: Hands) -> None:
    hands.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = app.window.around.preferences
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert dialog.page == "general"
    hands.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.setting.key)
def test_every_row_sets_and_follows(app: Application, dialog: PreferencesDialog, hands: Hands, row: Row) -> None:
    shown = dialog.rows.get(row.setting)
    if shown is None:
        pytest.skip("left out on this system")
    dialog.open_page(next(page.name for page in PAGES if row in page.rows))
    hands.settle()
    if row.setting is settings.SERVER_URL:
        app.settings.set(settings.ENGINE, Engine.SERVER.value)
    before, control = app.settings.get(row.setting), shown.control
    # WHEN the control is used
    match control:
        case Switch():
            hands.qtbot.mouseClick(control, Qt.MouseButton.LeftButton)
        case QSlider():
            hands.qtbot.keyClick(control, Qt.Key.Key_Right)
        case Choice():
            if control.count() < 2:
                control.addItem("Another", "another")
            hands.qtbot.keyClick(control, Qt.Key.Key_End)
        case QLineEdit():
            hands.qtbot.keyClicks(control, "http://127.0.0.1:9/v1")
            hands.qtbot.keyClick(control, Qt.Key.Key_Return)
    # THEN the setting has a new value at once
    now = app.settings.get(row.setting)
    assert now != before
    # AND the control follows when it is set elsewhere
    app.settings.set(row.setting, before)
    match control:
        case Switch():
            assert control.isChecked() == before
        case QSlider():
            assert control.value() == before
        case Choice():
            assert control.currentData() == before
        case QLineEdit():
            assert control.text() == before


def test_every_row_is_named_and_explained(dialog: PreferencesDialog) -> None:
    for row in dialog.rows.values():
        dialog.open_page(next(page.name for page in PAGES if row.row in page.rows))
        heard = QAccessible.queryAccessibleInterface(row.control)
        assert heard.text(QAccessible.Text.Name)
        assert len(heard.text(QAccessible.Text.Description).split()) > 3
        assert min(row.control.width(), row.control.height()) >= 24
    assert QAccessible.queryAccessibleInterface(dialog.rows[settings.OFFLINE].control).role() in (
        QAccessible.Role.CheckBox,
        QAccessible.Role.Switch,
    )


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_every_control_of_every_page_can_be_heard_and_hit(dialog: PreferencesDialog, hands: Hands, page: str) -> None:
    dialog.open_page(page)
    hands.settle()
    found = list(controls(dialog))
    assert len(found) >= 2
    for control in found:
        heard = QAccessible.queryAccessibleInterface(control)
        assert heard.text(QAccessible.Text.Name), f"{page}: {control} has no name"
        assert min(control.width(), control.height()) >= LEAST_TARGET, f"{page}: {control} is {control.size()}"


def test_the_find_bar_and_the_list_of_everything_can_be_heard_and_hit(app: Application, hands: Hands) -> None:
    hands.digest()
    app.window.manners.finding.open()
    app.window.around.open_quickly()
    hands.settle()
    assert app.window.around.quick is not None
    for part in (app.window.reader.find_bar, app.window.around.quick):
        for control in controls(part):
            heard = QAccessible.queryAccessibleInterface(control)
            assert heard.text(QAccessible.Text.Name), f"{control} has no name"
            assert min(control.width(), control.height()) >= LEAST_TARGET, f"{control} is {control.size()}"


def test_changes_show_in_the_window_at_once(app: Application, dialog: PreferencesDialog, hands: Hands) -> None:
    hands.digest()
    app.settings.set(settings.INTERFACE_LANGUAGE, "uk")
    hands.settle()
    assert dialog.windowTitle() == "Налаштування"
    assert dialog.pages.item(0).text() == "Загальні"
    hands.qtbot.mouseClick(dialog.rows[settings.SUMMARIZE_AT_ONCE].control, Qt.MouseButton.LeftButton)
    assert app.session.at_once is False


@pytest.mark.parametrize("lang", ["en", "ru", "uk"])
def test_no_words_are_cut_off(app: Application, dialog: PreferencesDialog, hands: Hands, lang: str) -> None:
    app.settings.set(settings.INTERFACE_LANGUAGE, lang)
    app.settings.set(settings.ENGINE, Engine.SERVER.value)
    for size in ((560, 420), (780, 580)):
        dialog.resize(*size)
        for page in PAGES:
            dialog.open_page(page.name)
            hands.settle()
            for shown in dialog.findChildren(QLabel):
                if shown.isVisible() and shown.text():
                    needed = shown.heightForWidth(shown.width()) if shown.wordWrap() else shown.sizeHint().height()
                    assert shown.height() >= needed, f"{lang} {size}: {shown.text()}"
                    if not shown.wordWrap():
                        assert shown.width() >= shown.sizeHint().width(), f"{lang} {size}: {shown.text()}"
        for at in range(dialog.pages.count()):
            item = dialog.pages.item(at)
            assert dialog.fontMetrics().horizontalAdvance(item.text()) < dialog.pages.width() - 60


def test_a_server_elsewhere_is_warned_of(app: Application, dialog: PreferencesDialog, hands: Hands) -> None:
    from desktop_app.gui.server_note import ServerNote

    note = dialog.findChild(ServerNote)
    assert note is not None
    dialog.open_page("summaries")
    assert not note.bar.isVisibleTo(note)
    assert not dialog.rows[settings.SERVER_URL].control.isEnabled()
    app.settings.set(settings.ENGINE, Engine.SERVER.value)
    assert dialog.rows[settings.SERVER_URL].control.isEnabled()
    assert not dialog.rows[settings.MODEL].control.isEnabled()
    for url, kind, words in (
        ("http://127.0.0.1:8080/v1", "info", "stays here"),
        ("https://models.example/v1", "warning", "models.example"),
        ("models", "error", "http://127.0.0.1:8080/v1"),
    ):
        app.settings.set(settings.SERVER_URL, url)
        assert note.bar.property("kind") == kind
        assert words in note.bar.words()[1]
    # The summaries asked for from now on know of it, and no model of this computer is asked of the server.
    assert app.session.options.engine is Engine.SERVER
    assert app.session.options.model is None


def test_offline_mode_reaches_every_job_and_shows(app: Application, dialog: PreferencesDialog, hands: Hands) -> None:
    from desktop_app.gui.privacy_page import PrivacyPage

    page = dialog.findChild(PrivacyPage)
    assert page is not None
    assert set(page.entries) == set(Contact)
    assert page.entries[Contact.PAGE].state == "When asked"
    assert page.entries[Contact.SERVER].state == "Not set up"
    # WHEN it is turned on
    dialog.open_page("privacy")
    hands.qtbot.mouseClick(dialog.rows[settings.OFFLINE].control, Qt.MouseButton.LeftButton)
    # THEN the page, the status line and every new job say so
    assert {entry.state for entry in page.entries.values()} == {"Blocked"}
    assert app.window.status.promise == "Offline mode: nobody is contacted"
    hands.open()
    assert hands.children.reader.last.network.offline  # type: ignore[union-attr]
    hands.read()
    assert hands.children.writer.last.network.offline  # type: ignore[union-attr]


def test_turning_it_on_stops_what_uses_the_network(app: Application, hands: Hands) -> None:
    hands.open()
    assert app.session.reading
    with hands.qtbot.waitSignal(app.session.stop_passed, timeout=1000):  # the queue stops as well
        app.settings.set(settings.OFFLINE, True)
    assert not app.session.reading
    assert hands.children.reader.cancelled


def test_the_way_out_of_offline_mode_is_a_button(
    app: Application, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.errors import OfflineMode

    app.settings.set(settings.OFFLINE, True)
    hands.open()
    hands.children.reader.fail(OfflineMode(host="quillmere.example", contact="page"))
    hands.settle()
    assert "quillmere.example" in app.window.problem.words()[0]
    button = app.window.problem.remedies[0]
    assert button.text() == "Go online"
    hands.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not app.settings.get(settings.OFFLINE)
    assert not hands.children.reader.last.network.offline  # type: ignore[union-attr]
    # Where the environment forbids the network, the window has no button against it.
    monkeypatch.setenv(OFFLINE_VARIABLE, "1")
    hands.children.reader.fail(OfflineMode(host="quillmere.example", contact="page"))
    hands.settle()
    assert "Go online" not in [button.text() for button in app.window.problem.remedies]


def test_keys_reach_everything(dialog: PreferencesDialog, hands: Hands, qtbot: QtBot) -> None:
    dialog.open_page("reading")
    dialog.pages.setFocus()
    reached = set()
    for _ in range(12):
        focused = QApplication.focusWidget()
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    wanted = {dialog.rows[row.setting].control for row in PAGES[1].rows}
    assert wanted <= reached
