"""A short message at the bottom of the window that goes away by itself, with a button that takes back what was done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import IconButton, TextButton, label

#: Milliseconds it stays; WCAG 2.2 (2.2.1) asks that what can be undone stays possible after: Ctrl+Z goes on to work.
_STAYS = 8000
#: Milliseconds more for every letter of what is no short message.
_STAYS_A_LETTER = 60
_ABOVE_BOTTOM = 48
#: Pixels of words in a line, and what stays free of the window beside them.
_LONGEST_LINE = 520
_ASIDE = 120
_LEAST_LINE = 160


class Snackbar(QFrame):
    """Lies over ``window``; stays while the pointer or the focus is on it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("snackbar")
        self._words = label("plain", wraps=True)
        self.button = TextButton(theme, "quiet")
        self.close_button = IconButton(theme, "close")
        self.close_button.setFixedSize(28, 28)
        self._action: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS)
        self._timer.timeout.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        row.setSpacing(Space.M)
        for part in (self._words, self.button, self.close_button):
            row.addWidget(part)
        self.button.clicked.connect(self._act)
        self.close_button.clicked.connect(self.hide)
        window.installEventFilter(self)
        self.hide()
        keep_worded(self, self._word)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_message(self, words: str, action_words: str = "", action: Callable[[], object] | None = None) -> None:
        """Say ``words`` for a while, and offer ``action``."""
        self._words.setText(words)
        self.button.setText(action_words)
        self.button.setVisible(action is not None)
        self._action = action
        self.setAccessibleName(words)
        self.show()
        self._place()
        self.raise_()
        self._timer.start(max(_STAYS, _STAYS_A_LETTER * len(words)))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _word(self) -> None:
        self.close_button.word(self.tr("Close"))

    def _place(self) -> None:
        window = self._window
        taken = self.button.sizeHint().width() if self.button.isVisibleTo(self) else 0
        room = max(_LEAST_LINE, min(_LONGEST_LINE, window.width() - _ASIDE - taken))
        # A label that wraps would rather be high than wide.
        self._words.setFixedWidth(min(room, self._words.fontMetrics().horizontalAdvance(self.words) + 2))
        self._words.setFixedHeight(self._words.heightForWidth(self._words.width()))
        self.adjustSize()
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - _ABOVE_BOTTOM)

    def _leave(self) -> None:
        focused = self._window.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._timer.start()
        else:
            self.hide()

    def _act(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()
