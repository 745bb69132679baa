"""The line at the bottom: what is being done, how far it is, and that nothing leaves the computer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import IconLabel, TextButton, label

if TYPE_CHECKING:
    from desktop_app.events import Stage, StageChanged


class StatusLine(QFrame):
    """Quiet unless something is at work; then it tells where what is shown comes from."""

    refresh_wished = Signal()
    queue_wished = Signal()

    def __init__(self, theme: Theme, describe: Callable[[Stage], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._narrow = False
        self._stage: StageChanged | None = None
        self._sent_to = ""
        self._offline = False
        self._origin = ""
        self._private = False
        self.setObjectName("status")
        self.setFixedHeight(32)
        self._words = label("status")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(140, 4)
        self._hint = label("quiet")
        self._from = label("quiet")
        self.refresh = TextButton(theme, "small", "retry")
        self.queue = TextButton(theme, "small")
        self.queue.hide()
        self._eye = IconLabel(theme, "private", "amber", 14)
        self._unkept = label("quiet")
        self._lock = IconLabel(theme, "lock", "muted", 14)
        self._promise = label("quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, 0, Space.L, 0)
        row.setSpacing(Space.M)
        row.addWidget(self._words)
        row.addWidget(self._bar)
        row.addWidget(self._hint)
        row.addWidget(self._from)
        row.addWidget(self.refresh)
        row.addStretch()
        row.addWidget(self.queue)
        row.addWidget(self._eye)
        row.addWidget(self._unkept)
        row.addSpacing(Space.S)
        row.addWidget(self._lock)
        row.setSpacing(Space.S)
        row.addWidget(self._promise)
        self.refresh.clicked.connect(self.refresh_wished)
        self.queue.clicked.connect(self.queue_wished)
        keep_worded(self, self._word)

    @property
    def origin(self) -> str:
        """What the line says about where what is shown comes from."""
        return self._from.text() if self._from.isVisibleTo(self) else ""

    @property
    def words(self) -> str:
        """What the line says about the work."""
        return self._words.text()

    @property
    def promise(self) -> str:
        """What the line says about where the text goes."""
        return self._promise.text()

    @property
    def private(self) -> bool:
        """Whether the line says that nothing is kept."""
        return self._eye.isVisibleTo(self)

    @property
    def bar(self) -> QProgressBar:
        """The progress bar."""
        return self._bar

    def show_stage(self, stage: StageChanged | None) -> None:
        """Tell the stage at work, or that nothing is."""
        self._stage = stage
        self._word_stage()

    def show_sent_to(self, host: str) -> None:
        """Tell that text went to ``host`` instead of the promise; empty for the promise."""
        self._sent_to = host
        self._word()

    def show_offline(self, offline: bool) -> None:
        """Tell that nobody is contacted."""
        self._offline = offline
        self._word()

    def show_origin(self, words: str) -> None:
        """Tell (in ``words``) that what is shown was kept, and offer to refresh it; empty for nothing."""
        self._origin = words
        self._word_stage()

    def show_queue(self, words: str) -> None:
        """Tell how far the queue is; empty for nothing."""
        self.queue.setText(words)
        self.queue.setVisible(bool(words))

    def show_private(self, private: bool) -> None:
        """Tell whether nothing is being kept."""
        self._private = private
        self.set_narrow(self._narrow)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what there is no room for."""
        busy = self._stage is not None or bool(self._origin)
        self._promise.setVisible(not narrow or not busy)
        self._lock.setVisible(self._promise.isVisibleTo(self))
        # That nothing is kept is told by the picture even where there is no room for words.
        self._eye.setVisible(self._private)
        self._unkept.setVisible(self._private and (not narrow or not busy))
        self._narrow = narrow

    def _word(self) -> None:
        self._hint.setText(self.tr("Esc stops"))
        self.refresh.setText(self.tr("Refresh"))
        self._unkept.setText(self.tr("Nothing is kept"))
        self._eye.setToolTip(self._unkept.text())
        if self._offline:
            self._lock.set_look("offline", "accent")
            self._promise.setText(self.tr("Offline mode: nobody is contacted"))
        elif self._sent_to:
            self._lock.set_look("warning", "amber")
            self._promise.setText(self.tr("Text was sent to {host}").format(host=self._sent_to))
        else:
            self._lock.set_look("lock", "muted")
            self._promise.setText(self.tr("Everything stays on this computer"))
        self._word_stage()

    def _word_stage(self) -> None:
        stage = self._stage
        for part in (self._words, self._bar, self._hint):
            part.setVisible(stage is not None)
        self._from.setText(self._origin)
        told = stage is None and bool(self._origin)
        self._from.setVisible(told)
        self.refresh.setVisible(told)
        self.set_narrow(self._narrow)
        if stage is None:
            self._words.setText("")
            self._bar.setAccessibleName("")
            return
        words = self._describe(stage.stage)
        self._words.setText(f"{words}…")
        self._bar.setAccessibleName(words)
        if stage.share is None:
            self._bar.setRange(0, 0)
        else:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(1000 * stage.share))
