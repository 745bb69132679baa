"""Reading in a child process for a caller that waits: the command line, which must outlive a hostile document too."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from types import TracebackType

from desktop_app.cancelling import CancelCheck, never
from desktop_app.errors import Cancelled
from desktop_app.events import Event
from desktop_app.sources.source import Limits, Source
from desktop_app.worker.child import HandlerFactory
from desktop_app.worker.client import WorkerClient, next_job_id
from desktop_app.worker.handlers import make_handler
from desktop_app.worker.messages import Done, Emitted, Failed, Message, ReadJob, Role

# Cancelling is asked about this often (seconds) while nothing happens.
_TICK = 0.1


class ReadingChild:
    """A reader child, started when it is first needed and ended with the block.

    ``patience`` and ``make_handler`` are those of :class:`~desktop_app.worker.client.WorkerClient`.
    """

    def __init__(self, *, patience: float = 2.0, make_handler: HandlerFactory = make_handler) -> None:
        self._messages: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self._client = WorkerClient(Role.READER, self._messages.put, patience=patience, make_handler=make_handler)

    def read(
        self,
        source: Source,
        *,
        limits: Limits | None = None,
        cancelled: CancelCheck = never,
        with_figures: bool = True,
    ) -> Iterator[Event]:
        """The events of ``digest.read``; raises its errors, ``WorkerCrashed`` and ``OutOfMemory``."""
        job = ReadJob(next_job_id(), source, limits or Limits(), with_figures=with_figures)
        self._client.submit(job)
        try:
            while True:
                message = self._next(cancelled)
                match message:
                    case Emitted(id=job.id, event=event):
                        yield event  # type: ignore[misc]  # a reader reports no download
                    case Done(id=job.id):
                        return
                    case Failed(id=job.id, error=error):
                        raise error
        finally:
            self._client.cancel(job.id)

    def _next(self, cancelled: Callable[[], bool]) -> Message:
        while True:
            if cancelled():
                raise Cancelled
            try:
                return self._messages.get(timeout=_TICK)
            except queue.Empty:
                continue

    def close(self) -> None:
        """End the child."""
        self._client.close()

    def __enter__(self) -> ReadingChild:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
