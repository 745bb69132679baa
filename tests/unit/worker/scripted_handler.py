"""A handler whose jobs do what the article's body says; imported by the spawned child of the tests."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_app.errors import Cancelled, EmptySource
from desktop_app.events import SummaryPiece
from desktop_app.worker.child import STEP
from desktop_app.worker.messages import Job, Role, SummarizeJob, Telling


class ScriptedHandler:
    def run(self, job: Job, emit: Callable[[Telling], None], cancelled: Callable[[], bool]) -> None:
        assert isinstance(job, SummarizeJob)
        match job.article.body.split():
            case ["say", *words]:
                for word in words:
                    emit(SummaryPiece(word))
            case ["crash", code]:
                os._exit(int(code))
            case ["segfault"]:
                os.kill(os.getpid(), signal.SIGSEGV)
            case ["fail"]:
                raise EmptySource(name="x")
            case ["bug"]:
                raise ZeroDivisionError("a bug")
            case ["work"]:
                emit(SummaryPiece("working"))
                while not cancelled():
                    time.sleep(0.01)
                emit(SummaryPiece("too late"))
                raise Cancelled()
            case ["finish"]:
                emit(SummaryPiece("nearly done"))
                while not cancelled():
                    time.sleep(0.01)
                emit(SummaryPiece("done all the same"))
            case ["deaf"]:
                emit(SummaryPiece("deaf"))
                while True:
                    time.sleep(0.05)
            case ["stubborn"]:
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
                emit(SummaryPiece("stubborn"))
                while True:
                    time.sleep(0.05)
            case ["pid"]:
                emit(SummaryPiece(str(os.getpid())))


def make_scripted(role: Role) -> ScriptedHandler:
    return ScriptedHandler()


def die_at_birth(role: Role) -> ScriptedHandler:
    os._exit(7)


class PreparingHandler(ScriptedHandler):
    """Prepares in ``steps`` steps, the last of which fails if ``fails``; a job says how many were taken, and the file
    ``$KRATKO_STEPS`` gets a sign for each."""

    def __init__(self, steps: int, *, fails: bool) -> None:
        self._steps, self._fails, self._taken = steps, fails, 0

    def prepare(self) -> Iterator[float]:
        while self._taken < self._steps:
            self._taken += 1
            with Path(os.environ["KRATKO_STEPS"]).open("a", encoding="utf-8") as steps:
                steps.write(".")
            if self._fails and self._taken == self._steps:
                raise ZeroDivisionError("cannot be loaded")
            yield STEP

    def run(self, job: Job, emit: Callable[[Telling], None], cancelled: Callable[[], bool]) -> None:
        emit(SummaryPiece(str(self._taken)))


class LearningHandler(PreparingHandler):
    """Has one step more to prepare after every job."""

    def __init__(self) -> None:
        super().__init__(1, fails=False)

    def run(self, job: Job, emit: Callable[[Telling], None], cancelled: Callable[[], bool]) -> None:
        super().run(job, emit, cancelled)
        self._steps += 1


def make_learning(role: Role) -> LearningHandler:
    return LearningHandler()


def make_preparing(role: Role) -> PreparingHandler:
    return PreparingHandler(3, fails=False)


def make_endlessly_preparing(role: Role) -> PreparingHandler:
    return PreparingHandler(1_000_000, fails=False)


def make_badly_preparing(role: Role) -> PreparingHandler:
    return PreparingHandler(2, fails=True)
