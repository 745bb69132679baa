from __future__ import annotations

import pytest

from desktop_app.article import Section, Span
from desktop_app.grounding import Checked, ClaimKind, Derivation, Problem, State
from tests.unit.grounding.helpers import article, flagged, ground, only

RU = "Без света остались 101 тыс. семей в 5 районах. Погибли двое мужчин. Экспорт вырос на 12%, до 7,08 млн тонн."
EN = "The firm paid £40 million for 12 ships in March. Sales rose by 5% to $3.2bn. Losses reached £2m a day."


@pytest.mark.parametrize(
    ("summary", "body", "lang", "state"),
    [
        ("Света нет у 101 тыс. семей.", RU, "ru", State.EXACT),
        ("Погибли 2 человека.", RU, "ru", State.OTHER_FORM),
        ("Экспорт достиг 7 080 000 тонн.", RU, "ru", State.OTHER_FORM),
        ("Експорт сягнув 7080 тисяч тонн.", "Експорт сягнув 7,08 млн тонн.", "uk", State.OTHER_FORM),
        ("It has twelve ships.", EN, "en", State.OTHER_FORM),
        ("It paid £40m.", EN, "en", State.OTHER_FORM),
    ],
)
def test_a_number_is_found_in_any_form(summary: str, body: str, lang: str, state: State) -> None:
    assert only(ground(summary, body, lang), ClaimKind.NUMBER).state is state


def test_a_claim_points_to_its_place() -> None:
    claim = only(ground("Света нет у 101 тыс. семей.", RU, "ru"), ClaimKind.NUMBER)
    place = claim.places[0]
    assert place.section is Section.BODY
    assert RU[place.span.start : place.span.end] == "101 тыс."


@pytest.mark.parametrize(
    ("summary", "body", "lang", "problem"),
    [
        ("Света нет у 102 тыс. семей.", RU, "ru", Problem.ABSENT),
        ("Света нет у 101 млн семей.", RU, "ru", Problem.ABSENT),
        ("Сообщается о 101 тыс. погибших.", RU, "ru", Problem.OTHER_NOUN),
        ("Без света остались 5 тыс. семей.", RU, "ru", Problem.ABSENT),
        ("Экспорт вырос на 12 тонн.", RU, "ru", Problem.OTHER_UNIT),
        ("Экспорт вырос на 12 процентных пунктов.", RU, "ru", Problem.OTHER_UNIT),
        ("Экспорт вырос до 12%.", RU, "ru", Problem.OTHER_CHANGE),
        ("The firm paid €40 million for 12 ships.", EN, "en", Problem.OTHER_UNIT),
        ("Sales rose to 5%.", EN, "en", Problem.OTHER_CHANGE),
        ("Losses reached £2m a week.", EN, "en", Problem.OTHER_UNIT),
        ("The firm paid £40 million for 14 ships.", EN, "en", Problem.ABSENT),
    ],
)
def test_a_wrong_number_unit_or_noun_is_flagged(summary: str, body: str, lang: str, problem: Problem) -> None:
    assert problem in flagged(summary, body, lang)


def test_a_number_of_the_article_in_the_place_of_another_is_flagged() -> None:
    body = "Ivanhoe scored 21 points in the first half. The visitors answered with 34 points after the break."
    assert flagged("Ivanhoe scored 34 points in the first half.", body, "en") == [Problem.OTHER_PLACE]
    assert flagged("Ivanhoe scored 21 points in the first half.", body, "en") == []


@pytest.mark.parametrize(
    ("summary", "body", "lang", "how"),
    [
        ("Nearly 600,000 people fled.", "Officials said 597,000 people fled.", "en", Derivation.ROUNDING),
        ("Бежали почти 600 тыс. человек.", "По данным властей, бежали 597 тыс. человек.", "ru", Derivation.ROUNDING),
        (
            "Всего пострадали 8 человек.",
            "Пострадали 5 человек в автобусе и 3 человека в машине.",
            "ru",
            Derivation.SUM,
        ),
        ("The price fell by £30.", "The price fell from £120 to £90.", "en", Derivation.DIFFERENCE),
        ("Половина домов разрушена.", "Разрушено 50% домов.", "ru", Derivation.PERCENTAGE),
    ],
)
def test_a_number_that_follows_is_said_to_be_derived(summary: str, body: str, lang: str, how: Derivation) -> None:
    claim = only(ground(summary, body, lang), ClaimKind.NUMBER)
    assert claim.state is State.DERIVABLE
    assert claim.how is how
    assert claim.places


@pytest.mark.parametrize(
    ("summary", "body", "lang"),
    [
        ("Это было 06.01.2026.", "Встреча прошла 6 января 2026 года.", "ru"),
        ("The meeting was on January 6.", "They met on 6 January 2026.", "en"),
        ("Зустріч була 6 січня.", "Вони зустрілися 6 січня 2026 року.", "uk"),
    ],
)
def test_a_date_is_found_in_any_form(summary: str, body: str, lang: str) -> None:
    grounding = ground(summary, body, lang)
    assert not grounding.flags
    assert only(grounding, ClaimKind.DATE).supported


@pytest.mark.parametrize(
    ("summary", "body", "lang"),
    [
        ("Это было 7 января 2026 года.", "Встреча прошла 6 января 2026 года.", "ru"),
        ("The meeting was on 6 June.", "They met on 6 January 2026.", "en"),
        ("Зустріч була у 2025 році.", "Вони зустрілися 6 січня 2026 року.", "uk"),
    ],
)
def test_another_date_is_flagged(summary: str, body: str, lang: str) -> None:
    claim = only(ground(summary, body, lang), ClaimKind.DATE)
    assert claim.problem is Problem.ABSENT


def test_the_year_may_come_from_the_date_of_publication() -> None:
    from desktop_app.grounding import check

    dated = article("Встреча прошла 6 января.", "ru", published="2026-01-07")
    assert not check("Встреча прошла 6 января 2026 года.", dated, summary_lang="ru").flags
    assert check("Встреча прошла 6 января 2025 года.", dated, summary_lang="ru").flags


def test_across_languages_numbers_are_compared_and_words_are_not() -> None:
    body = "Компания «Восток» купила 12 судов за 40 млн долларов 6 января 2026 года."
    good = ground("The company bought 12 ships for $40 million on January 6, 2026.", body, "ru", into="en")
    assert not good.flags
    assert good.sentences[0].support is None
    assert good.checked == (Checked.NUMBERS, Checked.DATES, Checked.NAMES)
    assert Problem.ABSENT in flagged("The company bought 13 ships.", body, "ru", into="en")
    assert Problem.OTHER_UNIT in flagged("It paid €40 million.", body, "ru", into="en")


def test_spans_slice_the_summary() -> None:
    summary = "Экспорт вырос на 12%."
    claim = only(ground(summary, RU, "ru"), ClaimKind.NUMBER)
    assert claim.span == Span(17, 20)
    assert claim.text == summary[17:20] == "12%"
