"""One model on the page of models: what is known of it, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop_app.gui import formatting, model_words
from desktop_app.gui.flow_layout import FlowLayout
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.model_work import Work
from desktop_app.gui.models import ModelCard
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import IconLabel, TextButton, label
from desktop_app.model_advice import Estimate, ModelOffer
from desktop_app.worker.messages import Progress


@dataclass
class CardState:
    """Everything a card shows. ``said`` is what came of the last work, ``wrong`` whether that was an error."""

    card: ModelCard
    estimate: Estimate | None = None
    in_use: bool = False
    advised: bool = False
    work: Work | None = None
    progress: Progress | None = None
    offer: ModelOffer | None = None
    confirming: bool = False
    said: str = ""
    wrong: bool = False


class ModelCardView(QFrame):
    """Shows a :class:`CardState`; tells through signals what the reader wishes, each with the model's id."""

    install_wished = Signal(str)
    offer_wished = Signal(str)
    stop_wished = Signal(str)
    use_wished = Signal(str)
    measure_wished = Signal(str)
    verify_wished = Signal(str)
    remove_wished = Signal(str)
    go_online_wished = Signal(str)

    def __init__(self, theme: Theme, state: CardState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.setProperty("role", "model")
        self._title = label("strong", wraps=True)
        self._badge = label("badge")
        self._facts = label("quiet", wraps=True)
        self._limit_sign = IconLabel(theme, "warning", "amber", 14)
        self._limit = label("quiet", wraps=True)
        self._quality = label("plain", wraps=True)
        self._speed = label("quiet", wraps=True)
        self.said = label("plain", wraps=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self._share = label("quiet")
        self.install = TextButton(theme, "plain", "download")
        self.use = TextButton(theme, "plain", "check")
        self.measure = TextButton(theme, "quiet", "speed")
        self.verify = TextButton(theme, "quiet", "shield")
        self.remove = TextButton(theme, "quiet", "trash")
        self.confirm = TextButton(theme, "danger", "trash")
        self.keep = TextButton(theme, "plain")
        self.stop = TextButton(theme, "plain", "stop")
        self.go_online = TextButton(theme, "plain")
        self._lay_out()
        self._connect()
        keep_worded(self, self.refresh)

    @property
    def model(self) -> str:
        """The id of the model."""
        return self.state.card.id

    def refresh(self) -> None:
        """Show the state anew."""
        state, card = self.state, self.state.card
        self._title.setText(card.title)
        badge = self.tr("In use") if state.in_use else self.tr("Installed") if card.installed else ""
        self._badge.setText(badge)
        self._badge.setVisible(bool(badge))
        told = card
        if state.offer is not None and not card.installed:
            told = replace(card, size=state.offer.size, licence=card.licence or state.offer.licence)
        words = model_words.facts(told)
        self._facts.setText(f"{words}\n{card.path}" if card.path else words)
        limited = card.non_commercial or (state.offer is not None and state.offer.non_commercial)
        limits = [self.tr("Not for commercial use.")] if limited else []
        limits.append(model_words.fit(state.estimate))
        self._limit.setText(" ".join(part for part in limits if part))
        for part in (self._limit, self._limit_sign):
            part.setVisible(bool(self._limit.text()))
        self._quality.setText(card.quality_in.get(QLocale().name().split("_")[0], card.quality))
        self._quality.setVisible(bool(card.quality))
        self._speed.setText(model_words.speed(state.estimate))
        self._speed.setVisible(bool(self._speed.text()))
        self._word_said()
        self._word_progress()
        self._word_buttons()
        self.setAccessibleName(f"{card.title}. {badge}".strip(" ."))

    def _word_said(self) -> None:
        state = self.state
        words = state.said
        if state.confirming:
            size = formatting.size(state.card.size or 0)
            words = self.tr("Remove it? {size} become free; it would have to be downloaded again.").format(size=size)
            if state.card.path:
                words = self.tr("Take it off this list? Its file stays where it is.")
        self.said.setText(words)
        self.said.setVisible(bool(words))
        role = "danger" if state.wrong and not state.confirming else "plain"
        if self.said.property("role") != role:
            self.said.setProperty("role", role)
            self.said.style().unpolish(self.said)
            self.said.style().polish(self.said)

    def _word_progress(self) -> None:
        state = self.state
        busy = state.work is not None
        self.bar.setVisible(busy)
        self._share.setVisible(busy)
        words = {
            Work.INSTALL: self.tr("Looking for a place to download from…"),
            Work.VERIFY: self.tr("Checking every byte…"),
            Work.REMOVE: self.tr("Removing…"),
            Work.MEASURE: self.tr("Summarizing the sample article…"),
            Work.OFFER: self.tr("Asking for size and licence…"),
        }
        progress = state.progress
        share = words[state.work] if state.work is not None else ""
        if progress is not None and progress.total:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(1000 * min(1.0, progress.done / progress.total)))
            done, total = formatting.size(progress.done), formatting.size(progress.total)
            share = self.tr("{done} of {total}").format(done=done, total=total)
        else:
            self.bar.setRange(0, 0)
        self._share.setText(share)
        self.bar.setAccessibleName(share or self.tr("Progress"))

    def _word_buttons(self) -> None:
        state, card = self.state, self.state.card
        idle = state.work is None and not state.confirming
        size = (state.offer.size if state.offer is not None else None) or card.size
        if size and card.partial:
            words = self.tr("Go on ({size})").format(size=formatting.size(size))
        elif size:
            words = self.tr("Install ({size})").format(size=formatting.size(size))
        else:
            words = self.tr("Install…")
        self.install.setText(words)
        self.use.setText(self.tr("Use"))
        self.measure.setText(self.tr("Measure"))
        self.measure.setToolTip(self.tr("Summarizes the sample article and takes the time"))
        self.verify.setText(self.tr("Check"))
        self.verify.setToolTip(self.tr("Reads every byte and compares it with what was installed"))
        self.remove.setText(self.tr("Remove…"))
        self.confirm.setText(self.tr("Remove"))
        self.keep.setText(self.tr("Keep"))
        self.stop.setText(self.tr("Stop"))
        self.go_online.setText(self.tr("Go online"))
        self.install.set_look("primary" if state.advised or state.offer is not None else "plain", "download")
        self.use.set_look("primary" if state.advised else "plain", "check")
        shown = {
            self.install: idle and not card.installed,
            self.use: idle and card.installed and not state.in_use,
            self.measure: idle and card.installed,
            self.verify: idle and card.installed,
            self.remove: idle and (card.installed or card.partial > 0),
            self.confirm: state.confirming,
            self.keep: state.confirming,
            self.stop: state.work not in (None, Work.REMOVE),
            self.go_online: idle and self._offline,
        }
        focused = next((button for button in shown if button.hasFocus()), None)
        for button, visible in sorted(shown.items(), key=lambda pair: not pair[1]):
            button.setVisible(visible)  # those that come first, so that the focus has somewhere to go
            button.setAccessibleDescription(card.title)
        if focused is not None and not shown[focused]:
            heir = next((button for button, visible in shown.items() if visible), None)
            if heir is not None:
                heir.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _offline(self) -> bool:
        return self.state.wrong and self.property("offline") is True

    def _ask_to_remove(self, asking: bool) -> None:
        self.state.confirming = asking
        self.state.said = ""
        self.refresh()

    def _connect(self) -> None:
        self.install.clicked.connect(self._install)
        self.use.clicked.connect(lambda: self.use_wished.emit(self.model))
        self.measure.clicked.connect(lambda: self.measure_wished.emit(self.model))
        self.verify.clicked.connect(lambda: self.verify_wished.emit(self.model))
        self.remove.clicked.connect(lambda: self._ask_to_remove(True))
        self.keep.clicked.connect(lambda: self._ask_to_remove(False))
        self.confirm.clicked.connect(lambda: self.remove_wished.emit(self.model))
        self.stop.clicked.connect(lambda: self.stop_wished.emit(self.model))
        self.go_online.clicked.connect(lambda: self.go_online_wished.emit(self.model))

    def _install(self) -> None:
        """Size and licence are asked for first where they are not on the card yet."""
        known = self.state.card.size is not None or self.state.offer is not None
        (self.install_wished if known else self.offer_wished).emit(self.model)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._title, 1)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        limit = QHBoxLayout()
        limit.setSpacing(Space.XS)
        limit.addWidget(self._limit_sign)
        limit.addWidget(self._limit, 1)
        buttons = FlowLayout()
        for button in (self.install, self.use, self.confirm, self.keep, self.stop, self.go_online):
            buttons.addWidget(button)
        for button in (self.measure, self.verify, self.remove):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(self._facts)
        column.addLayout(limit)
        column.addWidget(self._quality)
        column.addWidget(self._speed)
        column.addWidget(self.said)
        column.addSpacing(Space.XS)
        column.addWidget(self.bar)
        column.addWidget(self._share)
        column.addLayout(buttons)
