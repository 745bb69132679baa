"""The few pictures that are kept: those of the README and those of the user guide."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.export import ExportOptions
from desktop_app.gui.painting.exporters import PictureExporter
from docs.gallery.articles import digest_of
from docs.gallery.chapters import CHAPTERS
from docs.gallery.scene import Scene
from docs.gallery.sheets import save


@dataclass(frozen=True, slots=True)
class Chosen:
    """A picture ``name``: ``state`` of ``chapter``."""

    name: str
    lang: str
    scheme: str
    chapter: str
    state: str


README: Final = (
    Chosen("window-en-light", "en", "light", "beginning", "figure-chosen"),
    Chosen("window-ru-dark", "ru", "dark", "beginning", "figure-chosen"),
    Chosen("window-uk-narrow", "uk", "light", "widths", "width-560-digest"),
    Chosen("no-model", "en", "light", "absent-model", "no-model"),
    Chosen("compare", "en", "light", "comparing", "compared"),
    Chosen("library", "en", "light", "queue", "queue-writing"),
)
GUIDE: Final = tuple(
    Chosen(f"{lang}-{name}", lang, "light", chapter, state)
    for lang in ("en", "ru", "uk")
    for name, chapter, state in (
        ("window", "beginning", "done"),
        ("queue", "queue", "queue-writing"),
        ("compare", "comparing", "compared"),
    )
)


def write_chosen(chosen: tuple[Chosen, ...], folder: Path) -> None:
    """Render ``chosen`` into ``folder`` anew."""
    for picture in chosen:
        scene = Scene(picture.lang, picture.scheme)
        for state in CHAPTERS[picture.chapter](scene):
            shown = scene.picture(state)
            if state.name == picture.state:
                save(shown, folder / f"{picture.name}.png")
                break
        scene.close()


def write_share_picture(folder: Path) -> None:
    """The share picture of the English sample, as the program writes it."""
    (folder / "share-picture.png").write_bytes(PictureExporter().export([digest_of("en")], ExportOptions()))
