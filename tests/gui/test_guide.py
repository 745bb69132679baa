"""The user guide: there in every language of the interface, whole, and loading nothing from elsewhere."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from desktop_app.gui import settings
from desktop_app.gui.app import Application
from desktop_app.gui.guide import GuideDialog
from desktop_app.gui.i18n import LANGUAGES
from desktop_app.gui.main_window import MainWindow
from desktop_app.resources import resource
from tests.gui.conftest import Hands

IMAGE = QTextDocument.ResourceType.ImageResource.value


def opened() -> GuideDialog:
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, GuideDialog))


def test_the_help_key_opens_the_guide_in_the_language_of_the_interface(
    app: Application, window: MainWindow, hands: Hands
) -> None:
    hands.press(Qt.Key.Key_F1)
    dialog = opened()
    assert dialog.isVisible()
    assert "Kratko in five minutes" in dialog.text.toPlainText()
    app.settings.set(settings.INTERFACE_LANGUAGE, "uk")
    hands.settle()
    assert "Kratko за п’ять хвилин" in dialog.text.toPlainText()
    dialog.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_guide_tells_the_same_and_has_its_pictures(window: MainWindow, lang: str) -> None:
    text = resource("guide", f"{lang}.md").read_text(encoding="utf-8")
    english = resource("guide", "en.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^#+ ", text, re.MULTILINE)) == len(re.findall(r"^#+ ", english, re.MULTILINE))
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)
    assert len(pictures) == 3
    dialog = window.around.open_guide()
    for name in pictures:
        shown = dialog.text.loadResource(IMAGE, QUrl(name))
        assert shown is not None
        assert not shown.isNull()  # type: ignore[attr-defined]
    dialog.close()


@pytest.mark.parametrize(
    "name", ["https://example.org/a.png", "file:///etc/passwd", "../en.md", "images/nothing.png", ""]
)
def test_nothing_from_elsewhere_is_loaded(window: MainWindow, name: str) -> None:
    dialog = window.around.open_guide()
    shown = dialog.text.loadResource(IMAGE, QUrl(name))
    assert shown is None or shown.isNull()  # type: ignore[attr-defined]
    assert dialog.text.loadResource(QTextDocument.ResourceType.StyleSheetResource.value, QUrl(name)) is None
    dialog.close()
