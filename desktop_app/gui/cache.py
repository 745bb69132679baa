"""Where the window keeps what it can make again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def cache_folder() -> Path:
    """Kratko's folder in the user's cache, whether or not it is there.

    Told by Qt, which is loaded. On Linux and macOS it is :func:`desktop_app.paths.cache_folder`, whose answer takes
    some milliseconds that whoever starts the program would wait.
    """
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation), "kratko")
