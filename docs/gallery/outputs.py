"""Everything that leads out of the window: sharing, saving, printing, comparing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop_app.article import Digest
from desktop_app.errors import ExportFailed
from desktop_app.export import PictureSize, PictureTheme
from desktop_app.export.comparison import comparison_of
from desktop_app.gui.compare_dialog import CompareDialog
from desktop_app.gui.share_dialog import ShareDialog
from desktop_app.worker.messages import Compared, Exported
from docs.gallery import articles, kept
from docs.gallery.scene import Scene
from docs.gallery.state import NARROW, State


def taking_away(scene: Scene) -> Iterator[State]:
    """The share menu, the dialogs it opens, and what became of a file."""
    window, exits = scene.window, scene.window.exits
    scene.digest(articles.summary_of(scene.article, scene.model))

    def write() -> None:
        exits.away._write(Path("ferry.pdf"), exits.away.current(), exits.away.options())

    yield State("share-menu", lambda: window.actions_.share.popup(scene.middle))
    window.actions_.share.hide()
    yield State("main-menu", lambda: window.actions_.menu.popup(window.mapToGlobal(window.rect().topLeft())))
    window.actions_.menu.hide()
    yield State("save-as", exits.away.save)
    scene.shown(QFileDialog).reject()
    yield State("share-picture", exits.away.share_picture)
    dialog = scene.shown(ShareDialog)
    square = (dialog.sizes[PictureSize.SQUARE].click, dialog.themes[PictureTheme.DARK].click)
    yield State("share-square", scene.then(*square))
    dialog.sizes[PictureSize.WIDE].click()
    dialog.themes[PictureTheme.LIGHT].click()
    dialog.reject()
    yield State("print-preview", exits.away.print_)
    scene.close_dialogs()
    yield State("saving", write)
    done = (lambda: scene.exporter.emit(Exported(("ferry.pdf",))), scene.exporter.done)
    yield State("saved", scene.then(*done))
    failed = ExportFailed(path="ferry.pdf", reason="No space left on device")
    yield State("not-saved", scene.then(write, lambda: scene.exporter.fail(failed)))
    yield State("not-saved-narrow", size=NARROW)


def comparing(scene: Scene) -> Iterator[State]:
    """The sample beside the same article of a year before, beside several, and beside one to be chosen."""
    exits = scene.window.exits
    kept.fill(scene.data, scene.lang, scene.model)
    scene.window.left.start()
    now = articles.digest_of(scene.lang, scene.model)
    assert now.summary is not None
    scene.digest(now.summary)
    older = _a_year_older(now)

    def compare(*digests: Digest) -> None:
        exits.comparing.compare(digests)
        scene.exporter.emit(Compared(comparison_of(digests, scene.lang)))

    yield State("comparing", lambda: exits.comparing.compare((older, now)))
    yield State("compared", lambda: compare(older, now))
    yield State("compared-five", lambda: compare(older, now, older, now, older))
    yield State("compared-narrow", size=NARROW)
    exits.comparing.page.back.click()
    yield State("compare-with", exits.comparing.compare_with)
    dialog = scene.shown(CompareDialog)
    if dialog.list.count():
        dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    yield State("compare-chosen")


def _a_year_older(digest: Digest) -> Digest:
    """The same article with other values, so that there is something to compare."""
    figures = []
    for number, figure in enumerate(digest.figures):
        factor = (0.8, 1.25, 1.0)[number % 3]
        match = re.fullmatch(r"(\D*)(\d+(?:\.\d+)?)(\D*)", figure.text)
        if match is None:
            figures.append(replace(figure))
            continue
        text = f"{match[1]}{float(match[2]) * factor:g}{match[3]}"
        figures.append(replace(figure, value=figure.value * factor, text=text))
    article = replace(digest.article, published="2025-09-04", source="https://news.example/older")
    return Digest(article, tuple(figures[: len(figures) * 3 // 4]), None)
