"""The left column: the queue while there is one, and the library."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from desktop_app.gui.language_watch import keep_worded


class Sidebar(QFrame):
    """Holds the queue above the library, with a handle between them while both show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        keep_worded(self, self._word)

    def fill(self, queue: QWidget, library: QWidget) -> None:
        """Put both in; the library takes the room that the queue does not need."""
        self._splitter.addWidget(queue)
        self._splitter.addWidget(library)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Queue and library"))
