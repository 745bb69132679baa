"""The article in reading type."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFontMetricsF, QTextCursor
from PySide6.QtTest import QTest

from desktop_app.article import Article, Section, Span
from desktop_app.gui import settings
from desktop_app.gui.app import Application
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.reader_pane import ReaderView
from tests.gui import stories
from tests.gui.conftest import Hands


def at(view: ReaderView, place: tuple[int, int]) -> str:
    cursor = QTextCursor(view.document())
    cursor.setPosition(place[0])
    cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_particulars_stand_above_the_text(window: MainWindow, hands: Hands) -> None:
    hands.open()
    hands.read()
    lines = window.reader.view.toPlainText().split("\n")
    assert lines[:3] == [
        "Quillmere Gazette · March 9, 2026",
        "Quillmere’s railway carries 84,000 people in a month",
        "Nora Feld",
    ]


def test_the_window_is_named_after_the_article(window: MainWindow, hands: Hands) -> None:
    assert window.windowTitle() == "Kratko"
    hands.open()
    hands.read()
    assert window.windowTitle() == stories.ARTICLE.title
    hands.open()
    assert window.windowTitle() == "Kratko"


@pytest.mark.parametrize(
    ("section", "words"),
    [
        (Section.TITLE, "84,000 people"),
        (Section.BODY, "mountain railway"),
        (Section.BODY, "7 km long"),
        (Section.RELATED, "draws 5 thousand"),
    ],
)
def test_offsets_of_every_section_are_found(window: MainWindow, hands: Hands, section: Section, words: str) -> None:
    hands.open()
    hands.read()
    start = stories.ARTICLE.section_text(section).index(words)
    place = window.reader.view.place_of(section, Span(start, start + len(words)))
    assert place is not None
    assert at(window.reader.view, place) == words


def test_a_span_over_paragraphs_and_lines(window: MainWindow, hands: Hands) -> None:
    body = "One 🚠 line\nanother line\n\n\nA second paragraph."
    hands.open()
    hands.read(Article(source="-", body=body, lang="en"), ())
    for words in ("another line", "line\nanother", "second"):
        start = body.index(words)
        place = window.reader.view.place_of(Section.BODY, Span(start, start + len(words)))
        assert place is not None
        assert at(window.reader.view, place).replace("\u2028", "\n") == words
    assert window.reader.view.place_of(Section.BODY, Span(4000, 4010)) is None


@pytest.mark.parametrize(
    ("width", "column", "least"), [(1280, False, 58), (1280, True, 48), (1600, True, 58), (2200, True, 58)]
)
def test_lines_keep_a_comfortable_length(
    app: Application, window: MainWindow, hands: Hands, width: int, column: bool, least: int
) -> None:
    # GIVEN an article in a window of any generous width, the left column shown or folded away
    app.settings.set(settings.SIDEBAR, column)
    window.resize(width, 900)
    hands.open()
    hands.read()
    view = window.reader.view
    frame = view.document().rootFrame().frameFormat()
    measure = view.viewport().width() - frame.leftMargin() - frame.rightMargin()
    # THEN a line holds 58 to 72 characters of the article; beside three other columns some less, never under 48
    body = stories.BODY.replace("\n", " ")
    per_character = QFontMetricsF(view.document().defaultFont()).horizontalAdvance(body) / len(body)
    assert least <= measure / per_character <= 72
    assert frame.leftMargin() == pytest.approx(frame.rightMargin())


def test_hebrew_runs_from_the_right(window: MainWindow, hands: Hands) -> None:
    hands.open()
    hands.read(Article(source="-", title="כותרת", body="פסקה ראשונה.\n\nפסקה שנייה.", lang="he"), ())
    block = window.reader.view.document().begin()
    while block.isValid():
        assert block.textDirection() == Qt.LayoutDirection.RightToLeft
        block = block.next()
    # AND the interface stays as it was
    assert window.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_text_size_follows_the_keys_and_is_remembered(window: MainWindow, hands: Hands) -> None:
    hands.open()
    hands.read()
    usual = window.reader.view.document().defaultFont().pixelSize()
    hands.press(Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert window.reader.view.document().defaultFont().pixelSize() > usual
    assert window._settings.get(settings.READING_SIZE) == settings.READING_SIZE.default + 2
    hands.press(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert window._settings.get(settings.READING_SIZE) == settings.READING_SIZE.default + 1
    hands.press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert window.reader.view.document().defaultFont().pixelSize() == usual
    # AND the smallest size is the end
    for _ in range(20):
        hands.press(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert window._settings.get(settings.READING_SIZE) == min(settings.READING_SIZE.allowed)


def test_the_place_survives_another_size(window: MainWindow, hands: Hands) -> None:
    hands.digest()
    view = window.reader.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    hands.settle()
    before = view.cursorForPosition(view.viewport().rect().topLeft()).block().text()
    hands.press(Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert view.cursorForPosition(view.viewport().rect().topLeft()).block().text() == before


class Desktop(QObject):
    """Stands for the desktop, which opens what it is given; Qt asks it instead."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("https://quillmere.example/railway", ["https://quillmere.example/railway"]),
        ("javascript:alert(1)", []),
        ("file:///etc/passwd", []),
        ("data:text/html,x", []),
    ],
)
def test_only_web_links_are_opened(window: MainWindow, hands: Hands, url: str, opened: list[str]) -> None:
    # GIVEN an article that says of itself that it lies there
    desktop = Desktop()
    schemes = ("https", "javascript", "file", "data")
    for scheme in schemes:
        QDesktopServices.setUrlHandler(scheme, desktop, "open")
    try:
        hands.open()
        hands.read(replace(stories.ARTICLE, url=url))
        view = window.reader.view
        cursor = QTextCursor(view.document().begin())
        cursor.movePosition(QTextCursor.MoveOperation.Right)
        assert cursor.charFormat().anchorHref() == url
        # WHEN its link is clicked THEN only the web is opened
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center())
        assert desktop.opened == opened
    finally:
        for scheme in schemes:
            QDesktopServices.unsetUrlHandler(scheme)
