"""Kratko as the window runs it: its real reader and writer children, with the jobs the window sends them.

All times are seconds of the clock from the moment the text is there (or the button is pressed) to the arrival of the
message at the window's side of the pipe. ``cpu`` is what reader and writer together used of the processors.
"""

from __future__ import annotations

import queue
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from benchmarks.speed.inputs import Text
from benchmarks.speed.processes import cache_at, cpu_seconds, memory
from desktop_app.article import Article, Figure
from desktop_app.choices import Length, Style
from desktop_app.events import ArticleReady, FiguresReady, SummaryPiece, SummaryReady
from desktop_app.options import SummaryOptions
from desktop_app.sources.source import TextSource
from desktop_app.worker.child import HandlerFactory
from desktop_app.worker.client import WorkerClient, next_job_id
from desktop_app.worker.messages import (
    Done,
    Emitted,
    Failed,
    Job,
    Message,
    ReadAheadJob,
    ReadJob,
    Role,
    SummarizeJob,
    WarmUpJob,
)

Row = dict[str, Any]

#: Other forms of an article that has its first summary.
AGAIN: dict[str, Callable[[SummaryOptions], SummaryOptions]] = {
    "medium": lambda options: replace(options, length=Length.MEDIUM),
    "bullets": lambda options: replace(options, style=Style.BULLETS),
    "headline": lambda options: replace(options, style=Style.HEADLINE),
}
#: Summarised before anything is measured, so that the dictionaries of these languages are loaded.
_WARM_UP = {
    "en": "The ferry to Lunde carried 41,000 passengers last year, the harbour said on Monday. A pier is being built.",
    "ru": "Паром на Лунде перевёз за год 41 тысячу пассажиров, сообщили в порту в понедельник. Строится новый причал.",
    "uk": "Пором на Лунде перевіз за рік 41 тисячу пасажирів, повідомили в порту в понеділок. Будується новий причал.",
}
#: Seconds after which a job counts as lost.
_LOST = 1200.0


