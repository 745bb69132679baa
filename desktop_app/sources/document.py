"""A document before it is decoded."""

from __future__ import annotations

from dataclasses import dataclass

#: Media types that say nothing about the content.
VAGUE_TYPES = frozenset(
    {"", "application/octet-stream", "application/x-unknown", "binary/octet-stream", "unknown/unknown"}
)


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes with what is known about them.

    ``name`` is what the reader gave, ``suffix`` the lower-case ending of the file name with its dot, ``media_type``
    and ``charset`` come from the Content-Type header (empty for files), ``url`` is the address after redirects.
    """

    name: str
    data: bytes
    suffix: str = ""
    media_type: str = ""
    charset: str | None = None
    url: str | None = None

    @property
    def from_web(self) -> bool:
        """Whether the media type is the server's word."""
        return bool(self.media_type) and self.media_type not in VAGUE_TYPES
