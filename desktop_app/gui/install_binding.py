"""Joins an install card to the work it tells of: any number of cards may show the same download."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.errors import Cancelled, KratkoError, OfflineMode
from desktop_app.gui import settings
from desktop_app.gui.i18n import InterfaceLanguage
from desktop_app.gui.install_card import InstallCard
from desktop_app.gui.model_work import ModelWork, Work
from desktop_app.gui.settings import Settings
from desktop_app.messages import describe_error
from desktop_app.network import NetworkPolicy
from desktop_app.worker.messages import Progress


class InstallBinding(QObject):
    """Tells ``card`` what becomes of the installation of its model, and stops it when the card is asked to."""

    def __init__(
        self, card: InstallCard, settings_: Settings, models: ModelWork, language: InterfaceLanguage, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._card = card
        self._settings = settings_
        self._models = models
        self._language = language
        models.begun.connect(self._begun)
        models.progressed.connect(self._progressed)
        models.failed.connect(self._failed)
        card.stop_wished.connect(self._stop)
        card.go_online_wished.connect(self._go_online)

    def _about(self, model: str, work: Work | None) -> bool:
        return work is Work.INSTALL and self._card.facts is not None and self._card.facts.id == model

    def _begun(self, model: str, work: Work) -> None:
        if self._about(model, work):
            self._card.begin()

    def _progressed(self, model: str, progress: Progress) -> None:
        if self._about(model, self._models.going(model)):
            self._card.show_progress(progress)

    def _failed(self, model: str, work: Work, error: KratkoError) -> None:
        if not self._about(model, work):
            return
        words = ""
        if not isinstance(error, Cancelled):
            wording = describe_error(error, self._language.lang)
            words = wording.sentences
        # Where the environment keeps Kratko offline, the window cannot take that back.
        offline = isinstance(error, OfflineMode) and not NetworkPolicy.from_environment().offline
        self._card.show_failure(words, offline=offline)

    def _stop(self) -> None:
        if self._card.facts is not None:
            self._models.stop(self._card.facts.id)

    def _go_online(self) -> None:
        self._settings.set(settings.OFFLINE, False)
        if self._card.facts is not None:
            self._models.install(self._card.facts.id)
