"""The page that compares digests."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.export.comparison import ComparisonSheet
from desktop_app.export.comparison_formats import to_html, to_text
from desktop_app.gui.compare_table import ComparisonTable
from desktop_app.gui.flow_layout import FlowLayout
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.message_bar import MessageBar
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import TextButton, hairline, label

_COPIED_FOR = 1600


class ComparePage(QWidget):
    """Shows a comparison; tells what the reader wishes through signals."""

    back_wished = Signal()
    more_wished = Signal()
    save_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = label("title")
        self._note = label("muted", wraps=True)
        self.message = MessageBar(theme)
        self.table = ComparisonTable(theme)
        self.back = TextButton(theme, "quiet", "close")
        self.more = TextButton(theme, "plain", "plus")
        self.copy = TextButton(theme, "plain", "copy")
        self.save = TextButton(theme, "primary", "save")
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(_COPIED_FOR)
        self._copied.timeout.connect(self._word_copy)
        self._lay_out()
        self.back.clicked.connect(self.back_wished)
        self.more.clicked.connect(self.more_wished)
        self.save.clicked.connect(self.save_wished)
        self.copy.clicked.connect(self.copy_all)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table, self.copy_cells)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.setFocusProxy(self.table)
        self._waiting = False
        keep_worded(self, self._word)

    @property
    def sheet(self) -> ComparisonSheet | None:
        """What is shown."""
        return self.table.comparison.sheet

    @property
    def note(self) -> str:
        """The line under the title."""
        return self._note.text()

    def show_waiting(self) -> None:
        """Figures are being compared."""
        self._waiting = True
        self.message.hide()
        self.table.show_sheet(None)
        self._word()

    def show_sheet(self, sheet: ComparisonSheet) -> None:
        """Show a finished comparison."""
        self._waiting = False
        self.table.show_sheet(sheet)
        self._word()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, title: str, text: str) -> None:
        """Tell why there is no comparison."""
        self._waiting = False
        self.message.show_message("error", title, text)
        self._word()

    def copy_all(self) -> None:
        """Put the comparison onto the clipboard, rich and plain."""
        if self.sheet is not None:
            mime = QMimeData()
            mime.setHtml(to_html(self.sheet))
            mime.setText(to_text(self.sheet))
            QGuiApplication.clipboard().setMimeData(mime)
            self.copy.setText(self.tr("Copied"))
            self.copy.set_look("plain", "check")
            self._copied.start()

    def copy_cells(self) -> None:
        """Put the selected cells onto the clipboard."""
        if text := self.table.selected_text():
            QGuiApplication.clipboard().setText(text)

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        for part in (self.save, self.copy, self.more, self.back):
            buttons.addWidget(part)
        head = QVBoxLayout()
        head.setContentsMargins(Space.XL, Space.L, Space.XL, Space.M)
        head.setSpacing(Space.XS)
        head.addWidget(self._title)
        head.addWidget(self._note)
        head.addSpacing(Space.S)
        head.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.message)
        column.addWidget(hairline())
        column.addWidget(self.table, 1)

    def _word(self) -> None:
        self._title.setText(self.tr("Comparison"))
        self.setAccessibleName(self.tr("Comparison"))
        self.table.setAccessibleName(self.tr("Figures side by side"))
        self._note.setText(self._note_words())
        self._note.setVisible(bool(self._note.text()))
        self.back.setText(self.tr("Close"))
        self.back.setAccessibleName(self.tr("Close the comparison"))
        self.more.setText(self.tr("Add…"))
        self.more.setAccessibleName(self.tr("Compare with more digests"))
        self.save.setText(self.tr("Save…"))
        for part in (self.copy, self.save):
            part.setEnabled(self.sheet is not None)
        self._word_copy()

    def _note_words(self) -> str:
        if self._waiting:
            return self.tr("Comparing…")
        if self.sheet is None:
            return ""
        if not self.sheet.rows:
            return self.tr("No two of these tell a figure of the same thing.")
        return self.tr("Each difference is to the first figure of its row.")

    def _word_copy(self) -> None:
        self.copy.setText(self.tr("Copy"))
        self.copy.set_look("plain", "copy")
