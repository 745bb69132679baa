"""The digest: the summary next to the key figures where there is room, above them where there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop_app.gui import settings
from desktop_app.gui.figures_view import FiguresView
from desktop_app.gui.settings import Settings
from desktop_app.gui.summary_view import SummaryView
from desktop_app.gui.theme import Theme

#: Least widths of the pane: narrower, summary and figures would squeeze each other side by side, or at all.
_LEAST_BESIDE = 500
_LEAST = 300


class DigestPane(QWidget):
    """Both views in a splitter that remembers a division for each direction."""

    def __init__(self, theme: Theme, settings_: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings_
        self._wide = True
        self._window_wide = True
        self.summary = SummaryView(theme)
        self.figures = FiguresView(theme)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.summary)
        self._splitter.addWidget(self.figures)
        self.summary.setMinimumSize(250, 160)
        self.figures.setMinimumSize(180, 120)
        self.setMinimumWidth(_LEAST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self._splitter.splitterMoved.connect(self._remember)
        # Not at once: the wish may come out of the middle of a layout at work, which must not be begun again in it.
        self._balancing = QTimer(self)
        self._balancing.setSingleShot(True)
        self._balancing.timeout.connect(self._balance)
        self.summary.height_wished.connect(self._balancing.start)
        self._restore()

    @property
    def beside(self) -> bool:
        """Whether summary and figures stand side by side."""
        return self._splitter.orientation() == Qt.Orientation.Horizontal

    def set_window_wide(self, wide: bool) -> None:
        """Whether the window has room for three columns."""
        self._window_wide = wide
        self.setMinimumWidth(_LEAST_BESIDE if wide else _LEAST)
        self._arrange()

    def resizeEvent(self, event: object) -> None:
        self._arrange()
        self._balance()

    def _arrange(self) -> None:
        wide = self._window_wide and self.width() >= _LEAST_BESIDE
        if wide != self._wide:
            self._wide = wide
            self._splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
            self._restore()

    def _restore(self) -> None:
        state = self._settings.get(settings.DIGEST_SPLITTER_WIDE if self._wide else settings.DIGEST_SPLITTER_TALL)
        if state.isEmpty() or not self._splitter.restoreState(state):
            self._splitter.setSizes([5400, 4600] if self._wide else [4500, 5500])
            self._balance()
        self._splitter.setOrientation(Qt.Orientation.Horizontal if self._wide else Qt.Orientation.Vertical)
        self._splitter.setHandleWidth(1)

    def _balance(self) -> None:
        """Stacked, the figures follow the summary closely, unless the reader has divided the pane otherwise."""
        if self._wide or not self._settings.get(settings.DIGEST_SPLITTER_TALL).isEmpty():
            return
        height = self._splitter.height()
        wished = min(self.summary.wished_height(), height * 6 // 10)
        self._splitter.setSizes([wished, height - wished])

    def _remember(self) -> None:
        setting = settings.DIGEST_SPLITTER_WIDE if self._wide else settings.DIGEST_SPLITTER_TALL
        self._settings.set(setting, self._splitter.saveState())
