"""PDF and the share picture as formats of the core's list. Qt is loaded when one of them is asked for, not before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from desktop_app.article import Digest
from desktop_app.errors import PaintingUnavailable
from desktop_app.export import EXPORTERS, Exporters, ExportOptions, PaperSize


class PdfExporter:
    """Typeset pages with selectable text, links and page numbers (PDF 1.4, ISO 32000)."""

    name = "PDF"
    suffix = ".pdf"
    media_type = "application/pdf"
    single = False

    def export(self, digests: Sequence[Digest], options: ExportOptions) -> bytes:
        """See :class:`~desktop_app.export.exporter.Exporter`."""
        with _painting():
            return _pdf(digests, options)


class PictureExporter:
    """The share picture, one digest on each."""

    name = "PNG"
    suffix = ".png"
    media_type = "image/png"
    single = True

    def export(self, digests: Sequence[Digest], options: ExportOptions) -> bytes:
        """See :class:`~desktop_app.export.exporter.Exporter`."""
        with _painting():
            return _png(digests[0], options)


def all_exporters() -> Exporters:
    """Every format: those of the core and those that are painted."""
    return EXPORTERS.and_also((PdfExporter(), PictureExporter()))


def _pdf(digests: Sequence[Digest], options: ExportOptions) -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

    from desktop_app.gui.painting.pages import Pages, Paper, paint_all

    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("Kratko")
    writer.setResolution(1200)
    size = QPageSize.PageSizeId.Letter if options.paper is PaperSize.LETTER else QPageSize.PageSizeId.A4
    writer.setPageLayout(QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, QMarginsF()))
    pages = Pages(digests, options, Paper.of(writer)).lay_out()
    writer.setTitle(pages.title)
    painter = QPainter(writer)
    paint_all(painter, pages, writer.newPage)
    painter.end()
    del writer  # finishes the file
    return bytes(content.data())


def _png(digest: Digest, options: ExportOptions) -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImageWriter

    from desktop_app.export.card import card_of
    from desktop_app.gui.painting.card import CardPicture

    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(
        CardPicture(card_of(digest, options), options.picture, options.theme).image()
    )
    return bytes(content.data())


@contextmanager
def _painting() -> Iterator[None]:
    """Qt with its fonts; where there is no application yet, one that needs no display, for as long as this takes.

    Raises ``PaintingUnavailable`` where Qt cannot be loaded.
    """
    try:
        from PySide6.QtGui import QGuiApplication
    except ImportError as error:
        raise PaintingUnavailable(reason=str(error)) from error
    if QGuiApplication.instance() is not None:
        yield
        return
    application = QGuiApplication(["kratko", "-platform", "offscreen"])
    try:
        yield
    finally:
        application.shutdown()
