"""Printed pages in the window: on the cards of figures, and over the article."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop_app.figures import find_in_article
from desktop_app.gui.figure_card import FigureCard
from desktop_app.gui.main_window import MainWindow
from tests.gui import stories
from tests.gui.conftest import Hands

PARAGRAPHS = [
    f"The pier of page {number} costs {number} million euros, said the harbour office on Monday. " * 12
    for number in range(1, 9)
]
BODY = "\n\n".join(text.strip() for text in PARAGRAPHS)
STARTS = tuple(BODY.index(f"The pier of page {number} ") for number in range(1, 9))
REPORT = replace(stories.ARTICLE, body=BODY, pages=STARTS, related=())


def read(hands: Hands) -> None:
    hands.open()
    hands.read(REPORT, find_in_article(REPORT))


def cards(window: QWidget) -> dict[str, FigureCard]:
    return {card.entry.figure.text: card for card in window.findChildren(FigureCard)}


def test_a_figure_tells_its_page(hands: Hands, window: MainWindow) -> None:
    read(hands)
    card = cards(window)["3 million euros"]
    assert card.entry.page == 3
    assert "p. 3" in card.accessibleName()


def test_the_reader_tells_the_page_in_sight(hands: Hands, window: MainWindow) -> None:
    read(hands)
    badge = window.reader.view.badge
    assert badge.label.isVisible()
    assert badge.label.text() == "Page 1 of 8"
    bar = window.reader.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    hands.settle()
    assert badge.page is not None
    assert badge.page > 5


def test_going_to_a_figure_goes_to_its_page(hands: Hands, window: MainWindow) -> None:
    read(hands)
    cards(window)["6 million euros"].click()
    hands.qtbot.waitUntil(lambda: window.reader.view.badge.page == 6)
    assert window.reader.view.badge.label.text() == "Page 6 of 8"


def test_what_has_no_pages_tells_none(hands: Hands, window: MainWindow) -> None:
    read(hands)
    hands.open()
    hands.read()
    assert not window.reader.view.badge.label.isVisible()
    assert all(card.entry.page is None for card in cards(window).values())
