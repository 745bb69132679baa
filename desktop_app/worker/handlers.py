"""What each role's child does with its jobs; heavy imports wait until a job needs them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.article import Digest
from desktop_app.cancelling import CancelCheck
from desktop_app.choices import Engine
from desktop_app.errors import InternalError, ModelNotInstalled
from desktop_app.events import ArticleReady
from desktop_app.worker.child import QUIET, STEP, Handler
from desktop_app.worker.exporting import ExportHandler
from desktop_app.worker.messages import (
    AdviseJob,
    DigestsLoaded,
    InstallJob,
    Job,
    LoadDigestsJob,
    MeasureJob,
    OfferJob,
    Progress,
    ReadAheadJob,
    ReadJob,
    ReleaseJob,
    RemoveJob,
    Role,
    SummarizeJob,
    Telling,
    VerifyJob,
    WarmUpJob,
)

if TYPE_CHECKING:
    from desktop_app.summarizer.pool import SummarizerPool

Emit = Callable[[Telling], None]


def make_handler(role: Role) -> Handler:
    """The handler for ``role``."""
    handlers: dict[Role, Callable[[], Handler]] = {
        Role.READER: ReaderHandler,
        Role.WRITER: WriterHandler,
        Role.INSTALLER: InstallerHandler,
        Role.EXPORTER: ExportHandler,
        Role.KEEPER: _keeper,
    }
    return handlers[role]()


class ReaderHandler:
    """Fetches pages, extracts articles, finds figures; within bounds, for all of it is the work of strangers.

    What was fetched is taken apart by another process, one that could do no harm, where the system has such.
    """

    def __init__(self, memory: int | None = None) -> None:
        from desktop_app.worker.limits import MEMORY, bound_memory
        from desktop_app.worker.parsing import Parser, Understanding, can_part

        memory = memory or MEMORY
        self._parser: Parser | None = Parser(memory) if can_part() else None
        self._understanding = Understanding() if self._parser is None else None
        self._langs: set[str] = set()
        self._settled: set[str] = set()
        bound_memory(memory)

    def prepare(self) -> Iterator[float]:
        """Load what fetches pages, and where there is no other process, what takes them apart.

        After a quiet minute, write the tables of words of the languages read here, for the next start; the process that
        takes pages apart may not write.
        """
        from desktop_app.sources import files, web  # noqa: F401 - loaded for the first job

        yield STEP
        if self._understanding is not None:
            yield from self._understanding.prepare()
            yield STEP
        from desktop_app import word_tables
        from desktop_app.messages import INTERFACE_LANGUAGES, system_language

        wanted = dict.fromkeys((system_language(), *INTERFACE_LANGUAGES, *sorted(self._langs)))
        for lang in wanted:
            if lang not in self._settled and not word_tables.is_kept(lang):
                yield QUIET
                word_tables.keep(lang)
            self._settled.add(lang)  # tried once: a disk that takes nothing now is not asked after every article

    def run(self, job: Job, emit: Emit, cancelled: CancelCheck) -> None:
        """Do a ``ReadJob``, a ``LoadDigestsJob``, an ``OfferJob`` or an ``AdviseJob``."""
        from desktop_app.digest import read
        from desktop_app.model_store import ModelStore

        if isinstance(job, LoadDigestsJob):
            emit(DigestsLoaded(_load(job.paths)))
            return
        if isinstance(job, OfferJob):
            from desktop_app.model_store.offers import offer

            emit(offer(ModelStore.default(job.network), job.model, cancelled))
            return
        if isinstance(job, AdviseJob):
            from desktop_app.summarizer.advising import advice_for

            emit(advice_for(ModelStore.default(), job.model))
            return
        if not isinstance(job, ReadJob):
            raise unexpected(job)
        for event in read(
            job.source,
            limits=job.limits,
            network=job.network,
            cancelled=cancelled,
            with_figures=job.with_figures,
            understand=self._parser.understand if self._parser is not None else None,
        ):
            if isinstance(event, ArticleReady):
                self._langs.add(event.article.lang)
            emit(event)


class WriterHandler:
    """Keeps a model loaded and writes summaries with it."""

    def __init__(self) -> None:
        self._pool: SummarizerPool | None = None

    def run(self, job: Job, emit: Emit, cancelled: CancelCheck) -> None:
        """Do a ``SummarizeJob``, a ``ReadAheadJob``, a ``WarmUpJob``, a ``MeasureJob`` or a ``ReleaseJob``."""
        from desktop_app.digest import read_ahead, summarize
        from desktop_app.model_store import ModelStore
        from desktop_app.summarizer.pool import SummarizerPool

        if self._pool is None:
            self._pool = SummarizerPool(ModelStore.default())
        if isinstance(job, WarmUpJob):
            if job.options.engine is Engine.SERVER:
                return  # a server is not contacted before there is something to summarise
            # Without a model there is nothing to warm; the reader hears of it when a summary is asked for.
            try:
                self._pool.get(job.options, cancelled)
            except ModelNotInstalled:
                return
        elif isinstance(job, ReadAheadJob):
            if job.options.engine is Engine.SERVER:
                return
            with contextlib.suppress(ModelNotInstalled):
                read_ahead(job.article, job.options, self._pool, figures=job.figures, cancelled=cancelled)
        elif isinstance(job, SummarizeJob):
            self._pool.network = job.network
            for event in summarize(job.article, job.options, self._pool, figures=job.figures, cancelled=cancelled):
                emit(event)
        elif isinstance(job, MeasureJob):
            from desktop_app.summarizer.advising import measured

            emit(measured(self._pool, job.options, cancelled))
        elif isinstance(job, ReleaseJob):
            self._pool.release(job.model)
        else:
            raise unexpected(job)


class InstallerHandler:
    """Downloads, verifies and removes models."""

    def run(self, job: Job, emit: Emit, cancelled: CancelCheck) -> None:
        """Do an ``InstallJob``, a ``VerifyJob`` or a ``RemoveJob``."""
        from desktop_app.model_store import ModelStore

        def progress(done: int, total: int) -> None:
            emit(Progress(done, total))

        if isinstance(job, InstallJob):
            ModelStore.default(job.network).install(job.model, progress=progress, cancelled=cancelled)
        elif isinstance(job, VerifyJob):
            ModelStore.default().verify(job.model, progress=progress, cancelled=cancelled)
        elif isinstance(job, RemoveJob):
            ModelStore.default().remove(job.model)
        else:
            raise unexpected(job)


def _load(paths: Sequence[str]) -> tuple[Digest, ...]:
    from desktop_app.export.reading import read_digests

    return tuple(digest for path in paths for digest in read_digests(Path(path)))


def _keeper() -> Handler:
    from desktop_app.worker.keeper import KeeperHandler

    return KeeperHandler()


def unexpected(job: Job) -> InternalError:
    return InternalError(reason=f"{type(job).__name__} sent to the wrong child")
