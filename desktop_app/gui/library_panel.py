"""The library's part of the sidebar: search, filters and the list of kept digests."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import HEAD_HEIGHT, label


class LibraryPanel(QWidget):
    """Shows what is kept."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = label("heading")
        self._hint = label("muted", wraps=True)
        row = QHBoxLayout()
        row.setContentsMargins(Space.L, 0, Space.S, 0)
        row.addWidget(self._heading)
        row.addStretch()
        head = QWidget()
        head.setFixedHeight(HEAD_HEIGHT)
        head.setLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._hint)
        column.addStretch()
        self._hint.setContentsMargins(Space.L, 0, Space.L, 0)
        keep_worded(self, self._word)

    def _word(self) -> None:
        self._heading.setText(self.tr("Library"))
        self._hint.setText(self.tr("What you read is kept here, on this computer only."))
