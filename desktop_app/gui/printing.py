"""Printing digests, with a preview: the pages of the PDF on the printer's paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMarginsF, QObject, Qt, QTimer
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QProgressDialog, QWidget

from desktop_app.article import Digest
from desktop_app.export import ExportOptions
from desktop_app.gui.painting.pages import Pages, Paper, paint_all

#: Milliseconds after which it is told that pages are being laid out.
_TELL_AFTER: Final = 400


class PrintJob(QObject):
    """``digests`` on their way to a printer. The pages are set anew only when the paper changes."""

    def __init__(self, digests: Sequence[Digest], options: ExportOptions, window: QWidget) -> None:
        super().__init__(window)
        self._digests = digests
        self._options = options
        self._window = window
        self._set: tuple[Paper, Pages] | None = None
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)  # the dialog does not keep it alive
        self._printer.setCreator("Kratko")

    def begin(self) -> None:
        """Lay the pages out, a digest at a time so that the window goes on, and show the preview."""
        paper = _full_page(self._printer)
        pages = Pages(self._digests, self._options, paper)
        steps = pages.steps()
        done = 0
        progress = QProgressDialog(
            self.tr("Preparing the pages…"), self.tr("Cancel"), 0, len(self._digests), self._window
        )
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(_TELL_AFTER)
        timer = QTimer(progress)

        def step() -> None:
            nonlocal done
            if next(steps, self) is self:  # there was none left
                timer.stop()
                progress.reset()
                progress.deleteLater()
                self._set = (paper, pages)
                self.preview()
                return
            done += 1
            if done < len(self._digests):
                progress.setValue(done)

        def stop() -> None:
            timer.stop()
            progress.deleteLater()
            self.deleteLater()

        timer.timeout.connect(step)
        progress.canceled.connect(stop)
        timer.start()

    def preview(self) -> None:
        """Show what is going to be printed; printing goes on from there."""
        dialog = QPrintPreviewDialog(self._printer, self._window)
        dialog.setWindowTitle(self.tr("Print"))
        dialog.resize(self._window.width() * 3 // 4, self._window.height() * 9 // 10)
        dialog.paintRequested.connect(self.paint)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self.deleteLater)
        dialog.open()

    def paint(self, printer: QPrinter) -> None:
        """Paint the pages asked for onto ``printer``."""
        pages = self._pages(_full_page(printer))
        printer.setDocName(pages.title)
        first, last = printer.fromPage() or 1, printer.toPage() or len(pages.pages)
        painter = QPainter(printer)
        paint_all(painter, pages, printer.newPage, lambda number: first <= number <= last)
        painter.end()

    def _pages(self, paper: Paper) -> Pages:
        if self._set is None or self._set[0] != paper:
            self._set = (paper, Pages(self._digests, self._options, paper).lay_out())
        return self._set[1]


def _full_page(printer: QPrinter) -> Paper:
    """The whole sheet in ``printer``: margins are ours."""
    layout = printer.pageLayout()
    layout.setMode(QPageLayout.Mode.FullPageMode)
    layout.setMargins(QMarginsF())
    printer.setPageLayout(layout)
    return Paper.of(printer)
