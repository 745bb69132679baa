"""The summary read aloud: the button beside it, the command, and the silence when another article comes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.article import Summary
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.session import Session
from desktop_app.gui.speaking import Speaker
from desktop_app.gui.widgets import TextButton


class Listening(QObject):
    """Shows ``button`` only where there is a voice for the language of the summary."""

    def __init__(self, speaker: Speaker, session: Session, button: TextButton) -> None:
        super().__init__(button)
        self._speaker = speaker
        self._session = session
        self._button = button
        button.clicked.connect(self.toggle)
        button.hide()
        speaker.changed.connect(self._show)
        session.opened.connect(self._hush)
        session.summary_started.connect(self._hush)
        session.summary_ready.connect(self._show)
        keep_worded(button, self._show)

    @property
    def possible(self) -> bool:
        """Whether there is a summary that can be read aloud."""
        summary = self._session.summary
        return summary is not None and self._speaker.can_say(summary.lang)

    def toggle(self) -> None:
        """Begin, or be silent."""
        summary: Summary | None = self._session.summary
        if not self._speaker.stop() and summary is not None:
            self._speaker.say(summary.text, summary.lang)

    def stop(self) -> bool:
        """Be silent; whether anything was being read."""
        return self._speaker.stop()

    def _hush(self, *_: object) -> None:
        self._speaker.stop()
        self._show()

    def _show(self, *_: object) -> None:
        speaking = self._speaker.speaking
        self._button.set_look("plain", "stop" if speaking else "speak")
        self._button.setText(self.tr("Stop reading") if speaking else self.tr("Listen"))
        self._button.setToolTip(self.tr("Reads the summary aloud"))
        self._button.setVisible(self.possible)
