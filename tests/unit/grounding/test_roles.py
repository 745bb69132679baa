"""Cases, prepositions, and which names could stand in one slot."""

from __future__ import annotations

import pytest

from desktop_app.grounding.roles import case_of, may_fill, plain_preposition, preposition_before
from desktop_app.grounding.source import Piece, Source
from tests.unit.grounding.helpers import article, sentence, word


def _case(text: str, name: str, lang: str, body: str = "") -> str | None:
    source = Source(article(body, lang))
    piece = sentence(text, lang)
    found = next(one for one in piece.names if text[one.start : one.end] == name)
    return case_of(found, piece, source)


@pytest.mark.parametrize(
    ("text", "name", "lang", "body", "expected"),
    [
        ("Вчера Москва ждала.", "Москва", "ru", "", "nominative"),
        ("Вчера Москву ждали.", "Москву", "ru", "", "oblique"),
        ("Вчера Олега ждали.", "Олега", "ru", "", "oblique"),
        ("Вчера Олег ждал.", "Олег", "ru", "", "nominative"),
        ("Вчера в Москва ждали.", "Москва", "ru", "", "oblique"),
        ("Вчера Швырдяев ждал.", "Швырдяев", "ru", "", "nominative"),
        ("Вчера Швырдяеву помогли.", "Швырдяеву", "ru", "", "oblique"),
        ("Вчера Швырдя ждал.", "Швырдя", "ru", "", None),
        ("Вчера Шмыгаля ждали.", "Шмыгаля", "ru", "", None),
        ("Вчера Шмыгаля ждали.", "Шмыгаля", "ru", "Тут Шмыгаль был.", "oblique"),
        ("Вчера Бергея ждали.", "Бергея", "ru", "Тут Бергей был.", "oblique"),
        ("Вчера Коваля ждали.", "Коваля", "ru", "Тут шёл коваль.", None),
        ("Вчера Иду ждали.", "Иду", "ru", "", "oblique"),
        ("Вчера Осло ждал.", "Осло", "ru", "", None),
        ("Вчера Волков ждал.", "Волков", "ru", "", "nominative"),
        ("Вчора Київ чекав.", "Київ", "uk", "", "nominative"),
        ("Вчора Києва чекали.", "Києва", "uk", "", "oblique"),
        ("Вчора Зеленський чекав.", "Зеленський", "uk", "", "nominative"),
        ("Вчора Зеленського чекали.", "Зеленського", "uk", "", "oblique"),
        ("Вчора Швирдяк чекав.", "Швирдяк", "uk", "", "nominative"),
        ("Вчора Швирдякові допомогли.", "Швирдякові", "uk", "", "oblique"),
        ("Вчора Швирдя чекав.", "Швирдя", "uk", "", None),
        ("Вчора Бойко чекав.", "Бойко", "uk", "", None),
        ("Вчора Одеса чекала.", "Одеса", "uk", "", None),
        ("Вчора Одесу чекали.", "Одесу", "uk", "", "oblique"),
        ("Then Moss waited.", "Moss", "en", "", None),
    ],
)
def test_the_case_of_a_name(text: str, name: str, lang: str, body: str, expected: str | None) -> None:
    assert _case(text, name, lang, body) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Они живут в Тарне.", "ru", "в"),
        ("Они живут во Тарне.", "ru", "в"),
        ("Они живут у Тарна.", "ru", "в"),
        ("Они едут ко Тарну.", "ru", "к"),
        ("Они в «Ольхе» живут.", "ru", "в"),
        ("Они видели Тарн.", "ru", None),
        ("They live in Tarn.", "en", "in"),
        ("They saw Tarn.", "en", None),
        ("Вони їдуть із Тарна.", "uk", "з"),
    ],
)
def test_the_preposition_before_a_name(text: str, lang: str, expected: str | None) -> None:
    piece = sentence(text, lang)
    assert preposition_before(piece.names[0], piece, lang) == expected


def test_a_name_at_the_head_has_no_preposition() -> None:
    piece = sentence("Москва ждёт.", "ru")
    assert preposition_before(piece.names[0], piece, "ru") is None
    piece = sentence("«Ольха» ждёт.", "ru")
    assert plain_preposition(word(piece, "ждёт"), "ru") is None


def _fills(one: str, other: str, lang: str) -> bool:
    pieces: list[Piece] = [sentence(text, lang) for text in (one, other)]
    source = Source(article(f"{one} {other}", lang))
    return may_fill(source, (pieces[0].names[0], pieces[0]), (pieces[1].names[0], pieces[1]))


@pytest.mark.parametrize(
    ("one", "other", "lang", "expected"),
    [
        ("They live in Tarn.", "They live in Lund.", "en", True),
        ("They live in Tarn.", "They live at Lund.", "en", False),
        ("They saw Tarn.", "They live in Lund.", "en", False),
        ("It was sold by Moss.", "They saw Reed.", "en", True),
        ("They saw Moss's mill.", "They saw Reed.", "en", False),
        ("They saw Moss's mill.", "They saw Reed's mill.", "en", True),
        ("Then British voters left.", "Then Swedish voters left.", "en", True),
        ("Then British voters left.", "Then Sweden left.", "en", False),
        ("Then British Reed left.", "Then Sweden left.", "en", True),
        ("Then British", "Then Sweden left.", "en", True),
        ("Вчера Москву ждали.", "Вчера Рязань ждали.", "ru", True),
        ("Вчера Москву ждали.", "Вчера Олег ждал.", "ru", False),
        ("Вчера Москву ждали.", "Вчера Киеву помогли.", "ru", True),
        ("Вчера Олег ждал.", "Вчера Осло ждал.", "ru", True),
    ],
)
def test_names_that_could_stand_in_one_slot(one: str, other: str, lang: str, expected: bool) -> None:
    assert _fills(one, other, lang) is expected
