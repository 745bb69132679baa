"""Tens of children killed, stopped and ended: nothing of them stays in the process that had them."""

from __future__ import annotations

import gc
import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from desktop_app.article import Article
from desktop_app.errors import WorkerCrashed
from desktop_app.options import SummaryOptions
from desktop_app.worker.client import WorkerClient, next_job_id
from desktop_app.worker.messages import Done, Emitted, Failed, Message, Role, SummarizeJob
from tests.faults.conftest import WAIT
from tests.unit.worker.scripted_handler import make_scripted

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="open files are counted in /proc")


@pytest.fixture
def no_collector() -> Iterator[None]:
    """What is given back must not wait for the garbage collector, which may not come for hours."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def in_use() -> dict[str, int]:
    return {
        "handles": len(list(Path("/proc/self/fd").iterdir())),
        "threads": threading.active_count(),
        "processes": len(active_children()),
    }


def settled(at_most: dict[str, int]) -> dict[str, int]:
    end = time.monotonic() + WAIT
    while (found := in_use()) != at_most and time.monotonic() < end:
        time.sleep(0.05)
    return found


@pytest.mark.usefixtures("no_collector")
def test_children_that_die_leave_nothing_behind() -> None:
    messages: queue.SimpleQueue[Message] = queue.SimpleQueue()
    # The patience is such that what waits for it would be found at the end.
    client = WorkerClient(Role.WRITER, messages.put, patience=1000, make_handler=make_scripted)

    def do(script: str, strike: Callable[[int, int], None] | None = None) -> Done | Failed:
        job = SummarizeJob(next_job_id(), Article("-", script), SummaryOptions())
        client.submit(job)
        while isinstance(message := messages.get(timeout=WAIT), Emitted):
            if strike is not None and client.pid is not None:
                strike(client.pid, job.id)
        assert message.id == job.id
        return message

    def kill(pid: int, _job: int) -> None:
        os.kill(pid, signal.SIGKILL)

    def cancel(_pid: int, job: int) -> None:
        client.cancel(job)

    # GIVEN what one child takes
    assert isinstance(do("say hello"), Done)
    with_one = in_use()
    # WHEN many die, one after another, in every way there is
    for _ in range(8):
        assert isinstance(do("work", cancel), Failed)
        end = do("deaf", kill)
        assert isinstance(end, Failed)
        assert isinstance(end.error, WorkerCrashed)
        assert isinstance(do("work", cancel), Failed)
        assert isinstance(do("crash 3"), Failed)
    assert isinstance(do("say still here"), Done)
    # THEN no more is taken than before, and nothing once the last has ended
    assert settled(with_one) == with_one
    client.close(timeout=WAIT)
    none = {"handles": with_one["handles"] - 3, "threads": with_one["threads"] - 2, "processes": 0}
    assert settled(none) == none


@pytest.mark.usefixtures("no_collector")
def test_a_system_without_room_for_processes_is_told_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    messages: queue.SimpleQueue[Message] = queue.SimpleQueue()
    client = WorkerClient(Role.WRITER, messages.put, make_handler=make_scripted)
    before = in_use()
    # GIVEN a system that has no room for another process: the system's own answer, which a limit on processes would not
    # bring about for the administrator
    with monkeypatch.context() as poor:
        poor.setattr("multiprocessing.util.spawnv_passfds", _no_room)
        client.start()
        for _ in range(5):
            client.submit(SummarizeJob(next_job_id(), Article("-", "say hello"), SummaryOptions()))
            end = messages.get(timeout=WAIT)
            assert isinstance(end, Failed)
            assert isinstance(end.error, WorkerCrashed)
        assert in_use() == before
    # WHEN there is room again THEN the next job is done
    client.submit(SummarizeJob(next_job_id(), Article("-", "say hello"), SummaryOptions()))
    assert isinstance(messages.get(timeout=WAIT), Emitted)
    assert isinstance(messages.get(timeout=WAIT), Done)
    client.close(timeout=WAIT)


def _no_room(*_arguments: object) -> int:
    raise BlockingIOError(11, "Resource temporarily unavailable")
