"""Offices that the article gives to another."""

from __future__ import annotations

import pytest

from desktop_app.article import Article
from desktop_app.grounding import Problem, check

LARKWOOD = (
    "Ada Bell told the council that the bridge must stay open. Mayor Tom Reed disagreed and asked for repairs. "
    "The harbour master, Jon Vale, said nothing."
)


def flags(summary: str, body: str, lang: str) -> list[tuple[str, Problem | None]]:
    found = check(summary, Article(source="-", lang=lang, body=body), summary_lang=lang).flags
    return [(claim.text, claim.problem) for claim in found]


@pytest.mark.parametrize(
    ("lang", "body", "summary"),
    [
        ("en", LARKWOOD, "Ada Bell, the mayor of the town, told the council that the bridge must stay open."),
        (
            "ru",
            "Анна Белова выступила за ремонт моста. Мэр города Павел Рысин возразил ей.",
            "Анна Белова, мэр города, выступила за ремонт моста.",
        ),
        (
            "uk",
            "Ганна Білик виступила за ремонт мосту. Мер міста Павло Рись заперечив їй.",
            "Ганна Білик, мер міста, виступила за ремонт мосту.",
        ),
    ],
)
def test_an_office_of_another_is_doubted(lang: str, body: str, summary: str) -> None:
    assert Problem.OTHER_PLACE in {problem for _, problem in flags(summary, body, lang)}


@pytest.mark.parametrize(
    ("lang", "body", "summary"),
    [
        ("en", LARKWOOD, "Tom Reed, the mayor, asked for repairs."),
        ("en", LARKWOOD, "Jon Vale, the harbour master, said nothing."),
        (
            "en",
            "Ada Bell resigned on Monday. The mayor had led the town for ten years.",
            "Ada Bell, the mayor, resigned.",
        ),
        ("en", LARKWOOD, "Ada Bell, Tom Reed and Jon Vale spoke of the bridge."),
        (
            "ru",
            "Мэр Липок Анна Белова выступила за ремонт моста.",
            "Анна Белова, мэр Липок, выступила за ремонт моста.",
        ),
        (
            "ru",
            "Анна Белова, которая ведёт дела города, за ремонт.",
            "Анна Белова, которая ведёт дела города, за ремонт.",
        ),
    ],
)
def test_an_office_of_ones_own_is_not(lang: str, body: str, summary: str) -> None:
    assert Problem.OTHER_PLACE not in {problem for _, problem in flags(summary, body, lang)}
