"""Find in the article: a field above it, every place lit, the one at hand in sight."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import ClearButton, IconButton, label

#: More places than anybody steps through.
_MOST = 2000
_FIELD_WIDTH = 320
#: Letters that readers type for each other.
_SAME = {"е": "[её]", "ё": "[её]", "'": "['’ʼ]", "’": "['’ʼ]", '"': '["“”„«»]', "-": "[-‐‑–—]"}


def find_all(text: str, sought: str) -> list[tuple[int, int]]:
    """Places of ``sought`` in ``text`` in UTF-16 units, as Qt counts, whatever the case.

    Russian е and ё, the forms of apostrophes, quotes and hyphens, and any white space count as the same.
    """
    words = sought.split()
    if not words:
        return []
    pattern = r"\s+".join("".join(_SAME.get(char.lower(), re.escape(char)) for char in word) for word in words)
    found: list[tuple[int, int]] = []
    at = units = 0
    for match in re.finditer(pattern, text, re.IGNORECASE):
        units += _units(text[at : match.start()])
        length = _units(match.group())
        found.append((units, units + length))
        at, units = match.end(), units + length
        if len(found) >= _MOST:
            break
    return found


def _units(text: str) -> int:
    return len(text) + sum(ord(char) > 0xFFFF for char in text)


class FindBar(QFrame):
    """The field, how many places there are, and the buttons that step through them."""

    sought = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self._place: tuple[int, int] | None = None
        self.field = QLineEdit()
        self.field.setProperty("kind", "field")
        self.field.setMaximumWidth(_FIELD_WIDTH)
        ClearButton(theme, self.field)
        self._count = label("quiet")
        self.previous = IconButton(theme, "chevron_up")
        self.next = IconButton(theme, "chevron_down")
        self.close_button = IconButton(theme, "close")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.XS, Space.S, Space.XS)
        row.setSpacing(Space.XS)
        row.addWidget(self.field, 4)
        row.addSpacing(Space.S)
        row.addWidget(self._count)
        row.addStretch(1)
        for button in (self.previous, self.next, self.close_button):
            button.setFixedSize(32, 32)
            row.addWidget(button)
        self.field.textChanged.connect(self.sought)
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.close_button.clicked.connect(self.closed)
        self.hide()
        keep_worded(self, self._word)

    @property
    def count(self) -> str:
        """What is said of the number of places."""
        return self._count.text()

    def open(self, text: str) -> None:
        """Show the bar, with ``text`` in its field unless that is empty."""
        self.show()
        if text:
            self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.sought.emit(self.field.text())

    def show_place(self, number: int, of: int) -> None:
        """Tell which place is at hand (from 1), of how many."""
        self._place = (number, of)
        self._word_count()
        if of or self.field.text().strip():
            said = QAccessibleAnnouncementEvent(self.field, self._count.text())
            QAccessible.updateAccessibility(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _word_count(self) -> None:
        number, of = self._place or (0, 0)
        if of:
            words = self.tr("{number} of {all}").format(
                number=self.locale().toString(number), all=self.locale().toString(of)
            )
        else:
            words = self.tr("Not found") if self.field.text().strip() else ""
        self._count.setText(words)
        for button in (self.previous, self.next):
            button.setEnabled(of > 1)

    def _word(self) -> None:
        self.field.setPlaceholderText(self.tr("Find in the article"))
        self.field.setAccessibleName(self.tr("Find in the article"))
        self.previous.word(self.tr("Previous place"), "Shift+F3")
        self.next.word(self.tr("Next place"), "F3")
        self.close_button.word(self.tr("Close"), "Esc")
        self._word_count()
