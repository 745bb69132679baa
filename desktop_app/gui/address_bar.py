"""The field that takes a link or a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from desktop_app.gui import icons
from desktop_app.gui.incoming import fits_one_line
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import ClearButton, IconButton, TextButton

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent


class AddressField(QLineEdit):
    """A line for a link or a text. What has several lines, or is no text, is not squeezed into it but passed on."""

    rich_paste = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self._is_rich():
            self.rich_paste.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste" and self._is_rich():
                action.triggered.disconnect()
                action.triggered.connect(self.rich_paste)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _is_rich(self) -> bool:
        return not fits_one_line(QGuiApplication.clipboard().mimeData())


class AddressBar(QFrame):
    """Menu button, field, and the button that digests."""

    submitted = Signal(str)
    paste_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("top")
        self.sidebar = IconButton(theme, "sidebar")
        self.menu = IconButton(theme, "menu")
        self.menu.setPopupMode(self.menu.ToolButtonPopupMode.InstantPopup)
        self.field = AddressField()
        self.field.setObjectName("address")
        ClearButton(theme, self.field)
        self.field.setAcceptDrops(False)  # drops anywhere are for the window
        self.field.setMinimumHeight(36)
        self._lead = self.field.addAction(
            icons.icon("link", theme.colours.muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self.open = IconButton(theme, "folder")
        self.digest = TextButton(theme, "primary")
        self.digest.setMinimumHeight(36)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        for part in (self.sidebar, self.menu, self.field, self.open, self.digest):
            row.addWidget(part, 1 if part is self.field else 0)
        self.field.returnPressed.connect(self._submit)
        self.digest.clicked.connect(self._submit)
        self.field.rich_paste.connect(self.paste_wished)
        self.field.textChanged.connect(self._enable)
        theme.changed.connect(self._draw)
        self._draw()
        self._enable()
        keep_worded(self, self._word)

    def show_text(self, text: str) -> None:
        """Show what is open."""
        self.field.setText(text)
        self.field.setCursorPosition(0)

    def _submit(self) -> None:
        text = self.field.text().strip()
        if text:
            self.submitted.emit(text)

    def _enable(self) -> None:
        self.digest.setEnabled(bool(self.field.text().strip()))

    def _draw(self) -> None:
        self._lead.setIcon(icons.icon("link", self._theme.colours.muted))

    def _word(self) -> None:
        self.field.setPlaceholderText(self.tr("Paste a link or text, or drop files anywhere"))
        self.field.setAccessibleName(self.tr("Link or text"))
        self.digest.setText(self.tr("Digest"))
        self.digest.setToolTip(self.tr("Read and summarize (Enter)"))
        self.menu.word(self.tr("Menu"))
