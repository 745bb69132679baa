"""Content-Encoding, undone piece by piece so that a small body cannot become a huge one in memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

import brotli

#: What the request may say in Accept-Encoding.
ACCEPTED = "gzip, deflate, br"
_PIECE = 1 << 18


class BadCompression(ValueError):
    """The body is not what its Content-Encoding says."""


class Decoder(Protocol):
    """Undoes one encoding."""

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """Yield what ``data`` decodes to, in pieces of bounded size; raises :class:`BadCompression`."""


class _Zlib:
    """gzip and zlib by ``wbits``; a stream without either header, as some servers send for deflate, is read too."""

    def __init__(self, *, gzip: bool) -> None:
        self._gzip = gzip
        self._started = False
        self._inflate = zlib.decompressobj(31 if gzip else 15)

    def pieces(self, data: bytes) -> Iterator[bytes]:
        while data:
            try:
                piece = self._inflate.decompress(data, _PIECE)
            except zlib.error as error:
                if self._gzip or self._started:
                    raise BadCompression(str(error)) from error
                self._started = True
                self._inflate = zlib.decompressobj(-15)
                continue
            self._started = True
            if piece:
                yield piece
            data = self._inflate.unconsumed_tail
            if self._inflate.eof:
                return  # bytes after the end are padding


class _Brotli:
    def __init__(self) -> None:
        self._decompress = brotli.Decompressor()

    def pieces(self, data: bytes) -> Iterator[bytes]:
        try:
            piece = self._decompress.process(data, output_buffer_limit=_PIECE)
            while piece or not self._decompress.can_accept_more_data():
                yield piece
                if self._decompress.is_finished():
                    return
                piece = self._decompress.process(b"", output_buffer_limit=_PIECE)
        except brotli.error as error:
            raise BadCompression(str(error)) from error


class _Chain:
    """Encodings applied one after another."""

    def __init__(self, decoders: tuple[Decoder, ...]) -> None:
        self._decoders = decoders

    def pieces(self, data: bytes) -> Iterator[bytes]:
        yield from self._from(0, data)

    def _from(self, index: int, data: bytes) -> Iterator[bytes]:
        if index == len(self._decoders):
            yield data
            return
        for piece in self._decoders[index].pieces(data):
            yield from self._from(index + 1, piece)


def decoder_for(content_encoding: str) -> Decoder:
    """The decoder for a Content-Encoding header (RFC 9110, section 8.4), which lists encodings as applied.

    Raises :class:`BadCompression` for an encoding that was not asked for.
    """
    decoders: list[Decoder] = []
    names = [name.strip().lower() for name in content_encoding.split(",") if name.strip()]
    if len(names) > 3:
        raise BadCompression(content_encoding)
    for name in reversed(names):
        if name in ("gzip", "x-gzip"):
            decoders.append(_Zlib(gzip=True))
        elif name == "deflate":
            decoders.append(_Zlib(gzip=False))
        elif name == "br":
            decoders.append(_Brotli())
        elif name not in ("identity", "none", "utf-8"):
            raise BadCompression(name)
    return _Chain(tuple(decoders))
