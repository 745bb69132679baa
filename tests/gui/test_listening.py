"""Reading aloud: there where something can speak, absent where nothing can; real processes for commands."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from desktop_app.gui import manners
from desktop_app.gui.app import Application, build, qt_application
from desktop_app.gui.speaking import CommandVoice, Speaker, find_voice
from tests.gui import stories
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren, FakeShelf, FakeVoice


@pytest.fixture
def voice(monkeypatch: pytest.MonkeyPatch) -> FakeVoice:
    made = FakeVoice()
    monkeypatch.setattr(manners, "find_voice", lambda: made)
    return made


class TestWithAVoice:
    @pytest.fixture(autouse=True)
    def _voice(self, voice: FakeVoice) -> None: ...

    def test_the_summary_is_read_and_stopped(self, voice: FakeVoice, app: Application, hands: Hands) -> None:
        button = app.window.digest.summary.listen
        assert not button.isVisible()
        hands.digest()
        assert button.isVisible()
        hands.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert voice.said == [(stories.summary().text, stories.summary().lang)]
        assert button.words == "Stop reading"
        hands.press(Qt.Key.Key_Escape)
        assert voice.stopped == 1
        assert button.words == "Listen"
        # By the command too; when it has been read to its end, that shows.
        app.window.actions_["listen"].trigger()
        voice.ended()
        assert button.words == "Listen"

    def test_another_article_is_silence(self, voice: FakeVoice, app: Application, hands: Hands) -> None:
        hands.digest()
        app.window.digest.summary.listen.click()
        hands.open()
        assert voice.stopped == 1
        assert not app.window.digest.summary.listen.isVisible()

    def test_a_language_without_a_voice(self, voice: FakeVoice, app: Application, hands: Hands) -> None:
        voice.speaks = lambda lang: False  # type: ignore[method-assign]
        hands.digest()
        assert not app.window.digest.summary.listen.isVisible()


def test_without_a_voice_there_is_neither_button_nor_command(
    qapp: object, qtbot: QtBot, store: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manners, "find_voice", lambda: None)
    made = build(qt_application(), store=store, make_client=FakeChildren(), shelf=FakeShelf())
    qtbot.addWidget(made.window)
    assert not made.window.actions_["listen"].isVisible()
    assert made.window.actions_["listen"] not in made.window.actions_.palette()
    made.window.close()


def test_nothing_that_can_speak_is_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_voice() is None
    silent = Speaker(None)
    assert not silent.possible
    assert not silent.can_say("en")
    assert not silent.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script as the system's command")
def test_the_system_command_gets_the_text_and_tells_its_end(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = tmp_path / "heard"
    script = tmp_path / "speak"
    script.write_text(f'#!/bin/sh\necho "$@" > {heard}\ncat >> {heard}\n[ "$2" = "slow" ] && exec sleep 60\nexit 0\n')
    script.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    voice = CommandVoice((("speak", lambda lang: ["--language", lang]),))
    speaker = Speaker(voice)
    with qtbot.waitSignals([speaker.changed, speaker.changed], timeout=20_000):
        speaker.say("Пором перевёз миллион.", "ru-RU")
    assert heard.read_text(encoding="utf-8") == "--language ru\nПором перевёз миллион."
    assert not speaker.speaking
    # Stopping one that would speak on takes effect at once.
    speaker.say("Long.", "slow")
    assert speaker.stop()
    assert not speaker.speaking
    process = voice._ending
    assert process is not None
    process.waitForFinished(10_000)
    with pytest.raises(LookupError):
        CommandVoice((("no-such-command-anywhere", lambda lang: []),))
