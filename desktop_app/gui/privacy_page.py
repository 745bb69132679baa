"""Every contact with the network there is, in plain words, and whether any of it happens now."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.choices import Engine
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.message_bar import MessageBar
from desktop_app.gui.settings import ENGINE, OFFLINE, SERVER_URL, Setting, Settings, network_from
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import IconLabel, hairline, label
from desktop_app.network import OFFLINE_VARIABLE, Contact, NetworkPolicy

_ICONS = {Contact.PAGE: "link", Contact.MODEL: "download", Contact.SERVER: "chip"}


class PrivacyPage(QWidget):
    """One entry for each member of :class:`desktop_app.network.Contact`; no other code can reach the network."""

    def __init__(self, theme: Theme, settings_: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings_
        self._forced = MessageBar(theme)
        self._heading = label("strong", wraps=True)
        self._rest = label("quiet", wraps=True)
        self.entries = {contact: _Entry(theme, icon) for contact, icon in _ICONS.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._forced)
        column.addSpacing(Space.S)
        column.addWidget(self._heading)
        for entry in self.entries.values():
            column.addWidget(entry)
            column.addWidget(hairline())
        column.addSpacing(Space.S)
        column.addWidget(self._rest)
        settings_.changed.connect(self._changed)
        keep_worded(self, self._word)

    def _changed(self, setting: Setting[object]) -> None:
        if setting in (OFFLINE, ENGINE, SERVER_URL):
            self._word()

    def _word(self) -> None:
        offline = network_from(self._settings).offline
        if NetworkPolicy.from_environment().offline:
            words = self.tr("{variable} is set, so this run of Kratko stays offline.").format(variable=OFFLINE_VARIABLE)
            self._forced.show_message("info", "", words)
        else:
            self._forced.hide()
        self._heading.setText(self.tr("These are all the contacts Kratko can make:"))
        page, model, server = (self.entries[contact] for contact in Contact)
        page.word(
            self.tr("The page you open"),
            self.tr("When you give a link: the site learns your network address, as with a browser. No cookies."),
        )
        model.word(
            self.tr("The place a model comes from"),
            self.tr("When you install one: the Hugging Face hub or a Python package index. Nothing you read is sent."),
        )
        server.word(
            self.tr("A model server of yours"),
            self.tr("When you set one up under Summaries: it receives the text of each article you summarize."),
        )
        server_used = self._settings.get(ENGINE) == Engine.SERVER.value
        for contact, entry in self.entries.items():
            if offline:
                entry.show_state(self.tr("Blocked"), "offline")
            elif contact is Contact.SERVER and not server_used:
                entry.show_state(self.tr("Not set up"), "check")
            elif contact is Contact.SERVER:
                entry.show_state(self.tr("In use"), "warning")
            else:
                entry.show_state(self.tr("When asked"), "check")
        self._rest.setText(
            self.tr("No account, no telemetry, no check for updates. What you read and keep stays in your user folder.")
        )


class _Entry(QWidget):
    """One contact: who, when and what; and its state."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._name = label("plain", wraps=True)
        self._help = label("quiet", wraps=True)
        self._state = label("muted")
        self._sign = IconLabel(theme, "check", "muted", 16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._help)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.S, 0, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(IconLabel(theme, icon, "accent", 20))
        row.addLayout(words, 1)
        row.addSpacing(Space.S)
        row.addWidget(self._sign)
        row.addWidget(self._state)

    @property
    def state(self) -> str:
        """The state, as shown."""
        return self._state.text()

    def word(self, name: str, help_: str) -> None:
        """Set the words."""
        self._name.setText(name)
        self._help.setText(help_)

    def show_state(self, words: str, icon: str) -> None:
        """Tell whether it happens."""
        self._state.setText(words)
        self._sign.set_look(icon, "amber" if icon == "warning" else "muted")
        self.setAccessibleName(f"{self._name.text()}: {words}")
        self.setAccessibleDescription(self._help.text())
