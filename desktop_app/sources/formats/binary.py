"""Telling binary data from text, and naming it for the error message."""

from __future__ import annotations

from desktop_app.sources.decoding import utf16_without_bom

# From the "magic" database of file(1), https://www.darwinsys.com/file/: first bytes and a name readers know.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"RIFF", "RIFF"),
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office 97–2003"),
    (b"{\\rtf", "RTF"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"),
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
    (b"fLaC", "FLAC"),
    (b"\x1a\x45\xdf\xa3", "Matroska"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"wOF2", "WOFF2"),
)
# Of these, a text may well begin with the letters; they count only if the rest is binary too.
_SHORT = frozenset({b"BM", b"MZ", b"BZh", b"RIFF", b"ID3", b"GIF8", b"OggS", b"fLaC", b"wOF2"})
_SAMPLE = 65536
# C0 controls that plain text has no use for (tab, line feed, form feed, return, escape and EOF mark are seen in it).
_CONTROLS = frozenset(range(0x20)) - {0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B}
_CONTROL_SHARE = 0.002


def binary_type(data: bytes) -> str | None:
    """Name of the binary format of ``data``, ``"binary"`` if it has no known one, ``None`` for text."""
    binary = _has_controls(data)
    for signature, name in _SIGNATURES:
        if data.startswith(signature) and (binary or signature not in _SHORT):
            return name
    return "binary" if binary else None


def _has_controls(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or utf16_without_bom(sample):
        return False
    if b"\x00" in sample:
        return True
    controls = sum(sample.count(bytes((byte,))) for byte in _CONTROLS)
    return controls > max(1, len(sample) * _CONTROL_SHARE)
