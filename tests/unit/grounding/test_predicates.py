"""The predicates of sentences: who, does, what."""

from __future__ import annotations

import pytest

from desktop_app.grounding.predicates import predicates
from tests.unit.grounding.helpers import sentence, words


def shown(text: str, lang: str) -> list[str]:
    """``subject > verbs > rest`` of every predicate, with marks."""
    return [
        f"{words(one.subject) or '-'} > {words(one.verbs)} > {words(one.rest) or '-'}"
        + ("" if one.own else " (taken over)")
        + (" (passive)" if one.passive else "")
        for one in predicates(sentence(text, lang), lang)
    ]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("The council approved a loan.", "en", ["council > approved > loan"]),
        ("The mill was sold by the mayor.", "en", ["mill > was sold > mayor (passive)"]),
        ("The mill has not yet been sold.", "en", ["mill > has been sold > - (passive)"]),
        ("The mill was in May sold.", "en", ["mill > was sold > - (passive)"]),
        ("The council met and approved a loan.", "en", ["council > met > -", "council > approved > loan (taken over)"]),
        ("The council met, but the mayor left.", "en", ["council > met > -", "mayor > left > -"]),
        (
            "The mayor, who sold the mill, left.",
            "en",
            ["mayor > sold > mill (taken over)", "mayor > left > - (taken over)"],
        ),
        ("The mayor (55) left.", "en", ["mayor > left > 55"]),
        ("Moss, the chief of the bank, left.", "en", ["Moss chief > left > bank"]),
        (
            "The mayor said repairs would take a year.",
            "en",
            ["mayor > said > repairs take year", "repairs > would take > year"],
        ),
        (
            "The mayor said that repairs would take a year.",
            "en",
            ["mayor > said > repairs take year", "repairs > would take > year"],
        ),
        ("The mayor asked the bank to allow a loan.", "en", ["mayor > asked > bank allow loan", "bank > allow > loan"]),
        ('"The mill is old", said Ida Moss.', "en", ["mill > is > old", "Ida Moss > said > -"]),
        (
            '"The mill is old," said the mayor of Tarn, and Tom Reed left.',
            "en",
            ["mill > is > old", "mayor > said > Tarn", "Tom Reed > left > -"],
        ),
        ("The mill is old, said Ida Moss of the bank.", "en", ["mill > is > old", "Ida Moss > said > bank"]),
        ("The mill is old, said in Tarn.", "en", ["mill > is > old", "mill > said > Tarn (taken over)"]),
        ("Its chief, Ida Moss, called the plan a disgrace.", "en", ["chief Ida Moss > called > plan disgrace"]),
        ("Said the mayor nothing.", "en", ["mayor > Said > -"]),
        ("After the mayor resigned, the mill burnt.", "en", ["mayor > resigned > -", "mill > burnt > -"]),
        ("The dog beat Ann, hurting her hand.", "en", ["dog > beat > Ann", "dog > hurting > hand (taken over)"]),
        ("Совет одобрил кредит.", "ru", ["Совет > одобрил > кредит"]),
        ("Кредит одобрил совет.", "ru", ["Кредит > одобрил > совет"]),
        ("В мае регулятор закрыл банк.", "ru", ["регулятор > закрыл > мае банк"]),
        ("В мае депо закрыла комиссия.", "ru", ["комиссия > закрыла > мае депо"]),
        ("В мае сгорела старая мельница.", "ru", ["старая мельница > сгорела > мае"]),
        (
            "Мэр, который продал завод, ушёл.",
            "ru",
            ["Мэр > продал > завод (taken over)", "Мэр > ушёл > - (taken over)"],
        ),
        ("Мэр сообщил, что завод сгорел.", "ru", ["Мэр > сообщил > завод сгорел", "завод > сгорел > -"]),
        ("Обогнав всех, Анна ушла.", "ru", ["- > Обогнав > - (taken over)", "Анна > ушла > -"]),
        ("Завод сгорел, сообщила Ида Мосина.", "ru", ["Завод > сгорел > -", "Ида Мосина > сообщила > -"]),
        (
            "Совет закрыл бассейн и открыл школу.",
            "ru",
            ["Совет > закрыл > бассейн", "Совет > открыл > школу (taken over)"],
        ),
        ("Завод был срочно закрыт.", "ru", ["Завод > был закрыт > срочно (passive)"]),
        ("Рада ухвалила рішення.", "uk", ["Рада > ухвалила > рішення"]),
        ("У травні згорів старий млин.", "uk", ["старий млин > згорів > травні"]),
        (
            "Через пожежу поранено двох людей, млин згорів.",
            "uk",
            ["- > поранено > пожежу двох людей (taken over)", "млин > згорів > -"],
        ),
        ("Мер пішов, поранено двох людей.", "uk", ["Мер > пішов > -", "- > поранено > двох людей (taken over)"]),
        ("Der Rat schloss das Bad.", "de", []),
    ],
)
def test_who_does_what(text: str, lang: str, expected: list[str]) -> None:
    assert shown(text, lang) == expected
