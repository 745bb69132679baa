"""Compound files of Microsoft Office before 2007, and what else comes in such a file: documents with a password.

[MS-CFB] (https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb): the directory names streams in UTF-16.
"""

from __future__ import annotations

from desktop_app.errors import LegacyDocument, PasswordProtected, UnsupportedType
from desktop_app.sources.document import Document
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.source import Page

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (
    ("WordDocument", "Word 97–2003"),
    ("PowerPoint Document", "PowerPoint 97–2003"),
    ("Workbook", "Excel 97–2003"),
    ("__substg1.0_", "Outlook"),
)
_SAVED_OTHERWISE = frozenset({"Word 97–2003", "PowerPoint 97–2003"})


class LegacyFormat:
    """``.doc``, ``.ppt`` and their kin: recognised, so that the reader hears what to do."""

    label = "Microsoft Office 97–2003"
    suffixes = frozenset({".doc", ".dot", ".ppt", ".pps"})

    def recognises(self, document: Document) -> bool:
        return document.data.startswith(_SIGNATURE)

    def read(self, document: Document, reading: Reading) -> Page:
        if _names("EncryptedPackage", document.data):
            raise PasswordProtected(name=document.name)
        kind = next((kind for stream, kind in _STREAMS if _names(stream, document.data)), self.label)
        error = LegacyDocument if kind in _SAVED_OTHERWISE else UnsupportedType
        raise error(name=document.name, type=kind)


def _names(stream: str, data: bytes) -> bool:
    return stream.encode("utf-16-le") in data
