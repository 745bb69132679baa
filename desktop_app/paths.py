"""The one place that decides where Kratko keeps the user's data, and what it has made for itself."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

#: Environment variable that moves the data folder, for portable installations and tests.
DATA_VARIABLE = "KRATKO_DATA"


def data_folder() -> Path:
    """Kratko's folder for the user's data, made on first use and readable by the user alone (mode 0700).

    ``$KRATKO_DATA`` if set, else the platform's place for user data (platformdirs). Where it cannot be made there is
    nothing to read in it, and who wants to write hears of it then.
    """
    chosen = os.environ.get(DATA_VARIABLE)
    if chosen:
        folder = Path(chosen).expanduser().absolute()
    else:
        from platformdirs import user_data_path

        folder = user_data_path("kratko", appauthor=False)
    with suppress(OSError):
        private_folder(folder)
        # One that is there already may be open to others; somebody else's is left as it is.
        if stat.S_IMODE(folder.stat().st_mode) & 0o077:
            folder.chmod(0o700)
    return folder


def cache_folder() -> Path:
    """Kratko's folder for what can be made again, by the platform's habit (platformdirs); it need not be there."""
    from platformdirs import user_cache_path

    return user_cache_path("kratko", appauthor=False)


def private_folder(folder: Path) -> Path:
    """Make ``folder`` and its missing parents, with mode 0700, and return it. Raises ``OSError``."""
    if not folder.is_dir():
        for parent in reversed(folder.parents):
            if not parent.exists():
                parent.mkdir(mode=0o700, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def write_private(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of ``path`` at once, readable by the user alone; an end in the midst leaves the old.

    Raises ``OSError``.
    """
    fresh = path.with_name(f"{path.name}.new")
    with open(fresh, "wb", opener=private_opener) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)


def private_opener(path: str, flags: int) -> int:
    """An ``opener`` for :func:`open` that makes files readable by the user alone (mode 0600)."""
    return os.open(path, flags, 0o600)
