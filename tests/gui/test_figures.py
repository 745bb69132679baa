"""Key figures: how they are gathered, shown, reached and followed into the article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app import grounding
from desktop_app.article import Article, Bound, Figure, Section
from desktop_app.events import SummaryReady
from desktop_app.gui import figure_words
from desktop_app.gui.compare_bars import CompareBars
from desktop_app.gui.figure_groups import Entry, group
from desktop_app.gui.main_window import MainWindow
from tests.gui import stories
from tests.gui.conftest import Hands


def made(start: int, value: float, **more: object) -> Figure:
    fields: dict[str, object] = {"start": start, "end": start + 2, "text": str(value), "value": value, **more}
    return Figure(**fields)  # type: ignore[arg-type]


class TestGroups:
    def test_repeats_share_an_entry_with_all_places(self) -> None:
        figures = (made(50, 7, same_as=10), made(10, 7), made(90, 7, same_as=50), made(30, 8))
        groups = group(figures)
        assert [[place.start for place in entry.places] for entry in groups.article] == [[10, 50, 90], [30]]

    def test_importance_keeps_its_order_and_related_stories_stay_apart(self) -> None:
        figures = (made(5, 1, section=Section.RELATED), made(40, 2), made(3, 3, section=Section.TITLE))
        groups = group(figures)
        assert [entry.figure.value for entry in groups.article] == [2, 3]
        assert [entry.figure.value for entry in groups.related] == [1]

    def test_a_loop_of_repeats_ends(self) -> None:
        groups = group((made(1, 5, same_as=2), made(2, 5, same_as=1)))
        assert sum(len(entry.places) for entry in groups.article) == 2

    def test_the_same_offset_in_another_section_is_another_figure(self) -> None:
        groups = group((made(4, 5), made(4, 5, section=Section.TITLE)))
        assert len(groups.article) == 2

    def test_a_headline_that_repeats_the_body_is_one_more_place(self) -> None:
        groups = group((made(40, 7), made(4, 7, section=Section.TITLE, same_as=40)))
        (entry,) = groups.article
        assert [(place.section, place.start) for place in entry.places] == [(Section.BODY, 40), (Section.TITLE, 4)]

    def test_three_of_a_noun_are_compared_in_the_order_of_the_text(self) -> None:
        figures = [made(at, value, noun="tower") for at, value in ((30, 5.0), (10, 2.0), (20, 9.0))]
        (comparison,) = group(figures).comparisons
        assert comparison.noun == "tower"
        assert [entry.figure.value for entry in comparison.entries] == [2, 9, 5]

    @pytest.mark.parametrize(
        "figures",
        [
            [made(1, 2, noun="tower"), made(2, 3, noun="tower")],
            [made(1, 2, noun="tower"), made(2, 3, noun="tower"), made(3, 4, noun="bridge")],
            [made(1, 2, noun="tower"), made(2, 3, noun="tower"), made(3, 3, noun="tower")],
            [made(1, 2, noun="tower"), made(2, 3, noun="tower"), made(3, 90_000, noun="tower")],
            [made(at, at, unit="percent", kind="percent") for at in (1, 2, 3)],
            [made(at, at, noun="pupil", kind="age") for at in (1, 2, 3)],
            [made(1, -2, noun="tower"), made(2, 3, noun="tower"), made(3, 4, noun="tower")],
        ],
        ids=["two", "other noun", "equal", "too far apart", "no noun", "ages", "negative"],
    )
    def test_what_would_mislead_is_not_compared(self, figures: list[Figure]) -> None:
        assert not group(figures).comparisons


class TestWords:
    def test_a_value_is_never_broken(self) -> None:
        assert " " not in figure_words.value_text(made(1, 5, text="5 thousand people"))

    def test_bound_and_movement_are_told_in_words(self, hands: Hands) -> None:
        figures = stories.figures()
        assert figure_words.change_text(figures[1]) == "rose to"
        assert figure_words.change_text(figures[2]) == "fell by"
        assert figure_words.bound_text(made(1, 5, bound=Bound.AT_LEAST)) == "at least"
        assert figure_words.line_text(Entry(figures[1], (figures[1],))).startswith("rose to 940 crowns — rents")


class TestCards:
    def test_a_click_leads_to_the_marked_sentence(self, window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
        # GIVEN a digest of a text longer than the pane, whose last figure is out of sight
        hands.digest()
        bar = window.reader.view.verticalScrollBar()
        assert bar.value() == 0
        card = window.digest.figures.cards[3]
        # WHEN the figure is clicked
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        # THEN the article scrolls to its sentence, behind an emoji that counts as one character
        qtbot.waitUntil(lambda: bar.value() > 0)
        sentence, value = window.reader.view.marked_text()
        assert sentence == "It will be 7 km long and is to carry 84,000 people a month as well."
        assert value == "7 km"
        assert card.isChecked()
        # AND nothing covers it
        assert not window.peek.isVisible()

    def test_clicking_again_goes_to_the_next_place(self, window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
        hands.digest()
        card = window.digest.figures.cards[0]
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        assert window.reader.view.marked_text()[0].startswith("The mountain railway")
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        assert window.reader.view.marked_text()[0].startswith("It will be 7 km")
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        assert window.reader.view.marked_text()[0].startswith("The mountain railway")

    def test_keys_walk_the_cards_and_enter_follows(self, window: MainWindow, hands: Hands) -> None:
        # GIVEN the first card focused by Tab: the only one that Tab reaches
        hands.digest()
        cards = window.digest.figures.cards
        assert [bool(card.focusPolicy() & Qt.FocusPolicy.TabFocus) for card in cards] == [True, False, False, False]
        cards[0].setFocus(Qt.FocusReason.TabFocusReason)
        # THEN its sentence shows beside it
        assert window.peek.isVisible()
        # WHEN walking down twice and up once, then pressing Enter
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
            hands.press(key)
        # THEN the second card is chosen and is now the one Tab reaches
        assert cards[1].hasFocus()
        assert window.reader.view.marked_text()[1] == "940 crowns"
        assert [bool(card.focusPolicy() & Qt.FocusPolicy.TabFocus) for card in cards] == [False, True, False, False]
        # AND the ends are ends
        hands.press(Qt.Key.Key_End)
        hands.press(Qt.Key.Key_Down)
        assert cards[3].hasFocus()
        hands.press(Qt.Key.Key_Home)
        assert cards[0].hasFocus()

    def test_f8_goes_through_the_figures(self, window: MainWindow, hands: Hands) -> None:
        hands.digest()
        hands.press(Qt.Key.Key_F8)
        assert window.reader.view.marked_text()[1] == "84,000"
        hands.press(Qt.Key.Key_F8)
        assert window.reader.view.marked_text()[1] == "940 crowns"
        hands.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
        assert window.reader.view.marked_text()[1] == "84,000"

    def test_pointing_shows_the_sentence_after_a_while(self, window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
        hands.digest()
        card = window.digest.figures.cards[1]
        card.looked_at.emit(card, False)
        assert not window.peek.isVisible()
        qtbot.waitUntil(window.peek.isVisible)
        assert window.peek.words == "Rents in the upper town rose to 940 crowns, while the number of cars fell by 23%."
        assert window.rect().contains(window.peek.geometry())
        card.looked_away.emit()
        assert not window.peek.isVisible()

    def test_screen_readers_hear_the_whole_card(self, window: MainWindow, hands: Hands) -> None:
        hands.digest()
        spoken = QAccessible.queryAccessibleInterface(window.digest.figures.cards[0])
        assert spoken.role() in (QAccessible.Role.CheckBox, QAccessible.Role.Button)
        assert spoken.text(QAccessible.Text.Name) == "84,000, people in its first month, in 2 places"
        assert "director said on Monday" in spoken.text(QAccessible.Text.Description)

    def test_the_menu_copies(self, window: MainWindow, hands: Hands) -> None:
        hands.digest()
        card = window.digest.figures.cards[2]
        menu = window.digest.figures.menu_of(card)
        copy = next(action for action in menu.actions() if action.text() == "Copy the figure")
        copy.trigger()
        assert QGuiApplication.clipboard().text() == "fell by 23% — number of cars"

    def test_other_stories_are_folded_away(self, window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
        # GIVEN figures of the article and one of another story
        hands.digest()
        view = window.digest.figures
        assert "710" not in [card.entry.figure.text for card in view.cards]
        # WHEN its group is opened
        qtbot.mouseClick(view.related_fold, Qt.MouseButton.LeftButton)
        hands.settle()
        # THEN it is there, and leads to the headline
        card = view.cards[-1]
        assert card.entry.figure.text == "710"
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        assert window.reader.view.marked_text() == ("Storm leaves 710 homes without power", "710")

    def test_with_nothing_else_other_stories_are_open(self, window: MainWindow, hands: Hands) -> None:
        hands.open()
        hands.read(figures=tuple(figure for figure in stories.figures() if figure.section is Section.RELATED))
        assert [card.entry.figure.text for card in window.digest.figures.cards] == ["710"]

    def test_many_figures_show_a_few_first(self, window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
        body = ". ".join(f"Hall {at} holds {at + 100} chairs" for at in range(20)) + "."
        article = Article(source="-", body=body, lang="en")
        figures = tuple(stories.figure(article, str(at + 100), at + 100, label="chairs") for at in range(20))
        hands.open()
        hands.read(article, figures)
        view = window.digest.figures
        assert len(view.cards) < 20
        assert view.more is not None
        qtbot.mouseClick(view.more, Qt.MouseButton.LeftButton)
        hands.settle()
        assert len(view.cards) == 20

    def test_bars_lead_to_their_figures(self, window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
        body = "The north tower has 12 floors. The south tower has 30 floors. The old one has 21 floors."
        article = Article(source="-", body=body, lang="en")
        figures = tuple(
            stories.figure(article, text, int(text), noun="floor", label=label)
            for text, label in (("12", "north tower"), ("30", "south tower"), ("21", "old one"))
        )
        hands.open()
        hands.read(article, figures)
        bars = window.digest.figures.findChild(CompareBars)
        assert isinstance(bars, CompareBars)
        assert "30 — south tower" in bars.accessibleName()
        row = bars.rect().center()
        qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=row)
        assert window.reader.view.marked_text()[1] == "30"


class TestSettling:
    """What the summary states is marked and moves up, but not under the reader's hands."""

    SUMMARY = "There is a ticket for 12 crowns, and the number of cars fell by 23%."

    def summarised(self, hands: Hands) -> None:
        summary = stories.summary(self.SUMMARY)
        checked = grounding.check(summary.text, stories.ARTICLE, summary_lang="en")
        hands.children.writer.emit(SummaryReady(replace(summary, grounding=checked)))
        hands.children.writer.done()
        hands.settle()

    def order(self, window: MainWindow) -> list[str]:
        return [card.entry.figure.text for card in window.digest.figures.cards]

    def test_the_summary_settles_the_order(self, window: MainWindow, hands: Hands) -> None:
        # GIVEN figures whose third one the summary will state
        hands.open()
        hands.read()
        before = self.order(window)
        assert before.index("23%") > 0
        # WHEN the summary arrives
        self.summarised(hands)
        # THEN it has moved up, is marked, and says so to a screen reader
        assert self.order(window)[0] == "23%"
        card = window.digest.figures.cards[0]
        assert "also in the summary" in card.accessibleName()
        assert sorted(self.order(window)) == sorted(before)

    def test_nothing_moves_while_a_card_has_the_focus(self, window: MainWindow, hands: Hands) -> None:
        # GIVEN a reader who walks the cards
        hands.open()
        hands.read()
        before = self.order(window)
        cards = window.digest.figures.cards
        cards[1].setFocus(Qt.FocusReason.TabFocusReason)
        places = [card.pos() for card in cards]
        # WHEN the summary arrives
        self.summarised(hands)
        # THEN the same cards are where they were, of the same height, one of them marked
        assert window.digest.figures.cards == cards
        assert [card.pos() for card in cards] == places
        assert self.order(window) == before
        assert [card.entry.figure.text for card in cards if card.entry.figure.in_summary] == ["23%"]
        # AND once the reader turns elsewhere they are put in order
        window.digest.summary.text.setFocus(Qt.FocusReason.TabFocusReason)
        QCoreApplication.sendEvent(window.digest.figures, QEvent(QEvent.Type.Leave))
        hands.settle()
        assert self.order(window)[0] == "23%"

    def test_a_chosen_figure_stays_chosen(self, window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
        hands.open()
        hands.read()
        qtbot.mouseClick(window.digest.figures.cards[1], Qt.MouseButton.LeftButton)
        chosen = window.digest.figures.cards[1].entry.key
        self.summarised(hands)
        assert [card.entry.key for card in window.digest.figures.cards if card.isChecked()] == [chosen]
