"""Watching a folder: every document that appears in it, once it is written to its end.

The system tells of changes (watchfiles, over inotify, FSEvents and ReadDirectoryChangesW; it polls where there is none
of these). A file counts as written when it has not changed for a while: no system says so by itself.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

from desktop_app.errors import FileMissing, FileUnreadable
from desktop_app.sources.folders import could_be_document, files_below, is_unfinished

#: Seconds without a change after which a file is taken for written.
SETTLED = 1.5
#: Milliseconds between two looks at files that are being written.
_LOOK = 300

_Stamp = tuple[int, int]  # size in bytes, time of change in nanoseconds


class FolderWatch:
    """Watches ``folder`` and what is below it. ``existing`` takes what is there already too, ``since`` only what has
    changed after that time (seconds since 1970).
    """

    def __init__(
        self, folder: Path, *, existing: bool = False, since: float | None = None, settled: float = SETTLED
    ) -> None:
        self._folder = folder
        self._existing = existing
        self._since = since
        self._settled = settled
        self._looked = False
        self._writing: dict[Path, tuple[_Stamp | None, float]] = {}
        self._given: dict[Path, _Stamp] = {}

    def files(self, stop: threading.Event) -> Iterator[Path]:
        """Documents as they come, until ``stop`` is set. Raises ``FileMissing`` if the folder is not there (any more),
        ``FileUnreadable`` if it cannot be watched.
        """
        from watchfiles import Change, watch

        self.look()
        first = True
        try:
            for changes in watch(
                self._folder, stop_event=stop, rust_timeout=_LOOK, yield_on_timeout=True, watch_filter=None
            ):
                for change, name in changes:
                    if change is not Change.deleted:
                        self._note(Path(name))
                if first:
                    first = False
                    self._note(self._folder)  # what came before the system began to tell
                yield from self._written()
                if not self._folder.is_dir():
                    raise FileMissing(path=str(self._folder))
        except (OSError, RuntimeError) as error:  # watchfiles tells the limits of the system by the latter
            raise FileUnreadable(path=str(self._folder), reason=str(error)) from error

    def look(self) -> None:
        """Note what is there; what comes from now on is new. :meth:`files` does it if nobody has. Raises
        ``FileMissing``.
        """
        if not self._folder.is_dir():
            raise FileMissing(path=str(self._folder))
        if self._looked:
            return
        self._looked = True
        for path in files_below(self._folder):
            stamp = _stamp(path)
            if stamp is None:
                continue
            if self._existing or (self._since is not None and _newest(path) > self._since):
                self._note(path)
            else:
                self._given[path] = stamp

    def _note(self, path: Path) -> None:
        hidden = any(part.startswith(".") for part in path.relative_to(self._folder).parts)
        if path.is_dir() and not hidden:
            for file in files_below(path):  # a folder that was moved here is one change
                self._note(file)
        elif not hidden and not is_unfinished(path):
            self._writing.setdefault(path, (None, 0.0))

    def _written(self) -> Iterator[Path]:
        now = time.monotonic()
        for path, (before, since) in list(self._writing.items()):
            stamp = _stamp(path)
            if stamp is None or stamp == self._given.get(path):
                del self._writing[path]  # gone again, or only touched
            elif stamp != before:
                self._writing[path] = (stamp, now)
            elif now - since >= self._settled and stamp[0]:
                del self._writing[path]
                self._given[path] = stamp
                if could_be_document(path):
                    yield path


def _stamp(path: Path) -> _Stamp | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns


def _newest(path: Path) -> float:
    """When the file came to be what and where it is: copying keeps the time of its last change."""
    try:
        status = path.stat()
    except OSError:
        return 0.0
    return max(status.st_mtime, status.st_ctime)
