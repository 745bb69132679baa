"""The icons: every one that is asked for is there, takes the colour it is given, and none lies about unused."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QApplication

from desktop_app.gui import icons
from desktop_app.resources import resource
from tests.conftest import REPOSITORY

NAMES = sorted(file.stem for file in resource("icons").glob("*.svg"))
LINES = [name for name in NAMES if name != "kratko"]


def words_in_code() -> Iterator[str]:
    for file in (REPOSITORY / "desktop_app" / "gui").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_every_icon_is_used() -> None:
    used = {Path(word).stem if word.endswith(".svg") else word for word in words_in_code()}
    assert not set(NAMES) - used


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("colour", ["#0b6b62", "#ffffff"])
def test_icons_take_the_colour_of_the_theme(qapp: QApplication, name: str, colour: str) -> None:
    picture: QPixmap = icons.pixmap(name, QColor(colour), 20, 2.0)
    image = picture.toImage()
    assert (image.width(), image.height()) == (40, 40)
    inks = {
        QColor(image.pixelColor(x, y)).name()
        for x in range(40)
        for y in range(40)
        if image.pixelColor(x, y).alpha() > 250
    }
    assert colour in inks
    assert "currentColor" in resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def test_the_application_icon_has_all_sizes(qapp: QApplication) -> None:
    icon = icons.application_icon()
    sizes = {size.width() for size in icon.availableSizes()}
    assert {16, 32, 48, 256} <= sizes
    assert icon.pixmap(256, 256).toImage().pixelColor(128, 40).alpha() == 255


def test_packed_icons_show_what_the_drawing_shows(qapp: QApplication) -> None:
    drawn, packed = (
        picture.convertToFormat(QImage.Format.Format_ARGB32)
        for picture in (
            icons.application_icon().pixmap(128, 128).toImage(),
            QImage(str(resource("desktop", "icons", "128.png"))),
        )
    )
    assert drawn.size() == packed.size()
    for x in range(4, 128, 8):
        for y in range(4, 128, 8):
            one, other = drawn.pixelColor(x, y).getRgb(), packed.pixelColor(x, y).getRgb()
            assert max(abs(a - b) for a, b in zip(one, other, strict=True)) < 8, "run packaging/draw_icons.py"
