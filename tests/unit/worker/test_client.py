"""The child process: order, cancellation, every rung of the stop ladder, crashes."""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from desktop_app.article import Article
from desktop_app.errors import Cancelled, EmptySource, InternalError, WorkerCrashed
from desktop_app.events import SummaryPiece
from desktop_app.options import SummaryOptions
from desktop_app.worker.client import WorkerClient, next_job_id
from desktop_app.worker.idling import IDLE_VARIABLE, idle_seconds
from desktop_app.worker.messages import Done, Emitted, Failed, Message, Role, SummarizeJob
from tests.unit.worker.scripted_handler import (
    die_at_birth,
    make_badly_preparing,
    make_endlessly_preparing,
    make_learning,
    make_preparing,
    make_scripted,
)

WAIT = 60.0


class Desk:
    """A client with its messages in a queue."""

    def __init__(self, **options: object) -> None:
        self.messages: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self.client = WorkerClient(Role.WRITER, self.messages.put, **{"make_handler": make_scripted, **options})  # type: ignore[arg-type]

    def submit(self, script: str) -> int:
        job = SummarizeJob(next_job_id(), Article("-", script), SummaryOptions())
        self.client.submit(job)
        return job.id

    def next(self) -> Message:
        return self.messages.get(timeout=WAIT)

    def words_until_end(self, job: int) -> tuple[list[str], Done | Failed]:
        words = []
        while True:
            message = self.next()
            assert message.id == job
            if not isinstance(message, Emitted):
                return words, message
            assert isinstance(message.event, SummaryPiece)
            words.append(message.event.text)


@pytest.fixture
def make_desk() -> Iterator[Callable[..., Desk]]:
    desks = []

    def make(**options: object) -> Desk:
        desks.append(Desk(**options))
        return desks[-1]

    yield make
    for desk in desks:
        desk.client.close(timeout=WAIT)


