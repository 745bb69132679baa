"""How the window behaves towards its reader and the desktop: finding, listening, menus, tray, quitting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from desktop_app.gui.actions import Actions
from desktop_app.gui.digest_pane import DigestPane
from desktop_app.gui.finding import Finding
from desktop_app.gui.listening import Listening
from desktop_app.gui.menu_bar import MenuBar
from desktop_app.gui.models import ModelShelf
from desktop_app.gui.queue_book import QueueBook
from desktop_app.gui.reader_pane import ReaderPane
from desktop_app.gui.reading_menus import ReadingMenus
from desktop_app.gui.speaking import Speaker, find_voice
from desktop_app.gui.tools import Tools
from desktop_app.gui.tray import Notifier, Tray


class Manners(QObject):
    """Joins these parts for ``window``. ``show_reader`` brings the article in sight."""

    def __init__(
        self,
        tools: Tools,
        reader: ReaderPane,
        digest: DigestPane,
        show_reader: Callable[[], object],
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._tools = tools
        self._reader = reader
        self._digest = digest
        self._show_reader = show_reader
        self._window = window
        self._quitting = False
        self.finding = Finding(reader)
        self.speaker = Speaker(find_voice(), self)
        self.listening = Listening(self.speaker, tools.session, digest.summary.listen)
        self.tray: Tray | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of these parts, by their names in ``actions``."""
        return {
            "find": self._find,
            "find_next": lambda: self.finding.step(1),
            "find_previous": lambda: self.finding.step(-1),
            "listen": self.listening.toggle,
            "quit": self.quit,
        }

    def attach(
        self,
        actions: Actions,
        shelf: ModelShelf,
        book: QueueBook,
        paste: Callable[[], object],
        forward: Callable[[], object],
    ) -> None:
        """Make what needs the commands."""
        session, settings_, window = self._tools.session, self._tools.settings, self._window
        self.tray = Tray(settings_, window, paste, forward, self.quit)
        self._notifier = Notifier(settings_, session, shelf, book, self.tray, window)
        self.menu_bar = MenuBar(window, actions)
        names = ("copy_summary", "copy_digest", "copy_markdown", "listen")
        self.menus = ReadingMenus(
            self._tools.theme,
            session,
            self._reader,
            self._digest,
            self.finding,
            lambda: [actions[name] for name in names if actions[name].isVisible()],
        )
        # Where nothing can speak there is no command either.
        actions["listen"].setVisible(self.speaker.possible)

    def stop(self) -> bool:
        """Put the find bar away, or be silent; whether there was either."""
        return self.finding.close() or self.listening.stop()

    def quit(self) -> None:
        """End the program, also where closing the window would only put it into the tray."""
        self._quitting = True
        self._window.close()

    def stays(self) -> bool:
        """Whether the program stays in the tray when the window is closed."""
        return self.tray is not None and self.tray.shown and not self._quitting

    def _find(self) -> None:
        self._show_reader()
        self.finding.open()
