"""Placing the files of the integration for one user, or for a package, and taking them away again."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

#: Programs that refresh what desktops remember of a ``share`` folder; desktops without them look by themselves.
_REFRESHERS = (
    ("update-desktop-database", ("applications",)),
    ("gtk-update-icon-cache", ("--ignore-theme-index", "--quiet", "icons/hicolor")),
)
_PATIENCE_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Placed:
    """The files that were written or taken away, and what could not be for ``OSError``\\ s."""

    files: tuple[Path, ...]
    failed: tuple[tuple[Path, OSError], ...]


def user_share() -> Path:
    """The user's own ``share`` folder: ``$XDG_DATA_HOME`` if it is absolute, as its specification asks."""
    chosen = Path(os.environ.get("XDG_DATA_HOME", ""))
    return chosen if chosen.is_absolute() else Path.home() / ".local" / "share"


def program() -> tuple[str, ...]:
    """The command that starts this program, with an absolute path.

    A link, as pipx makes, is kept as it is: it will lead to the next version too.
    """
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    started = shutil.which(sys.argv[0]) or sys.argv[0]
    path = Path(started).absolute()
    if path.stem == "kratko" and os.access(path, os.X_OK) and path.is_file():
        return (str(path),)
    return (sys.executable, "-m", "desktop_app")


def place(files: Mapping[str, bytes], share: Path) -> Placed:
    """Write ``files`` below ``share``, each at once; one that cannot be written does not stop the others."""
    done, failed = [], []
    for name, content in files.items():
        path = share / name
        try:
            _write(path, content)
            done.append(path)
        except OSError as error:
            failed.append((path, error))
    _refresh(share)
    return Placed(tuple(done), tuple(failed))


def remove(names: Iterable[str], share: Path) -> Placed:
    """Delete the files ``names`` below ``share``, and the folders that only they had been in."""
    done, failed = [], []
    for name in names:
        path = share / name
        try:
            path.unlink()
            done.append(path)
        except FileNotFoundError:
            continue
        except OSError as error:
            failed.append((path, error))
            continue
        for folder in path.parents:
            if folder == share:
                break
            with contextlib.suppress(OSError):  # not empty: others' files are in it
                folder.rmdir()
    _refresh(share)
    return Placed(tuple(done), tuple(failed))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=".kratko-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(fresh).chmod(0o644)
        os.replace(fresh, path)
    except OSError:
        Path(fresh).unlink(missing_ok=True)
        raise


def _refresh(share: Path) -> None:
    for tool, arguments in _REFRESHERS:
        found = shutil.which(tool)
        if found is None or not (share / arguments[-1]).is_dir():
            continue
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run([found, *arguments], cwd=share, check=False, capture_output=True, timeout=_PATIENCE_SECONDS)
