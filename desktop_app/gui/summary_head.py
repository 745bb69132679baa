"""The row above the summary: its heading, language, length and form."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.choices import AUTO_LANGUAGE, Length, Style
from desktop_app.gui.choices_button import ChoicesButton
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.languages import SUMMARY_LANGUAGES, native_name
from desktop_app.gui.style_button import StyleButton
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import HEAD_HEIGHT, QuietCombo, label


class SummaryHead(QWidget):
    """The heading and the choices: a control each where there is room, else one button with a menu."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = label("heading")
        self.language = QuietCombo()
        self.length = QuietCombo()
        self.form = StyleButton(theme)
        self.choices = ChoicesButton(theme, self.language, self.length, self.form)
        self._apart = True  # whether each choice has its control
        controls = QHBoxLayout(self)
        controls.setSpacing(Space.XS)
        controls.addWidget(self.heading)
        controls.addStretch()
        for choice in (self.language, self.length, self.form, self.choices):
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
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """What the choices need folded: as they are now they must not keep the pane from being narrowed."""
        least = self.heading.sizeHint().width() + self.choices.width_if(True) + Space.XL + Space.M + 2 * Space.S
        return QSize(least, HEAD_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.choices.word()
        # A headline has one length.
        single = (
            [self.language, self.form]
            if self.form.style_ is Style.HEADLINE
            else [self.language, self.length, self.form]
        )
        room = self.width() - self.heading.sizeHint().width() - Space.XL - Space.M - Space.S
        apart = sum(part.sizeHint().width() + Space.XS for part in single) <= room
        held = self._apart != apart and self._holds_focus()
        self._apart = apart
        for part in (self.language, self.length, self.form):
            part.setVisible(apart and part in single)
        self.choices.setVisible(not apart)
        self.choices.fold(self.choices.width_if(False) + Space.XS > room)
        if held:
            (self.language if apart else self.choices).setFocus(Qt.FocusReason.OtherFocusReason)

    def _holds_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

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