def test_events_arrive_in_order_and_end_with_done(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    job = desk.submit("say one two three")
    assert desk.words_until_end(job) == (["one", "two", "three"], Done(job))


def test_jobs_run_one_after_another_in_one_child(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    first, second = desk.submit("pid"), desk.submit("pid")
    (one,), _ = desk.words_until_end(first)
    (two,), _ = desk.words_until_end(second)
    assert one == two == str(desk.client.pid)
    assert one != str(os.getpid())


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the child adds a sign for each step of preparing."""
    file = tmp_path / "steps"
    file.touch()
    monkeypatch.setenv("KRATKO_STEPS", str(file))
    return file


def _steps_taken(desk: Desk) -> int:
    (told,), end = desk.words_until_end(job := desk.submit("steps"))
    assert end == Done(job)
    return int(told)


def _steps_taken_at_last(steps: Path, wanted: int) -> int:
    until = time.monotonic() + WAIT
    while (taken := steps.stat().st_size) < wanted and time.monotonic() < until:
        time.sleep(0.05)
    return taken


def test_a_child_without_work_prepares_for_it(make_desk: Callable[..., Desk], steps: Path) -> None:
    desk = make_desk(make_handler=make_preparing)
    desk.client.start()
    assert _steps_taken_at_last(steps, 3) == 3


def test_jobs_do_not_wait_until_all_is_prepared(make_desk: Callable[..., Desk], steps: Path) -> None:
    # GIVEN a child with much to prepare, which has begun
    desk = make_desk(make_handler=make_endlessly_preparing)
    desk.client.start()
    assert _steps_taken_at_last(steps, 2) >= 2
    # WHEN a job comes THEN it goes first, and the rest is prepared after it
    taken = _steps_taken(desk)
    assert taken < 1_000_000
    assert _steps_taken_at_last(steps, taken + 1) > taken


def test_a_child_started_for_a_job_prepares_nothing_beside_it(make_desk: Callable[..., Desk], steps: Path) -> None:
    desk = make_desk(make_handler=make_endlessly_preparing)
    assert _steps_taken(desk) == 0
    time.sleep(1.0)
    assert _steps_taken(desk) == 0


def test_what_a_job_taught_is_prepared_after_it(make_desk: Callable[..., Desk], steps: Path) -> None:
    desk = make_desk(make_handler=make_learning, idle_seconds=3.0)
    desk.client.start()
    assert _steps_taken_at_last(steps, 1) == 1
    assert _steps_taken(desk) == 1
    assert _steps_taken_at_last(steps, 2) == 2


def test_what_cannot_be_prepared_does_no_harm(make_desk: Callable[..., Desk], steps: Path) -> None:
    desk = make_desk(make_handler=make_badly_preparing)
    desk.client.start()
    assert _steps_taken_at_last(steps, 2) == 2
    assert _steps_taken(desk) == 2


def test_errors_for_the_reader_cross_the_pipe_whole(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    job = desk.submit("fail")
    _, end = desk.words_until_end(job)
    assert isinstance(end, Failed)
    assert isinstance(end.error, EmptySource)
    assert end.error.params == {"name": "x"}


def test_a_bug_fails_its_job_and_the_child_goes_on(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    bug, after = desk.submit("bug"), desk.submit("say on")
    _, end = desk.words_until_end(bug)
    assert isinstance(end, Failed)
    assert isinstance(end.error, InternalError)
    assert "ZeroDivisionError" in str(end.error.params["reason"])
    assert desk.words_until_end(after) == (["on"], Done(after))


def test_cancel_asks_first_and_the_child_lives_on(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(patience=WAIT)
    job = desk.submit("work")
    assert isinstance(desk.next(), Emitted)
    child = desk.client.pid
    desk.client.cancel(job)
    words, end = desk.words_until_end(job)
    assert words == []  # what a cancelled job still says is not heard
    assert isinstance(end, Failed)
    assert isinstance(end.error, Cancelled)
    assert desk.client.pid == child


def test_a_cancelled_job_that_was_done_all_the_same_is_cancelled(make_desk: Callable[..., Desk]) -> None:
    # Its last words were held back: called done, it would be taken for whole.
    desk = make_desk(patience=WAIT)
    job = desk.submit("finish")
    assert isinstance(desk.next(), Emitted)
    desk.client.cancel(job)
    words, end = desk.words_until_end(job)
    assert words == []
    assert isinstance(end, Failed)
    assert isinstance(end.error, Cancelled)


@pytest.mark.parametrize("script", ["deaf", "stubborn"])
def test_a_child_that_does_not_listen_is_ended(make_desk: Callable[..., Desk], script: str) -> None:
    desk = make_desk(patience=0.3)
    job = desk.submit(script)
    waiting = desk.submit("say next")
    assert isinstance(desk.next(), Emitted)
    child = desk.client.pid
    desk.client.cancel(job)
    _, end = desk.words_until_end(job)
    assert isinstance(end, Failed)
    assert isinstance(end.error, Cancelled)
    assert desk.words_until_end(waiting) == (["next"], Done(waiting))
    assert desk.client.pid != child


def test_a_waiting_job_can_be_cancelled(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    running, waiting = desk.submit("work"), desk.submit("say never")
    assert isinstance(desk.next(), Emitted)
    desk.client.cancel(waiting)
    desk.client.cancel(running)
    _, end = desk.words_until_end(running)
    assert isinstance(end, Failed)
    words, end = desk.words_until_end(waiting)
    assert words == []
    assert isinstance(end, Failed)
    assert isinstance(end.error, Cancelled)


@pytest.mark.parametrize("script", ["crash 3", "crash 0", "segfault"])
def test_a_crash_is_told_and_waiting_jobs_go_on(make_desk: Callable[..., Desk], script: str) -> None:
    desk = make_desk()
    crashing, waiting = desk.submit(script), desk.submit("say alive")
    _, end = desk.words_until_end(crashing)
    assert isinstance(end, Failed)
    assert isinstance(end.error, WorkerCrashed)
    assert desk.words_until_end(waiting) == (["alive"], Done(waiting))


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_a_child_killed_while_idle_is_replaced(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    first = desk.submit("pid")
    desk.words_until_end(first)
    child = desk.client.pid
    assert child is not None
    os.kill(child, signal.SIGKILL)
    second = desk.submit("pid")
    (pid,), end = desk.words_until_end(second)
    assert pid != str(child)
    assert end == Done(second)


def test_a_child_that_dies_at_birth_is_not_respawned_for_ever(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(make_handler=die_at_birth)
    jobs = [desk.submit("say hello"), desk.submit("say hello")]
    for job in jobs:
        _, end = desk.words_until_end(job)
        assert isinstance(end, Failed)
        assert isinstance(end.error, WorkerCrashed)
        assert end.error.params["exit_code"] == 7


def test_closing_ends_the_child_and_its_jobs(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    job = desk.submit("deaf")
    assert isinstance(desk.next(), Emitted)
    desk.client.close(timeout=WAIT)
    _, end = desk.words_until_end(job)
    assert isinstance(end, Failed)
    assert isinstance(end.error, Cancelled)
    late = desk.submit("say late")
    _, end = desk.words_until_end(late)
    assert isinstance(end, Failed)


def test_an_idle_child_leaves_and_the_next_job_gets_another(make_desk: Callable[..., Desk]) -> None:
    # GIVEN a child that may be idle for a moment
    desk = make_desk(idle_seconds=0.2)
    first = desk.submit("pid")
    (pid,), end = desk.words_until_end(first)
    assert end == Done(first)
    # WHEN nothing comes for longer THEN it ends, and its memory is the system's again
    deadline = time.monotonic() + WAIT
    while desk.client.pid is not None and time.monotonic() < deadline:
        time.sleep(0.02)
    assert desk.client.pid is None
    assert desk.messages.empty(), "nobody need hear of it"
    # AND jobs that come at any moment of that are done
    for _ in range(4):
        job = desk.submit("say again")
        assert desk.words_until_end(job) == (["again"], Done(job))
        time.sleep(0.2)
    last = desk.submit("pid")
    assert desk.words_until_end(last)[0] != [pid]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes there have no numbers that are given again")
def test_a_pipe_is_not_closed_under_what_still_sends(make_desk: Callable[..., Desk]) -> None:
    # GIVEN a child that dies while a job is on its way to it
    desk = make_desk()
    desk.words_until_end(desk.submit("pid"))
    child = desk.client._child
    assert child is not None
    pipe = SlowPipe(child.connection)
    child.connection = pipe  # type: ignore[assignment]
    job = desk.submit("say hello")
    assert pipe.sending.wait(WAIT)
    child.process.kill()
    child.process.join(WAIT)
    time.sleep(0.3)
    # WHEN the sending goes on
    pipe.go_on.set()
    # THEN its pipe was still its own, and the next child has the job once
    assert desk.words_until_end(job) == (["hello"], Done(job))
    assert pipe.closed_while_sending is False
    after = desk.submit("say after")
    assert desk.words_until_end(after) == (["after"], Done(after))


class SlowPipe:
    """A connection that waits before it sends."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.sending, self.go_on = threading.Event(), threading.Event()
        self.closed_while_sending: bool | None = None

    def send(self, message: object) -> None:
        self.sending.set()
        self.go_on.wait(WAIT)
        self.closed_while_sending = self._connection.closed
        self._connection.send(message)

    def recv(self) -> object:
        return self._connection.recv()

    def close(self) -> None:
        self._connection.close()


def test_work_is_not_idleness(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(idle_seconds=0.1, patience=WAIT)
    job = desk.submit("work")
    assert isinstance(desk.next(), Emitted)
    child = desk.client.pid
    time.sleep(0.5)
    desk.client.cancel(job)
    _, end = desk.words_until_end(job)
    assert isinstance(end, Failed)
    assert isinstance(end.error, Cancelled), "not a crash"
    assert child is not None


def test_how_long_the_writer_waits_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(IDLE_VARIABLE, raising=False)
    assert idle_seconds(Role.WRITER) == 600
    assert idle_seconds(Role.READER) is None
    for chosen, seconds in (("0", None), ("-1", None), ("0.5", 30), ("soon", 600)):
        monkeypatch.setenv(IDLE_VARIABLE, chosen)
        assert idle_seconds(Role.WRITER) == seconds


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_a_job_larger_than_the_pipe_never_holds_up_who_gives_it(make_desk: Callable[..., Desk]) -> None:
    # GIVEN a child that reads nothing
    desk = make_desk()
    desk.words_until_end(desk.submit("pid"))
    child = desk.client.pid
    assert child is not None
    os.kill(child, signal.SIGSTOP)
    # WHEN it is given fifty megabytes, and a word after them
    script = "say " + "x" * 50_000_000
    large, small = desk.submit(script), desk.submit("say after")
    # THEN this is reached while it still sleeps, and all is done in order once it wakes
    assert desk.messages.empty()
    os.kill(child, signal.SIGCONT)
    words, end = desk.words_until_end(large)
    assert (len(words[0]), end) == (50_000_000, Done(large))
    assert desk.words_until_end(small) == (["after"], Done(small))


def test_a_job_that_cannot_be_sent_fails_alone(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    bad, good = desk.submit(lambda: None), desk.submit("say good")  # type: ignore[arg-type]
    ends = {}
    while len(ends) < 2:
        message = desk.next()
        if isinstance(message, Done | Failed):
            ends[message.id] = message
    assert isinstance(ends[bad], Failed)
    assert isinstance(ends[bad].error, InternalError)
    assert ends[good] == Done(good)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_a_child_that_hangs_before_it_begins_is_ended_too(make_desk: Callable[..., Desk]) -> None:
    # GIVEN an idle child that no longer listens
    desk = make_desk(patience=0.3)
    desk.words_until_end(desk.submit("pid"))
    child = desk.client.pid
    assert child is not None
    os.kill(child, signal.SIGSTOP)
    # WHEN a job it has not begun is cancelled THEN the job ends, and the next gets another child
    job, waiting = desk.submit("say never"), desk.submit("say next")
    desk.client.cancel(job)
    words, end = desk.words_until_end(job)
    assert words == []
    assert isinstance(end, Failed)
    assert isinstance(end.error, Cancelled)
    assert desk.words_until_end(waiting) == (["next"], Done(waiting))
    assert desk.client.pid != child


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_a_child_that_hangs_while_it_starts_is_ended_too(make_desk: Callable[..., Desk]) -> None:
    # GIVEN a child that hangs before it is up
    desk = make_desk(patience=0.3, start_patience=0.5)
    desk.client.start()
    child = desk.client.pid
    assert child is not None
    os.kill(child, signal.SIGSTOP)
    # WHEN what it was to do is cancelled THEN that ends, and the next job gets another child
    job = desk.submit("say never")
    desk.client.cancel(job)
    _, end = desk.words_until_end(job)
    assert isinstance(end, Failed)
    assert isinstance(end.error, Cancelled)
    assert desk.words_until_end(desk.submit("say next"))[0] == ["next"]
