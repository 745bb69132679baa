"""Re-wording a widget when the interface language changes, without every widget overriding ``changeEvent``."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class _Watch(QObject):
    def __init__(self, widget: QWidget, word: Callable[[], None]) -> None:
        super().__init__(widget)
        self._word = word
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        return super().eventFilter(watched, event)


def keep_worded(widget: QWidget, word: Callable[[], None]) -> None:
    """Call ``word`` now and whenever the language of ``widget`` changes."""
    word()
    _Watch(widget, word)
