"""What an exporter is, and the ordered list of those there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import Protocol

from desktop_app.article import Digest
from desktop_app.choices import PictureSize, PictureTheme
from desktop_app.errors import UnknownExportFormat


class PaperSize(StrEnum):
    """Sheets of paper that PDF is set on."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """``lang`` is the language of headings (one Kratko speaks; English otherwise).

    ``with_text`` adds the article's text to documents, ``figures`` is the most key figures a document shows; JSON and
    CSV always hold all. ``bom`` begins CSV with a byte order mark, by which spreadsheet programs know UTF-8. ``paper``
    is for PDF, ``picture`` and ``theme`` are for the share picture.
    """

    lang: str = "en"
    with_text: bool = False
    figures: int = 20
    bom: bool = False
    paper: PaperSize = PaperSize.A4
    picture: PictureSize = PictureSize.WIDE
    theme: PictureTheme = PictureTheme.LIGHT


class Exporter(Protocol):
    """Makes a file of one or more digests.

    ``name`` is how people call the format, ``suffix`` the ending of its files with the dot, ``media_type`` its name on
    the clipboard and the web. A ``single`` format holds one digest a file: :func:`~desktop_app.export.export_to` writes
    several files of several digests.
    """

    name: str
    suffix: str
    media_type: str
    single: bool

    def export(self, digests: Sequence[Digest], options: ExportOptions) -> bytes:
        """The whole file. ``digests`` is never empty."""


class Exporters:
    """The formats on offer, in the order they are offered; more can be added with :meth:`and_also`."""

    def __init__(self, exporters: Sequence[Exporter]) -> None:
        self._exporters = tuple(exporters)

    def __iter__(self) -> Iterator[Exporter]:
        return iter(self._exporters)

    def and_also(self, exporters: Sequence[Exporter]) -> Exporters:
        """These and ``exporters``, for formats that need more than the core has (PDF, pictures)."""
        return Exporters((*self._exporters, *exporters))

    def for_name(self, name: str | PurePath) -> Exporter:
        """The exporter for a file called ``name``. Raises ``UnknownExportFormat`` if none makes such files."""
        suffix = PurePath(name).suffix.lower()
        for exporter in self._exporters:
            if exporter.suffix == suffix:
                return exporter
        known = ", ".join(exporter.suffix for exporter in self._exporters)
        raise UnknownExportFormat(name=PurePath(name).name, known=known)
