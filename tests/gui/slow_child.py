"""A handler for real child processes of the tests: reads a text as its own article, writes until it is stopped."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

from desktop_app.article import Article, Summary
from desktop_app.errors import Cancelled
from desktop_app.events import ArticleReady, FiguresReady, Stage, StageChanged, SummaryPiece, SummaryReady
from desktop_app.sources.source import TextSource
from desktop_app.worker.messages import Job, ReadJob, Role, SummarizeJob, Telling


class SlowHandler:
    """``endless`` in a text makes its summary endless, ``fatal`` kills the child that summarises it."""

    def run(self, job: Job, emit: Callable[[Telling], None], cancelled: Callable[[], bool]) -> None:
        if isinstance(job, ReadJob):
            assert isinstance(job.source, TextSource)
            emit(ArticleReady(Article(source="-", body=job.source.text, lang="en")))
            emit(FiguresReady(()))
        elif isinstance(job, SummarizeJob):
            self._write(job.article, emit, cancelled)

    def _write(self, article: Article, emit: Callable[[Telling], None], cancelled: Callable[[], bool]) -> None:
        emit(StageChanged(Stage.WRITING))
        if "fatal" in article.body:
            os.kill(os.getpid(), signal.SIGKILL)
        while "endless" in article.body:
            emit(SummaryPiece("and "))
            time.sleep(0.01)
            if cancelled():
                raise Cancelled()
        emit(SummaryReady(Summary("Done.", "en", "tiny-writer", "llama.cpp", 0.1, 1, 1, article.words)))


def make_slow(role: Role) -> SlowHandler:
    return SlowHandler()
