"""Leaving and coming back: the window is where it was, with what was open last."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.gui import settings
from desktop_app.gui.settings import Settings

if TYPE_CHECKING:
    from desktop_app.gui.keeping import Keeping
    from desktop_app.gui.session import Session
    from desktop_app.gui.welcome_page import WelcomePage

#: Wide enough for the left column beside article, summary and figures; smaller where the screen is.
_FIRST_SIZE = QSize(1440, 900)
_SHARE_OF_SCREEN = 0.94


def restore_place(window: QWidget, settings_: Settings) -> None:
    """Give ``window`` the size and place of last time."""
    if not window.restoreGeometry(settings_.get(settings.GEOMETRY)):
        window.resize(_FIRST_SIZE.boundedTo(window.screen().availableSize() * _SHARE_OF_SCREEN))


class ComingBack:
    """What ``window`` remembers of itself. ``turn_to`` shows one of its pages."""

    def __init__(
        self,
        window: QWidget,
        settings_: Settings,
        session: Session,
        keeping: Keeping,
        welcome: WelcomePage,
        turn_to: Callable[[QWidget], None],
    ) -> None:
        self._window = window
        self._settings = settings_
        self._session = session
        self._keeping = keeping
        self._welcome = welcome
        self._turn_to = turn_to

    def resume(self) -> None:
        """Begin where the reader left off: with the page that explains, the last article, or the ways in."""
        last = self._settings.get(settings.LAST_ENTRY)
        if self._welcome.due():
            self._turn_to(self._welcome)
            self._welcome.card.install_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif last and self._settings.get(settings.REOPEN):
            self._keeping.open_entry(last)

    def forward(self) -> None:
        """Be the window in front, also from the task bar."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        if QGuiApplication.platformName() != "offscreen":
            window.raise_()
        window.activateWindow()

    def remember(self) -> None:
        """Note place, size and what is open."""
        self._settings.set(settings.GEOMETRY, self._window.saveGeometry())
        self._settings.set(settings.LAST_ENTRY, self._session.number or 0)
