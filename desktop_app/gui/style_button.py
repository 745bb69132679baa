"""The choice between a paragraph, bullet points and a headline: one small button with a menu."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop_app.choices import Style
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.theme import Theme
from desktop_app.gui.widgets import IconButton

_ICONS: Final = {
    Style.PARAGRAPH: "style_paragraph",
    Style.BULLETS: "style_bullets",
    Style.HEADLINE: "style_headline",
}


class StyleButton(IconButton):
    """Shows the chosen style as an icon; ``chosen`` carries the :class:`Style` the reader picks."""

    chosen = Signal(object)  # Style

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _ICONS[Style.PARAGRAPH], parent)
        self.setFixedSize(30, 30)
        self.style_ = Style.PARAGRAPH
        self._menu = QMenu(self)
        group = QActionGroup(self)
        self.actions_: dict[Style, QAction] = {}
        for style in Style:
            action = self._menu.addAction("")
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, style=style: self._choose(style))
            self.actions_[style] = action
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.set_style(Style.PARAGRAPH)
        keep_worded(self, self._word)

    def set_style(self, style: Style) -> None:
        """Show ``style`` as chosen, without telling anyone."""
        self.style_ = style
        self.actions_[style].setChecked(True)
        self.set_icon(_ICONS[style])
        self._word_button()

    def _choose(self, style: Style) -> None:
        if style is not self.style_:
            self.set_style(style)
            self.chosen.emit(style)

    def _word(self) -> None:
        words = {
            Style.PARAGRAPH: self.tr("Paragraph"),
            Style.BULLETS: self.tr("Bullet points"),
            Style.HEADLINE: self.tr("Headline"),
        }
        for style, action in self.actions_.items():
            action.setText(words[style])
        self._word_button()

    def _word_button(self) -> None:
        self.word(self.tr("Form of the summary: {style}").format(style=self.actions_[self.style_].text()))