class Kratko:
    """Reader and writer, the writer's model loaded."""

    def __init__(self, options: SummaryOptions, make_handler: HandlerFactory) -> None:
        self._options = options
        self._make_handler = make_handler
        self._heard: queue.SimpleQueue[tuple[float, Message]] = queue.SimpleQueue()
        self._reader = self._client(Role.READER)
        self._writer = self._client(Role.WRITER)
        begun = time.monotonic()
        self._reader.start()  # as the window does
        self._await(self._writer, WarmUpJob(next_job_id(), options))
        self._await(self._reader, ReadJob(next_job_id(), TextSource("The pier of Lunde was opened on Monday. " * 9)))
        #: Seconds until both children were up and the model loaded.
        self.load_seconds = time.monotonic() - begun
        for lang, body in _WARM_UP.items():
            self._await(self._writer, SummarizeJob(next_job_id(), Article("-", body, lang=lang), options))

    def _client(self, role: Role, idle_seconds: float | None = None) -> WorkerClient:
        def hear(message: Message) -> None:
            self._heard.put((time.monotonic(), message))

        return WorkerClient(role, hear, make_handler=self._make_handler, idle_seconds=idle_seconds)

    def _messages(self, *wanted: int) -> Iterator[tuple[float, Message]]:
        """Messages with their time until all jobs in ``wanted`` are done; ends the benchmark if one fails."""
        left = set(wanted)
        while left:
            told, message = self._heard.get(timeout=_LOST)
            if isinstance(message, Failed):
                raise SystemExit(f"job {message.id} failed: {message.error}")
            if isinstance(message, Done):
                left.discard(message.id)
            yield told, message

    def _await(self, client: WorkerClient, job: Job) -> list[tuple[float, Message]]:
        client.submit(job)
        return list(self._messages(job.id))

    def _cpu(self) -> float:
        return cpu_seconds(self._reader.pid) + cpu_seconds(self._writer.pid)

    def _read(self, text: Text, client: WorkerClient | None = None) -> tuple[Article, tuple[Figure, ...], float]:
        """Article and figures, and when the figures came."""
        source = TextSource(f"{text.title}\n\n{text.body}" if text.title else text.body)
        article, figures, at = None, (), 0.0
        for told, message in self._await(client or self._reader, ReadJob(next_job_id(), source)):
            if isinstance(message, Emitted) and isinstance(message.event, ArticleReady):
                article = message.event.article
            elif isinstance(message, Emitted) and isinstance(message.event, FiguresReady):
                figures, at = message.event.figures, told
        assert article is not None
        return article, figures, at

    def _summarise(
        self, article: Article, figures: tuple[Figure, ...], options: SummaryOptions, begun: float, cpu: float
    ) -> Row:
        job = SummarizeJob(next_job_id(), article, options, figures=figures)
        first, whole, summary = 0.0, 0.0, None
        for told, message in self._await(self._writer, job):
            if isinstance(message, Emitted) and isinstance(message.event, SummaryPiece):
                first = first or told - begun
            elif isinstance(message, Emitted) and isinstance(message.event, SummaryReady):
                whole, summary = told - begun, message.event.summary
        assert summary is not None
        return {
            "first": first or whole,
            "whole": whole,
            "cpu": self._cpu() - cpu,
            "tokens": summary.tokens,
            "prompt_tokens": summary.prompt_tokens,
            "read_words": summary.read_words,
            "outcome": str(summary.outcome),
        }

    def _forget(self) -> None:
        """Have the model read something else, so that no measurement finds its article read by another."""
        self._await(self._writer, ReadAheadJob(next_job_id(), Article("-", "One line.", lang="en"), self._options))

    def at_once(self, text: Text) -> Row:
        """The whole way without any head start: figures, then a summary."""
        self._forget()
        cpu, begun = self._cpu(), time.monotonic()
        article, figures, at = self._read(text)
        made = self._summarise(article, figures, self._options, begun, cpu)
        return {"figures": at - begun, "figures_found": len(figures), **made}

    def ahead(self, text: Text) -> Row:
        """The button is pressed when the model has read the article already; times from the button on."""
        self._forget()
        begun = time.monotonic()
        article, figures, _ = self._read(text)
        self._await(self._writer, ReadAheadJob(next_job_id(), article, self._options, figures))
        read = time.monotonic() - begun
        return {"read_ahead": read, **self._summarise(article, figures, self._options, time.monotonic(), self._cpu())}

    def again(self, text: Text) -> Row:
        """Other forms of an article whose first summary is there, times from the button on."""
        article, figures, _ = self._read(text)
        self._await(self._writer, ReadAheadJob(next_job_id(), article, self._options, figures))
        return {
            name: self._summarise(article, figures, change(self._options), time.monotonic(), self._cpu())
            for name, change in AGAIN.items()
        }

    def cold(self, text: Text) -> Row:
        """Figures from a reader that has to be started first."""
        begun = time.monotonic()
        client = self._client(Role.READER)
        try:
            _, figures, at = self._read(text, client)
        finally:
            client.close(timeout=10)
        return {"figures": at - begun, "figures_found": len(figures)}

    def coldest(self, text: Text) -> Row:
        """Figures from the first reader there ever was on a computer: no table of words is kept."""
        with tempfile.TemporaryDirectory(prefix="kratko-speed-") as empty, cache_at(empty):
            return self.cold(text)

    def queue(self, texts: list[Text]) -> Row:
        """All ``texts`` as the queue does them: one line reads ahead, the other writes."""
        self._forget()
        cpu, begun = self._cpu(), time.monotonic()
        reading = {next_job_id(): text for text in texts}
        jobs = iter([ReadJob(number, TextSource(f"{text.title}\n\n{text.body}")) for number, text in reading.items()])
        articles: dict[int, Article] = {}
        waiting: list[SummarizeJob] = []
        writing: int | None = None
        written = 0
        self._reader.submit(next(jobs))
        while written < len(texts):
            _, message = self._heard.get(timeout=_LOST)
            match message:
                case Failed(error=error):
                    raise SystemExit(f"the queue failed: {error}")
                case Emitted(id=number, event=ArticleReady(article=article)):
                    articles[number] = article
                case Emitted(id=number, event=FiguresReady(figures=figures)):
                    waiting.append(SummarizeJob(next_job_id(), articles[number], self._options, figures=figures))
                case Done(id=number) if number in reading:
                    if (job := next(jobs, None)) is not None:
                        self._reader.submit(job)
                case Done(id=number) if number == writing:
                    writing, written = None, written + 1
            if writing is None and waiting:
                writing = waiting[0].id
                self._writer.submit(waiting.pop(0))
        return {"seconds": time.monotonic() - begun, "cpu": self._cpu() - cpu, "articles": len(texts)}

    def memory(self) -> Row:
        """Memory of both children, and of a writer that had nothing to do for two seconds (the app waits longer)."""
        used = {"writer": memory(self._writer.pid), "reader": memory(self._reader.pid), "load": self.load_seconds}
        resting = self._client(Role.WRITER, idle_seconds=2.0)
        self._await(resting, WarmUpJob(next_job_id(), self._options))
        time.sleep(4.0)
        used["idle"] = memory(resting.pid)
        resting.close()
        return used

    def close(self) -> None:
        """End both children."""
        self._reader.close(timeout=10)
        self._writer.close(timeout=10)
