"""Putting an export into a file: all of it or nothing."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from desktop_app.errors import ExportFailed


def write_file(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``; a file that was there stays as it was until all is written.

    Raises ``ExportFailed`` (a folder that is missing or closed, a full disk).
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a device or pipe
            return
        target = path.resolve()  # a link goes on pointing where it did
        part = target.with_name(f".{target.name[:80]}.{os.getpid()}.part")
        try:
            with part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        raise ExportFailed(path=str(path), reason=reason) from error
