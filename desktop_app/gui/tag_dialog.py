"""Asks for the tags of one or several digests."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.theme import Space
from desktop_app.gui.widgets import label


class TagDialog(QDialog):
    """Known tags to tick, and a field for new ones.

    ``given`` are the tags of each digest; a tag that only some of them have is half ticked, and stays as it is unless
    it is touched.
    """

    def __init__(self, known: Sequence[str], given: Sequence[Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tags"))
        self.setMinimumWidth(320)
        self.new = QLineEdit()
        self.new.setObjectName("search")
        self.new.setMinimumHeight(32)
        self.new.setPlaceholderText(self.tr("New tags, separated by commas"))
        self.new.setAccessibleName(self.new.placeholderText())
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Tags"))
        every = list(dict.fromkeys([*(tag for tags in given for tag in tags), *known]))
        for tag in every:
            having = sum(tag in tags for tags in given)
            item = QListWidgetItem(tag)
            states = (Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked)
            item.setCheckState(states[0 if not having else 2 if having == len(given) else 1])
            self.list.addItem(item)
        self._before = [self.list.item(at).checkState() for at in range(self.list.count())]
        buttons = QDialogButtonBox()
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("kind", "primary")
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        about = label("muted", wraps=True)
        about.setText(self.tr("Tags of %n digest(s)", "", len(given)))
        for part in (about, self.new, self.list, buttons):
            column.addWidget(part)
        self.list.setVisible(bool(every))

    def changes(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Tags to be added and to be removed."""
        add = [" ".join(tag.split()) for tag in self.new.text().replace("#", "").split(",")]
        remove: list[str] = []
        for at, before in enumerate(self._before):
            item = self.list.item(at)
            if item.checkState() != before:
                (add if item.checkState() is Qt.CheckState.Checked else remove).append(item.text())
        return tuple(tag for tag in add if tag), tuple(remove)
