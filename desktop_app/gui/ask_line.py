"""A line in which the reader asks about something in the article; it stays out of the way until it is wished for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_app.gui import icons
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.theme import Space, Theme

#: Characters; a question is no text.
_LONGEST = 300


class AskLine(QWidget):
    """``asked`` carries the question, ``""`` when the reader wants the whole again."""

    asked = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._about = ""
        self.field = QLineEdit()
        self.field.setProperty("kind", "field")
        self.field.setMaxLength(_LONGEST)
        self._away = self.field.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self._away.triggered.connect(self.leave)
        theme.changed.connect(self._draw)
        self._draw()
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, 0, Space.XL, Space.S)
        row.addWidget(self.field)
        self.field.returnPressed.connect(self._ask)
        self.field.textChanged.connect(self._cleared)
        self.hide()
        keep_worded(self, self._word)

    @property
    def about(self) -> str:
        """What the summary is about now, ``""`` for the whole article."""
        return self._about

    def open(self) -> None:
        """Show the line and put the cursor into it."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def set_about(self, about: str) -> None:
        """Show what the summary is about, without telling anyone; the line goes when that is the whole article."""
        self._about = about
        self.field.setText(about)
        self.field.setCursorPosition(0)
        self.setVisible(bool(about))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def leave(self) -> None:
        """Close the line; a question that was asked is taken back."""
        asked = self._about
        self.set_about("")
        self.closed.emit()
        if asked:
            self.asked.emit("")

    def _ask(self) -> None:
        about = " ".join(self.field.text().split())
        if about != self._about:
            self._about = about
            self.asked.emit(about)
        if not about:
            self.leave()

    def _cleared(self, text: str) -> None:
        if not text and self._about:
            self._about = ""
            self.asked.emit("")

    def _draw(self) -> None:
        self._away.setIcon(icons.icon("close", self._theme.colours.muted))

    def _word(self) -> None:
        self._away.setToolTip(self.tr("Back to the whole article"))
        self.field.setPlaceholderText(self.tr("What about …?"))
        self.field.setAccessibleName(self.tr("Ask about something in the article"))
