"""The window's side of the pipe: starts a child, sends jobs, hands on messages, and stops what will not stop itself."""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import queue
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from desktop_app.errors import Cancelled, InternalError, KratkoError, ReadingTooLong, WorkerCrashed
from desktop_app.sources.source import name_of
from desktop_app.worker.child import Cancel, HandlerFactory, Ready, Started, run_child
from desktop_app.worker.handlers import make_handler
from desktop_app.worker.messages import Done, Emitted, Failed, Job, Message, ReadJob, Role

_ids = itertools.count(1)
_timer_numbers = itertools.count(1)


def next_job_id() -> int:
    """A job id never given before in this process."""
    return next(_ids)


class _Child:
    """One generation of the child process."""

    def __init__(self, process: BaseProcess, connection: Connection) -> None:
        self.process = process
        self.connection = connection
        self.jobs: dict[int, Job] = {}
        self.cancelled: set[int] = set()
        self.expired: set[int] = set()
        #: What is to happen to it later; once it is dead nothing of that holds on to it. Process objects close their
        #: handles when nobody holds them any more: doing it earlier, by ``close()``, would pull them from under
        #: ``multiprocessing``, whose every new process looks at all there are.
        self.timers: dict[int, threading.Timer] = {}
        self.limits: dict[int, int] = {}
        self.ready = False
        self.dead = False
        self.running: int | None = None
        #: What is to be sent; ``None`` ends the sending.
        self.outbox: queue.SimpleQueue[Job | Cancel | None] = queue.SimpleQueue()
        self.poster: threading.Thread | None = None


