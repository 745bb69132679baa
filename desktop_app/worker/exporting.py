"""What the exporter's child does: writing files and comparing, which take seconds when there are many digests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import InternalError
from desktop_app.worker.messages import Compared, CompareJob, ExportComparisonJob, Exported, ExportJob, Job, Telling

if TYPE_CHECKING:
    from desktop_app.export import Exporters


def core_exporters() -> Exporters:
    """The formats that need no painting."""
    from desktop_app.export import EXPORTERS

    return EXPORTERS


class ExportHandler:
    """Writes digests and comparisons; ``exporters`` gives the formats on offer."""

    def __init__(self, exporters: Callable[[], Exporters] = core_exporters) -> None:
        self._exporters = exporters

    def run(self, job: Job, emit: Callable[[Telling], None], cancelled: Callable[[], bool]) -> None:
        """Do an ``ExportJob``, a ``CompareJob`` or an ``ExportComparisonJob``."""
        from desktop_app.export import export_to
        from desktop_app.export.comparison import comparison_of
        from desktop_app.export.comparison_formats import export_comparison

        match job:
            case ExportJob():
                paths = export_to(Path(job.path), job.digests, job.options, self._exporters())
                emit(Exported(tuple(map(str, paths))))
            case CompareJob():
                emit(Compared(comparison_of(job.digests, job.lang)))
            case ExportComparisonJob():
                export_comparison(Path(job.path), comparison_of(job.digests, job.lang))
                emit(Exported((job.path,)))
            case _:
                raise InternalError(reason=f"{type(job).__name__} sent to the wrong child")
