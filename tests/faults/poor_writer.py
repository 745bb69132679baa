"""A writer that is left without memory when it is asked to; imported by the spawned child of the tests."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.worker.handlers import WriterHandler
from desktop_app.worker.limits import bound_memory
from desktop_app.worker.messages import Job, Role, SummarizeJob, Telling

POOR = "no memory for this one"


class PoorWriter(WriterHandler):
    def run(self, job: Job, emit: Callable[[Telling], None], cancelled: Callable[[], bool]) -> None:
        if isinstance(job, SummarizeJob) and job.article.title == POOR:
            import transformers.models.auto  # noqa: F401 - the libraries themselves find room

            bound_memory(0)
        super().run(job, emit, cancelled)


def make_poor_writer(role: Role) -> PoorWriter:
    return PoorWriter()
