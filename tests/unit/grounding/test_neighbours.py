"""A number given to the neighbour thing of its sentence, in headlines and free wording, too."""

from __future__ import annotations

import pytest

from desktop_app.grounding import Problem
from tests.unit.grounding.helpers import flagged

EN = (
    "Fuel rose by 14 per cent last year, while bus tickets went up by 6 per cent and rents by 3 per cent. "
    "In Harlow rents grew by 17 per cent, but overnight stays only by 4 per cent. "
    "The county bought 12 buses and 30 trams, the town 5 boats."
)
RU = (
    "Топливо за год подорожало на 14%, тогда как билеты на автобус — на 6%, а аренда — на 3%. "
    "В Харлове арендная плата выросла на 17%, а число ночёвок в гостиницах — лишь на 4%. "
    "Область купила 12 автобусов и 30 трамваев, а город — 5 катеров."
)
UK = (
    "Пальне за рік подорожчало на 14%, тоді як квитки на автобус — на 6%, а оренда — на 3%. "
    "У Харлові орендна плата зросла на 17%, а кількість ночівель у готелях — лише на 4%. "
    "Область купила 12 автобусів і 30 трамваїв, а місто — 5 катерів."
)


@pytest.mark.parametrize(
    ("summary", "body", "lang"),
    [
        ("Bus tickets rose by 14 per cent.", EN, "en"),
        ("Bus tickets up 14%", EN, "en"),
        ("14% rise in bus tickets", EN, "en"),
        ("Fuel up 6%", EN, "en"),
        ("17% increase in overnight stays in Harlow", EN, "en"),
        ("Overnight stays up 17%", EN, "en"),
        ("Harlow rents up 4%", EN, "en"),
        ("Билеты на автобус подорожали на 14%.", RU, "ru"),
        ("На 14% дороже стали билеты на автобус", RU, "ru"),
        ("Топливо подорожало на 6%", RU, "ru"),
        ("Рост числа ночёвок на 17%", RU, "ru"),
        ("Ночёвок в гостиницах больше на 17%", RU, "ru"),
        ("Арендная плата в Харлове: плюс 4%", RU, "ru"),
        ("Квитки на автобус подорожчали на 14%.", UK, "uk"),
        ("На 14% дорожчими стали квитки на автобус", UK, "uk"),
        ("Пальне подорожчало на 6%", UK, "uk"),
        ("Зростання кількості ночівель на 17%", UK, "uk"),
        ("Ночівель у готелях більше на 17%", UK, "uk"),
        ("Орендна плата в Харлові: плюс 4%", UK, "uk"),
    ],
)
def test_the_neighbours_number_is_flagged(summary: str, body: str, lang: str) -> None:
    assert Problem.OTHER_PLACE in flagged(summary, body, lang)


@pytest.mark.parametrize(
    ("summary", "body", "lang"),
    [
        ("Bus tickets up 6%", EN, "en"),
        ("14% rise in fuel", EN, "en"),
        ("17% increase in rents in Harlow", EN, "en"),
        ("Overnight stays up 4%", EN, "en"),
        ("Rents rose by 3 per cent.", EN, "en"),
        ("The county has 12 new buses and 30 trams.", EN, "en"),
        ("Билеты на автобус подорожали на 6%.", RU, "ru"),
        ("На 14% дороже стало топливо", RU, "ru"),
        ("Рост числа ночёвок на 4%", RU, "ru"),
        ("Арендная плата в Харлове: плюс 17%", RU, "ru"),
        ("У области 30 новых трамваев и 12 автобусов.", RU, "ru"),
        ("Квитки на автобус подорожчали на 6%.", UK, "uk"),
        ("На 14% дорожчим стало пальне", UK, "uk"),
        ("Зростання кількості ночівель на 4%", UK, "uk"),
        ("Орендна плата в Харлові: плюс 17%", UK, "uk"),
        ("В області 30 нових трамваїв і 12 автобусів.", UK, "uk"),
    ],
)
def test_its_own_number_is_not(summary: str, body: str, lang: str) -> None:
    assert not flagged(summary, body, lang)
