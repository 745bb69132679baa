from __future__ import annotations

import pytest

from desktop_app.grounding import Problem
from tests.unit.grounding.helpers import flagged

EN = (
    "The lake association asked the town to close the beach. Ranger Ida Moss said that ducks had fallen ill. "
    "Fishermen refused to leave, saying the water was clean. "
    "The town spent 40,000 euros on signs and the county 9,000 euros on buoys."
)
RU = (
    "Общество озера попросило город закрыть пляж. Егерь Ида Мосс сообщила, что заболели утки. "
    "Рыбаки отказались уходить: по их словам, вода чистая. На указатели город потратил 40 тыс. евро, а на буи — 9 тыс."
)
UK = (
    "Товариство озера попросило місто закрити пляж. Єгерка Іда Мосс повідомила, що захворіли качки. "
    "Рибалки відмовилися йти: за їхніми словами, вода чиста. На вказівники місто витратило 40 тис. євро."
)


@pytest.mark.parametrize(
    ("summary", "body", "lang", "problem"),
    [
        ("The town asked the lake association to close the beach.", EN, "en", Problem.ROLES),
        ("Fishermen said that ducks had fallen ill.", EN, "en", Problem.OTHER_PLACE),
        ("The county spent 40,000 euros.", EN, "en", Problem.OTHER_PLACE),
        ("Рыбаки сообщили, что заболели утки.", RU, "ru", Problem.OTHER_PLACE),
        ("Рибалки повідомили, що захворіли качки.", UK, "uk", Problem.OTHER_PLACE),
    ],
)
def test_what_was_given_to_another_is_flagged(summary: str, body: str, lang: str, problem: Problem) -> None:
    assert problem in flagged(summary, body, lang)


@pytest.mark.parametrize(
    ("summary", "body", "lang"),
    [
        ("The town was asked by the lake association to close the beach.", EN, "en"),
        ("Ducks have fallen ill, Ida Moss said.", EN, "en"),
        ("Signs cost the town 40,000 euros.", EN, "en"),
        ("Город общество озера попросило закрыть пляж.", RU, "ru"),
        ("Об утках рассказала егерь Ида Мосс.", RU, "ru"),
        ("Місту товариство озера порадило закрити пляж.", UK, "uk"),
        ("Качки захворіли, повідомила Іда Мосс.", UK, "uk"),
    ],
)
def test_the_same_in_other_order_is_not(summary: str, body: str, lang: str) -> None:
    assert not flagged(summary, body, lang)


def test_what_follows_a_quotation_and_its_speaker_is_another_clause() -> None:
    body = '"What is open is safe," said the outgoing mayor of Larkwood.\n\nTom Reed shows the new harbour.'
    summary = '"What is open is safe," said the outgoing mayor of Larkwood, and Tom Reed shows the new harbour.'
    assert flagged(summary, body, "en") == []
