"""Sentences made of several: each part is looked at beside the sentence it follows."""

from __future__ import annotations

import pytest

from desktop_app.article import Section
from desktop_app.grounding import Problem
from desktop_app.grounding.parts import parts
from desktop_app.grounding.source import take_apart
from tests.unit.grounding.helpers import flagged

EN = (
    "The council of Marl closed the swimming pool in March. The repairs will take nine months. "
    "The old railway station of Orlow was sold to a brewery. "
    "The currency initially slipped against the crown in early trading. "
    "Rare maps by Anna Brandt, which are part of the Duke's collection, have gone on show."
)
RU = (
    "Совет Марла закрыл бассейн в марте. Ремонт займёт девять месяцев. "
    "Старый вокзал Орлова продали пивоварне. Валюта сначала подешевела к кроне."
)
UK = (
    "Рада Марла закрила басейн у березні. Ремонт триватиме дев'ять місяців. "
    "Старий вокзал Орлова продали пивоварні. Валюта спершу подешевшала до крони."
)


def texts(text: str, lang: str) -> list[str]:
    piece = take_apart(text, lang, Section.BODY)[0]
    return [text[part.tokens[0].start : part.tokens[-1].end] for part in parts(piece, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "The council closed the pool, and the repairs will take a year.",
            "en",
            ["The council closed the pool,", "the repairs will take a year."],
        ),
        (
            "Совет закрыл наш бассейн; ремонт займёт целый год.",
            "ru",
            ["Совет закрыл наш бассейн;", "ремонт займёт целый год."],
        ),
        (
            "Рада закрила наш басейн, але ремонт триватиме рік.",
            "uk",
            ["Рада закрила наш басейн,", "ремонт триватиме рік."],
        ),
        ("The council closed the pool, the hall, and the library.", "en", []),
        ("Der Rat schloss das Bad, und die Arbeiten dauern ein Jahr.", "de", []),
        ("The council closed the pool and the repairs will take a year.", "en", []),
    ],
)
def test_a_sentence_is_parted_where_each_part_has_a_verb(text: str, lang: str, expected: list[str]) -> None:
    assert texts(text, lang) == expected


def test_a_part_keeps_only_its_own() -> None:
    text = "Anna Brandt sold 9 maps in March 2021, but Otto Kern did not sell his 4 globes in April 2022."
    piece = take_apart(text, "en", Section.BODY)[0]
    first, second = parts(piece, "en")
    assert [quantity.value for quantity in first.quantities] == [9.0]
    assert [quantity.value for quantity in second.quantities] == [4.0]
    assert [text[name.start : name.end] for name in first.names] == ["Anna Brandt"]
    assert [text[name.start : name.end] for name in second.names] == ["Otto Kern"]
    assert [date.year for date in first.dates] == [2021]
    assert not first.denied.firm
    assert {second.token(index).text for index in second.denied.firm} == {"sell"}
    assert second.numbers < second.entities
    assert not first.entities & second.entities


@pytest.mark.parametrize(
    ("summary", "body", "lang", "problem"),
    [
        (
            "The council of Marl closed the swimming pool, and the repairs will not take nine months.",
            EN,
            "en",
            Problem.NEGATION,
        ),
        (
            "The council of Marl opened the swimming pool in March, and the repairs will take nine months.",
            EN,
            "en",
            Problem.OPPOSITE,
        ),
        (
            "The repairs will take nine months, and the old railway station of Marl was sold to a brewery.",
            EN,
            "en",
            Problem.OTHER_PLACE,
        ),
        ("The currency did not slip against the crown in early trading.", EN, "en", Problem.NEGATION),
        ("Rare maps by the Duke have gone on show.", EN, "en", Problem.OTHER_PLACE),
        ("Ремонт займёт девять месяцев, а совет Марла открыл бассейн.", RU, "ru", Problem.OPPOSITE),
        ("Ремонт триватиме дев'ять місяців, а рада Марла відкрила басейн.", UK, "uk", Problem.OPPOSITE),
    ],
)
def test_what_is_wrong_in_one_part_is_flagged(summary: str, body: str, lang: str, problem: Problem) -> None:
    assert problem in flagged(summary, body, lang)


@pytest.mark.parametrize(
    ("summary", "body", "lang"),
    [
        ("The council of Marl closed the swimming pool, and the repairs will take nine months.", EN, "en"),
        ("The old station of Orlow was sold to a brewery; the pool was closed in March.", EN, "en"),
        ("Rare maps by Anna Brandt have gone on show.", EN, "en"),
        ("Ремонт займёт девять месяцев, а вокзал Орлова продали пивоварне.", RU, "ru"),
        ("Ремонт триватиме дев'ять місяців, а вокзал Орлова продали пивоварні.", UK, "uk"),
    ],
)
def test_two_sentences_fused_are_let_through(summary: str, body: str, lang: str) -> None:
    assert not flagged(summary, body, lang)


def test_what_one_part_denies_the_other_may_say() -> None:
    body = "The bridge over the Arn is closed to lorries. It stays open to cars and buses."
    assert not flagged("The bridge over the Arn is closed to lorries, but it is open to cars.", body, "en")
