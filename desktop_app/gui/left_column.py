"""Queue and library with all that belongs to them, joined: what the window puts into its left column."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QFileInfo, QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.gui import settings
from desktop_app.gui.backend import Backend
from desktop_app.gui.folder_watch import WatchedFolder
from desktop_app.gui.frame import Frame
from desktop_app.gui.keeping import Keeping
from desktop_app.gui.library_panel import LibraryPanel
from desktop_app.gui.library_presenter import LibraryPresenter
from desktop_app.gui.queue_book import QueueBook
from desktop_app.gui.queue_model import QueueModel
from desktop_app.gui.queue_panel import QueuePanel
from desktop_app.gui.queue_presenter import QueuePresenter
from desktop_app.gui.queue_runner import QueueRunner
from desktop_app.gui.snackbar import Snackbar
from desktop_app.gui.status_line import StatusLine
from desktop_app.gui.tools import Tools
from desktop_app.sources.source import FileSource, Source


class LeftColumn(QObject):
    """Makes the parts and hands sources to them."""

    def __init__(
        self,
        tools: Tools,
        backend: Backend,
        new_id: Callable[[], int],
        window: QWidget,
        frame: Frame,
        status: StatusLine,
    ) -> None:
        super().__init__(window)
        self._tools = tools
        self._frame = frame
        self.panel = LibraryPanel(tools.theme)
        self.snackbar = Snackbar(tools.theme, window)
        self.keeping = Keeping(tools, self)
        self.library = LibraryPresenter(
            self.panel, self.keeping, tools, status, self.snackbar, window, frame.close_drawer
        )
        self.book = QueueBook(tools, self)
        self.runner = QueueRunner(self.book, tools, backend, new_id, self)
        self.queue_panel = QueuePanel(tools.theme, QueueModel(self.book, tools.language, self))
        self.queue_panel.hide()
        self.watched = WatchedFolder(tools, lambda found: self.book.add(found, show=False), window)
        self.queue = QueuePresenter(
            *(self.queue_panel, self.runner, tools, status, self.snackbar, self.watched, window, frame.close_drawer)
        )
        self.queue.kept.connect(self.library.refresh_soon)
        self.library.clearing.connect(self.queue.forget)
        status.queue_wished.connect(lambda: frame.set_open(True))
        frame.sidebar.fill(self.queue_panel, self.panel)

    def start(self) -> None:
        """Fetch what is kept; the keeper is up."""
        self.library.refresh()
        self.book.load()
        self.watched.load()

    def open(self, sources: Sequence[Source]) -> None:
        """Show or read a single source; put several into the queue."""
        single = len(sources) == 1 and not _is_folder(sources[0])
        if single:
            self.keeping.open(sources[0])
        elif sources:
            self.book.add(sources)

    def search(self) -> None:
        """Bring the search field of the library up."""
        self._frame.set_open(True)
        self.panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.search.selectAll()

    def toggle_keeping(self) -> None:
        """Keep digests from now on, or keep them no longer."""
        kept = self._tools.settings.get(settings.KEEP_DIGESTS)
        self._tools.settings.set(settings.KEEP_DIGESTS, not kept)

    def close(self) -> None:
        """The window is closing."""
        self.watched.close()

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this column, by their names in ``actions``."""
        return {
            "sidebar": self._frame.toggle,
            "search": self.search,
            "refresh": self.keeping.refresh,
            "undo": self.library.undo,
            "watch": self.watched.choose,
            "clear_library": self.library.clear,
        }


def _is_folder(source: Source) -> bool:
    return isinstance(source, FileSource) and QFileInfo(str(source.path)).isDir()
