"""The page of models: advice for this computer, what there is, and how to add one of one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.errors import Cancelled, KratkoError, OfflineMode
from desktop_app.gui import model_words, settings
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.message_bar import MessageBar, Remedy
from desktop_app.gui.model_card import CardState, ModelCardView
from desktop_app.gui.model_work import ModelWork, Work
from desktop_app.gui.models import ModelCard, ModelShelf
from desktop_app.gui.settings import Setting, Settings
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import TextButton, label
from desktop_app.messages import Wording
from desktop_app.model_advice import Advice, ModelOffer, Reason
from desktop_app.network import NetworkPolicy
from desktop_app.worker.messages import Progress


class ModelsPage(QWidget):
    """Cards of all models. ``describe`` words errors."""

    def __init__(
        self,
        theme: Theme,
        settings_: Settings,
        shelf: ModelShelf,
        work: ModelWork,
        describe: Callable[[KratkoError], Wording],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings_
        self._shelf = shelf
        self._work = work
        self._describe = describe
        self._advice: Advice | None = None
        #: A model the reader named, asked about or on its way, that the shelf does not know yet.
        self._named: dict[str, ModelCard] = {}
        self.cards: dict[str, ModelCardView] = {}
        self.advice = MessageBar(theme)
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.S)
        self._own = label("strong", wraps=True)
        self._own_help = label("quiet", wraps=True)
        self.file = TextButton(theme, "plain", "folder")
        self.name = QLineEdit()
        self.name.setProperty("kind", "field")
        self.look_up = TextButton(theme, "plain", "search")
        adding = QHBoxLayout()
        adding.setSpacing(Space.S)
        adding.addWidget(self.name, 1)
        adding.addWidget(self.look_up)
        adding.addWidget(self.file)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.advice)
        column.addLayout(self._list)
        column.addSpacing(Space.S)
        column.addWidget(self._own)
        column.addWidget(self._own_help)
        column.addLayout(adding)
        self._connect()
        keep_worded(self, self._word)

    def refresh(self) -> None:
        """Look at what is installed, and ask for advice anew."""
        self._fill()
        self._work.advise(self._settings.get(settings.MODEL) or None)

    def choose_file(self) -> None:
        """Ask for a model file and add it."""
        kinds = self.tr("Models (*.gguf *.safetensors)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Add a model"), str(Path.home()), kinds)
        if name:
            self.ask_about(name)

    def ask_about(self, model: str) -> None:
        """Ask for size and licence of a model that the reader named: a path or an id of the hub."""
        path = Path(model.strip()).expanduser()
        local = bool(model.strip()) and path.exists()
        if local:
            # A safetensors model is the folder that its weights lie in.
            model = str((path.parent if path.suffix.lower() == ".safetensors" else path).absolute())
        model = model.strip()
        if model and model not in self.cards:
            self._named[model] = ModelCard(
                id=model, title=Path(model).name if local else model, size=None, licence="", non_commercial=False,
                languages=(), quality="", quality_in={}, ram_mb=0, installed=False, default=False, own=True, partial=0,
                path=model if local else "",
            )  # fmt: skip
            self._fill()
        if model:
            self._work.ask(model)

    def _connect(self) -> None:
        self.file.clicked.connect(self.choose_file)
        self.look_up.clicked.connect(lambda: self.ask_about(self.name.text()))
        self.name.returnPressed.connect(lambda: self.ask_about(self.name.text()))
        self._settings.changed.connect(self._setting_changed)
        work = self._work
        work.begun.connect(self._begun)
        work.progressed.connect(self._progressed)
        work.finished.connect(self._finished)
        work.failed.connect(self._failed)
        work.offered.connect(self._offered)
        work.advised.connect(self._advised)

    def _fill(self) -> None:
        """Bring the cards up to date, keeping those there are."""
        shown = {card.id: card for card in self._shelf.cards()}
        for model in list(self._named):
            if model in shown:
                del self._named[model]
        wanted = {**shown, **self._named}
        for model in list(self.cards):
            if model not in wanted:
                view = self.cards.pop(model)
                view.hide()
                view.deleteLater()
        for model, card in wanted.items():
            if model not in self.cards:
                self.cards[model] = view = ModelCardView(self._theme, CardState(card))
                self._follow(view)
            self.cards[model].state.card = card
        advised = self._advice.model if self._advice is not None else None
        order = sorted(
            wanted.values(),
            key=lambda card: (not card.installed, card.id != advised, not card.default, card.id in self._named),
        )
        for at, card in enumerate(order):
            self._list.insertWidget(at, self.cards[card.id])
        self._mark()

    def _follow(self, view: ModelCardView) -> None:
        work = self._work
        view.install_wished.connect(work.install)
        view.offer_wished.connect(work.ask)
        view.stop_wished.connect(work.stop)
        view.measure_wished.connect(work.measure)
        view.verify_wished.connect(work.verify)
        view.remove_wished.connect(self._remove)
        view.use_wished.connect(self._use)
        view.go_online_wished.connect(self._go_online)

    def _mark(self) -> None:
        """Tell each card whether it is in use, advised, and what is being done with it."""
        default = next((card.id for card in self._shelf.cards() if card.default), "")
        in_use = self._settings.get(settings.MODEL) or default
        advice = self._advice
        for model, view in self.cards.items():
            state = view.state
            state.in_use = model == in_use and state.card.installed
            state.work, state.progress = self._work.going(model), self._work.progress(model)
            if advice is not None:
                state.estimate = advice.estimates.get(model)
                state.advised = advice.model == model and advice.reason in (Reason.BETTER, Reason.LIGHTER)
            view.refresh()

    def _use(self, model: str) -> None:
        default = next((card.id for card in self._shelf.cards() if card.default), "")
        self._settings.set(settings.MODEL, "" if model == default else model)

    def _remove(self, model: str) -> None:
        self.cards[model].state.confirming = False
        self._work.remove(model)
        if self._settings.get(settings.MODEL) == model:
            self._settings.set(settings.MODEL, "")

    def _go_online(self, model: str) -> None:
        self._settings.set(settings.OFFLINE, False)
        card = self.cards[model].state
        (self._work.install if card.card.size or card.offer else self._work.ask)(model)

    def _begun(self, model: str, work: Work) -> None:
        if model in self.cards:
            self.cards[model].state.said = ""
            self.cards[model].state.confirming = False
            self._mark()

    def _progressed(self, model: str, progress: Progress) -> None:
        if model in self.cards:
            self.cards[model].state.progress = progress
            self.cards[model].refresh()

    def _finished(self, model: str, work: Work) -> None:
        words = {
            Work.INSTALL: self.tr("Installed and checked."),
            Work.VERIFY: self.tr("Every byte is as it should be."),
            Work.MEASURE: self.tr("Measured."),
        }
        if work is Work.OFFER:  # what was found is on the card already
            self._mark()
            return
        if model in self.cards:
            state = self.cards[model].state
            state.said, state.wrong, state.offer = words.get(work, ""), False, None
        self.refresh()

    def _failed(self, model: str, work: Work, error: KratkoError) -> None:
        view = self.cards.get(model)
        if view is None:
            return
        view.state.wrong = not isinstance(error, Cancelled)
        wording = self._describe(error)
        view.state.said = wording.sentences if view.state.wrong else self.tr("Stopped.")
        view.setProperty("offline", isinstance(error, OfflineMode) and not NetworkPolicy.from_environment().offline)
        self._fill()

    def _offered(self, model: str, offer: ModelOffer) -> None:
        view = self.cards.get(model)
        if view is None:
            return
        view.state.offer, view.state.wrong = offer, False
        if not offer.licence:
            view.state.said = self.tr("Nobody says under which licence it may be used; look at where it comes from.")
        view.refresh()

    def _advised(self, advice: Advice) -> None:
        self._advice = advice
        self._word_advice()
        self._fill()

    def _setting_changed(self, setting: Setting[Any]) -> None:
        if setting is settings.MODEL:
            self.refresh()

    def _word_advice(self) -> None:
        advice = self._advice
        if advice is None:
            self.advice.hide()
            return
        title = self._shelf.title(advice.model) if advice.model is not None else ""
        remedies = []
        card = self.cards.get(advice.model or "")
        if card is not None and advice.reason in (Reason.BETTER, Reason.LIGHTER):
            if card.state.card.installed:
                remedies.append(Remedy(self.tr("Use it"), card.use.click, False, "check"))
            elif card.state.card.size is None and card.state.offer is None:
                remedies.append(Remedy(self.tr("Show size and licence"), card.install.click, False, "info"))
        kind = "warning" if advice.reason in (Reason.LIGHTER, Reason.SLOW, Reason.NOTHING) else "info"
        self.advice.show_message(kind, model_words.advice(advice, title), model_words.machine(advice), remedies)

    def _word(self) -> None:
        self._own.setText(self.tr("Add a model of your own"))
        self._own_help.setText(
            self.tr(
                "A GGUF file or safetensors folder, used where it lies; or a repository of the Hugging Face hub, "
                "written as owner/name. You see its size and licence before anything is downloaded."
            )
        )
        self.file.setText(self.tr("Choose a file…"))
        self.name.setPlaceholderText(self.tr("owner/name"))
        self.name.setAccessibleName(self.tr("Repository of the Hugging Face hub"))
        self.look_up.setText(self.tr("Look it up"))
        self._word_advice()
