"""What the check of a summary found, in the window."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QToolTip

from desktop_app.article import Notice, NoticeCode, Outcome, Section, Span, Summary
from desktop_app.events import SummaryReady
from desktop_app.grounding.report import (
    Checked,
    Claim,
    ClaimKind,
    Derivation,
    Grounding,
    Place,
    Problem,
    Sentence,
    State,
)
from desktop_app.gui import settings
from desktop_app.gui.grounded_text import GroundedText, Mark
from desktop_app.gui.main_window import MainWindow
from tests.conftest import REPOSITORY
from tests.gui import stories
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren

# The platform that tests run on has no windows to raise tooltips over.
pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)

Finish = Callable[..., None]

FIRST = "The 🚠 railway at Quillmere carried 91,000 people."
SECOND = "Together 952 crowns are asked."
THIRD = "It is growing."
TEXT = f"{FIRST} {SECOND} {THIRD}"


def place(words: str) -> Place:
    start = stories.BODY.index(words)
    return Place(Section.BODY, Span(start, start + len(words)))


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


LEAD = place("The mountain railway at Quillmere carried 84,000 people in its first month, its director said on Monday.")
QUILLMERE = Claim(ClaimKind.NAME, span("Quillmere"), "Quillmere", State.EXACT, (place("Quillmere"),))
WRONG = Claim(ClaimKind.NUMBER, span("91,000"), "91,000", State.NOT_FOUND, (place("84,000"),), problem=Problem.ABSENT)
ADDED = Claim(
    ClaimKind.NUMBER,
    span("952 crowns"),
    "952 crowns",
    State.DERIVABLE,
    (place("940 crowns"), place("12 crowns")),
    Derivation.SUM,
)
LAST = place("The second line 🚠 is to open in spring.")
REPORT = Grounding(
    (
        Sentence(span(FIRST), (LEAD,), 0.9, (QUILLMERE, WRONG)),
        Sentence(span(SECOND), (place("A ticket costs 12 crowns."),), 0.6, (ADDED,)),
        Sentence(span(THIRD), (LAST,), 0.3, ()),
    ),
    tuple(Checked),
)
CHECKED = stories.summary(
    TEXT, grounding=REPORT, outcome=Outcome.FLAGGED, notices=(Notice(NoticeCode.UNSUPPORTED, (("count", 1),)),)
)


@pytest.fixture
def finish(hands: Hands, children: FakeChildren) -> Finish:
    def make(summary: Summary = CHECKED) -> None:
        hands.open()
        hands.read()
        children.writer.emit(SummaryReady(summary))
        children.writer.done()
        hands.settle()

    return make


def underlines(text: GroundedText) -> list[tuple[str, QTextCharFormat.UnderlineStyle]]:
    return [(part.cursor.selectedText(), part.format.underlineStyle()) for part in text.extraSelections()]


def middle(text: GroundedText, mark: Mark) -> QPoint:
    return text.rects(mark)[0].center().toPoint()


def marked(window: MainWindow) -> list[str]:
    return [part.cursor.selectedText() for part in window.reader.view.extraSelections()]


def test_found_is_dotted_and_not_found_is_waved(window: MainWindow, finish: Finish) -> None:
    finish()
    text = window.digest.summary.text
    dot = QTextCharFormat.UnderlineStyle.DotLine
    assert underlines(text) == [("Quillmere", dot), ("952 crowns", dot)]
    shown = text.viewport().grab().toImage()
    amber = window._theme.colours.amber.getHsvF()[:2]
    for mark in text.stops:
        foot = text.rects(mark)[0]
        spots = [
            shown.pixelColor(round(x * shown.devicePixelRatio()), round(y * shown.devicePixelRatio()))
            for x in range(round(foot.left()), round(foot.right()))
            for y in range(round(foot.bottom()) - 4, round(foot.bottom()) + 1)
        ]
        waved = any(abs(spot.hueF() - amber[0]) < 0.03 and spot.saturationF() > 0.5 for spot in spots)
        assert waved == mark.flagged


def test_a_plain_sentence_says_what_was_not_found(window: MainWindow, finish: Finish) -> None:
    finish()
    assert window.digest.summary.findings.isVisible()
    assert window.digest.summary.findings.words == "1 number was not found in the article"
    # AND the notice that says the same is not shown besides
    assert not window.digest.summary.notices.isVisible()


@pytest.mark.parametrize(
    ("lang", "number", "words"),
    [
        ("en", 2, "2 numbers were not found in the article"),
        ("ru", 1, "1 число не найдено в статье"),
        ("ru", 3, "3 числа не найдены в статье"),
        ("ru", 5, "5 чисел не найдено в статье"),
        ("uk", 2, "2 числа не знайдено у статті"),
    ],
)
def test_the_sentence_counts_in_the_language_of_the_interface(
    window: MainWindow, hands: Hands, finish: Finish, lang: str, number: int, words: str
) -> None:
    report = Grounding((Sentence(span(FIRST), (LEAD,), 0.5, (WRONG,) * number),), tuple(Checked))
    finish(stories.summary(TEXT, grounding=report))
    window._settings.set(settings.INTERFACE_LANGUAGE, lang)
    hands.settle()
    assert window.digest.summary.findings.words == words


@pytest.mark.parametrize(
    ("lang", "number", "words"),
    [
        ("en", 1, "1 place is at odds with the article"),
        ("ru", 2, "2 места расходятся со статьёй"),
        ("uk", 5, "5 місць розходяться зі статтею"),
    ],
)
def test_what_the_article_has_otherwise_is_not_said_to_be_missing(
    window: MainWindow, hands: Hands, finish: Finish, lang: str, number: int, words: str
) -> None:
    other = replace(WRONG, problem=Problem.OTHER_PLACE)
    report = Grounding((Sentence(span(FIRST), (LEAD,), 0.5, (other,) * number),), tuple(Checked))
    finish(stories.summary(TEXT, grounding=report))
    window._settings.set(settings.INTERFACE_LANGUAGE, lang)
    hands.settle()
    assert window.digest.summary.findings.words == words


def test_where_all_was_found_the_underlines_are_explained(window: MainWindow, finish: Finish) -> None:
    report = Grounding((Sentence(span(FIRST), (LEAD,), 0.9, (QUILLMERE,)),), tuple(Checked))
    finish(stories.summary(TEXT, grounding=report))
    assert window.digest.summary.findings.words == "Underlined: found in the article or worked out from it"
    assert "verified" not in window.digest.summary.facts + window.digest.summary.findings.words


def test_a_summary_that_was_not_checked_is_plain(window: MainWindow, hands: Hands) -> None:
    hands.digest()
    summary = window.digest.summary
    assert underlines(summary.text) == []
    assert not summary.findings.isVisible()
    assert not summary.text.stops
    summary.text.setFocus(Qt.FocusReason.TabFocusReason)
    hands.press(Qt.Key.Key_Down)
    assert summary.text.current is None


def test_marks_go_with_the_summary(window: MainWindow, hands: Hands, finish: Finish) -> None:
    finish()
    hands.open()
    hands.read()
    assert underlines(window.digest.summary.text) == []
    assert not window.digest.summary.findings.isVisible()


@pytest.mark.parametrize(
    ("claim", "wanted"),
    [
        (QUILLMERE, [stories.BODY[LEAD.span.start : LEAD.span.end], "Quillmere"]),
        (WRONG, [stories.BODY[LEAD.span.start : LEAD.span.end], "84,000"]),
        (ADDED, ["940 crowns", "12 crowns"]),
        (None, [stories.BODY[LAST.span.start : LAST.span.end]]),
    ],
)
def test_a_click_shows_the_place_in_the_article(
    window: MainWindow, hands: Hands, finish: Finish, claim: Claim | None, wanted: list[str]
) -> None:
    # GIVEN a figure that was chosen before
    finish()
    card = window.digest.figures.cards[0]
    card.click()
    text = window.digest.summary.text
    mark = next(stop for stop in text.stops if stop.claim == claim)
    # WHEN a claim, or a sentence without one, is clicked
    hands.qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=middle(text, mark))
    # THEN its place is marked instead
    assert marked(window) == wanted
    assert not card.isChecked()


def test_the_article_scrolls_to_the_place(window: MainWindow, hands: Hands, finish: Finish) -> None:
    finish()
    text = window.digest.summary.text
    hands.qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=middle(text, text.stops[-1]))
    bar = window.reader.view.verticalScrollBar()
    hands.qtbot.waitUntil(lambda: bar.value() > 0)


def test_text_between_claims_leads_to_the_sentence(window: MainWindow, hands: Hands, finish: Finish) -> None:
    finish()
    text = window.digest.summary.text
    hands.qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, middle(text, text.stops[0]).y()))
    assert marked(window) == [stories.BODY[LEAD.span.start : LEAD.span.end]]


def test_selecting_words_is_no_click(window: MainWindow, hands: Hands, finish: Finish) -> None:
    finish()
    text = window.digest.summary.text
    hands.qtbot.mouseDClick(text.viewport(), Qt.MouseButton.LeftButton, pos=middle(text, text.stops[0]))
    assert text.textCursor().hasSelection()
    assert marked(window) == []


def test_keys_go_from_claim_to_claim(window: MainWindow, hands: Hands, finish: Finish) -> None:
    # GIVEN the focus before the summary
    finish()
    text = window.digest.summary.text
    window.digest.summary.head.choices.setFocus()
    # WHEN Tab reaches it, and arrows go on
    hands.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is text
    gone = []
    for key in (None, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left):
        if key is not None:
            hands.press(key)
        assert text.current is not None
        gone.append(text.current.claim)
    # THEN each is reached in the order of the text, the sentence without a claim too, and told
    assert gone == [QUILLMERE, WRONG, ADDED, None, None, ADDED]
    assert text.accessibleDescription() == "952 crowns: Sum of: 940 crowns · 12 crowns"
    # AND Enter follows
    hands.press(Qt.Key.Key_Return)
    assert marked(window) == ["940 crowns", "12 crowns"]
    # AND Tab leaves
    hands.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not text


def test_keys_still_select(window: MainWindow, hands: Hands, finish: Finish) -> None:
    finish()
    text = window.digest.summary.text
    text.setFocus(Qt.FocusReason.TabFocusReason)
    hands.press(Qt.Key.Key_Down)
    for _ in range(2):
        hands.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert text.textCursor().selectedText() == "91"
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert text.textCursor().selectedText() == TEXT
    hands.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == TEXT


def test_the_claim_under_the_keys_is_outlined(window: MainWindow, hands: Hands, finish: Finish) -> None:
    finish()
    text = window.digest.summary.text
    window.activateWindow()
    text.setFocus(Qt.FocusReason.TabFocusReason)
    hands.press(Qt.Key.Key_Down)
    QToolTip.hideText()
    edge = text.rects(text.stops[1])[0].adjusted(-2, 2, 2, 3)
    shown = text.viewport().grab().toImage()
    scale = shown.devicePixelRatio()
    colour = shown.pixelColor(round(edge.center().x() * scale), round(edge.bottom() * scale))
    accent = window._theme.colours.accent
    # The edge is drawn smoothly: beside the pixel grid of some fonts it blends a little with what is under it.
    assert all(abs(a - b) < 0.05 for a, b in zip(colour.getRgbF()[:3], accent.getRgbF()[:3], strict=True))


def test_the_tooltip_says_how(window: MainWindow, hands: Hands, finish: Finish) -> None:
    finish()
    text = window.digest.summary.text
    mark = text.stops[2]
    spot = middle(text, mark)
    QApplication.sendEvent(text.viewport(), QHelpEvent(QEvent.Type.ToolTip, spot, text.viewport().mapToGlobal(spot)))
    assert QToolTip.text() == "Sum of: 940 crowns · 12 crowns"
    assert text.words_about(text.stops[1]) == "This number was not found in the article\nIn the article: “84,000”"


def test_the_window_shows_reports_without_loading_what_makes_them() -> None:
    code = "import sys, desktop_app.gui.main_window; print('desktop_app.grounding.checker' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=REPOSITORY)
    assert done.stdout.strip() == "False"


def test_a_quotation_is_marked_as_one(window: MainWindow, finish: Finish) -> None:
    finish(stories.summary(TEXT, outcome=Outcome.QUOTED, notices=(Notice(NoticeCode.QUOTED),)))
    summary = window.digest.summary
    assert summary.text.quoted
    assert summary.findings.words == "Quoted from the article"
    assert "Tiny Writer" not in summary.facts
    # AND the next summary is none
    finish(CHECKED)
    assert not summary.text.quoted


def test_a_long_summary_scrolls_with_the_keys(window: MainWindow, hands: Hands, finish: Finish) -> None:
    text = " ".join([FIRST] * 40)
    sentences = []
    for at in range(40):
        begin = at * (len(FIRST) + 1)
        inside = Span(begin + FIRST.index("Quillmere"), begin + FIRST.index("Quillmere") + len("Quillmere"))
        claim = Claim(ClaimKind.NAME, inside, "Quillmere", State.EXACT, (place("Quillmere"),))
        sentences.append(Sentence(Span(begin, begin + len(FIRST)), (LEAD,), 0.9, (claim,)))
    finish(stories.summary(text, grounding=Grounding(tuple(sentences), tuple(Checked))))
    shown = window.digest.summary.text
    assert len(shown.stops) == 40
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(39):
        hands.qtbot.keyClick(shown, Qt.Key.Key_Down)
    hands.settle()
    assert shown.current is shown.stops[-1]
    assert shown.accessibleDescription() == "Quillmere: Found in the article"
    spot = shown.viewport().mapTo(window, middle(shown, shown.current))
    assert window.digest.summary.rect().contains(window.digest.summary.mapFrom(window, spot))
