"""What the window remembers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings
from pytestqt.qtbot import QtBot

from desktop_app.choices import Length
from desktop_app.gui import settings
from desktop_app.gui.app import build, qt_application
from desktop_app.gui.settings import TABLE, Setting, Settings, options_from
from tests.gui.fakes import FakeChildren, FakeShelf


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kept.ini"


def opened(file: Path) -> Settings:
    return Settings(QSettings(str(file), QSettings.Format.IniFormat))


def test_the_table_is_sound() -> None:
    assert len({setting.key for setting in TABLE}) == len(TABLE)
    declared = {value for value in vars(settings).values() if isinstance(value, Setting)}
    assert declared == set(TABLE)
    assert all(setting.default in setting.allowed for setting in TABLE if setting.allowed)


@pytest.mark.parametrize("setting", TABLE, ids=lambda setting: setting.key)
def test_every_setting_survives_a_restart(file: Path, setting: Setting[object]) -> None:
    others = [value for value in setting.allowed if value != setting.default]
    by_type: dict[type, object] = {str: "other", int: 7, bool: not setting.default, QByteArray: QByteArray(b"\1\2")}
    value = others[0] if others else by_type[type(setting.default)]
    first = opened(file)
    assert first.get(setting) == setting.default
    first.set(setting, value)
    first._store.sync()
    assert opened(file).get(setting) == value


def test_nonsense_reads_as_the_default(file: Path) -> None:
    raw = QSettings(str(file), QSettings.Format.IniFormat)
    raw.setValue(settings.READING_SIZE.key, "enormous")
    raw.setValue(settings.SUMMARY_LENGTH.key, "novel")
    kept = Settings(raw)
    assert kept.get(settings.READING_SIZE) == settings.READING_SIZE.default
    assert kept.get(settings.SUMMARY_LENGTH) == settings.SUMMARY_LENGTH.default
    with pytest.raises(ValueError, match="summary/length"):
        kept.set(settings.SUMMARY_LENGTH, "novel")


def test_changes_are_told_once(file: Path, qtbot: QtBot) -> None:
    kept = opened(file)
    told: list[object] = []
    kept.changed.connect(told.append)
    kept.set(settings.READING_SIZE, 20)
    kept.set(settings.READING_SIZE, 20)
    assert told == [settings.READING_SIZE]


def test_options_come_from_the_settings(file: Path) -> None:
    kept = opened(file)
    kept.set(settings.SUMMARY_LANGUAGE, "uk")
    kept.set(settings.SUMMARY_LENGTH, "long")
    options = options_from(kept)
    assert (options.lang, options.length, options.model) == ("uk", Length.LONG, None)


def test_the_window_comes_back_as_it_was(qapp: object, qtbot: QtBot, store: QSettings) -> None:
    # GIVEN a window that was resized, with Russian summaries chosen, and closed
    first = build(qt_application(), store=store, make_client=FakeChildren(), shelf=FakeShelf())
    qtbot.addWidget(first.window)
    first.window.show()
    first.window.resize(711, 577)  # within the smallest screens
    first.settings.set(settings.SUMMARY_LANGUAGE, "ru")
    first.window.close()
    # WHEN the program is started again
    second = build(qt_application(), store=store, make_client=FakeChildren(), shelf=FakeShelf())
    qtbot.addWidget(second.window)
    # THEN size and choice are back
    assert (second.window.width(), second.window.height()) == (711, 577)
    assert second.window.digest.summary.language.currentData() == "ru"
    assert second.session.options.lang == "ru"
