"""Content encodings, whole, cut into pieces, and hostile."""

from __future__ import annotations

import gzip
import zlib
from contextlib import suppress

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.sources.compression import BadCompression, decoder_for

TEXT = b"All that is gold does not glitter. " * 2000


def raw_deflate(data: bytes) -> bytes:
    squeeze = zlib.compressobj(wbits=-15)
    return squeeze.compress(data) + squeeze.flush()


ENCODINGS = {
    "gzip": gzip.compress(TEXT),
    "deflate": zlib.compress(TEXT),
    "br": brotli.compress(TEXT),
    "": TEXT,
    "identity": TEXT,
    "br, gzip": gzip.compress(brotli.compress(TEXT)),
}


@pytest.mark.parametrize("name", ENCODINGS)
@pytest.mark.parametrize("size", [1, 7, 1000, 10**6])
def test_pieces(name: str, size: int) -> None:
    decoder, data = decoder_for(name), ENCODINGS[name]
    pieces = [piece for start in range(0, len(data), size) for piece in decoder.pieces(data[start : start + size])]
    assert b"".join(pieces) == TEXT


def test_deflate_without_its_header() -> None:
    assert b"".join(decoder_for("deflate").pieces(raw_deflate(TEXT))) == TEXT


@pytest.mark.parametrize("name", ["gzip", "br"])
def test_a_bomb_comes_in_small_pieces(name: str) -> None:
    zeros = bytes(50_000_000)
    bomb = gzip.compress(zeros) if name == "gzip" else brotli.compress(zeros, quality=1)
    seen = 0
    for piece in decoder_for(name).pieces(bomb):
        assert len(piece) <= 1 << 19
        seen += len(piece)
        if seen > 1_000_000:
            break
    assert seen < 2_000_000


@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
def test_damage(name: str) -> None:
    with pytest.raises(BadCompression):
        list(decoder_for(name).pieces(b"This is no compressed data at all, whatever the header says."))


@pytest.mark.parametrize("name", ["zstd", "gzip, gzip, gzip, gzip", "x"])
def test_what_was_not_asked_for(name: str) -> None:
    with pytest.raises(BadCompression):
        decoder_for(name)


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "br"]))
def test_any_bytes_decode_or_are_refused(data: bytes, name: str) -> None:
    with suppress(BadCompression):
        list(decoder_for(name).pieces(data))
