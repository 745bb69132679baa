"""The gallery of states runs; what the pictures look like is for people to judge."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desktop_app import errors
from docs.gallery.chapters import CHAPTERS
from docs.gallery.chosen import GUIDE, README
from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short chapter in two languages, two schemes and two scales."""
    target = tmp_path_factory.mktemp("gallery")
    command = [sys.executable, "docs/gallery", target, "--chapter", "sources", "--only", "feed", "--lang", "en", "uk"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return target


def test_every_language_scheme_and_scale_has_its_picture(folder: Path) -> None:
    for scale, width in (("100", 1280), ("150", 1920)):
        for lang in ("en", "uk"):
            light, dark = (QImage(str(folder / scale / f"feed-{lang}-{scheme}.png")) for scheme in ("light", "dark"))
            assert light.width() == dark.width() == width
            assert light.pixelColor(light.width() // 2, 10).lightness() > 200
            assert dark.pixelColor(dark.width() // 2, 10).lightness() < 80
    english, ukrainian = (QImage(str(folder / "100" / f"feed-{lang}-light.png")) for lang in ("en", "uk"))
    assert english != ukrainian


def test_each_state_has_a_sheet(folder: Path) -> None:
    states = {"feed", "feed-chosen", "feed-narrow"}
    assert {file.stem for file in (folder / "sheets" / "100").iterdir()} == states
    sheet = QImage(str(folder / "sheets" / "150" / "feed.png"))
    one = QImage(str(folder / "100" / "feed-en-light.png"))
    assert sheet.width() > one.width()
    assert sheet.height() > one.height()


def test_the_pictures_that_are_kept_are_states_of_the_gallery() -> None:
    for picture in (*README, *GUIDE):
        assert picture.chapter in CHAPTERS
    kept = {file.stem for file in (REPOSITORY / "docs" / "images").glob("*.png")}
    assert kept == {picture.name for picture in README} | {"share-picture"}
    guide = {file.stem for file in (REPOSITORY / "resources" / "guide" / "images").glob("*.png")}
    assert guide == {picture.name for picture in GUIDE}


def test_every_error_can_be_worded_in_the_gallery() -> None:
    from desktop_app.messages import describe_error
    from docs.gallery.troubles import leaves, made

    for kind in leaves(errors.KratkoError):
        wording = describe_error(made(kind), "en")
        assert "{" not in wording.title + wording.advice
        assert "()" not in wording.title + wording.advice
