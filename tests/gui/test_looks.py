"""Colours, themes, widths, and words that fit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QPushButton, QWidget

from desktop_app.gui import colours, settings, theme
from desktop_app.gui.app import Application
from desktop_app.gui.colours import AA_GRAPHICS, AA_TEXT, contrast
from desktop_app.gui.main_window import MainWindow
from tests.gui import stories
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren

#: Inks on the grounds they are drawn on, with the least contrast of WCAG 2.2 AA.
TEXTS = (
    *(
        ("text", ground)
        for ground in ("window", "base", "hover", "accent_wash", "amber_wash", "amber_mark", "danger_wash")
    ),
    *(("muted", ground) for ground in ("window", "base", "hover", "accent_wash", "amber_wash", "danger_wash")),
    *(("accent", ground) for ground in ("window", "base", "hover", "accent_wash")),
    *(("amber", ground) for ground in ("window", "base", "amber_wash")),
    *(("danger", ground) for ground in ("window", "base", "danger_wash")),
    *(("on_accent", ground) for ground in ("accent", "accent_strong")),
)
GRAPHICS = (("outline", "window"), ("outline", "base"), ("accent", "base"), ("accent", "window"))


def system(window: str, base: str, text: str) -> QPalette:
    palette = QPalette(QColor(window))
    for role, name in (
        (QPalette.ColorRole.Window, window),
        (QPalette.ColorRole.Base, base),
        (QPalette.ColorRole.Text, text),
        (QPalette.ColorRole.WindowText, text),
    ):
        palette.setColor(role, QColor(name))
    return palette


#: Our own neutrals, and those of systems people use.
PALETTES = {
    "own light": (False, None),
    "own dark": (True, None),
    "Windows light": (False, system("#f3f3f3", "#ffffff", "#1b1b1b")),
    "Windows dark": (True, system("#202020", "#2d2d2d", "#ffffff")),
    "macOS light": (False, system("#ececec", "#ffffff", "#262626")),
    "macOS dark": (True, system("#323232", "#1e1e1e", "#dfdfdf")),
    "Breeze light": (False, system("#eff0f1", "#fcfcfc", "#232629")),
    "Breeze dark": (True, system("#2a2e32", "#1b1e20", "#fcfcfc")),
    "Adwaita dark": (True, system("#353535", "#2d2d2d", "#eeeeec")),
}


class TestColours:
    def test_contrast_is_that_of_the_standard(self) -> None:
        assert contrast(QColor("white"), QColor("black")) == pytest.approx(21)
        assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)

    @pytest.mark.parametrize("name", PALETTES)
    def test_text_is_readable_on_every_ground(self, name: str) -> None:
        made = theme.derive(*PALETTES[name])
        for pairs, least in ((TEXTS, AA_TEXT), (GRAPHICS, AA_GRAPHICS)):
            for ink, ground in pairs:
                found = contrast(getattr(made, ink), getattr(made, ground))
                assert found >= least, f"{ink} on {ground}: {found:.2f}"

    def test_the_neutrals_are_those_of_the_system(self) -> None:
        palette = PALETTES["Breeze light"][1]
        assert palette is not None
        made = theme.derive(False, palette)
        assert made.window == palette.color(QPalette.ColorRole.Window)
        # AND a light system palette is no ground for a dark theme
        assert colours.luminance(theme.derive(True, palette).window) < 0.1

    def test_the_palette_of_the_application_is_readable(self, app: Application) -> None:
        for scheme in ("light", "dark"):
            app.settings.set(settings.COLOUR_SCHEME, scheme)
            palette = QApplication.palette()
            role = QPalette.ColorRole
            for ink, ground in (
                (role.WindowText, role.Window),
                (role.Text, role.Base),
                (role.ButtonText, role.Button),
                (role.HighlightedText, role.Highlight),
                (role.ToolTipText, role.ToolTipBase),
                (role.PlaceholderText, role.Base),
                (role.Link, role.Base),
            ):
                assert contrast(palette.color(ink), palette.color(ground)) >= AA_TEXT, (scheme, ink, ground)

    def test_every_colour_is_opaque(self) -> None:
        made = theme.derive(False, None)
        assert all(colour.alpha() == 255 for colour in made)


class TestThemes:
    def test_dark_can_be_switched_on_while_working(self, app: Application, hands: Hands) -> None:
        # GIVEN a digest with a marked figure in the light theme
        hands.digest()
        window = app.window
        window.digest.figures.cards[0].click()
        ground = QColor(window.reader.view.grab().toImage().pixel(4, 4))
        assert ground.lightness() > 200
        # WHEN dark is chosen
        app.settings.set(settings.COLOUR_SCHEME, "dark")
        hands.settle()
        # THEN the window turns dark at once, and nothing is lost
        assert QColor(window.reader.view.grab().toImage().pixel(4, 4)).lightness() < 60
        assert app.theme.dark
        assert window.reader.view.marked_text()[1] == "84,000"
        assert window.digest.summary.text.toPlainText() == stories.summary().text

    def test_choosing_from_the_menu(self, app: Application, hands: Hands) -> None:
        appearance = app.window.actions_.appearance
        dark = next(action for action in appearance.actions() if action.text() == "Dark")
        dark.trigger()
        assert app.settings.get(settings.COLOUR_SCHEME) == "dark"
        assert dark.isChecked()


class TestWidths:
    @pytest.mark.parametrize(("width", "sidebar"), [(1000, False), (1100, False), (1280, True), (1700, True)])
    def test_summary_and_figures_stand_side_by_side_when_wide(
        self, window: MainWindow, hands: Hands, width: int, sidebar: bool
    ) -> None:
        hands.digest()
        window.frame.set_open(sidebar)
        window.resize(width, 800)
        hands.settle()
        assert window.digest.beside
        summary, figures = place(window.digest.summary, window), place(window.digest.figures, window)
        assert figures.left() > summary.right() - 2
        assert summary.top() == figures.top()
        assert window.reader.isVisible()

    def test_figures_go_below_when_narrower(self, window: MainWindow, hands: Hands) -> None:
        hands.digest()
        for width in (760, 900, 999):
            window.resize(width, 800)
            hands.settle()
            summary, figures = place(window.digest.summary, window), place(window.digest.figures, window)
            assert figures.top() > summary.bottom() - 2
            assert window.reader.isVisible()

    def test_one_column_with_tabs_when_narrow(self, window: MainWindow, hands: Hands) -> None:
        # GIVEN a narrow window that shows the digest
        hands.digest()
        window.resize(700, 800)
        hands.settle()
        assert window.tabs.isVisible()
        assert window.digest.isVisible()
        assert not window.reader.isVisible()
        # WHEN a figure is chosen
        window.digest.figures.cards[3].click()
        hands.settle()
        # THEN the article comes forward with its sentence marked, in sight
        assert window.reader.isVisible()
        assert not window.digest.isVisible()
        view = window.reader.view
        found = view.place_of(stories.figures()[3].section, stories.figures()[3].sentence)
        assert found is not None
        cursor = view.textCursor()
        cursor.setPosition(found[0])
        hands.qtbot.waitUntil(lambda: view.viewport().rect().contains(view.cursorRect(cursor).center()))

    def test_panes_remember_their_division(self, app: Application, hands: Hands) -> None:
        hands.digest()
        splitter = app.window.reader.parentWidget()
        handle = splitter.handle(1)  # type: ignore[attr-defined]
        start = handle.rect().center()
        hands.qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
        hands.qtbot.mouseMove(handle, start + QPoint(-80, 0))
        hands.qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start + QPoint(-80, 0))
        assert not app.settings.get(settings.READER_SPLITTER).isEmpty()


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def cut(window: QWidget) -> list[str]:
    """What the visible buttons and labels of ``window`` have no room to say."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.width():
            continue
        if isinstance(widget, QPushButton) and widget.text() and widget.width() < widget.sizeHint().width():
            found.append(f"{widget.text()}: {widget.width()} of {widget.sizeHint().width()} across")
        elif isinstance(widget, QLabel) and widget.wordWrap() and widget.text():
            needed = widget.heightForWidth(widget.width())
            if widget.height() < needed:
                found.append(f"{widget.text()}: {widget.height()} of {needed} down")
    return found


