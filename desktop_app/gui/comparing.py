"""Comparing digests: choosing them, having them compared in the exporter's child, and taking the comparison away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.article import Digest
from desktop_app.errors import Cancelled
from desktop_app.gui import settings
from desktop_app.gui.backend import Backend
from desktop_app.gui.compare_dialog import CompareDialog
from desktop_app.gui.compare_page import ComparePage
from desktop_app.gui.importing import Importing
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.taking_away import Takeaway
from desktop_app.gui.tools import Tools
from desktop_app.messages import describe_error
from desktop_app.worker.client import next_job_id
from desktop_app.worker.keeping import DigestsFetched, EntriesListed, FetchDigests, ListEntries
from desktop_app.worker.messages import Compared, CompareJob, Emitted, ExportComparisonJob, Failed, Message

#: The command that needs a digest.
NAMES = ("compare",)


class Comparing(QObject):
    """Owns the page; ``show`` turns the window to it, ``back`` to what was there before."""

    def __init__(
        self,
        tools: Tools,
        backend: Backend,
        away: Takeaway,
        importing: Importing,
        window: QWidget,
        show: Callable[[], object],
        back: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self.page = ComparePage(tools.theme)
        self._tools = tools
        self._backend = backend
        self._away = away
        self._importing = importing
        self._window = window
        self._show = show
        self._digests: tuple[Digest, ...] = ()
        self._job: int | None = None
        self._lang = tools.language.lang
        self.page.back_wished.connect(back)
        self.page.more_wished.connect(lambda: self._choose(self._digests))
        self.page.save_wished.connect(self.save)
        backend.received.connect(self._receive)
        keep_worded(window, self._word)

    def compare(self, digests: Sequence[Digest]) -> None:
        """Compare ``digests``, two at least."""
        if len(digests) < 2:
            return
        self._digests = tuple(digests)
        self._begin()
        self._show()

    def compare_with(self) -> None:
        """Choose what to compare with what is open."""
        self._choose(self._away.current())

    def save(self) -> None:
        """Ask for a file and write the comparison."""
        digests, lang = self._digests, self._tools.language.lang
        kinds = [
            (self.tr("Web page"), ".html"),
            (self.tr("Markdown"), ".md"),
            (self.tr("Table"), ".csv"),
            (self.tr("Text"), ".txt"),
        ]

        def write(path: Path) -> None:
            self._away.files.write(lambda id_: ExportComparisonJob(id_, digests, str(path), lang), self.save)

        name = self.tr("Comparison")
        self._away.prompt.ask(self.tr("Save the comparison as"), name, kinds, settings.COMPARISON_FORMAT, write)

    def _choose(self, with_: tuple[Digest, ...]) -> None:
        dialog = CompareDialog(self._tools.theme, self._window)

        def listed(answer: EntriesListed) -> None:
            own = {digest.article.source for digest in with_}
            dialog.show_entries([hit.entry for hit in answer.hits if hit.entry.source not in own])

        def ask(text: str = "") -> None:
            self._tools.keeper.ask(ListEntries(text=text), listed, lambda _: None)

        def fetched(answer: DigestsFetched) -> None:
            self.compare((*with_, *answer.digests))

        dialog.searched.connect(ask)
        dialog.files_wished.connect(lambda: self._from_files(dialog, with_))
        dialog.accepted.connect(lambda: self._tools.keeper.ask(FetchDigests(dialog.chosen), fetched))
        dialog.finished.connect(dialog.deleteLater)
        ask()
        dialog.open()

    def _from_files(self, dialog: CompareDialog, with_: tuple[Digest, ...]) -> None:
        folder = self._tools.settings.get(settings.LAST_FOLDER)
        kinds = self.tr("Exported digests (*.json *.jsonl)")
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Compare with"), folder, kinds)
        if names:
            dialog.reject()
            self._importing.read([Path(name) for name in names], lambda digests: self.compare((*with_, *digests)))

    def _begin(self) -> None:
        self._stop()
        self._lang = self._tools.language.lang
        self._job = next_job_id()
        self.page.show_waiting()
        self._backend.submit(CompareJob(self._job, self._digests, self._lang))

    def _stop(self) -> None:
        if self._job is not None:
            self._backend.cancel(self._job)
            self._job = None

    def _receive(self, message: Message) -> None:
        if message.id != self._job:
            return
        match message:
            case Emitted(event=Compared(sheet)):
                self._job = None
                self.page.show_sheet(sheet)
            case Failed(error=error) if not isinstance(error, Cancelled):
                self._job = None
                wording = describe_error(error, self._tools.language.lang)
                self.page.show_problem(wording.title, wording.advice)

    def _word(self) -> None:
        """The words of a comparison are made in the child: have them made again in another language."""
        if self._digests and self._lang != self._tools.language.lang and self.page.isVisible():
            self._begin()
