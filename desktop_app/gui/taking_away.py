"""Taking digests away: saving, copying, sharing, printing, dragging; what is open or what was chosen elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.article import Digest
from desktop_app.export import ExportOptions, PaperSize, PictureSize, PictureTheme
from desktop_app.export.naming import file_name
from desktop_app.gui import settings
from desktop_app.gui.backend import Backend
from desktop_app.gui.clipboard import markdown_mime, mime_of
from desktop_app.gui.message_bar import MessageBar
from desktop_app.gui.painting.exporters import all_exporters
from desktop_app.gui.saving import FileJobs, FilePrompt
from desktop_app.gui.share_dialog import ShareDialog
from desktop_app.gui.tools import Tools
from desktop_app.worker.client import next_job_id
from desktop_app.worker.messages import ExportJob

#: The commands that need a digest.
NAMES = ("save", "print", "share_picture", "copy_digest", "copy_markdown")


class Takeaway(QObject):
    """Every method takes ``digests``, or what is open in ``session`` if none are given.

    ``available`` tells whether there is anything open, ``copied`` that the clipboard was filled. What became of files
    is told in ``bar``.
    """

    available = Signal(bool)
    copied = Signal()

    def __init__(
        self,
        tools: Tools,
        backend: Backend,
        bar: MessageBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme, self._settings, self._language = tools.theme, tools.settings, tools.language
        session = self._session = tools.session
        self.files = FileJobs(backend, next_job_id, bar, tools.language, window)
        self.prompt = FilePrompt(window, tools.settings)
        self._window = window
        for changed in (session.opened, session.article_ready, session.closed):
            changed.connect(lambda *_: self.available.emit(bool(self.current())))

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the commands of :data:`NAMES` do."""
        return {
            "save": self.save,
            "print": self.print_,
            "share_picture": self.share_picture,
            "copy_digest": self.copy,
            "copy_markdown": self.copy_markdown,
        }

    def current(self) -> tuple[Digest, ...]:
        """What is open, as far as it is there."""
        session = self._session
        if session.article is None:
            return ()
        return (Digest(session.article, session.figures, session.summary),)

    def options(self) -> ExportOptions:
        """How things are taken away: the reader's language, paper and choices."""
        american = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
        return ExportOptions(
            lang=self._language.lang,
            with_text=self._settings.get(settings.EXPORT_WITH_TEXT),
            bom=True,
            paper=PaperSize.LETTER if american else PaperSize.A4,
            picture=PictureSize(self._settings.get(settings.PICTURE_SIZE)),
            theme=PictureTheme(self._settings.get(settings.PICTURE_THEME)),
        )

    def save(self, digests: Sequence[Digest] = ()) -> None:
        """Ask for a file and write it."""
        if chosen := self._chosen(digests):
            name = file_name(chosen, self._language.lang)
            self.prompt.ask(
                self.tr("Save the digest as"),
                name,
                self._kinds(),
                settings.EXPORT_FORMAT,
                lambda path: self._write(path, chosen, self.options()),
            )

    def copy(self, digests: Sequence[Digest] = ()) -> None:
        """Copy summary, figures and source, rich and plain."""
        self._to_clipboard(digests, mime_of)

    def copy_markdown(self, digests: Sequence[Digest] = ()) -> None:
        """Copy the same as Markdown."""
        self._to_clipboard(digests, markdown_mime)

    def mime(self) -> QMimeData | None:
        """What is open, to be dragged out."""
        chosen = self.current()
        return mime_of(chosen, self.options()) if chosen else None

    def share_picture(self, digests: Sequence[Digest] = ()) -> None:
        """Show the picture of the first digest, to be copied or saved."""
        if chosen := self._chosen(digests)[:1]:
            dialog = ShareDialog(self._theme, self._settings, chosen[0], self.options(), self._window)
            dialog.save_wished.connect(lambda options: self._save_picture(dialog, chosen, options))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def print_(self, digests: Sequence[Digest] = ()) -> None:
        """Show what would be printed, and print it."""
        if chosen := self._chosen(digests):
            # Printing support is loaded when somebody prints, not when the window opens.
            from desktop_app.gui.printing import PrintJob

            PrintJob(chosen, self.options(), self._window).begin()

    def _chosen(self, digests: Sequence[Digest]) -> tuple[Digest, ...]:
        return tuple(digests) or self.current()

    def _to_clipboard(
        self, digests: Sequence[Digest], make: Callable[[Sequence[Digest], ExportOptions], QMimeData]
    ) -> None:
        if chosen := self._chosen(digests):
            QGuiApplication.clipboard().setMimeData(make(chosen, self.options()))
            self.copied.emit()

    def _save_picture(self, dialog: ShareDialog, chosen: tuple[Digest, ...], options: ExportOptions) -> None:
        def write(path: Path) -> None:
            dialog.accept()
            # Two windows went away at once: some window managers then give the keys to another program.
            self._window.activateWindow()
            self._write(path, chosen, options)

        self.prompt.ask(
            self.tr("Save the picture as"),
            file_name(chosen, self._language.lang),
            [(self.tr("Picture"), ".png")],
            None,
            write,
        )

    def _write(self, path: Path, digests: tuple[Digest, ...], options: ExportOptions) -> None:
        exporters = {exporter.suffix: exporter for exporter in all_exporters()}
        exporter = exporters.get(path.suffix.lower())

        def begin() -> None:
            self.files.write(lambda id_: ExportJob(id_, digests, str(path), options), lambda: self.save(digests))

        if exporter is None:
            begin()  # the child says which endings there are
        else:
            self.prompt.several(path, len(digests), exporter, begin)

    def _kinds(self) -> list[tuple[str, str]]:
        """The formats in the order they are offered, in words."""
        kinds = {
            ".pdf": self.tr("PDF"),
            ".docx": self.tr("Word"),
            ".html": self.tr("Web page"),
            ".md": self.tr("Markdown"),
            ".txt": self.tr("Text"),
            ".png": self.tr("Share picture"),
            ".csv": self.tr("Table of the figures"),
            ".json": self.tr("JSON, opens in Kratko again"),
        }
        return [(words, suffix) for suffix, words in kinds.items()]
