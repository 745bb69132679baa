"""Choosing what to compare with: kept digests, or exported files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.gui import formatting
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.tick_delegate import TickDelegate, tickable
from desktop_app.gui.widgets import ClearButton, TextButton, label
from desktop_app.library.entries import Entry


class CompareDialog(QDialog):
    """A list to tick entries in. ``searched`` carries words typed, ``files_wished`` that exported files are meant."""

    searched = Signal(str)
    files_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: dict[int, Entry] = {}
        self.search = QLineEdit()
        self.search.setObjectName("address")
        ClearButton(theme, self.search)
        self.search.setMinimumHeight(36)
        self.list = QListWidget()
        TickDelegate(theme, _words, self.list)
        self.list.setMinimumSize(440, 320)
        self._hint = label("muted", wraps=True)
        self._nothing = label("muted", wraps=True)
        self._nothing.hide()
        self.files = TextButton(theme, "plain", "folder")
        self.cancel = TextButton(theme, "plain")
        self.compare = TextButton(theme, "primary", "compare")
        buttons = QHBoxLayout()
        buttons.addWidget(self.files)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        for part in (self._hint, self.search, self._nothing, self.list):
            column.addWidget(part)
        column.addLayout(buttons)
        self.search.textChanged.connect(self.searched)
        self.list.itemChanged.connect(self._tick)
        self.list.itemActivated.connect(self._turn)
        self.files.clicked.connect(self.files_wished)
        self.cancel.clicked.connect(self.reject)
        self.compare.clicked.connect(self.accept)
        self.compare.setEnabled(False)
        keep_worded(self, self._word)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of the entries that are ticked, in the order they were."""
        return tuple(self._chosen)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """List ``entries``; what was ticked before stays ticked, and on top."""
        rest = [entry for entry in entries if entry.id not in self._chosen]
        self.list.blockSignals(True)
        self.list.clear()
        for entry in (*self._chosen.values(), *rest):
            self.list.addItem(tickable("\n".join(filter(None, _words(entry))), entry, ticked=entry.id in self._chosen))
        self.list.blockSignals(False)
        self._nothing.setVisible(not self.list.count())

    def _tick(self, item: QListWidgetItem) -> None:
        entry: Entry = item.data(Qt.ItemDataRole.UserRole)
        if item.checkState() == Qt.CheckState.Checked:
            self._chosen[entry.id] = entry
        else:
            self._chosen.pop(entry.id, None)
        self.compare.setEnabled(bool(self._chosen))

    def _turn(self, item: QListWidgetItem) -> None:
        ticked = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _word(self) -> None:
        self.setWindowTitle(self.tr("Compare with"))
        self._hint.setText(self.tr("Tick what to compare with: figures about the same things are set side by side."))
        self._nothing.setText(self.tr("Nothing else like that is kept. Exported files can be compared as well."))
        self.search.setPlaceholderText(self.tr("Search the library"))
        self.search.setAccessibleName(self.tr("Search the library"))
        self.list.setAccessibleName(self.tr("Kept digests"))
        self.files.setText(self.tr("From a file…"))
        self.cancel.setText(self.tr("Cancel"))
        self.compare.setText(self.tr("Compare"))


def _words(entry: Entry) -> tuple[str, str]:
    facts = (entry.site, formatting.date(entry.published) if entry.published else "")
    return entry.title or entry.source, " · ".join(filter(None, facts))
