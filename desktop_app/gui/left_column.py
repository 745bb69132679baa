"""Queue and library with all that belongs to them, joined: what the window puts into its left column."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.gui import settings
from desktop_app.gui.frame import Frame
from desktop_app.gui.keeping import Keeping
from desktop_app.gui.library_panel import LibraryPanel
from desktop_app.gui.library_presenter import LibraryPresenter
from desktop_app.gui.snackbar import Snackbar
from desktop_app.gui.status_line import StatusLine
from desktop_app.gui.tools import Tools
from desktop_app.sources.source import Source


class LeftColumn(QObject):
    """Makes the parts and hands sources to them."""

    def __init__(self, tools: Tools, window: QWidget, frame: Frame, status: StatusLine) -> None:
        super().__init__(window)
        self._tools = tools
        self._frame = frame
        self.panel = LibraryPanel(tools.theme)
        self.snackbar = Snackbar(tools.theme, window)
        self.keeping = Keeping(tools, self)
        self.library = LibraryPresenter(
            self.panel, self.keeping, tools, status, self.snackbar, window, frame.close_drawer
        )
        queue = QWidget()
        queue.hide()
        frame.sidebar.fill(queue, self.panel)

    def start(self) -> None:
        """Fetch what is kept; the keeper is up."""
        self.library.refresh()

    def open(self, sources: Sequence[Source]) -> None:
        """Show or read a single source; put several into the queue."""
        if sources:
            self.keeping.open(sources[0])

    def search(self) -> None:
        """Bring the search field of the library up."""
        self._frame.set_open(True)
        self.panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.search.selectAll()

    def toggle_keeping(self) -> None:
        """Keep digests from now on, or keep them no longer."""
        kept = self._tools.settings.get(settings.KEEP_DIGESTS)
        self._tools.settings.set(settings.KEEP_DIGESTS, not kept)

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this column, by their names in ``actions``."""
        return {
            "sidebar": self._frame.toggle,
            "search": self.search,
            "refresh": self.keeping.refresh,
            "undo": self.library.undo,
            "clear_library": self.library.clear,
        }
