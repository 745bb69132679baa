"""The sentence behind a figure, shown beside its card while one looks at it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.article import Figure
from desktop_app.gui import figure_words
from desktop_app.gui.figure_card import FigureCard
from desktop_app.gui.theme import Space, Theme

_DELAY = 400
_WIDTH = 340


class SentencePeek(QFrame):
    """A small sheet over the window; it takes neither mouse nor focus."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._card: FigureCard | None = None
        self.setObjectName("peek")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self._layout.addWidget(self._text)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_DELAY)
        self._delay.timeout.connect(self._show)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence shown."""
        return self._card.entry.figure.context if self._card is not None else ""

    def look_at(self, card: FigureCard, at_once: bool) -> None:
        """Show the sentence of ``card``, at once or when the look rests on it."""
        self._card = card
        self.hide()
        if at_once:
            self._show()
        else:
            self._delay.start()

    def look_away(self) -> None:
        """Hide."""
        self._delay.stop()
        self._card = None
        self.hide()

    def _show(self) -> None:
        self._delay.stop()
        card = self._card
        window = self.parentWidget()
        if card is None or window is None or not card.isVisible() or not card.entry.figure.context:
            return
        self._text.setText(self._marked(card.entry.figure))
        width = min(_WIDTH, window.width() - 2 * Space.L)
        self.setFixedWidth(width)
        self.setFixedHeight(self._layout.heightForWidth(width))
        corner = card.mapTo(window, QPoint(0, card.height() + Space.XS))
        if corner.y() + self.height() > window.height() - Space.S:
            corner = card.mapTo(window, QPoint(0, -self.height() - Space.XS))
        x = max(Space.S, min(corner.x(), window.width() - width - Space.S))
        self.move(x, max(Space.S, corner.y()))
        self.raise_()
        self.show()

    def _marked(self, figure: Figure) -> str:
        ground = self._theme.colours.amber_mark.name()
        sentence = figure.context
        # The sentence may have been trimmed; the place of the value in it is where it was found, if it still is.
        at = figure.start - figure.sentence.start
        if sentence[at : at + len(figure.text)] != figure.text:
            at = sentence.find(figure.text)
        if at < 0:
            return escape(sentence)
        end = at + len(figure.text)
        mark = f'<span style="background-color:{ground}; font-weight:600">{escape(sentence[at:end])}</span>'
        direction = "rtl" if sentence[:200].strip() and self._text.isRightToLeft() else "auto"
        note = ""
        if figure.in_summary:
            colour = self._theme.colours.muted.name()
            note = f'<div style="color:{colour}">{escape(figure_words.summary_text())}</div>'
        return f'<div dir="{direction}">{escape(sentence[:at])}{mark}{escape(sentence[end:])}</div>{note}'
