"""What all sources share: the part file that grows, its digest, and the errors that let the next source try."""

from __future__ import annotations

import errno
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from desktop_app.errors import Cancelled, DiskFull
from desktop_app.paths import private_opener

_CHUNK = 1 << 20
#: Kept free beyond what is needed, so that the rest of the system can go on working.
_SPARE = 64 << 20


class SourceUnreachable(Exception):
    """A source cannot be used at all; the message says why. The next one is tried."""


class SourceInterrupted(Exception):
    """A source broke off in the middle; the message says why. What has arrived is kept."""


def check_space(folder: Path, needed: int) -> None:
    """Raise ``DiskFull`` unless ``needed`` bytes and a little more are free where ``folder`` is."""
    free = shutil.disk_usage(folder).free
    if free < needed + _SPARE:
        raise disk_full(folder, needed)


def disk_full(folder: Path, needed: int) -> DiskFull:
    """The error to raise when ``needed`` bytes do not fit into ``folder``."""
    free = shutil.disk_usage(folder).free
    return DiskFull(needed_mb=-(-(needed + _SPARE) // 1_000_000), free_mb=free // 1_000_000, folder=str(folder))


class PartFile:
    """A file in the making: bytes are appended and hashed; what an earlier try left is taken over.

    Used as a context manager. ``advance`` is told the bytes of each step, those taken over included. Raises
    ``DiskFull`` when the disk is full and ``Cancelled`` when ``cancelled()`` while hashing what is there.
    """

    def __init__(self, path: Path, *, advance: Callable[[int], None], cancelled: Callable[[], bool]) -> None:
        self.path = path
        self.resumed = False
        self._advance = advance
        self._digest = hashlib.sha256()
        self.size = 0
        self._file = open(path, "ab+", opener=private_opener)  # noqa: SIM115 - closed by __exit__
        try:
            self._take_over(cancelled)
        except BaseException:
            self._file.close()
            raise

    def _take_over(self, cancelled: Callable[[], bool]) -> None:
        self._file.seek(0)
        while chunk := self._file.read(_CHUNK):
            if cancelled():
                raise Cancelled
            self._note(chunk)
        self.resumed = self.size > 0

    def _note(self, chunk: bytes) -> None:
        self._digest.update(chunk)
        self.size += len(chunk)
        self._advance(len(chunk))

    def write(self, chunk: bytes) -> None:
        """Append ``chunk``."""
        try:
            self._file.write(chunk)
        except OSError as error:
            raise self._translated(error, len(chunk)) from error
        self._note(chunk)

    def flush(self) -> None:
        """Hand everything to the operating system."""
        try:
            self._file.flush()
        except OSError as error:
            raise self._translated(error, _CHUNK) from error

    def restart(self) -> None:
        """Forget everything: the source cannot go on in the middle."""
        self._advance(-self.size)
        self._file.truncate(0)
        self._digest = hashlib.sha256()
        self.size = 0
        self.resumed = False

    def _translated(self, error: OSError, needed: int) -> Exception:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return disk_full(self.path.parent, needed)
        return error

    @property
    def sha256(self) -> str:
        """Digest of all bytes so far, in hexadecimal."""
        return self._digest.hexdigest()

    def __enter__(self) -> PartFile:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        try:
            self._file.close()
        except OSError as problem:
            if error is None:
                raise self._translated(problem, _CHUNK) from problem
        if not self.size:
            self.path.unlink(missing_ok=True)
