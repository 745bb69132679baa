"""What happened, what to do about it, and the buttons that do it: used for notices and errors alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desktop_app.gui.flow_layout import FlowLayout
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import IconLabel, TextButton, label

_LOOKS = {"info": ("info", "accent"), "warning": ("warning", "amber"), "error": ("error", "danger")}


@dataclass(frozen=True)
class Remedy:
    """A button: its words and what it does."""

    text: str
    action: Callable[[], None]
    primary: bool = False
    icon: str | None = None


class MessageBar(QFrame):
    """A tinted sheet with an icon, a title, a text and buttons; the icon's shape tells the kind without colour.

    A ``compact`` one is for narrow places.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self._compact = compact
        self._theme = theme
        self._icon = IconLabel(theme, "info", "accent", 20)
        self._title = label("strong", wraps=True)
        self._text = label("plain", wraps=True)
        for part in (self._title, self._text):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = FlowLayout()
        self._button_box = QWidget()
        self._button_box.setLayout(self._buttons)
        self._buttons.setContentsMargins(0, Space.XS, 0, 0)
        self._grid = QGridLayout(self)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)
        side, gap = (Space.M, Space.S) if compact else (Space.L, Space.M)
        self._grid.setContentsMargins(side, Space.M, side, Space.M)
        self._grid.setHorizontalSpacing(gap)
        self._grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._title, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        self._place()
        self.hide()

    @property
    def remedies(self) -> tuple[TextButton, ...]:
        """The buttons shown."""
        items = (self._buttons.itemAt(at) for at in range(self._buttons.count()))
        widgets = [item.widget() for item in items if item is not None]
        return tuple(widget for widget in widgets if isinstance(widget, TextButton))

    def show_message(self, kind: str, title: str, text: str, remedies: Sequence[Remedy] = ()) -> None:
        """Show a message of ``kind`` ``info``, ``warning`` or ``error``."""
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.set_look(*_LOOKS[kind])
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._place()
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(". ".join(part for part in (title, text) if part))
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for remedy in remedies:
            button = TextButton(self._theme, "primary" if remedy.primary else "plain", remedy.icon)
            button.setText(remedy.text)
            button.clicked.connect(remedy.action)
            self._buttons.addWidget(button)
        self._button_box.setVisible(bool(remedies))
        self.show()

    def _place(self) -> None:
        """Text and buttons begin under the title, or where the icon does if the bar is ``compact``."""
        begin = 0 if self._compact else 1
        if self._title.isHidden():
            self._grid.addWidget(self._text, 0, 1)
        else:
            self._grid.addWidget(self._text, 1, begin, 1, 2 - begin)
        self._grid.addWidget(self._button_box, 2, begin, 1, 2 - begin)

    def words(self) -> tuple[str, str]:
        """Title and text shown."""
        return self._title.text(), self._text.text()
