from __future__ import annotations

import pytest

from desktop_app.grounding import check, drop_clause, repair_numbers
from tests.unit.grounding.helpers import article

RU = article("Ущерб от паводка оценили в 120 млн рублей. Вода подтопила 87 домов в посёлке Ольховка.", "ru")
EN = article("The council approved a budget of £40 million on Monday. Mayor Ann Lee praised 12 engineers.", "en")


@pytest.mark.parametrize(
    ("summary", "source", "repaired"),
    [
        ("Вода подтопила 78 домов в посёлке.", RU, "Вода подтопила 87 домов в посёлке."),
        ("Ущерб от паводка — 120 млн долларов.", RU, "Ущерб от паводка — 120 млн рублей."),
        ("The council approved a budget of £45 million.", EN, "The council approved a budget of £40 million."),
    ],
)
def test_the_only_number_of_its_kind_takes_the_place(summary: str, source, repaired: str) -> None:
    lang = source.lang
    assert repair_numbers(summary, check(summary, source, summary_lang=lang), source) == repaired


def test_nothing_is_guessed() -> None:
    two = article("In May the shop sold 30 bikes. In June the shop sold 50 bikes and 40 bikes were stolen.", "en")
    summary = "In June the shop sold 70 bikes."
    assert repair_numbers(summary, check(summary, two, summary_lang="en"), two) is None
    noun = "Вода подтопила 21 дом в посёлке Ольховка."
    assert repair_numbers(noun, check(noun, RU, summary_lang="ru"), RU) is None
    sound = "Вода подтопила 87 домов."
    assert repair_numbers(sound, check(sound, RU, summary_lang="ru"), RU) is None


@pytest.mark.parametrize(
    ("summary", "shorter"),
    [
        (
            "The council approved a budget of £40 million (up from £35 million).",
            "The council approved a budget of £40 million.",
        ),
        (
            "The council, which has 50 members, approved a budget of £40 million.",
            "The council approved a budget of £40 million.",
        ),
        (
            "The council approved a budget of £40 million, although Bob Stone protested.",
            "The council approved a budget of £40 million.",
        ),
    ],
)
def test_a_clause_is_left_out(summary: str, shorter: str) -> None:
    assert drop_clause(summary, check(summary, EN, summary_lang="en"), EN) == shorter


@pytest.mark.parametrize(
    "summary",
    [
        "Bob Stone approved a budget of £40 million.",
        "The council said that it had 50 members.",
        "The council, which has 50 members.",
    ],
)
def test_a_sentence_that_would_break_is_left_alone(summary: str) -> None:
    assert drop_clause(summary, check(summary, EN, summary_lang="en"), EN) is None
