"""Behind the fence: the process of the reader's that takes foreign documents apart, and the reader's side of it.

The reader gets pages and files, and looks into none of them; it hands the bytes over to a process that has given up all
it could do harm with (:mod:`~desktop_app.worker.confinement`), and takes from it plain values only. What was taken over
by a hostile document can spoil the digest of that document, and nothing else.

The process is forked before the reader has threads, so that it is there at once and shares its memory; systems without
``fork`` have no confinement either, and read in the reader itself.
"""

from __future__ import annotations

import contextlib
import ctypes
import io
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass
from enum import Enum
from itertools import count
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, Final

from desktop_app.cancelling import CancelCheck, never
from desktop_app.errors import KratkoError
from desktop_app.events import Event
from desktop_app.sources.source import Limits, TextSource
from desktop_app.worker.child import STEP, Cancel, run_child
from desktop_app.worker.confinement import Confinement, confine
from desktop_app.worker.limits import MEMORY, bound_memory
from desktop_app.worker.messages import Done, Emitted, Failed, Role, Telling

if TYPE_CHECKING:
    from desktop_app.sources.loading import Fetched

#: prctl(2): be killed when the parent ends.
_SET_PARENT_DEATH_SIGNAL = 1
#: Cancelling is asked about this often (seconds) while nothing happens.
_TICK = 0.05
#: Files that a process which has just begun may have open at most.
_HANDLES: Final = 1 << 16
#: No article and its figures are larger (bytes).
_LARGEST: Final = 1 << 30
#: Read before there is anything to read.
_PAGE: Final = (
    "<html><head><title>The pier of Lunde</title></head><body><article>"
    + "<p>The ferry carried 41,000 passengers last year, the harbour said, and a new pier is being built.</p>" * 3
    + "</article></body></html>"
)


@dataclass(frozen=True, slots=True)
class UnderstandJob:
    """Take ``fetched`` apart: emits the events of ``digest.understand``."""

    id: int
    fetched: Fetched
    limits: Limits
    with_figures: bool


class Understanding:
    """What the confined process does."""

    def __init__(self) -> None:
        self._prepared = False

    def run(self, job: object, emit: Callable[[Telling], None], cancelled: CancelCheck) -> None:
        """Do an ``UnderstandJob``."""
        from desktop_app.digest import understand

        assert isinstance(job, UnderstandJob)
        for event in understand(job.fetched, limits=job.limits, cancelled=cancelled, with_figures=job.with_figures):
            emit(event)

    def prepare(self) -> Iterator[float]:
        """Take a page apart, then load the languages most readers read, that of this computer first.

        A first Ukrainian article would wait a second for its dictionary, any first page half a second for the parsers.
        """
        if self._prepared:
            return
        self._prepared = True
        from desktop_app import figures
        from desktop_app.digest import understand
        from desktop_app.messages import INTERFACE_LANGUAGES, system_language

        for _ in understand(TextSource(_PAGE), limits=Limits(), cancelled=never, with_figures=False):
            pass
        for lang in dict.fromkeys((system_language(), *INTERFACE_LANGUAGES)):
            yield STEP
            figures.warm(lang)


class Parser:
    """The reader's side: :meth:`understand` is ``digest.understand`` behind the fence.

    ``memory`` is how many bytes the process may take beyond what it begins with; ``make`` makes what it does.
    """

    def __init__(self, memory: int = MEMORY, make: Callable[[], Understanding] = Understanding) -> None:
        #: What the process has given up; ``None`` before it has answered for the first time.
        self.confinement: Confinement | None = None
        self._numbers = count(1)
        self._connection, theirs = Pipe(duplex=True)
        parent = os.getpid()
        self._pid = os.fork()
        if self._pid == 0:
            _serve(parent, theirs, memory, make)
        theirs.close()

    def understand(
        self, fetched: Fetched, *, limits: Limits, cancelled: CancelCheck, with_figures: bool
    ) -> Iterator[Event]:
        """The events of ``digest.understand``; where the process ends, this one ends in the same way."""
        job = UnderstandJob(next(self._numbers), fetched, limits, with_figures)
        try:
            self._connection.send(job)
            yield from self._answers(job, cancelled)
        except pickle.UnpicklingError:  # no longer the program that was started
            os.kill(self._pid, signal.SIGKILL)
            self._end_likewise()
        except (EOFError, ConnectionError):
            self._end_likewise()

    def _answers(self, job: UnderstandJob, cancelled: CancelCheck) -> Iterator[Event]:
        asked = False
        while True:
            if not self._connection.poll(_TICK):
                if not asked and cancelled():
                    self._connection.send(Cancel(job.id))
                    asked = True
                continue
            match plain_values(self._connection.recv_bytes(_LARGEST)):
                case Emitted(id=job.id, event=event):
                    yield event  # type: ignore[misc]  # nothing else is told of a document
                case Done(id=job.id):
                    return
                case Failed(id=job.id, error=error):
                    raise error
                case Confinement() as confinement:
                    self.confinement = confinement

    def _end_likewise(self) -> None:
        # The client knows this process alone: it shall hear how the other one ended, and start both anew.
        _, status = os.waitpid(self._pid, 0)
        if os.WIFSIGNALED(status):
            with contextlib.suppress(OSError, ValueError):
                signal.signal(os.WTERMSIG(status), signal.SIG_DFL)
            os.kill(os.getpid(), os.WTERMSIG(status))
        os._exit(os.waitstatus_to_exitcode(status) & 0xFF)


def can_part() -> bool:
    """Whether this system has processes that give up rights."""
    return sys.platform.startswith("linux")


def _serve(parent: int, connection: Connection, memory: int, make: Callable[[], Understanding]) -> None:
    """The life of the confined process; does not return."""
    try:
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, int(signal.SIGKILL), 0, 0, 0)
        if os.getppid() == parent:
            _leave_open(connection.fileno())
            bound_memory(memory)
            connection.send(confine())
            run_child(connection, Role.READER, lambda _role: make())
    finally:
        os._exit(1)


def _leave_open(kept: int) -> None:
    """Close what the reader holds open, its pipe to the window above all, and what may be typed in a terminal."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.closerange(3, kept)
    most = os.sysconf("SC_OPEN_MAX")  # -1 where there is no limit
    os.closerange(kept + 1, most if 0 < most < _HANDLES else _HANDLES)


#: What pickles of errors call, with the class and its parameters.
_REBUILD: Final = KratkoError().__reduce__()[0]


class _PlainUnpickler(pickle.Unpickler):
    """Makes values of the program's own classes and of nothing else: ``pickle`` would run whatever it is told to.

    https://docs.python.org/3/library/pickle.html#restricting-globals
    """

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("desktop_app.") and "." not in name:
            found = super().find_class(module, name)
            if found is _REBUILD or (isinstance(found, type) and found.__module__ == module and _is_plain(found)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} may not come from a document")


def _is_plain(kind: type) -> bool:
    return is_dataclass(kind) or issubclass(kind, Enum | KratkoError)


def plain_values(data: bytes) -> Any:
    """The value that ``data`` is the pickle of; raises ``pickle.UnpicklingError`` where it is more than values."""
    try:
        return _PlainUnpickler(io.BytesIO(data)).load()
    except MemoryError:
        raise
    except Exception as error:  # broken pickles raise nearly anything
        raise pickle.UnpicklingError(str(error)) from error
