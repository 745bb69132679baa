"""Taking digests away: one module a format, one list of them all.

A new format is one class that fulfils :class:`Exporter`, added to :data:`EXPORTERS`. Formats that need painting (PDF,
the share picture) are in ``gui/painting``; the program's start adds them with :meth:`Exporters.and_also` (ADR 7).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop_app.article import Digest
from desktop_app.choices import PictureSize, PictureTheme
from desktop_app.export.data import CsvExporter, JsonExporter
from desktop_app.export.docx import DocxExporter
from desktop_app.export.exporter import Exporter, Exporters, ExportOptions, PaperSize
from desktop_app.export.html import HtmlExporter
from desktop_app.export.markdown import MarkdownExporter
from desktop_app.export.plain import TextExporter
from desktop_app.export.writing import write_file

EXPORTERS = Exporters(
    (MarkdownExporter(), HtmlExporter(), DocxExporter(), TextExporter(), JsonExporter(), CsvExporter())
)


def export_to(
    path: Path, digests: Sequence[Digest], options: ExportOptions | None = None, exporters: Exporters = EXPORTERS
) -> tuple[Path, ...]:
    """Write ``digests`` (one at least) to ``path`` in the format its ending names; returns the :func:`targets` written.

    Raises ``UnknownExportFormat`` and ``ExportFailed``.
    """
    exporter = exporters.for_name(path)
    chosen = options or ExportOptions()
    paths = targets(path, len(digests), exporter)
    if len(paths) == 1:
        write_file(path, exporter.export(digests, chosen))
    else:
        for target, digest in zip(paths, digests, strict=True):
            write_file(target, exporter.export([digest], chosen))
    return paths


def targets(path: Path, count: int, exporter: Exporter) -> tuple[Path, ...]:
    """The files that ``count`` digests go into: ``path``, or ``path`` with numbers where a file holds one digest."""
    if count == 1 or not exporter.single:
        return (path,)
    width = len(str(count))
    return tuple(path.with_name(f"{path.stem}-{number:0{width}}{path.suffix}") for number in range(1, count + 1))


__all__ = [
    "EXPORTERS",
    "ExportOptions",
    "Exporter",
    "Exporters",
    "PaperSize",
    "PictureSize",
    "PictureTheme",
    "export_to",
    "targets",
    "write_file",
]
