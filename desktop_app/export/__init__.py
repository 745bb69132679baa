"""Taking digests away: one module a format, one list of them all.

A new format is one class that fulfils :class:`Exporter`, added to :data:`EXPORTERS`. Formats that need painting (PDF,
the share picture) belong to the window, which offers ``EXPORTERS.and_also([...])``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop_app.article import Digest
from desktop_app.export.data import CsvExporter, JsonExporter
from desktop_app.export.docx import DocxExporter
from desktop_app.export.exporter import Exporter, Exporters, ExportOptions
from desktop_app.export.html import HtmlExporter
from desktop_app.export.markdown import MarkdownExporter
from desktop_app.export.plain import TextExporter
from desktop_app.export.writing import write_file

EXPORTERS = Exporters(
    (MarkdownExporter(), HtmlExporter(), DocxExporter(), TextExporter(), JsonExporter(), CsvExporter())
)


def export_to(
    path: Path, digests: Sequence[Digest], options: ExportOptions | None = None, exporters: Exporters = EXPORTERS
) -> None:
    """Write ``digests`` (one at least) to ``path`` in the format its ending names.

    Raises ``UnknownExportFormat`` and ``ExportFailed``.
    """
    write_file(path, exporters.for_name(path).export(digests, options or ExportOptions()))


__all__ = ["EXPORTERS", "ExportOptions", "Exporter", "Exporters", "export_to", "write_file"]
