"""The system tray, where the reader wants it, and word of long work that ended while the window was elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from desktop_app.errors import Cancelled, KratkoError
from desktop_app.gui import icons, settings
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.model_work import Work
from desktop_app.gui.models import ModelShelf
from desktop_app.gui.queue_book import QueueBook
from desktop_app.gui.session import Session
from desktop_app.gui.settings import Setting, Settings
from desktop_app.queue_items import FINISHED

#: Seconds from which work counts as long.
_LONG = 8.0


class Tray(QObject):
    """An icon with a menu: paste and digest, open the window, quit."""

    def __init__(
        self,
        settings_: Settings,
        window: QWidget,
        paste: Callable[[], object],
        forward: Callable[[], object],
        quit_: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._settings = settings_
        self.icon: QSystemTrayIcon | None = None
        self.menu = QMenu(window)
        self._paste = self.menu.addAction("", lambda: (forward(), paste()))
        self._open = self.menu.addAction("", forward)
        self.menu.addSeparator()
        self._quit = self.menu.addAction("", quit_)
        self._forward = forward
        settings_.changed.connect(self._changed)
        self._follow()
        keep_worded(window, self._word)

    @property
    def shown(self) -> bool:
        """Whether the icon is there."""
        return self.icon is not None

    def tell(self, title: str, text: str) -> bool:
        """Show a message of the system; whether it could be shown."""
        if self.icon is None or not QSystemTrayIcon.supportsMessages():
            return False
        self.icon.showMessage(title, text, icons.application_icon())
        return True

    def _changed(self, setting: Setting[object]) -> None:
        if setting is settings.TRAY:
            self._follow()

    def _follow(self) -> None:
        wanted = self._settings.get(settings.TRAY) and QSystemTrayIcon.isSystemTrayAvailable()
        if wanted and self.icon is None:
            self.icon = QSystemTrayIcon(icons.application_icon(), self)
            self.icon.setToolTip("Kratko")
            self.icon.setContextMenu(self.menu)
            self.icon.activated.connect(self._activated)
            self.icon.messageClicked.connect(self._forward)
            self.icon.show()
        elif not wanted and self.icon is not None:
            self.icon.hide()
            self.icon.deleteLater()
            self.icon = None

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._forward()

    def _word(self) -> None:
        self._paste.setText(self.tr("Paste and digest"))
        self._open.setText(self.tr("Open Kratko"))
        self._quit.setText(self.tr("Quit"))


class Notifier(QObject):
    """Tells that long work is done, only while ``window`` is not the one in front."""

    def __init__(
        self,
        settings_: Settings,
        session: Session,
        shelf: ModelShelf,
        book: QueueBook,
        tray: Tray,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._settings = settings_
        self._session = session
        self._shelf = shelf
        self._tray = tray
        self._window = window
        self._begun = 0.0
        self._book = book
        self._queued = 0  # how many items of the queue were not finished when last looked at
        book.changed.connect(self._look_at_queue)
        book.arranged.connect(self._look_at_queue)
        session.opened.connect(self._begin)
        session.summary_started.connect(self._begin)
        session.summary_ready.connect(self._summarised)
        session.models.finished.connect(self._installed)
        session.models.failed.connect(self._not_installed)

    def _begin(self, *_: object) -> None:
        self._begun = time.monotonic()

    def _summarised(self, *_: object) -> None:
        article = self._session.article
        if article is not None and self._session.writing and time.monotonic() - self._begun >= _LONG:
            self._tell(self.tr("The summary is ready"), article.title or "")

    def _look_at_queue(self, *_: object) -> None:
        items = self._book.items
        waiting = sum(item.state not in FINISHED for item in items)
        if self._queued and not waiting and items:
            self._tell(self.tr("The queue is done"), self.tr("%n source(s) read", "", len(items)))
        self._queued = waiting

    def _installed(self, model: str, work: Work) -> None:
        if work is Work.INSTALL:
            self._tell(self.tr("The model is installed"), self._shelf.title(model))

    def _not_installed(self, model: str, work: Work, error: KratkoError) -> None:
        if work is Work.INSTALL and not isinstance(error, Cancelled):
            self._tell(self.tr("The model could not be installed"), self._shelf.title(model))

    def _tell(self, title: str, text: str) -> None:
        if self._window.isActiveWindow() or not self._settings.get(settings.NOTIFY):
            return
        self._tray.tell(title, text)
        # The mark in the task bar or dock, which every system has.
        if QGuiApplication.platformName() != "offscreen":
            QApplication.alert(self._window)
