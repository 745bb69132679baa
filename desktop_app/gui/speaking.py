"""Reading aloud through the system's voices: Qt's speech module where it is installed, else the system's own command.

Qt's module comes with the package PySide6-Addons (``pip install kratko[speech]``). Commands take the text on their
standard input, so that no text shows up in the list of processes.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, Protocol

from PySide6.QtCore import QLocale, QObject, QProcess, Signal

#: Commands that read aloud what comes on standard input and end when they are done: of macOS, speech-dispatcher and
#: eSpeak NG.
_COMMANDS: Final[tuple[tuple[str, Callable[[str], list[str]]], ...]] = (
    ("say", lambda _: ["-f", "-"]),
    ("spd-say", lambda lang: ["--pipe-mode", "--wait", "--language", lang]),
    ("espeak-ng", lambda lang: ["--stdin", "-v", lang]),
)


class Voice(Protocol):
    """Something that can speak. ``ended`` is called when it has finished or could not begin."""

    ended: Callable[[], None]

    def speaks(self, lang: str) -> bool:
        """Whether there is a voice for ``lang`` (BCP-47)."""

    def say(self, text: str, lang: str) -> None:
        """Begin to read ``text`` aloud; returns at once."""

    def stop(self) -> None:
        """Be silent."""


class QtVoice:
    """Qt's speech module. Raises ``ImportError`` where it is not installed, ``LookupError`` where it has no voice."""

    def __init__(self) -> None:
        from PySide6 import QtTextToSpeech  # type: ignore[attr-defined, unused-ignore]

        self.ended: Callable[[], None] = _nothing
        kind: Any = QtTextToSpeech.QTextToSpeech
        engines = [engine for engine in kind.availableEngines() if engine != "mock"]
        if not engines:
            raise LookupError("no engine")
        self._speech = kind(engines[0])
        self._idle = (kind.State.Ready, kind.State.Error)
        if not self._speech.availableLocales():
            raise LookupError("no voice")
        self._speech.stateChanged.connect(lambda state: self.ended() if state in self._idle else None)

    def speaks(self, lang: str) -> bool:
        wanted = QLocale(lang).language()
        return any(locale.language() == wanted for locale in self._speech.availableLocales())

    def say(self, text: str, lang: str) -> None:
        wanted = QLocale(lang).language()
        self._speech.setLocale(next(loc for loc in self._speech.availableLocales() if loc.language() == wanted))
        self._speech.say(text)

    def stop(self) -> None:
        self._speech.stop()


class CommandVoice:
    """A program of the system. Raises ``LookupError`` where there is none."""

    def __init__(self, commands: Sequence[tuple[str, Callable[[str], list[str]]]] = _COMMANDS) -> None:
        self.ended: Callable[[], None] = _nothing
        usable = (pair for pair in commands if pair[0] != "say" or sys.platform == "darwin")
        found = next(((path, arguments) for name, arguments in usable if (path := shutil.which(name))), None)
        if found is None:
            raise LookupError("no command")
        self._program, self._arguments = found
        self._process: QProcess | None = None
        self._ending: QProcess | None = None

    def speaks(self, lang: str) -> bool:
        # Which voices there are is not asked for: speech-dispatcher falls back to another by itself.
        return bool(lang) and lang != "und"

    def say(self, text: str, lang: str) -> None:
        self.stop()
        process = self._process = QProcess()
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(lambda *_: self._over(process))
        process.errorOccurred.connect(lambda *_: self._over(process))
        process.start(self._program, self._arguments(lang.split("-")[0]))
        process.write(text.encode())
        process.closeWriteChannel()

    def stop(self) -> None:
        process, self._process = self._process, None
        if process is not None and process.state() is not QProcess.ProcessState.NotRunning:
            process.finished.connect(process.deleteLater)
            process.kill()
            self._ending = process  # not collected before it has ended
            if Path(self._program).stem == "spd-say":
                # The daemon speaks on by itself.
                QProcess.startDetached(self._program, ["--cancel"])

    def _over(self, process: QProcess) -> None:
        if process is self._process:
            self._process = None
            self.ended()


def find_voice() -> Voice | None:
    """The best there is on this computer; ``None`` where nothing can speak."""
    for make in (QtVoice, CommandVoice):
        try:
            return make()
        except (ImportError, LookupError):
            continue
    return None


class Speaker(QObject):
    """Reads one text at a time; ``changed`` tells that it began or ended."""

    changed = Signal()

    def __init__(self, voice: Voice | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self.speaking = False
        if voice is not None:
            voice.ended = self._ended

    def can_say(self, lang: str) -> bool:
        """Whether text in ``lang`` can be read aloud."""
        return self._voice is not None and self._voice.speaks(lang)

    @property
    def possible(self) -> bool:
        """Whether there is any voice."""
        return self._voice is not None

    def say(self, text: str, lang: str) -> None:
        """Read ``text`` aloud from its beginning."""
        if self._voice is not None and self.can_say(lang):
            self._set(True)
            self._voice.say(text, lang)

    def stop(self) -> bool:
        """Be silent; whether anything was being read."""
        was = self.speaking
        if self._voice is not None and was:
            self._set(False)
            self._voice.stop()
        return was

    def _ended(self) -> None:
        self._set(False)

    def _set(self, speaking: bool) -> None:
        if self.speaking != speaking:
            self.speaking = speaking
            self.changed.emit()


def _nothing() -> None:
    return
