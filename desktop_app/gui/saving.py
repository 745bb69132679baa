"""Asking for a file to write, and writing it in the exporter's child while the window goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop_app.errors import Cancelled, KratkoError, UnknownExportFormat
from desktop_app.export import Exporter, targets
from desktop_app.gui import settings
from desktop_app.gui.backend import Backend
from desktop_app.gui.i18n import InterfaceLanguage
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.message_bar import MessageBar, Remedy
from desktop_app.gui.settings import Setting, Settings
from desktop_app.messages import describe_error
from desktop_app.worker.messages import Done, Emitted, ExportComparisonJob, Exported, ExportJob, Failed, Message

#: Milliseconds after which it is told that a file is being written; most are done sooner.
_TELL_AFTER: Final = 400


class FilePrompt(QObject):
    """Asks where to save; remembers the folder and, with a ``format_``, the ending chosen last."""

    def __init__(self, window: QWidget, settings_: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings_

    def ask(
        self,
        title: str,
        name: str,
        kinds: Sequence[tuple[str, str]],
        format_: Setting[str] | None,
        then: Callable[[Path], None],
    ) -> None:
        """Show the dialog for a file called ``name`` (without its ending), of one of ``kinds`` (words and ending);
        ``then`` gets the path, with an ending, once it is chosen.
        """
        filters = {f"{words} (*{suffix})": suffix for words, suffix in kinds}
        dialog = QFileDialog(self._window, title, self._settings.get(settings.EXPORT_FOLDER))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters(list(filters))
        remembered = self._settings.get(format_) if format_ else kinds[0][1]
        chosen = next((words for words, suffix in filters.items() if suffix == remembered), next(iter(filters)))

        def use(words: str) -> None:
            suffix = filters[words]
            dialog.setDefaultSuffix(suffix)
            for file in dialog.selectedFiles():
                if Path(file).suffix in filters.values():
                    dialog.selectFile(str(Path(file).with_suffix(suffix)))

        def take() -> None:
            path = Path(dialog.selectedFiles()[0])
            self._settings.set(settings.EXPORT_FOLDER, str(path.parent))
            if format_ is not None and path.suffix in filters.values():
                self._settings.set(format_, path.suffix)
            then(path)

        dialog.selectNameFilter(chosen)
        dialog.setDefaultSuffix(filters[chosen])
        dialog.selectFile(f"{name}{filters[chosen]}")
        dialog.filterSelected.connect(use)
        dialog.accepted.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def several(self, path: Path, count: int, exporter: Exporter, then: Callable[[], None]) -> None:
        """Go on with ``then``; if ``count`` digests become files of their own and some are there already, ask first."""
        paths = targets(path, count, exporter)
        there = [file.name for file in paths if file.exists()] if len(paths) > 1 else []
        if not there:
            then()
            return
        box = QMessageBox(QMessageBox.Icon.Question, "Kratko", "", parent=self._window)
        box.setText(self.tr("%n file(s) of these names are there already. Replace them?", "", len(there)))
        box.setInformativeText(", ".join(there[:6]) + ("…" if len(there) > 6 else ""))
        replace = box.addButton(self.tr("Replace"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.buttonClicked.connect(lambda button: then() if button is replace else None)
        box.finished.connect(box.deleteLater)
        box.open()


class FileJobs(QObject):
    """Has files written, one after another, and tells in ``bar`` how it went."""

    def __init__(
        self, backend: Backend, new_id: Callable[[], int], bar: MessageBar, language: InterfaceLanguage, window: QWidget
    ) -> None:
        super().__init__(window)
        self._backend = backend
        self._new_id = new_id
        self._bar = bar
        self._language = language
        self._jobs: dict[int, tuple[str, Callable[[], None]]] = {}
        self._show: Callable[[], None] = lambda: None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_TELL_AFTER)
        self._late.timeout.connect(lambda: self._say(self._show_writing))
        backend.received.connect(self._receive)
        keep_worded(window, self._word)

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return bool(self._jobs)

    def write(self, make: Callable[[int], ExportJob | ExportComparisonJob], again: Callable[[], None]) -> None:
        """Submit the job that ``make`` makes of an id; ``again`` asks for another place if it fails."""
        job = make(self._new_id())
        self._jobs[job.id] = (job.path, again)
        self._late.start()
        self._backend.submit(job)

    def stop(self) -> None:
        """Stop all of it; files that were there stay as they were."""
        for job in tuple(self._jobs):
            self._backend.cancel(job)
        self._jobs.clear()
        self._end()
        self.hide()

    def hide(self) -> None:
        """Put the bar away."""
        self._show = lambda: None
        self._bar.hide()

    def _word(self) -> None:
        self._show()

    def _receive(self, message: Message) -> None:
        known = self._jobs.get(message.id)
        if known is None:
            return
        match message:
            case Emitted(event=Exported(paths)):
                self._jobs[message.id] = ("\n".join(paths), known[1])
            case Done():
                del self._jobs[message.id]
                self._end()
                self._say(lambda: self._show_written(known[0].split("\n")))
            case Failed(error=error):
                del self._jobs[message.id]
                self._end()
                if not isinstance(error, Cancelled):
                    self._say(lambda: self._show_failure(error, known[1]))

    def _end(self) -> None:
        if not self._jobs:
            self._late.stop()

    def _say(self, show: Callable[[], None]) -> None:
        self._show = show
        show()

    def _show_writing(self) -> None:
        names = [Path(path).name for path, _ in self._jobs.values()]
        words = self.tr("Writing {name}…").format(name=", ".join(names))
        self._bar.show_message("info", "", words, [Remedy(self.tr("Cancel"), self.stop, icon="stop")])

    def _show_written(self, paths: Sequence[str]) -> None:
        first = Path(paths[0])
        words = self.tr("Saved: {name}").format(name=first.name)
        if len(paths) > 1:
            words = self.tr("Saved: {first} … {last}").format(first=first.name, last=Path(paths[-1]).name)
        remedies = [
            Remedy(self.tr("Show in folder"), lambda: _open(first.parent), icon="folder"),
            Remedy(self.tr("Close"), self.hide),
        ]
        if len(paths) == 1:
            remedies.insert(0, Remedy(self.tr("Open"), lambda: _open(first), icon="file"))
        self._bar.show_message("info", "", words, remedies)

    def _show_failure(self, error: KratkoError, again: Callable[[], None]) -> None:
        wording = describe_error(error, self._language.lang)
        misnamed = isinstance(error, UnknownExportFormat)
        words = self.tr("Choose another name") if misnamed else self.tr("Choose another place")
        remedies = [Remedy(words, again, True, "folder"), Remedy(self.tr("Close"), self.hide)]
        self._bar.show_message("error", wording.title, wording.advice, remedies)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
