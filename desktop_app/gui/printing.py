"""Printing digests, with a preview: the pages of the PDF on the printer's paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QObject
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from desktop_app.article import Digest
from desktop_app.export import ExportOptions
from desktop_app.gui.painting.pages import Pages, Paper, paint_all


class PrintJob(QObject):
    """``digests`` on their way to a printer. The pages are set anew only when the paper changes."""

    def __init__(self, digests: Sequence[Digest], options: ExportOptions, window: QWidget) -> None:
        super().__init__(window)
        self._digests = digests
        self._options = options
        self._set: tuple[Paper, Pages] | None = None
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)  # the dialog does not keep it alive
        self._printer.setCreator("Kratko")

    def preview(self, window: QWidget) -> QPrintPreviewDialog:
        """The dialog, shown over ``window``; printing goes on from there."""
        dialog = QPrintPreviewDialog(self._printer, window)
        dialog.setWindowTitle(self.tr("Print"))
        dialog.resize(window.width() * 3 // 4, window.height() * 9 // 10)
        dialog.paintRequested.connect(self.paint)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self.deleteLater)
        dialog.open()
        return dialog

    def paint(self, printer: QPrinter) -> None:
        """Paint the pages asked for onto ``printer``."""
        layout = printer.pageLayout()
        layout.setMode(QPageLayout.Mode.FullPageMode)
        layout.setMargins(QMarginsF())
        printer.setPageLayout(layout)
        pages = self._pages(Paper.of(printer))
        printer.setDocName(pages.title)
        first, last = printer.fromPage() or 1, printer.toPage() or len(pages.pages)
        painter = QPainter(printer)
        paint_all(painter, pages, printer.newPage, lambda number: first <= number <= last)
        painter.end()

    def _pages(self, paper: Paper) -> Pages:
        if self._set is None or self._set[0] != paper:
            self._set = (paper, Pages(self._digests, self._options, paper))
        return self._set[1]
