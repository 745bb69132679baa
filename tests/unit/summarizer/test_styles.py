"""Paragraph, bullet points and headline: what is asked of the model, what streams, what is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.article import BULLET, Outcome, Summary
from desktop_app.choices import Length, Style
from desktop_app.events import SummaryPiece, SummaryReady
from desktop_app.fluency import Limit, tidy
from desktop_app.model_store import Catalogue, LengthRule
from desktop_app.model_store.catalogue import Architecture
from desktop_app.options import SummaryOptions
from desktop_app.summarizer import SummaryRequest
from desktop_app.summarizer.postprocess import SummaryShaper
from desktop_app.summarizer.prompts import render_user
from desktop_app.summarizer.writing import write_summary
from tests.unit.summarizer.test_trust import RU, Scripted

LIST = LengthRule(sentences=3, words=60, max_tokens=100)
LINE = LengthRule(sentences=1, words=16, max_tokens=40)
GOOD_LIST = "- В Липках ночью сгорел склад с вакциной.\n- Пожар тушили 34 спасателя.\n- Уцелели 12 тысяч доз."


def shape(text: str, style: Style, *, ended: bool = True, step: int = 3) -> tuple[str, str]:
    """What streamed, and what is left at the end."""
    shaper = SummaryShaper(LIST if style is Style.BULLETS else LINE, "ru", style)
    streamed = "".join(shaper.feed(text[start : start + step]) for start in range(0, len(text), step))
    return streamed, shaper.finish(ended)


def run(style: Style, *answers: str, length: Length = Length.SHORT) -> Summary:
    model = Scripted(*answers)
    events = list(write_summary(RU, SummaryOptions(style=style, length=length), model))
    assert all(request.style is style for request in model.asked)
    assert isinstance(events[-1], SummaryReady)
    return events[-1].summary


@pytest.mark.parametrize("sign", ["- ", "* ", "• ", "1. ", "2) ", "  – "])
def test_signs_of_lists_become_one(sign: str) -> None:
    text = f"{sign}Склад сгорел.\n{sign}Дозы уцелели."
    assert shape(text, Style.BULLETS)[1] == f"{BULLET}Склад сгорел.\n{BULLET}Дозы уцелели."


@pytest.mark.parametrize("step", [1, 3, 7])
def test_a_list_streams_as_it_will_stand(step: int) -> None:
    streamed, whole = shape(GOOD_LIST, Style.BULLETS, step=step)
    assert whole.startswith(streamed)
    assert len(streamed) > len(whole) - 20


def test_blank_lines_between_points_go() -> None:
    assert shape("- Склад сгорел.\n\n- Дозы уцелели.\n", Style.BULLETS)[1].count("\n") == 1


def test_sentences_of_a_model_without_lists_become_points() -> None:
    _, whole = shape("Склад сгорел. Дозы уцелели.", Style.BULLETS)
    assert whole == f"{BULLET}Склад сгорел.\n{BULLET}Дозы уцелели."


def test_no_more_points_than_asked_for() -> None:
    shaper = SummaryShaper(LIST, "ru", Style.BULLETS)
    shaper.feed("- Раз тут.\n- Два тут.\n- Три тут.")
    assert not shaper.enough
    shaper.feed("\n- Четыре")
    assert shaper.enough
    assert len(shaper.finish(True).splitlines()) == 3


def test_a_headline_is_one_line_without_a_stop() -> None:
    streamed, whole = shape("«В Липках сгорел склад с вакциной».\n\nПодробности позже.", Style.HEADLINE)
    assert "\n" not in streamed + whole
    assert tidy(whole, lang="ru", limit=Limit(1, 16, Style.HEADLINE)) == "В Липках сгорел склад с вакциной"


def test_the_model_is_stopped_after_its_headline() -> None:
    shaper = SummaryShaper(LINE, "ru", Style.HEADLINE)
    shaper.feed("Склад сгорел")
    assert not shaper.enough
    shaper.feed("\nЕщё")
    assert shaper.enough


def test_a_list_is_shown_as_a_list() -> None:
    summary = run(Style.BULLETS, GOOD_LIST)
    assert summary.text.splitlines() == [
        f"{BULLET}В Липках ночью сгорел склад с вакциной.",
        f"{BULLET}Пожар тушили 34 спасателя.",
        f"{BULLET}Уцелели 12 тысяч доз.",
    ]
    assert (summary.outcome, summary.style) == (Outcome.WRITTEN, Style.BULLETS)
    assert summary.grounding is not None
    starts = [summary.text[s.span.start : s.span.end] for s in summary.grounding.sentences]
    assert starts == [line.removeprefix(BULLET) for line in summary.text.splitlines()]


def test_a_point_with_an_invented_number_is_left_out() -> None:
    invented = GOOD_LIST.replace("34 спасателя", "57 спасателей из Козубовичей")
    summary = run(Style.BULLETS, invented, invented)
    assert "57" not in summary.text
    assert all(line.startswith(BULLET) for line in summary.text.splitlines())
    assert len(summary.text.splitlines()) == 2


def test_a_list_that_does_not_hold_is_a_list_of_quotations() -> None:
    nonsense = "- Глокая куздра будланула бокра.\n- Курдячит бокрёнка в Зябликово."
    summary = run(Style.BULLETS, nonsense, nonsense)
    assert summary.outcome is Outcome.QUOTED
    assert all(line.removeprefix(BULLET) in RU.body for line in summary.text.splitlines())
    assert all(line.startswith(BULLET) for line in summary.text.splitlines())


def test_a_headline_is_shown() -> None:
    summary = run(Style.HEADLINE, "В Липках сгорел склад, 12 тысяч доз вакцины уцелели.")
    assert summary.text == "В Липках сгорел склад, 12 тысяч доз вакцины уцелели"
    assert summary.outcome is Outcome.WRITTEN


def test_a_headline_that_does_not_hold_is_the_articles_own() -> None:
    summary = run(Style.HEADLINE, "Глокая куздра в Зябликово", "Глокая куздра в Зябликово")
    assert (summary.text, summary.outcome) == (RU.title, Outcome.QUOTED)


@pytest.mark.parametrize("style", list(Style))
def test_pieces_say_what_the_summary_says(style: Style) -> None:
    answer = GOOD_LIST if style is Style.BULLETS else "Пожар на складе с вакциной тушили 34 спасателя."
    events = list(write_summary(RU, SummaryOptions(style=style), Scripted(answer)))
    streamed = "".join(event.text for event in events if isinstance(event, SummaryPiece))
    ready = events[-1]
    assert isinstance(ready, SummaryReady)
    assert ready.summary.text.split() == streamed.split()


def test_every_family_that_takes_instructions_asks_for_every_style() -> None:
    for family in Catalogue.shipped().families.values():
        asks = {(length, style): family.prompt.rule(length, style).instruction for length in Length for style in Style}
        if family.architecture is Architecture.DECODER:
            assert all(asks.values())
            assert len(set(asks.values())) == 7  # one headline, whatever the length
        for style in Style:
            assert family.prompt.rule(Length.SHORT, style).sentences >= 1


def test_the_instruction_alone_differs() -> None:
    prompt = Catalogue.shipped().default.prompt
    ask = SummaryRequest(text="Body.", lang="en", source_lang="en")
    usual = render_user(prompt, ask)
    for other in (
        replace(ask, style=Style.BULLETS),
        replace(ask, style=Style.HEADLINE),
        replace(ask, length=Length.LONG),
        replace(ask, about="the {price}\nof bread"),
        replace(ask, attempt=1),
    ):
        rendered = render_user(prompt, other)
        assert rendered != usual
        assert rendered.partition("Body.")[0] == usual.partition("Body.")[0]
    assert "the {price} of bread" in render_user(prompt, replace(ask, about="the {price}\nof bread"))


@given(st.text(alphabet="-*•1. Аб\n", max_size=60), st.sampled_from(list(Style)))
def test_no_text_breaks_a_style(text: str, style: Style) -> None:
    streamed, whole = shape(text, style)
    if style is Style.BULLETS:
        assert all(line.startswith(BULLET) for line in whole.splitlines())
    if style is Style.HEADLINE:
        assert "\n" not in streamed + whole
