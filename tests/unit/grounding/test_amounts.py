"""More and fewer against rise and fall."""

from __future__ import annotations

import pytest

from desktop_app.grounding import Problem
from tests.unit.grounding.helpers import flagged

EN = "On line 4 passenger numbers rose by 12 per cent last year, while income from tickets fell by 3 per cent."
RU = "На линии 4 число пассажиров за год увеличилось на 12%, а выручка от билетов упала на 3%."
UK = "На лінії 4 кількість пасажирів за рік збільшилася на 12%, а виторг від квитків упав на 3%."


@pytest.mark.parametrize(
    ("summary", "body", "lang"),
    [
        ("Fewer passengers used the line last year.", EN, "en"),
        ("More income came from tickets.", EN, "en"),
        ("Пассажиров на линии стало меньше.", RU, "ru"),
        ("Выручки от билетов стало больше.", RU, "ru"),
        ("Пасажирів на лінії стало менше.", UK, "uk"),
        ("Пасажирів на лінії поменшало.", UK, "uk"),
        ("Виторгу від квитків стало більше.", UK, "uk"),
    ],
)
def test_fewer_of_what_rose_is_flagged(summary: str, body: str, lang: str) -> None:
    assert flagged(summary, body, lang) == [Problem.OPPOSITE]


@pytest.mark.parametrize(
    ("summary", "body", "lang"),
    [
        ("More passengers used the line last year.", EN, "en"),
        ("Less income came from tickets.", EN, "en"),
        ("Passengers of line 4 are more punctual.", EN, "en"),
        ("Пассажиров на линии стало больше.", RU, "ru"),
        ("Пассажиров на линии меньше не стало.", RU, "ru"),
        ("Пасажирів на лінії побільшало.", UK, "uk"),
    ],
)
def test_more_of_what_rose_is_not(summary: str, body: str, lang: str) -> None:
    assert not flagged(summary, body, lang)


def test_a_number_after_it_compares_only() -> None:
    body = "The number of visitors rose to 320 last year."
    assert not flagged("Fewer than 400 visitors came.", body, "en") or flagged(
        "Fewer than 400 visitors came.", body, "en"
    ) == [Problem.ABSENT]
