"""A folder the reader wants watched: what appears in it goes into the queue."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.errors import KratkoError
from desktop_app.gui import settings
from desktop_app.gui.tools import Tools
from desktop_app.sources.source import FileSource, Source
from desktop_app.watching import SETTLED, FolderWatch

#: Milliseconds in which files that come together go into the queue together.
_TOGETHER = 400


class WatchedFolder(QObject):
    """Watches in a thread, which does nothing but wait for the system.

    The folder is remembered, with the time up to which its files were seen, unless digests are not kept.
    """

    changed = Signal()  # another folder is watched, or none
    failed = Signal(object)  # KratkoError
    _found = Signal(object)  # Path, out of the thread
    _ended = Signal(object)  # KratkoError, out of the thread

    def __init__(
        self, tools: Tools, add: Callable[[list[Source]], object], window: QWidget, settled: float = SETTLED
    ) -> None:
        super().__init__(window)
        self._settings = tools.settings
        self._add = add
        self._window = window
        self._settled = settled
        self._stop: threading.Event | None = None
        self._waiting: list[Source] = []
        self.folder: Path | None = None
        self._together = QTimer(self)
        self._together.setSingleShot(True)
        self._together.setInterval(_TOGETHER)
        self._together.timeout.connect(self._hand_on)
        self._found.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._fail, Qt.ConnectionType.QueuedConnection)

    def load(self) -> None:
        """Go on watching the folder of the last session, beginning with what has come since then."""
        remembered = self._settings.get(settings.WATCHED_FOLDER)
        if remembered:
            since = self._settings.get(settings.WATCHED_UNTIL)
            self._begin(Path(remembered), float(since) if since else None)

    def choose(self) -> None:
        """Ask for a folder to watch."""
        start = self._settings.get(settings.WATCHED_FOLDER) or self._settings.get(settings.LAST_FOLDER)
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Watch a folder"), start)
        if name:
            self.watch(Path(name))

    def watch(self, folder: Path) -> None:
        """Watch ``folder`` from now on, instead of another one."""
        self.end()
        if self._settings.get(settings.KEEP_DIGESTS):
            self._settings.set(settings.WATCHED_FOLDER, str(folder))
        self._begin(folder, None)

    def end(self) -> None:
        """Watch nothing any more."""
        self.close()
        self._settings.set(settings.WATCHED_FOLDER, "")
        self.changed.emit()

    def close(self) -> None:
        """Stop watching; the folder stays remembered."""
        if self._stop is not None:
            self._stop.set()
            self._stop = None
            self._note_time()
        self.folder = None

    def _begin(self, folder: Path, since: float | None) -> None:
        self._stop = threading.Event()
        self.folder = folder
        self._note_time()
        threading.Thread(target=self._run, args=(folder, since, self._stop), name="watch", daemon=True).start()
        self.changed.emit()

    def _run(self, folder: Path, since: float | None, stop: threading.Event) -> None:
        """In the thread."""
        with contextlib.suppress(RuntimeError):  # the Qt side is gone with the window
            try:
                for path in FolderWatch(folder, since=since, settled=self._settled).files(stop):
                    self._found.emit(path)
            except KratkoError as error:
                if not stop.is_set():
                    self._ended.emit(error)

    def _take(self, path: Path) -> None:
        self._waiting.append(FileSource(path))
        self._together.start()

    def _hand_on(self) -> None:
        found, self._waiting = self._waiting, []
        if found and self.folder is not None:
            self._add(found)
            self._note_time()

    def _note_time(self) -> None:
        if self._settings.get(settings.KEEP_DIGESTS):
            self._settings.set(settings.WATCHED_UNTIL, str(time.time()))

    def _fail(self, error: KratkoError) -> None:
        self._stop, self.folder = None, None
        self.changed.emit()
        self.failed.emit(error)
