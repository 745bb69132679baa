"""The choices of a summary in one menu, where there is no room for a control each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from desktop_app.choices import Style
from desktop_app.gui.folding import FoldingButton
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.style_button import StyleButton
from desktop_app.gui.theme import Theme


class ChoicesButton(FoldingButton):
    """Says what is chosen; its menu offers what ``language``, ``length`` and ``form`` do, and chooses through them."""

    def __init__(
        self, theme: Theme, language: QComboBox, length: QComboBox, form: StyleButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "choices", "tune", parent, words_alone=True)
        self._language, self._length, self._form = language, length, form
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        keep_worded(self, self.word)

    def word(self) -> None:
        """Say what is chosen."""
        form = self._form.actions_[self._form.style_].text()
        one_length = self._form.style_ is Style.HEADLINE
        chosen = (self._language.currentText(), form if one_length else self._length.currentText())
        self.setText(" · ".join(chosen))
        told = (*chosen, *(() if one_length else (form,)))
        self.setAccessibleName(
            self.tr("Language, length and form of the summary: {chosen}").format(chosen=", ".join(told))
        )

    def _fill(self) -> None:
        menu = self._menu
        menu.clear()
        for kind in (QActionGroup, QMenu):  # of the last time
            for made in menu.findChildren(kind):
                made.deleteLater()
        if self._form.style_ is not Style.HEADLINE:
            self._offer_box(menu, self._length)
            menu.addSeparator()
        group = QActionGroup(menu)
        for style, known in self._form.actions_.items():
            self._offer(group, known.text(), style is self._form.style_, known.trigger)
        menu.addSeparator()
        self._offer_box(menu.addMenu(self._language.accessibleName()), self._language)

    def _offer_box(self, menu: QMenu, box: QComboBox) -> None:
        group = QActionGroup(menu)
        for at in range(box.count()):
            if box.itemData(at, Qt.ItemDataRole.AccessibleDescriptionRole) == "separator":
                menu.addSeparator()
            else:
                self._offer(group, box.itemText(at), at == box.currentIndex(), partial(_choose, box, at))

    @staticmethod
    def _offer(group: QActionGroup, words: str, chosen: bool, choose: Callable[[], object]) -> None:
        """One choice more in the menu that ``group`` belongs to."""
        menu = group.parent()
        assert isinstance(menu, QMenu)
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(chosen)
        group.addAction(action)
        action.triggered.connect(lambda _checked=False: choose())


def _choose(box: QComboBox, at: int) -> None:
    """As if the reader had chosen it in the box."""
    box.setCurrentIndex(at)
    box.activated.emit(at)
