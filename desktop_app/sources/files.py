"""Files on this computer."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

from desktop_app.errors import Cancelled, EmptySource, FileMissing, FileUnreadable, TooLarge
from desktop_app.sources.document import Document
from desktop_app.sources.source import Limits

_CHUNK = 1 << 20


def fetch_file(
    path: Path,
    *,
    limits: Limits,
    cancelled: Callable[[], bool],
    on_progress: Callable[[float | None], None] | None = None,
) -> Document:
    """Read the file at ``path``.

    Raises ``FileMissing``, ``FileUnreadable`` (a folder, a device, no permission), ``TooLarge``, ``EmptySource`` and
    ``Cancelled``.
    """
    data = _read(path, limits.max_file_bytes, cancelled, on_progress)
    return Document(name=str(path), data=data, suffix=path.suffix.lower())


def _read(
    path: Path, max_bytes: int, cancelled: Callable[[], bool], on_progress: Callable[[float | None], None] | None
) -> bytes:
    too_large = TooLarge(limit_mb=max_bytes // 1_048_576)
    try:
        # Asked before opening: opening a pipe would wait for a writer for ever.
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FileUnreadable(path=str(path), reason="folder")
        if not stat.S_ISREG(status.st_mode):
            raise FileUnreadable(path=str(path), reason="not a regular file")
        if status.st_size > max_bytes:
            raise too_large
        data = bytearray()
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                if cancelled():
                    raise Cancelled
                data += chunk
                if len(data) > max_bytes:
                    raise too_large
                if on_progress is not None:
                    on_progress(min(1.0, len(data) / max(status.st_size, 1)))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissing(path=str(path)) from error
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        raise FileUnreadable(path=str(path), reason=reason) from error
    except ValueError as error:  # a NUL in the path
        raise FileMissing(path=str(path)) from error
    if not data:
        raise EmptySource(name=str(path))
    return bytes(data)
