"""What was installed and verified, kept beside the model.

A receipt holds the digest of every file with the size and time of change it had when it was hashed, so that start-up
compares those instead of hashing a gigabyte; ``ModelStore.verify`` hashes again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from desktop_app.errors import Cancelled
from desktop_app.paths import write_private

RECEIPT_NAME = "receipt.json"
_CHUNK = 1 << 20
_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class FileReceipt:
    """One verified file; ``mtime_ns`` is its time of change when it was hashed."""

    name: str
    size: int
    mtime_ns: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """One installed model. ``origin`` says where it came from, ``root`` where its files lie, ``licence`` what was
    said of it (catalogue, hub or file) when it came.
    """

    model: str
    title: str
    engine: str
    architecture: str
    family: str
    context_tokens: int
    origin: str
    root: str
    files: tuple[FileReceipt, ...]
    licence: str = ""

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    def intact(self, root: Path) -> bool:
        """Whether every file is still there, unchanged by size and time."""
        return bool(self.files) and all(_unchanged(root / file.name, file) for file in self.files)


def _unchanged(path: Path, receipt: FileReceipt) -> bool:
    try:
        status = path.stat()
    except OSError:
        return False
    return status.st_size == receipt.size and status.st_mtime_ns == receipt.mtime_ns


def write_receipt(folder: Path, receipt: Receipt) -> None:
    """Write ``receipt`` into ``folder``, replacing an older one at once."""
    write_private(folder / RECEIPT_NAME, json.dumps({"schema": _SCHEMA, **asdict(receipt)}, indent=1).encode())


def read_receipt(folder: Path) -> Receipt | None:
    """The receipt in ``folder``, ``None`` if there is none that can be read."""
    try:
        values: dict[str, Any] = json.loads((folder / RECEIPT_NAME).read_text(encoding="utf-8"))
        if values.pop("schema") != _SCHEMA:
            return None
        files = tuple(FileReceipt(**item) for item in values.pop("files"))
        return Receipt(files=files, **values)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def receipts_for(root: Path, digests: Iterable[tuple[str, str]]) -> tuple[FileReceipt, ...]:
    """Receipts for files under ``root`` whose SHA-256 is known: pairs of name and digest."""
    found = []
    for name, digest in digests:
        status = (root / name).stat()
        found.append(FileReceipt(name, status.st_size, status.st_mtime_ns, digest))
    return tuple(found)


def hash_file(
    path: Path, *, advance: Callable[[int], None] | None = None, cancelled: Callable[[], bool] | None = None
) -> str:
    """SHA-256 of a file in hexadecimal; ``advance`` is told the bytes of each step. Raises ``Cancelled``."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if cancelled is not None and cancelled():
                raise Cancelled
            digest.update(chunk)
            if advance is not None:
                advance(len(chunk))
    return digest.hexdigest()
