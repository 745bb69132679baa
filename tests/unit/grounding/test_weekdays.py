"""Days of the week."""

from __future__ import annotations

import pytest

from desktop_app.grounding import ClaimKind, Problem, State, check
from tests.unit.grounding.helpers import article, flagged, ground, only

EN = "The miners of Lodin went back to work on Monday. The court will hear the case on Thursday morning."
RU = "Горняки Лодинска вернулись к работе в среду. Суд рассмотрит дело утром в четверг."
UK = "Гірники Лодинська повернулися до роботи в середу. Суд розгляне справу вранці у четвер."


@pytest.mark.parametrize(
    ("summary", "body", "lang", "problem"),
    [
        ("The miners of Lodin went back to work on Tuesday.", EN, "en", Problem.ABSENT),
        ("The miners of Lodin went back to work on Thursday.", EN, "en", Problem.OTHER_PLACE),
        ("Горняки Лодинска вернулись к работе в пятницу.", RU, "ru", Problem.ABSENT),
        ("Горняки Лодинска вернулись к работе в четверг.", RU, "ru", Problem.OTHER_PLACE),
        ("Гірники Лодинська повернулися до роботи в неділю.", UK, "uk", Problem.ABSENT),
        ("Гірники Лодинська повернулися до роботи у четвер.", UK, "uk", Problem.OTHER_PLACE),
    ],
)
def test_another_day_is_flagged(summary: str, body: str, lang: str, problem: Problem) -> None:
    assert flagged(summary, body, lang) == [problem]


@pytest.mark.parametrize(
    ("summary", "body", "lang", "state"),
    [
        ("Miners are back at work since Monday.", EN, "en", State.EXACT),
        ("Since Monday's return the mine of Lodin is at work.", EN, "en", State.OTHER_FORM),
        ("Со среды горняки Лодинска снова работают.", RU, "ru", State.OTHER_FORM),
        ("В среду горняки Лодинска вернулись.", RU, "ru", State.EXACT),
        ("У середу гірники Лодинська повернулися.", UK, "uk", State.EXACT),
    ],
)
def test_the_same_day_is_found(summary: str, body: str, lang: str, state: State) -> None:
    assert only(ground(summary, body, lang), ClaimKind.DATE).state is state


def test_a_day_may_follow_from_a_date() -> None:
    body = article("The tunnel of Grund was opened on 4 November.", "en", published="2026-11-05")
    claim = only(check("The tunnel of Grund was opened on Wednesday.", body, summary_lang="en"), ClaimKind.DATE)
    assert claim.state is State.DERIVABLE
    assert check("The tunnel of Grund was opened on Friday.", body, summary_lang="en").flags


@pytest.mark.parametrize(
    "body", ["The tunnel of Grund was opened yesterday.", "The tunnel was opened this morning, today."]
)
def test_nothing_is_said_where_the_article_reckons_from_its_own_day(body: str) -> None:
    assert not ground("The tunnel was opened on Friday.", body, "en").claims


def test_the_environment_is_no_wednesday() -> None:
    body = "Завод загрязнял окружающую среду. Суд оштрафовал его в понедельник."
    assert not flagged("Завод загрязнял окружающую среду.", body, "ru")
    assert flagged("Суд оштрафовал завод в среду.", body, "ru") == [Problem.ABSENT]
