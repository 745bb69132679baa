"""ZIP archives, the wrapping of DOCX, ODT, PPTX, EPUB and FB2: members are read into memory, within bounds.

Nothing is written to disk, so names that climb out of a folder (``../``) lead nowhere.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from functools import cached_property
from urllib.parse import unquote

from desktop_app.errors import DamagedDocument, PasswordProtected, UnpacksTooLarge
from desktop_app.sources.formats.reading import MEGABYTE, Reading

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
# APPNOTE.TXT 4.3.16, end of central directory: signature, 6 bytes, entries (2), size (4), offset (4), comment length.
_DIRECTORY_END = b"PK\x05\x06"
_LARGEST_DIRECTORY = 8 * MEGABYTE
_CHUNK = 1 << 18
# Small parts may well repeat themselves; a bomb does harm by its size.
_RATIO_COUNTS_FROM = 8 * MEGABYTE
_ENCRYPTED = 0x1


class Archive:
    """The members of a ZIP file by name.

    Raises ``DamagedDocument`` (of the given ``kind``) for what is no sound archive, ``PasswordProtected``, and
    ``UnpacksTooLarge`` for a decompression bomb.
    """

    def __init__(self, data: bytes, reading: Reading, kind: str = "ZIP") -> None:
        self._reading = reading
        self._kind = kind
        self._unpacked = 0
        self._check_directory(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error, IndexError) as error:
            raise self.damaged() from error

    def damaged(self) -> DamagedDocument:
        """The error to raise when a part that has to be there is missing or unsound."""
        return DamagedDocument(name=self._reading.name, type=self._kind)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of all members, in the order of the directory."""
        return tuple(info.filename for info in self._zip.infolist())

    @cached_property
    def _by_folded_name(self) -> dict[str, str]:
        return {self._folded(name): name for name in reversed(self.names)}

    def find(self, name: str, base: str = "") -> str | None:
        """The member that a link ``name`` in the member ``base`` leads to, whatever the case of its letters."""
        path = posixpath.join(posixpath.dirname(base), unquote(name.split("#", 1)[0]))
        return self._by_folded_name.get(self._folded(path))

    @staticmethod
    def _folded(path: str) -> str:
        return posixpath.normpath("/" + path.replace("\\", "/")).lstrip("/").casefold()

    def read(self, name: str) -> bytes:
        """The bytes of the member ``name``, which must be one of :attr:`names`."""
        info = self._zip.getinfo(name)
        if info.flag_bits & _ENCRYPTED:
            raise PasswordProtected(name=self._reading.name)
        data = bytearray()
        try:
            with self._zip.open(info) as member:
                while chunk := member.read(_CHUNK):
                    self._reading.check()
                    data += chunk
                    self._count(len(chunk), len(data), info.compress_size)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            ValueError,
            struct.error,
        ) as error:
            raise self.damaged() from error
        return bytes(data)

    def read_if_there(self, name: str) -> bytes | None:
        """The bytes of a member that may be missing; it is found whatever the case of its letters."""
        found = self.find(name)
        return None if found is None else self.read(found)

    def require(self, name: str) -> bytes:
        """The bytes of a member that must be there."""
        data = self.read_if_there(name)
        if data is None:
            raise self.damaged()
        return data

    def _count(self, chunk: int, member: int, packed: int) -> None:
        limits = self._reading.limits
        self._unpacked += chunk
        suspicious = member > _RATIO_COUNTS_FROM and member > limits.max_ratio * max(packed, 1)
        if self._unpacked > limits.max_unpacked_bytes or suspicious:
            raise UnpacksTooLarge(name=self._reading.name, limit_mb=limits.max_unpacked_bytes // MEGABYTE)

    def _check_directory(self, data: bytes) -> None:
        """Refuse a directory of millions of entries before it is read into memory."""
        end = data.rfind(_DIRECTORY_END, max(0, len(data) - 66_000))
        if end < 0 or end + 22 > len(data):
            raise self.damaged()
        entries, size = struct.unpack_from("<HI", data, end + 10)
        if entries == 0xFFFF or size > _LARGEST_DIRECTORY:
            raise UnpacksTooLarge(name=self._reading.name, limit_mb=self._reading.limits.max_unpacked_bytes // MEGABYTE)
