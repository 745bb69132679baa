"""What was done, and what was only wanted, planned or not done."""

from __future__ import annotations

import pytest

from desktop_app.article import Section
from desktop_app.grounding import ClaimKind, Problem
from desktop_app.grounding.factuality import unreal
from desktop_app.grounding.source import take_apart
from tests.unit.grounding.helpers import flagged, ground

EN = (
    "Workers have a bonus for night shifts, which the mine wanted to abolish. "
    "The union had threatened to occupy the gate. The director, Ida Moss, resigned on Monday."
)
RU = (
    "У рабочих есть надбавка за ночные смены, которую рудник хотел отменить. "
    "Профсоюз угрожал занять ворота. Директор Ида Мосс ушла в понедельник."
)
UK = (
    "Робітники мають доплату за нічні зміни, яку рудник хотів скасувати. "
    "Профспілка погрожувала зайняти ворота. Директорка Іда Мосс пішла в понеділок."
)


@pytest.mark.parametrize(
    ("summary", "body", "lang"),
    [
        ("The bonus for night shifts was abolished.", EN, "en"),
        ("The mine abolished the bonus for night shifts.", EN, "en"),
        ("The union occupied the gate.", EN, "en"),
        ("Надбавку за ночные смены отменили.", RU, "ru"),
        ("Профсоюз занял ворота.", RU, "ru"),
        ("Доплату за нічні зміни скасували.", UK, "uk"),
        ("Профспілка зайняла ворота.", UK, "uk"),
    ],
)
def test_the_wanted_told_as_done_is_flagged(summary: str, body: str, lang: str) -> None:
    assert Problem.INTENDED in flagged(summary, body, lang)


@pytest.mark.parametrize(
    ("summary", "body", "lang"),
    [
        ("The mine wanted to abolish the bonus for night shifts.", EN, "en"),
        ("The mine did not abolish the bonus for night shifts.", EN, "en"),
        ("The union threatened that it would occupy the gate.", EN, "en"),
        ("Рудник хотел отменить надбавку за ночные смены.", RU, "ru"),
        ("Отменить надбавку за ночные смены рудник не смог.", RU, "ru"),
        ("Рудник хотів скасувати доплату за нічні зміни.", UK, "uk"),
        ("Скасувати доплату за нічні зміни рудник не зміг.", UK, "uk"),
    ],
)
def test_the_wanted_told_as_wanted_is_not(summary: str, body: str, lang: str) -> None:
    assert not flagged(summary, body, lang)


def test_what_was_also_done_is_no_plan() -> None:
    body = "The mine wanted to abolish the bonus for night shifts. In May it abolished the bonus after all."
    assert not flagged("The mine abolished the bonus.", body, "en")


def test_the_place_is_what_was_wanted() -> None:
    grounding = ground("The bonus for night shifts was abolished.", EN, "en")
    (claim,) = [claim for claim in grounding.flags if claim.problem is Problem.INTENDED]
    assert claim.kind is ClaimKind.ACTION
    (place,) = claim.places
    assert EN[place.span.start : place.span.end] == "abolish"


@pytest.mark.parametrize(
    ("text", "word", "lang", "expected"),
    [
        ("The mine wanted to abolish the bonus.", "abolish", "en", True),
        ("The mine wanted to quickly abolish the bonus.", "abolish", "en", True),
        ("The mine managed to abolish the bonus.", "abolish", "en", False),
        ("The mine abolished what it wanted.", "abolished", "en", False),
        ("The mine plans talks, and to abolish it is hard.", "abolish", "en", False),
        ("Рудник хотел отменить надбавку.", "отменить", "ru", True),
        ("Рудник смог отменить надбавку.", "отменить", "ru", False),
        ("Рудник хотів скасувати доплату.", "скасувати", "uk", True),
        ("Рудник зміг скасувати доплату.", "скасувати", "uk", False),
    ],
)
def test_an_infinitive_under_a_wish_is_unreal(text: str, word: str, lang: str, expected: bool) -> None:
    piece = take_apart(text, lang, Section.BODY)[0]
    token = next(token for token in piece.tokens if token.text == word)
    assert unreal(piece, token, lang) is expected
