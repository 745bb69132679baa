"""Folders as sources: the documents in them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_SAMPLE = 4096
#: Names that programs give to files they are still busy with.
_UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp", ".temp", ".swp")


def files_below(folder: Path) -> Iterator[Path]:
    """All files in ``folder`` and below, in the order of their names; hidden ones are left out, links to folders not
    followed, and folders that may not be read passed over.
    """
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(files) if not name.startswith("."))


def is_unfinished(path: Path) -> bool:
    """Whether the name says that a program is still writing, or only locks another file."""
    return path.name.startswith((".", "~$")) or path.suffix.lower() in _UNFINISHED


def could_be_document(path: Path) -> bool:
    """Whether ``path`` is of a kind Kratko reads, by its ending, or else looks like text. Never raises."""
    # Imported here: the window watches folders, but is in need of no format before a file appears.
    from desktop_app.sources.formats import FORMATS
    from desktop_app.sources.formats.binary import binary_type

    if any(path.suffix.lower() in kind.suffixes for kind in FORMATS):
        return True
    try:
        with path.open("rb") as file:
            return binary_type(file.read(_SAMPLE)) is None
    except (OSError, ValueError):
        return False