def shown_texts(window: QWidget) -> Iterator[tuple[QWidget, str, int]]:
    """Every visible one-line text with the room it has."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.width():
            continue
        if isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
            yield widget, widget.text(), widget.contentsRect().width()
        elif isinstance(widget, QAbstractButton) and widget.text():
            icon = 0 if widget.icon().isNull() else widget.iconSize().width() + 4
            yield widget, widget.text(), widget.width() - icon - 2
        elif isinstance(widget, QComboBox):
            yield widget, widget.currentText(), widget.width() - 24


STATES = ("empty", "done", "no model", "failed", "withheld", "problem", "offline")


@pytest.mark.parametrize(("lang", "width"), list(product(("en", "ru", "uk"), (400, 560, 820, 1000, 1280))))
def test_no_words_are_clipped(app: Application, hands: Hands, children: FakeChildren, lang: str, width: int) -> None:
    from desktop_app.errors import HttpStatus, ModelNotInstalled, OfflineMode, WrongDigest
    from tests.gui.test_problems import STUB

    app.settings.set(settings.INTERFACE_LANGUAGE, lang)
    app.window.resize(width, 820)
    for state in STATES:
        if state != "empty":
            hands.open()
        if state in ("done", "no model", "failed", "withheld"):
            hands.read(STUB if state == "withheld" else stories.ARTICLE)
        if state == "done":
            hands.summarise()
        elif state == "no model":
            children.writer.fail(ModelNotInstalled(model="tiny-writer"))
        elif state == "failed":
            children.writer.fail(WrongDigest(model="tiny-writer", file="tiny.gguf", expected="1" * 8, found="2" * 8))
        elif state == "offline":
            children.reader.fail(OfflineMode(host="quillmere.example", contact="page"))
        elif state == "problem":
            children.reader.fail(HttpStatus(host="quillmere.example", status=403))
        hands.settle()
        seen = 0
        for widget, text, room in shown_texts(app.window):
            seen += 1
            needed = QFontMetrics(widget.font()).horizontalAdvance(text.replace("&", ""))
            assert needed <= room, f"{state}: “{text}” needs {needed} of {room}"
            assert place(widget, app.window).right() <= app.window.width(), f"{state}: “{text}” runs out of the window"
        assert seen >= 3
        assert not cut(app.window), state


def test_the_style_does_without_pictures_where_no_cache_can_be_written(
    app: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    app.theme.set_scheme(Qt.ColorScheme.Dark)
    assert app.theme.dark
    assert app.qt.styleSheet()
