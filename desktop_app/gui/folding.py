"""Buttons that give up their words, one after another, where there is no room for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLayoutItem, QWidget

from desktop_app.gui import icons
from desktop_app.gui.flow_layout import FlowLayout, Lines
from desktop_app.gui.theme import Theme
from desktop_app.gui.widgets import SMALL_ICON, TextButton


class FoldingButton(TextButton):
    """Folded it shows its icon alone; its words are in the tooltip then, and always in its accessible name.

    With ``words_alone`` the icon only stands in for the words, and not beside them.
    """

    def __init__(
        self, theme: Theme, kind: str, icon: str, parent: QWidget | None = None, *, words_alone: bool = False
    ) -> None:
        self._words_alone = words_alone
        self.words = ""
        self._name = ""
        self._hint = ""
        self._folded = False
        self._measured: dict[tuple[object, ...], tuple[int, int]] = {}
        super().__init__(theme, kind, icon, parent)

    @property
    def folded(self) -> bool:
        """Whether only the icon shows."""
        return self._folded

    def setText(self, words: str) -> None:
        """The words, shown where there is room."""
        self.words = words
        self._say()

    def setAccessibleName(self, name: str) -> None:
        """A name that says more than the words."""
        self._name = name
        self._say()

    def setToolTip(self, hint: str) -> None:
        """A tooltip that says more than name and words."""
        self._hint = hint
        self._say()

    def fold(self, folded: bool) -> None:
        """Show the icon alone, or the words beside it."""
        if folded != self._folded:
            self._folded = folded
            self._restyle(folded)
            self._say()

    def width_if(self, folded: bool) -> int:
        """How wide it is folded or not, in pixels."""
        key = (self.words, self._kind, self.menu() is not None, self.font().pixelSize())
        if key not in self._measured:
            widths = []
            for state in (False, True):
                self._restyle(state)
                super().setText("" if state else self.words)
                widths.append(self.sizeHint().width())
            self._restyle(self._folded)
            self._say()
            self._measured = {key: (widths[0], widths[1])}
        return self._measured[key][folded]

    def _restyle(self, folded: bool) -> None:
        self.setProperty("folded", folded)
        self.style().unpolish(self)
        self.style().polish(self)
        self._show_icon(folded)

    def _say(self) -> None:
        super().setText("" if self._folded else self.words)
        super().setAccessibleName(self._name or self.words)
        super().setToolTip(self._hint or (self._name or self.words if self._folded else ""))

    def _draw(self) -> None:
        self._show_icon(self._folded)

    def _show_icon(self, folded: bool) -> None:
        self.setIconSize(QSize(SMALL_ICON, SMALL_ICON) if folded else self.icon_size_beside_words())
        if not folded and self._words_alone:
            self.setIcon(QIcon())
        elif folded and self._icon:
            self.setIcon(icons.icon(self._icon, self._ink(), self._theme.colours.outline, SMALL_ICON))
        else:
            super()._draw()


class FoldingFlow(FlowLayout):
    """A line of buttons in which those of ``folding`` are folded, the first one first, until all have room.

    Where even that does not help, the first button has a line of its own.
    """

    def __init__(self, folding: Sequence[FoldingButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folding = tuple(folding)

    def setGeometry(self, area: QRect) -> None:
        folded = {button for _, line in self._plan(area.width()) for button in line}
        for button in self._folding:
            button.fold(button in folded)
        super().setGeometry(area)

    def _lines(self, room: int) -> Lines:
        lines = []
        for items, folded in self._plan(room):
            widths = [min(room, self._width(item, folded)) for item in items]
            sizes = [QSize(width, item.sizeHint().height()) for width, item in zip(widths, items, strict=True)]
            lines.append(list(zip(items, sizes, strict=True)))
        return lines

    def _plan(self, room: int) -> list[tuple[list[QLayoutItem], list[FoldingButton]]]:
        """The items of each line, and which of them are folded."""
        items = self._visible()
        folded = self._folded(items, room)
        if len(items) > 1 and self._taken(items, folded) > room:
            return [(part, self._folded(part, room)) for part in (items[:1], items[1:])]
        return [(items, folded)] if items else []

    def _folded(self, items: list[QLayoutItem], room: int) -> list[FoldingButton]:
        folded: list[FoldingButton] = []
        shown = [item.widget() for item in items]
        for button in self._folding:
            if self._taken(items, folded) <= room:
                break
            if button in shown:
                folded.append(button)
        return folded

    def _taken(self, items: list[QLayoutItem], folded: Sequence[FoldingButton]) -> int:
        return sum(self._width(item, folded) for item in items) + self.spacing() * (len(items) - 1)

    @staticmethod
    def _width(item: QLayoutItem, folded: Sequence[FoldingButton]) -> int:
        widget = item.widget()
        return widget.width_if(widget in folded) if isinstance(widget, FoldingButton) else item.sizeHint().width()
