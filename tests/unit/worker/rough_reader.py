"""Readers for the tests of limits: the real one with little memory, and one that some files hang or kill."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

from desktop_app.sources.source import name_of
from desktop_app.worker.handlers import ReaderHandler
from desktop_app.worker.messages import Job, ReadJob, Role, Telling

LITTLE = 300 << 20


class RoughReader(ReaderHandler):
    def run(self, job: Job, emit: Callable[[Telling], None], cancelled: Callable[[], bool]) -> None:
        assert isinstance(job, ReadJob)
        if "hang" in name_of(job.source):
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            while True:
                time.sleep(0.05)
        if "crash" in name_of(job.source):
            os.kill(os.getpid(), signal.SIGSEGV)
        super().run(job, emit, cancelled)


def make_rough(role: Role) -> RoughReader:
    return RoughReader()


def make_poor(role: Role) -> ReaderHandler:
    return ReaderHandler(LITTLE)
