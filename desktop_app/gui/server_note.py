"""Says plainly where the text goes when a server writes the summaries."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.choices import Engine
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.message_bar import MessageBar
from desktop_app.gui.settings import ENGINE, SERVER_URL, Setting, Settings
from desktop_app.gui.theme import Space, Theme
from desktop_app.network import host_of, is_this_computer


class ServerNote(QWidget):
    """Shown under the settings of summaries, only while a server is chosen."""

    def __init__(self, theme: Theme, settings_: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings_
        self.bar = MessageBar(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.M, 0, 0)
        column.addWidget(self.bar)
        settings_.changed.connect(self._changed)
        keep_worded(self, self._word)

    def _changed(self, setting: Setting[object]) -> None:
        if setting in (ENGINE, SERVER_URL):
            self._word()

    def _word(self) -> None:
        url = self._settings.get(SERVER_URL)
        if self._settings.get(ENGINE) != Engine.SERVER.value:
            self.bar.hide()
        elif not url:
            words = self.tr("Without an address, the usual one of llama.cpp on this computer is asked.")
            self.bar.show_message("info", "", words)
        elif (host := host_of(url)) is None:
            words = self.tr("Write it like this: http://127.0.0.1:8080/v1")
            self.bar.show_message("error", self.tr("This is not a web address"), words)
        elif is_this_computer(host):
            words = self.tr("The server is on this computer, so the text stays here.")
            self.bar.show_message("info", "", words)
        else:
            title = self.tr("Text leaves this computer")
            words = self.tr("The whole text of every article you summarize is sent to {host}.").format(host=host)
            self.bar.show_message("warning", title, words)
