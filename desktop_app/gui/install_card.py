"""The offer to install the model, with its size and licence, and the progress of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop_app.gui import formatting
from desktop_app.gui.flow_layout import FlowLayout
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.models import ModelFacts
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import IconLabel, TextButton, label
from desktop_app.worker.messages import Progress


class InstallCard(QFrame):
    """Shown where the summary would be while there is no model."""

    install_wished = Signal()
    stop_wished = Signal()
    go_online_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: ModelFacts | None = None
        self._progress: Progress | None = None
        self._failure = ""
        self._offline = False
        self._busy = False
        self.setProperty("kind", "info")
        self._title = label("strong", wraps=True)
        self._text = label("plain", wraps=True)
        self._facts_text = label("quiet", wraps=True)
        self._failure_text = label("danger", wraps=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._share = label("quiet")
        self.install_button = TextButton(theme, "primary")
        self.stop_button = TextButton(theme, "plain", "stop")
        self.online_button = TextButton(theme, "primary")
        self.online_button.hide()
        self.install_button.clicked.connect(self.install_wished)
        self.stop_button.clicked.connect(self.stop_wished)
        self.online_button.clicked.connect(self.go_online_wished)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(IconLabel(theme, "download", "accent", 20))
        head.addWidget(self._title, 1)
        buttons = FlowLayout()
        for button in (self.online_button, self.install_button, self.stop_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        layout.setSpacing(Space.S)
        layout.addLayout(head)
        layout.addWidget(self._text)
        layout.addWidget(self._facts_text)
        layout.addWidget(self._failure_text)
        layout.addWidget(self._bar)
        layout.addWidget(self._share)
        layout.addSpacing(Space.XS)
        layout.addLayout(buttons)
        keep_worded(self, self._word)

    @property
    def facts(self) -> ModelFacts | None:
        """The model on offer."""
        return self._facts

    @property
    def facts_text(self) -> str:
        """Name, size and licence as shown."""
        return self._facts_text.text()

    @property
    def failure(self) -> str:
        """Why the last try did not work, as shown."""
        return self._failure

    @property
    def progress(self) -> QProgressBar:
        """The progress bar."""
        return self._bar

    def offer(self, facts: ModelFacts) -> None:
        """Offer to install the model described by ``facts``."""
        self._facts, self._progress, self._failure, self._busy, self._offline = facts, None, "", False, False
        self._word()
        self.show()

    def begin(self) -> None:
        """The installation was asked for."""
        self._busy, self._failure, self._progress, self._offline = True, "", None, False
        focused = self.install_button.hasFocus()
        self._word()
        if focused:
            self.stop_button.setFocus()

    def show_progress(self, progress: Progress) -> None:
        """Tell how far the download is."""
        self._busy, self._progress = True, progress
        self._word()

    def show_failure(self, words: str, *, offline: bool = False) -> None:
        """Tell why it did not work (nothing if the reader stopped it) and offer it again; ``offline`` is the reason."""
        self._busy, self._failure, self._offline = False, words, offline
        focused = self.stop_button.hasFocus()
        self._word()
        if focused:
            (self.online_button if offline else self.install_button).setFocus()

    def _word(self) -> None:
        facts = self._facts
        self._title.setText(self.tr("Summaries need a language model"))
        self._text.setText(
            self.tr("It is installed once and runs on this computer, so nothing you read is sent anywhere.")
        )
        if facts is not None:
            size = formatting.size(facts.size)
            self._facts_text.setText(
                self.tr("{model} · {size} · licence {licence}").format(
                    model=facts.title, size=size, licence=facts.licence
                )
            )
            self.install_button.setText(
                self.tr("Try again") if self._failure else self.tr("Install ({size})").format(size=size)
            )
        self.stop_button.setText(self.tr("Stop"))
        self.online_button.setText(self.tr("Go online"))
        self.online_button.setToolTip(self.tr("Turn offline mode off and install"))
        self.online_button.setVisible(self._offline)
        self.install_button.set_look("plain" if self._offline else "primary", None)
        self._failure_text.setText(self._failure)
        self._failure_text.setVisible(bool(self._failure))
        self._bar.setVisible(self._busy)
        self._share.setVisible(self._busy)
        # The new button first, so that hiding the old one does not send the focus elsewhere.
        first, second = self.stop_button, self.install_button
        for button in (first, second) if self._busy else (second, first):
            button.setVisible(self._busy if button is first else not self._busy)
        self._bar.setAccessibleName(self.tr("Download of the model"))
        self._word_progress()

    def _word_progress(self) -> None:
        progress = self._progress
        if progress is None or not progress.total:
            self._bar.setRange(0, 0)
            self._share.setText(self.tr("Looking for a place to download from…"))
            return
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(1000 * progress.done / progress.total))
        self._share.setText(
            self.tr("{done} of {total}").format(
                done=formatting.size(progress.done), total=formatting.size(progress.total)
            )
        )
