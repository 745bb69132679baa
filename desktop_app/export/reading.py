"""Exported digests out of files."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from desktop_app.article import Digest
from desktop_app.errors import FileMissing, FileUnreadable, TooLarge
from desktop_app.json_form import parse_digests

_MOST_MB: Final = 500


def read_text(path: Path) -> str:
    """The text of the UTF-8 file ``path``. Raises ``FileMissing``, ``FileUnreadable`` or ``TooLarge``."""
    try:
        if path.stat().st_size > _MOST_MB * 1_000_000:
            raise TooLarge(limit_mb=_MOST_MB)
        return path.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissing(path=str(path)) from error
    except (OSError, ValueError) as error:
        raise FileUnreadable(path=str(path), reason=str(error)) from error


def read_digests(path: Path) -> tuple[Digest, ...]:
    """The digests in ``path``. Raises what :func:`read_text` raises, and ``NotADigest``."""
    return parse_digests(read_text(path), str(path))
