"""Real faults for real parts: children to be killed, disks that fill up, folders that may not be written."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.worker.client import WorkerClient, next_job_id
from desktop_app.worker.messages import Done, Emitted, Failed, Job, Message, Role, Telling

#: Seconds; a loaded machine may need many for what takes one on a quiet one.
WAIT = 120.0

ARTICLE = """The ferry to Lunde carried 22,000 passengers last year, 15% more than the year before. The harbour invested
2.4 million euros in a new pier. Shopkeepers on the island say the season was the best in a decade. The municipality
plans to add a second boat in 2027, which will cost about 900,000 euros and carry 120 people at once.
"""


class Bench:
    """A client over real child processes, which a test may strike the moment they say something."""

    def __init__(self, role: Role) -> None:
        self.messages: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self.client = WorkerClient(role, self._hear)
        self.strike: Callable[[Telling], bool] = lambda _event: False
        self.struck: list[int] = []

    def _hear(self, message: Message) -> None:
        # In the client's own thread, so that the child is struck while it does what it has just told.
        if isinstance(message, Emitted) and not self.struck and self.strike(message.event):
            pid = self.client.pid
            assert pid is not None
            self.struck.append(pid)
            os.kill(pid, signal.SIGKILL)
        self.messages.put(message)

    def run(self, make_job: Callable[[int], Job]) -> tuple[list[Telling], Done | Failed]:
        """Have a job done; what it told, and how it ended."""
        job = make_job(next_job_id())
        self.client.submit(job)
        told: list[Telling] = []
        while True:
            message = self.messages.get(timeout=WAIT)
            assert message.id == job.id
            if not isinstance(message, Emitted):
                return told, message
            told.append(message.event)


@pytest.fixture
def bench() -> Iterator[Callable[[Role], Bench]]:
    made: list[Bench] = []

    def make(role: Role) -> Bench:
        made.append(Bench(role))
        return made[-1]

    yield make
    for one in made:
        one.client.close(timeout=WAIT)


class SmallDisk:
    """A disk of 80 MB at ``folder``: little more than a download wants to leave free."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self, leave: int = 0) -> None:
        """Leave ``leave`` bytes free, no more."""
        free = os.statvfs(self.folder)
        room = free.f_bavail * free.f_frsize - leave
        with self._filler.open("ab") as file:
            file.write(bytes(max(0, room)))

    def tidy(self) -> None:
        """Make room again."""
        self._filler.unlink(missing_ok=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """Skipped where tests may not mount."""
    with _mounted(tmp_path / "disk", "size=80m"):
        yield SmallDisk(tmp_path / "disk")


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Path]:
    """A folder in which nobody, not even root, can write; skipped where tests may not mount and are root."""
    folder = tmp_path / "sealed"
    if os.name == "posix" and os.geteuid() != 0:
        folder.mkdir(mode=0o500)
        yield folder
        folder.chmod(0o700)
    else:
        with _mounted(folder, "ro"):
            yield folder


class _mounted:  # noqa: N801 - used like a function
    def __init__(self, folder: Path, options: str) -> None:
        self._folder = folder
        self._options = options

    def __enter__(self) -> None:
        if not sys.platform.startswith("linux"):
            pytest.skip("a small disk is mounted as Linux does it")
        self._folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", self._options, "kratko-test", str(self._folder)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=30)
        except OSError as error:
            pytest.skip(f"mount: {error}")
        if done.returncode:
            pytest.skip(f"only the administrator may mount a small disk: {done.stderr.strip()}")

    def __exit__(self, *_error: object) -> None:
        subprocess.run(["umount", "--lazy", str(self._folder)], check=True, timeout=30)
