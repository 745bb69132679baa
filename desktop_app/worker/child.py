"""The child's side of the pipe: takes jobs one after another, listens for cancellation all the while.

A thread of its own reads the pipe, so that a cancellation reaches a job at work; when the parent is gone the pipe
ends and the child leaves at once, whatever it is doing.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Final, Protocol, runtime_checkable

from desktop_app.errors import Cancelled, InternalError, KratkoError, OutOfMemory
from desktop_app.worker.messages import Done, Emitted, Failed, Job, Message, Role, Telling

#: What :meth:`Preparing.prepare` says after a step: go on unless a job comes at once.
STEP: Final = 0.02
#: Go on once there was no job for so long.
QUIET: Final = 60.0
#: A job has so long (seconds) to come before the first step of preparing is taken.
_FIRST_PAUSE = 0.5


@dataclass(frozen=True, slots=True)
class Cancel:
    """Asks the child to stop job ``id``, running or waiting."""

    id: int


@dataclass(frozen=True, slots=True)
class Ready:
    """The child is up and takes jobs."""


@dataclass(frozen=True, slots=True)
class Started:
    """The child has begun job ``id``."""

    id: int


class Handler(Protocol):
    """Does the jobs of one role."""

    def run(self, job: Job, emit: Callable[[Telling], None], cancelled: Callable[[], bool]) -> None:
        """Do ``job``, telling what happens through ``emit``; raises ``KratkoError`` (``Cancelled`` when asked to)."""


@runtime_checkable
class Preparing(Protocol):
    """A handler that loads what its jobs will need while there are none."""

    def prepare(self) -> Iterator[float]:
        """Load one thing a step, and say how long (seconds) a job has to come before the next; it goes first.

        Asked again after every job, unless a step raised: a job may have shown what else is needed.
        """


#: Makes the handler inside the child; must be importable by name, for it crosses a spawn.
HandlerFactory = Callable[[Role], Handler]


class _Inbox:
    """Jobs waiting and ids cancelled, filled from the pipe by a thread."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._cancelled: set[int] = set()
        threading.Thread(target=self._listen, name="inbox", daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                message = self._connection.recv()
            except (EOFError, OSError):
                # The window is gone: nobody is left to tell, and a busy model must not outlive it.
                os._exit(0)
            if isinstance(message, Cancel):
                self._cancelled.add(message.id)
            else:
                self._jobs.put(message)

    def next_job(self, patience: float | None) -> Job | None:
        """The next job; ``None`` if none came for ``patience`` seconds."""
        with contextlib.suppress(queue.Empty):
            return self._jobs.get(timeout=patience)
        return None

    def is_cancelled(self, job_id: int) -> bool:
        return job_id in self._cancelled

    def forget(self, job_id: int) -> None:
        self._cancelled.discard(job_id)


def run_child(
    connection: Connection, role: Role, make_handler: HandlerFactory, idle_seconds: float | None = None
) -> None:
    """Serve jobs from ``connection`` until it closes, or until none came for ``idle_seconds``; the target of the
    spawned process."""
    # Ctrl+C in the terminal goes to the whole group; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    handler = make_handler(role)  # before there is a second thread: it may fork
    inbox = _Inbox(connection)

    def send(message: Message | Ready | Started) -> None:
        try:
            connection.send(message)
        except (BrokenPipeError, OSError):
            os._exit(0)

    send(Ready())
    preparing = handler if isinstance(handler, Preparing) else None
    steps = preparing.prepare() if preparing is not None else None
    pause, begun = _FIRST_PAUSE, False
    while True:
        job = inbox.next_job(idle_seconds if steps is None else min(pause, idle_seconds or pause))
        if job is None and steps is not None:
            begun = True
            try:
                pause = next(steps)
            except StopIteration:
                steps, pause = None, QUIET
            except Exception:  # what cannot be loaded is told by the job it fails
                traceback.print_exc()
                steps, preparing = None, None
            continue
        if job is None:
            # All memory is given back, models and all. A job that is sent at this moment goes to the next child.
            os._exit(0)
        if not begun:
            pause = QUIET  # started for a job: the model needs the processor now
        send(Started(job.id))
        end = _run_job(handler, job, send, inbox)
        send(end)
        if isinstance(end, Failed) and isinstance(end.error, OutOfMemory):
            # What was half made is best given back whole; the next job gets a new child.
            os._exit(0)
        inbox.forget(job.id)
        if steps is None and preparing is not None:
            steps = preparing.prepare()


def _run_job(handler: Handler, job: Job, send: Callable[[Message], None], inbox: _Inbox) -> Done | Failed:
    def cancelled() -> bool:
        return inbox.is_cancelled(job.id)

    if cancelled():
        return Failed(job.id, Cancelled())
    try:
        handler.run(job, lambda event: send(Emitted(job.id, event)), cancelled)
    except KratkoError as error:
        return Failed(job.id, error)
    except MemoryError:
        return Failed(job.id, OutOfMemory())
    except Exception as error:  # a defect of one job must not end the child
        traceback.print_exc()
        return Failed(job.id, InternalError(reason=f"{type(error).__name__}: {error}"))
    return Done(job.id)
