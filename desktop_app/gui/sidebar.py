"""The left column: the queue while there is one, and the library."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from desktop_app.gui.language_watch import keep_worded


class Sidebar(QFrame):
    """Holds ``queue`` above ``library``, with a handle between them while both show."""

    def __init__(self, queue: QWidget, library: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.queue = queue
        self.library = library
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(queue)
        self._splitter.addWidget(library)
        self._splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        keep_worded(self, self._word)

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Queue and library"))
