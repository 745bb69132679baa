"""The gallery's states of taking digests away and comparing them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.article import Article, Digest, Summary
from desktop_app.errors import ExportFailed
from desktop_app.export import PictureSize, PictureTheme
from desktop_app.export.comparison import comparison_of
from desktop_app.figures import find_in_article
from desktop_app.worker.messages import Compared, Exported, Role

if TYPE_CHECKING:
    from gallery import Gallery

State = tuple[str, tuple[int, int], Callable[[], object]]


def output_states(gallery: Gallery, article: Article, summary: Summary) -> Iterator[State]:
    """With the sample open, everything that leads out of the window; ``article`` is compared with one a year older."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QFileDialog

    from desktop_app.gui.compare_dialog import CompareDialog
    from desktop_app.gui.share_dialog import ShareDialog

    wide, narrow = (1280, 800), (560, 800)
    window, exits = gallery.app.window, gallery.app.window.exits
    exporter = lambda: gallery.children.clients[Role.EXPORTER]  # noqa: E731

    def write(path: str) -> None:
        exits.away._write(Path(path), exits.away.current(), exits.away.options())

    def shown(kind: type) -> object:
        return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())

    def compare(*digests: Digest) -> None:
        exits.comparing.compare(digests)
        exporter().emit(Compared(comparison_of(digests, gallery.app.language.lang)))

    yield "share-menu", wide, lambda: window.actions_.share.popup(window.mapToGlobal(window.rect().center()))
    window.actions_.share.hide()
    yield "save-as", wide, exits.away.save
    shown(QFileDialog).reject()  # type: ignore[attr-defined]
    yield "share-picture", wide, exits.away.share_picture
    dialog = shown(ShareDialog)
    assert isinstance(dialog, ShareDialog)
    yield "share-square", wide, lambda: (
        dialog.sizes[PictureSize.SQUARE].click(), dialog.themes[PictureTheme.DARK].click()
    )  # fmt: skip
    dialog.sizes[PictureSize.WIDE].click()
    dialog.themes[PictureTheme.LIGHT].click()
    dialog.reject()
    yield "saved", wide, lambda: (write("ferry.pdf"), exporter().emit(Exported(("ferry.pdf",))), exporter().done())
    yield "not-saved", wide, lambda: (
        write("ferry.pdf"), exporter().fail(ExportFailed(path="ferry.pdf", reason="No space left on device"))
    )  # fmt: skip
    yield "not-saved-narrow", narrow, lambda: None
    window.outcome.hide()
    now = Digest(article, find_in_article(article), summary)
    older = _a_year_older(now)
    yield "comparing", wide, lambda: exits.comparing.compare((older, now))
    yield "compared", wide, lambda: compare(older, now)
    yield "compared-five", wide, lambda: compare(older, now, older, now, older)
    yield "compared-narrow", narrow, lambda: None
    yield "compare-with", wide, exits.comparing.compare_with
    choosing = shown(CompareDialog)
    assert isinstance(choosing, CompareDialog)
    if choosing.list.count():
        choosing.list.item(0).setCheckState(Qt.CheckState.Checked)
    yield "compare-chosen", wide, lambda: None
    choosing.reject()
    exits.comparing.page.back.click()


def _a_year_older(digest: Digest) -> Digest:
    """The same article with other values, so that there is something to compare."""
    figures = []
    for number, figure in enumerate(digest.figures):
        factor = (0.8, 1.25, 1.0)[number % 3]
        head, digits, tail = _number_in(figure.text)
        text = f"{head}{float(digits) * factor:g}{tail}" if digits else figure.text
        figures.append(replace(figure, value=figure.value * (factor if digits else 1), text=text))
    article = replace(digest.article, published="2025-09-04", source="https://news.example/older")
    return Digest(article, tuple(figures[: len(figures) * 3 // 4]), None)


def _number_in(text: str) -> tuple[str, str, str]:
    import re

    match = re.fullmatch(r"(\D*)(\d+(?:\.\d+)?)(\D*)", text)
    return (match[1], match[2], match[3]) if match else ("", "", text)
