"""Exported digests as sources: shown as they are stored, without reading or summarising anything again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.article import Digest
from desktop_app.errors import Cancelled, KratkoError
from desktop_app.gui import settings
from desktop_app.gui.backend import Backend
from desktop_app.gui.keeping import Keeping
from desktop_app.gui.snackbar import Snackbar
from desktop_app.gui.tools import Tools
from desktop_app.messages import describe_error
from desktop_app.sources.source import FileSource, Source
from desktop_app.worker.client import next_job_id
from desktop_app.worker.keeping import DigestSaved, SaveDigest
from desktop_app.worker.messages import DigestsLoaded, Emitted, Failed, LoadDigestsJob, Message

_SUFFIXES = (".json", ".jsonl")


class Importing(QObject):
    """Takes exported digests out of what is to be opened; everything else goes on to ``open_``.

    ``shown`` tells that a digest is on the screen.
    """

    shown = Signal()

    def __init__(
        self,
        tools: Tools,
        backend: Backend,
        keeping: Keeping,
        snackbar: Snackbar,
        open_: Callable[[Sequence[Source]], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._tools = tools
        self._backend = backend
        self._keeping = keeping
        self._snackbar = snackbar
        self._open = open_
        self._jobs: dict[int, tuple[Callable[[tuple[Digest, ...]], None], Callable[[KratkoError], None]]] = {}
        backend.received.connect(self._receive)

    def open(self, sources: Sequence[Source]) -> None:
        """Open ``sources``: files that hold digests as these digests, all others as articles."""
        found = dict.fromkeys(source for source in sources if could_hold_digests(source))
        if not found:
            self._open(sources)
            return
        waiting = set(found)
        alone = len(sources) == 1

        def decided(file: Source) -> None:
            waiting.discard(file)
            rest = [source for source in sources if source not in found]
            if not waiting and rest:
                self._open(rest)

        def taken(file: FileSource, digests: tuple[Digest, ...]) -> None:
            self._take(file, digests, show=alone)
            decided(file)

        def refused(file: FileSource) -> None:
            """A file of another kind is read like any other."""
            del found[file]
            decided(file)

        for file in tuple(found):
            assert isinstance(file, FileSource)
            self._load((file.path,), partial(taken, file), lambda _, file=file: refused(file))  # type: ignore[misc]

    def read(self, paths: Sequence[Path], then: Callable[[tuple[Digest, ...]], None]) -> None:
        """Hand the digests of ``paths`` to ``then``; what is wrong with them is told."""
        self._load(tuple(paths), then, self._tell)

    def _take(self, file: FileSource, digests: tuple[Digest, ...], *, show: bool) -> None:
        first = digests[0]
        if show:
            self._keeping.show(file, first)
            self.shown.emit()
        if self._tools.settings.get(settings.KEEP_DIGESTS):
            left = len(digests)

            def saved(answer: DigestSaved) -> None:
                nonlocal left
                left -= 1
                if not left:
                    self._keeping.saved.emit(answer.entry)
                    if len(digests) > 1 or not show:
                        self._snackbar.show_message(self.tr("%n digest(s) were added to the library", "", len(digests)))

            for digest in digests:
                self._tools.keeper.ask(SaveDigest(digest, self._tools.session.options), saved)
        elif len(digests) > 1 or not show:
            words = self.tr("%n digest(s) in the file; turn on keeping to have all in the library", "", len(digests))
            self._snackbar.show_message(words)

    def _load(
        self,
        paths: tuple[Path, ...],
        then: Callable[[tuple[Digest, ...]], None],
        otherwise: Callable[[KratkoError], None],
    ) -> None:
        job = LoadDigestsJob(next_job_id(), tuple(map(str, paths)))
        self._jobs[job.id] = (then, otherwise)
        self._backend.submit(job)

    def _receive(self, message: Message) -> None:
        if message.id not in self._jobs:
            return
        match message:
            case Emitted(event=DigestsLoaded(digests)):
                then, _ = self._jobs.pop(message.id)
                then(digests)
            case Failed(error=error):
                _, otherwise = self._jobs.pop(message.id)
                if not isinstance(error, Cancelled):
                    otherwise(error)

    def _tell(self, error: KratkoError) -> None:
        wording = describe_error(error, self._tools.language.lang)
        self._snackbar.show_message(wording.sentences)


def could_hold_digests(source: Source) -> bool:
    """Whether ``source`` is a file by whose name it may be an export of Kratko's."""
    return isinstance(source, FileSource) and source.path.suffix.lower() in _SUFFIXES
