"""The row above the summary: its language, length and form."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.article import Length, Style
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.languages import SUMMARY_LANGUAGES, native_name
from desktop_app.gui.style_button import StyleButton
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import HEAD_HEIGHT, QuietCombo, label
from desktop_app.options import AUTO_LANGUAGE


class SummaryHead(QWidget):
    """The choices; in a narrow pane the heading makes room for them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = label("heading")
        self.language = QuietCombo()
        self.length = QuietCombo()
        self.form = StyleButton(theme)
        controls = QHBoxLayout(self)
        controls.setSpacing(Space.XS)
        controls.addWidget(self.heading)
        controls.addStretch()
        for choice in (self.language, self.length, self.form):
            controls.addWidget(choice)
        controls.setContentsMargins(Space.XL, Space.S, Space.M, 0)
        self.setFixedHeight(HEAD_HEIGHT)
        for choice in (self.language, self.length):
            choice.currentTextChanged.connect(self._fit)
        keep_worded(self, self._word)

    def set_choices(self, lang: str, length: Length, style: Style) -> None:
        """Show which language, length and style are chosen, without telling anyone."""
        at = self.language.findData(lang)
        if at < 0:
            self.language.addItem(native_name(lang), lang)
            at = self.language.count() - 1
        self.language.setCurrentIndex(at)
        self.length.setCurrentIndex(self.length.findData(length.value))
        self.form.set_style(style)
        # A headline has one length.
        self.length.setVisible(style is not Style.HEADLINE)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        choices = [part for part in (self.language, self.length, self.form) if not part.isHidden()]
        needed = sum(part.sizeHint().width() + Space.XS for part in choices) + Space.XL + Space.M
        self.heading.setVisible(needed + self.heading.sizeHint().width() <= self.width())

    def _word(self) -> None:
        self.heading.setText(self.tr("Summary"))
        self._word_languages()
        self._word_lengths()
        self._fit()

    def _word_languages(self) -> None:
        chosen = self.language.currentData() or AUTO_LANGUAGE
        self.language.setAccessibleName(self.tr("Language of the summary"))
        self.language.setToolTip(self.tr("Language of the summary; Auto keeps that of the article"))
        if not self.language.count():
            self.language.addItem("", AUTO_LANGUAGE)
            self.language.insertSeparator(1)
            for lang in SUMMARY_LANGUAGES:
                self.language.addItem(native_name(lang), lang)
        self.language.setItemText(0, self.tr("Auto"))
        self.language.setCurrentIndex(self.language.findData(chosen))

    def _word_lengths(self) -> None:
        chosen = self.length.currentData() or Length.SHORT.value
        self.length.setAccessibleName(self.tr("Length of the summary"))
        self.length.setToolTip(self.tr("Length of the summary"))
        words = {Length.SHORT: self.tr("Short"), Length.MEDIUM: self.tr("Medium"), Length.LONG: self.tr("Long")}
        for at, (length, word) in enumerate(words.items()):
            if self.length.count() <= at:
                self.length.addItem(word, length.value)
            self.length.setItemText(at, word)
        self.length.setCurrentIndex(self.length.findData(chosen))
