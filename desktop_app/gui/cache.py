"""Where the window keeps what it can make again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def cache_folder() -> Path:
    """Kratko's folder in the user's cache, whether or not it is there."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation), "kratko")
