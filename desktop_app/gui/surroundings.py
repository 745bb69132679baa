"""What stands around the window: its dialogs, each made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QSystemTrayIcon, QWidget

from desktop_app.choices import Engine
from desktop_app.errors import KratkoError
from desktop_app.gui import settings
from desktop_app.gui.actions import Actions
from desktop_app.gui.guide import GuideDialog
from desktop_app.gui.help_dialogs import AboutDialog, ShortcutsDialog
from desktop_app.gui.models import ModelShelf
from desktop_app.gui.models_page import ModelsPage
from desktop_app.gui.preferences_dialog import PreferencesDialog
from desktop_app.gui.privacy_page import PrivacyPage
from desktop_app.gui.quick_open import QuickOpen
from desktop_app.gui.server_note import ServerNote
from desktop_app.gui.settings import Setting
from desktop_app.gui.tools import Tools
from desktop_app.messages import Wording, describe_error

D = TypeVar("D", bound=QDialog)


class Surroundings(QObject):
    """Dialogs of ``window``, and the commands that open them."""

    def __init__(
        self,
        tools: Tools,
        shelf: ModelShelf,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme = tools.theme
        self._settings = tools.settings
        self._session = tools.session
        self._language = tools.language
        self._keeper = tools.keeper
        self._shelf = shelf
        self._window = window
        self._preferences: PreferencesDialog | None = None
        self._quick: QuickOpen | None = None
        self._actions: Actions | None = None

    def attach(self, actions: Actions, open_entry: Callable[[int], object]) -> None:
        """Know the commands, and what opens a kept digest."""
        self._actions = actions
        self._open_entry = open_entry

    def commands(self) -> dict[str, Callable[[], object]]:
        """What opens what."""
        return {
            "quick_open": self.open_quickly,
            "guide": self.open_guide,
            "shortcuts": self.open_shortcuts,
            "about": self.open_about,
            "models": lambda: self.open_settings("models"),
            "settings": lambda: self.open_settings("general"),
            "privacy": lambda: self.open_settings("privacy"),
        }

    @property
    def preferences(self) -> PreferencesDialog:
        """The settings."""
        if self._preferences is None:
            self._preferences = self._make_preferences()
        return self._preferences

    def open_settings(self, page: str) -> None:
        """Open the settings at ``page``."""
        dialog = self.preferences
        self._offer_models()
        dialog.open_page(page)

    def open_quickly(self) -> None:
        """Go anywhere by its name."""
        if self._actions is not None:
            if self._quick is None:
                self._quick = QuickOpen(
                    self._theme, self._keeper, self._actions.palette, self._open_entry, self._window
                )
            self._quick.open_over()

    @property
    def quick(self) -> QuickOpen | None:
        """The list of everything, once it was wanted."""
        return self._quick

    def open_guide(self) -> GuideDialog:
        """How everything is done, with pictures; the main window can be used beside it."""
        dialog = GuideDialog(self._theme, self._language, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        return dialog

    def open_shortcuts(self) -> ShortcutsDialog:
        """What the keys do."""
        actions = self._actions.all() if self._actions is not None else []
        return self._show(ShortcutsDialog(self._theme, actions, self._window))

    def open_about(self) -> AboutDialog:
        """Who made it."""
        return self._show(AboutDialog(self._theme, self._window))

    def _show(self, dialog: D) -> D:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _make_preferences(self) -> PreferencesDialog:
        self._models_page = ModelsPage(self._theme, self._settings, self._shelf, self._session.models, self._describe)
        extras: dict[str, QWidget] = {
            "summaries": ServerNote(self._theme, self._settings),
            "models": self._models_page,
            "privacy": PrivacyPage(self._theme, self._settings),
        }
        without = () if QSystemTrayIcon.isSystemTrayAvailable() else (settings.TRAY,)
        dialog = PreferencesDialog(self._theme, self._settings, extras, without, self._window)
        dialog.turned.connect(self._turned)
        self._session.models.finished.connect(self._offer_models)
        self._settings.changed.connect(self._depend)
        self._preferences = dialog
        self._depend(settings.ENGINE)
        return dialog

    def _depend(self, setting: Setting[Any]) -> None:
        """Rows that mean nothing for the chosen engine cannot be used."""
        if self._preferences is not None and setting is settings.ENGINE:
            server = self._settings.get(settings.ENGINE) == Engine.SERVER.value
            self._preferences.rows[settings.SERVER_URL].control.setEnabled(server)
            self._preferences.rows[settings.MODEL].control.setEnabled(not server)

    def _turned(self, page: str) -> None:
        if page == "models":
            self._models_page.refresh()

    def _offer_models(self) -> None:
        self.preferences.rows[settings.MODEL].set_choices(self._models)

    def _describe(self, error: KratkoError) -> Wording:
        return describe_error(error, self._language.lang)

    def _models(self) -> dict[str, str]:
        installed = {card.id: card.title for card in self._shelf.cards() if card.installed}
        default = self._shelf.facts(None)
        name = self.tr("The usual one ({model})").format(model=default.title) if default is not None else ""
        if default is not None:
            installed.pop(default.id, None)
        return {"": name} | installed
