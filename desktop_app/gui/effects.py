"""What a changed setting changes, at once: the one place that carries settings over to the objects that obey them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.gui import settings
from desktop_app.gui.digest_pane import DigestPane
from desktop_app.gui.i18n import InterfaceLanguage
from desktop_app.gui.session import Session
from desktop_app.gui.settings import Setting, Settings, network_from, options_from
from desktop_app.gui.status_line import StatusLine
from desktop_app.gui.theme import Theme

_ABOUT_SUMMARIES = (
    *(settings.SUMMARY_LANGUAGE, settings.SUMMARY_LENGTH, settings.SUMMARY_STYLE, settings.MODEL),
    *(settings.ENGINE, settings.SERVER_URL),
)


class Effects(QObject):
    """Lives as long as ``window``."""

    def __init__(
        self,
        settings_: Settings,
        theme: Theme,
        language: InterfaceLanguage,
        session: Session,
        digest: DigestPane,
        status: StatusLine,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._settings = settings_
        self._theme = theme
        self._language = language
        self._session = session
        self._digest = digest
        self._status = status
        session.at_once = settings_.get(settings.SUMMARIZE_AT_ONCE)
        digest.summary.set_choices(session.options.lang, session.options.length, session.options.style)
        self._set_network()
        settings_.changed.connect(self._changed)

    def _changed(self, setting: Setting[object]) -> None:
        if setting in _ABOUT_SUMMARIES:
            options = options_from(self._settings)
            self._digest.summary.set_choices(options.lang, options.length, options.style)
            self._session.set_options(options)
        elif setting is settings.COLOUR_SCHEME:
            self._theme.set_scheme(settings.SCHEMES[self._settings.get(settings.COLOUR_SCHEME)])
        elif setting is settings.INTERFACE_LANGUAGE:
            self._language.use(self._settings.get(settings.INTERFACE_LANGUAGE))
        elif setting is settings.SUMMARIZE_AT_ONCE:
            self._session.at_once = self._settings.get(settings.SUMMARIZE_AT_ONCE)
        elif setting is settings.OFFLINE:
            self._set_network()

    def _set_network(self) -> None:
        network = network_from(self._settings)
        self._session.set_network(network)
        self._status.show_offline(network.offline)