class WorkerClient:
    """A child process of one role, respawned when it dies.

    ``on_message`` is called from a thread of the client. Every submitted job ends with exactly one ``Done`` or
    ``Failed``. Jobs run one after another in the order given. When the child dies, the job at work fails with
    ``WorkerCrashed`` (``Cancelled`` if it was being stopped) and those waiting go on in a new child.

    A cancelled job is first asked to stop, after ``patience`` seconds (``start_patience`` while the child is not up
    yet) the child is terminated, after ``patience`` again it is killed: the ladder of Dangerzone's isolation
    providers. A job of reading that takes longer than its limits allow ends in the same way, with ``ReadingTooLong``.

    A child that has had nothing to do for ``idle_seconds`` (never, if ``None``) ends and gives its memory back; the
    next job starts another.
    """

    def __init__(
        self,
        role: Role,
        on_message: Callable[[Message], None],
        *,
        patience: float = 2.0,
        start_patience: float = 30.0,
        make_handler: HandlerFactory = make_handler,
        idle_seconds: float | None = None,
    ) -> None:
        self.role = role
        self._on_message = on_message
        self._patience = patience
        self._start_patience = start_patience
        self._make_handler = make_handler
        self._idle_seconds = idle_seconds
        self._lock = threading.RLock()
        self._child: _Child | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """Process id of the running child, ``None`` if there is none."""
        with self._lock:
            return self._child.process.pid if self._child else None

    def start(self) -> None:
        """Start the child if it is not running; returns without waiting for it to be up.

        Where the system lets no process begin, the next job tries again, and tells.
        """
        with contextlib.suppress(OSError, RuntimeError):
            self._start()

    def _start(self) -> None:
        with self._lock:
            if self._child is None and not self._closed:
                self._child = self._spawn()

    def submit(self, job: Job) -> None:
        """Queue ``job``; after :meth:`close` it fails at once with ``Cancelled``."""
        error: KratkoError = Cancelled()
        try:
            with self._lock:
                self._start()
                if (child := self._child) is not None and not self._closed:
                    child.jobs[job.id] = job
                    self._send(child, job)
                    return
        except (OSError, RuntimeError) as refused:  # no room for a process, a thread or a pipe
            error = WorkerCrashed(role=str(self.role), exit_code=getattr(refused, "errno", None) or 1)
        self._on_message(Failed(job.id, error))

    def cancel(self, job_id: int) -> None:
        """Stop job ``job_id``, running or waiting; unknown and ended ids are ignored. Returns at once."""
        with self._lock:
            child = self._child
            if child is None or job_id not in child.jobs or job_id in child.cancelled:
                return
            child.cancelled.add(job_id)
            self._send(child, Cancel(job_id))
            if child.running in (None, job_id):
                # At work on it, idle, or still starting: only one that hangs does not hear of it in time.
                patience = self._patience if child.ready else self._start_patience
                self._later(child, self._terminate_if_stuck, job_id, seconds=patience)

    def close(self, timeout: float | None = 0.0) -> None:
        """End the child; jobs not done fail with ``Cancelled``. Waits at most ``timeout`` seconds (not at all by
        default, so that a closing window never hangs)."""
        with self._lock:
            self._closed = True
            child = self._child
        if child is None:
            return
        child.process.terminate()
        self._later(child, self._kill)
        if timeout != 0:
            child.process.join(timeout)

    def _spawn(self) -> _Child:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=True)
        process = context.Process(
            target=run_child,
            args=(theirs, self.role, self._make_handler, self._idle_seconds),
            name=f"kratko-{self.role}",
            daemon=True,
        )
        process.start()
        theirs.close()
        child = _Child(process, ours)
        child.poster = threading.Thread(target=self._post, args=(child,), name=f"{self.role}-outbox", daemon=True)
        child.poster.start()
        threading.Thread(target=self._listen, args=(child,), name=f"{self.role}-messages", daemon=True).start()
        return child

    def _send(self, child: _Child, message: Job | Cancel) -> None:
        child.outbox.put(message)

    def _post(self, child: _Child) -> None:
        # A pipe holds 64 KB on Linux: sending more waits until the child is up and reads, which the window must not.
        while (message := child.outbox.get()) is not None:
            try:
                child.connection.send(message)
            except OSError:
                return  # a child that has died is dealt with where its messages end
            except Exception as error:
                with self._lock:
                    known = child.jobs.pop(message.id, None)
                if known is not None:
                    reason = f"{type(error).__name__}: {error}"
                    self._on_message(Failed(message.id, InternalError(reason=reason)))

    def _later(
        self, child: _Child, action: Callable[..., None], *arguments: object, seconds: float | None = None
    ) -> int:
        """Call ``action`` with ``child`` and ``arguments`` later, unless the child is dead by then; returns the number
        under which ``child.timers`` knows it."""
        number = next(_timer_numbers)

        def act() -> None:
            with self._lock:
                child.timers.pop(number, None)
            action(child, *arguments)

        timer = threading.Timer(self._patience if seconds is None else seconds, act)
        timer.daemon = True
        with self._lock:
            if not child.dead:
                child.timers[number] = timer
                timer.start()
        return number

    def _listen(self, child: _Child) -> None:
        while True:
            try:
                message: Message | Ready | Started = child.connection.recv()
            except (EOFError, OSError):
                break
            if (told := self._told(message, child)) is not None:
                self._on_message(told)
        self._bury(child)

    def _told(self, message: Message | Ready | Started, child: _Child) -> Message | None:
        """Keep the books of ``child``; what is passed on of ``message``.

        What a cancelled job still says is not, so that it may not end as done either, though it came that far.
        """
        with self._lock:
            match message:
                case Ready():
                    child.ready = True
                    return None
                case Started(id=job_id):
                    child.running = job_id
                    job = child.jobs.get(job_id)
                    if isinstance(job, ReadJob):
                        child.limits[job_id] = self._later(child, self._expire, job_id, seconds=job.limits.longest)
                    if job_id in child.cancelled:
                        self._later(child, self._terminate_if_stuck, job_id)
                    return None
                case Done(id=job_id) | Failed(id=job_id):
                    child.running = None
                    child.jobs.pop(job_id, None)
                    if (timer := child.timers.pop(child.limits.pop(job_id, 0), None)) is not None:
                        timer.cancel()
                    if job_id in child.cancelled:
                        child.cancelled.discard(job_id)
                        return Failed(job_id, Cancelled())
                    return message
                case Emitted(id=job_id):
                    return message if job_id not in child.cancelled else None

    def _bury(self, child: _Child) -> None:
        """Tell what became of the jobs of a child that ended, and carry those that waited over to a new one."""
        child.process.join()
        code = child.process.exitcode
        child.outbox.put(None)
        if child.poster is not None:
            # One that still sends while the pipe is closed would write into whatever gets its number next: the pipe of
            # the next child, which would then have a job twice.
            child.poster.join()
        child.connection.close()
        with self._lock:
            if self._child is child:
                self._child = None
            child.dead = True
            for timer in child.timers.values():
                timer.cancel()
            child.timers.clear()
            jobs = list(child.jobs.values())
            closed = self._closed
        failed: list[Failed] = []
        waiting: list[Job] = []
        for job in jobs:
            if closed or job.id in child.cancelled:
                failed.append(Failed(job.id, Cancelled()))
            elif job.id == child.running or not child.ready:
                # A child that dies before it is up would die again: its jobs are not carried over.
                failed.append(Failed(job.id, self._why(job, child, code or 0)))
            else:
                waiting.append(job)
        for message in failed:
            self._on_message(message)
        for job in waiting:
            self.submit(job)

    def _why(self, job: Job, child: _Child, code: int) -> KratkoError:
        """Why ``job`` was at work when its child ended."""
        if job.id in child.expired and isinstance(job, ReadJob):
            return ReadingTooLong(name=name_of(job.source), seconds=round(job.limits.longest))
        return WorkerCrashed(role=str(self.role), exit_code=code)

    def _expire(self, child: _Child, job_id: int) -> None:
        with self._lock:
            if job_id in child.jobs:
                child.expired.add(job_id)
        self._terminate_if_stuck(child, job_id)

    def _terminate_if_stuck(self, child: _Child, job_id: int) -> None:
        with self._lock:
            stuck = job_id in child.jobs and child.running in (None, job_id)
        if stuck:
            child.process.terminate()
            self._later(child, self._kill)

    def _kill(self, child: _Child) -> None:
        if child.process.is_alive():
            child.process.kill()
