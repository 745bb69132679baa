"""A reader whose confined process tries what a hostile document might; imported by the spawned child of the tests.

The text of the job is the name of the attempt and what it is about; the article tells what came of it.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import socket
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

from desktop_app.article import Article
from desktop_app.events import ArticleReady
from desktop_app.sources.source import TextSource
from desktop_app.worker.handlers import ReaderHandler
from desktop_app.worker.messages import Role, Telling
from desktop_app.worker.parsing import Parser, Understanding, UnderstandJob


class Evil:
    """Runs a command where it is unpickled without care."""

    def __init__(self, command: str) -> None:
        self._command = command

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, (self._command,)


def _write(path: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write("x")


def _append(path: str) -> None:
    with open(path, "a", encoding="utf-8") as file:
        file.write("x")


def _connect(port: str) -> None:
    socket.create_connection(("127.0.0.1", int(port)), timeout=5).close()


def _send(port: str) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.sendto(b"x", ("127.0.0.1", int(port)))


def _local(path: str) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.connect(path)


def _fork(_: str) -> None:
    if os.fork() == 0:
        os._exit(0)


def _look_inside(pid: str) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.ptrace(16, int(pid), 0, 0) != 0:  # PTRACE_ATTACH
        raise OSError(ctypes.get_errno(), "ptrace")


def _more_memory(_: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def _thread(_: str) -> None:
    found: list[int] = []
    one = threading.Thread(target=found.append, args=(1,))
    one.start()
    one.join()
    assert found


def _crash(_: str) -> None:
    ctypes.string_at(0)


def _fill(_: str) -> None:
    bytearray(1 << 40)


ATTEMPTS: dict[str, Callable[[str], object]] = {
    "write": _write,
    "append": _append,
    "make a folder": os.mkdir,
    "make a link": lambda path: os.symlink("/etc/hostname", path),
    "remove": os.unlink,
    "open up": lambda path: os.chmod(path, 0o777),
    "read": lambda path: Path(path).read_bytes(),
    "list": os.listdir,
    "connect": _connect,
    "send": _send,
    "connect locally": _local,
    "run": lambda path: subprocess.run([path], check=True),
    "become": lambda path: os.execv(path, [path]),
    "fork": _fork,
    "kill": lambda pid: os.kill(int(pid), signal.SIGKILL),
    "look inside": _look_inside,
    "more memory": _more_memory,
    "thread": _thread,
    "crash": _crash,
    "fill memory": _fill,
}


class Probe(Understanding):
    def run(self, job: object, emit: Callable[[Telling], None], cancelled: Callable[[], bool]) -> None:
        assert isinstance(job, UnderstandJob)
        assert isinstance(job.fetched, TextSource)
        attempt, _, about = job.fetched.text.partition(": ")
        if attempt == "send a pickle":
            emit(Evil(about))  # type: ignore[arg-type]
            return
        try:
            ATTEMPTS[attempt](about)
        except (OSError, ValueError) as error:
            emit(ArticleReady(Article("-", type(error).__name__)))
        else:
            emit(ArticleReady(Article("-", "done")))


class ProbingReader(ReaderHandler):
    def __init__(self) -> None:
        self._parser = Parser(make=Probe)
        self._understanding = None
        self._langs = set()
        self._settled = set()


def make_probing(role: Role) -> ProbingReader:
    return ProbingReader()
