"""Which words are verbs, infinitives, gerunds, subjects, and what forms agree."""

from __future__ import annotations

import pytest

from desktop_app.article import Span
from desktop_app.grounding.verbs import (
    agrees,
    base,
    infinitive_after,
    is_gerund,
    is_impersonal,
    is_infinitive,
    is_noun,
    is_past,
    is_plural,
    is_verb,
    may_be_subject,
    past_gender,
    verb_spans,
)
from tests.unit.grounding.helpers import sentence, word, words


def verbs(text: str, lang: str) -> str:
    piece = sentence(text, lang)
    return words(token for token in piece.tokens if is_verb(piece, token, lang))


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("The council has approved a loan.", "en", "has approved"),
        ("The mayor wants to sell the mill.", "en", "wants sell"),
        ("Farmers want a dam.", "en", "want"),
        ("They want a dam.", "en", "want"),
        ("Buss want a dam.", "en", "want"),
        ("Gas want a dam.", "en", ""),
        ("Farmer's want a dam.", "en", ""),
        ("He came and want a dam.", "en", "came want"),
        ("Farmers want in a dam.", "en", ""),
        ("Farmers want of a dam.", "en", ""),
        ("It works well.", "en", "works"),
        ("The farmer works.", "en", ""),
        ("The farmer works of art.", "en", ""),
        ("The farmer works in art.", "en", ""),
        ("The farmer works hard", "en", "works"),
        ("The farmer works", "en", ""),
        ("The works were closed.", "en", "were closed"),
        ("Its works were closed.", "en", "were closed"),
        ("The closed mill burnt.", "en", "burnt"),
        ("In closed mills they sang.", "en", "sang"),
        ("The mayor said repairs would take a year.", "en", "said would take"),
        ("It failed repairs today.", "en", "failed"),
        ("It did to", "en", "did"),
        ("The red bed shed.", "en", ""),
        ("The dam will the mill.", "en", "will"),
        ("Complex plays a game.", "en", "plays"),
        ("Совет одобрил кредит.", "ru", "одобрил"),
        ("Дом продан.", "ru", "продан"),
        ("Продать дом трудно.", "ru", ""),
        ("Рада ухвалила рішення.", "uk", "ухвалила"),
        ("Дім продано.", "uk", "продано"),
        ("Рада ухвалить рішення.", "uk", "ухвалить"),
        ("Вікно відчинене.", "uk", ""),
        ("Kern hat ihn verkauft.", "de", ""),
    ],
)
def test_verbs_of_a_sentence(text: str, lang: str, expected: str) -> None:
    assert verbs(text, lang) == expected


def test_a_name_or_number_is_no_verb() -> None:
    piece = sentence("In May the group Sold Out sang.", "en")
    assert is_verb(piece, word(piece, "Sold"), "en") is False
    assert is_verb(piece, word(piece, "."), "en") is False


def test_where_verbs_stand() -> None:
    assert verb_spans("The mill burnt. It was old.", "en") == (Span(9, 14), Span(19, 22))
    assert verb_spans("Дом сгорел.", "ru") == (Span(4, 10),)
    assert verb_spans("Das Haus brannte.", "de") is None


@pytest.mark.parametrize(
    ("text", "after", "lang", "expected"),
    [
        ("He did not to wait.", "not", "en", "wait"),
        ("He did not wait.", "not", "en", None),
        ("He wants to", "wants", "en", None),
        ("He wants to go", "wants", "en", "go"),
        ("Он просил не ждать.", "не", "ru", "ждать"),
        ("Он просил не дом.", "не", "ru", None),
        ("Он просил не", "не", "ru", None),
        ("Він просив не чекати.", "не", "uk", "чекати"),
        ("Він просив не діти.", "не", "uk", "діти"),
        ("Він просив не дім.", "не", "uk", None),
    ],
)
def test_an_infinitive_right_after(text: str, after: str, lang: str, expected: str | None) -> None:
    piece = sentence(text, lang)
    found = infinitive_after(piece, word(piece, after), lang)
    assert (found.text if found is not None else None) == expected


@pytest.mark.parametrize(
    ("text", "of", "lang", "expected"),
    [
        ("He wants to go.", "go", "en", True),
        ("He wants to quickly go.", "go", "en", True),
        ("He wants to not go.", "go", "en", True),
        ("He wants quickly go.", "go", "en", False),
        ("To go is hard.", "go", "en", True),
        ("Go home.", "Go", "en", False),
        ("Slowly go home.", "go", "en", False),
        ("Он хочет уйти.", "уйти", "ru", True),
        ("Он ушёл.", "ушёл", "ru", False),
        ("Він хоче піти.", "піти", "uk", True),
        ("Він пішов.", "пішов", "uk", False),
        ("Er will gehen.", "gehen", "de", False),
    ],
)
def test_infinitives(text: str, of: str, lang: str, expected: bool) -> None:
    piece = sentence(text, lang)
    assert is_infinitive(piece, word(piece, of), lang) is expected
    assert is_infinitive(piece, word(piece, "."), lang) is False


@pytest.mark.parametrize(
    ("low", "lang", "expected"),
    [
        ("closed", "en", True),
        ("went", "en", True),
        ("closes", "en", False),
        ("bed", "en", False),
        ("закрыл", "ru", True),
        ("закрыта", "ru", True),
        ("закроет", "ru", False),
        ("закрив", "uk", True),
        ("закрилася", "uk", True),
        ("закрито", "uk", False),
        ("поранено", "uk", True),
        ("закриє", "uk", False),
        ("голов", "uk", False),
    ],
)
def test_past_forms(low: str, lang: str, expected: bool) -> None:
    piece = sentence(low, lang)
    assert is_past(piece.tokens[0], lang) is expected


@pytest.mark.parametrize(
    ("text", "of", "lang", "expected"),
    [
        ("The dog bit Ann, hurting her hand.", "hurting", "en", True),
        ("The dog was hurting her hand.", "hurting", "en", False),
        ("The king, being old, left.", "being", "en", False),
        ("Ann left, king of all.", "king", "en", False),
        ("Hurting all, Ann left.", "Hurting", "en", True),
        ("Обогнав всех, Анна ушла.", "Обогнав", "ru", True),
        ("Анна обогнала всех.", "обогнала", "ru", False),
        ("Анна пішла, випередивши всіх.", "випередивши", "uk", True),
        ("Анна пішла, знаючи все.", "знаючи", "uk", True),
        ("Анна пішла, їдучи геть.", "їдучи", "uk", False),
        ("Анна випередила всіх.", "випередила", "uk", False),
    ],
)
def test_gerunds(text: str, of: str, lang: str, expected: bool) -> None:
    piece = sentence(text, lang)
    assert is_gerund(piece, word(piece, of), lang) is expected
    assert is_gerund(piece, word(piece, "."), lang) is False


@pytest.mark.parametrize(
    ("text", "of", "lang", "expected"),
    [
        ("The mayor left.", "mayor", "en", True),
        ("The mayor left.", "The", "en", False),
        ("He left.", "He", "en", True),
        ("He left.", ".", "en", False),
        ("Мэр ушёл.", "Мэр", "ru", True),
        ("Мэру помогли.", "Мэру", "ru", False),
        ("Ушёл Швырдяев.", "Швырдяев", "ru", True),
        ("Он ушёл.", "Он", "ru", True),
        ("Мер пішов.", "Мер", "uk", True),
        ("Меру допомогли.", "Меру", "uk", False),
        ("Допомогли міського голови.", "міського", "uk", False),
        ("Дівчини співали.", "Дівчини", "uk", True),
        ("Дівчини співали.", "співали", "uk", False),
        ("Села горіли.", "Села", "uk", True),
        ("Столи горіли.", "Столи", "uk", True),
        ("Столу мало.", "Столу", "uk", False),
    ],
)
def test_what_may_be_a_subject(text: str, of: str, lang: str, expected: bool) -> None:
    piece = sentence(text, lang)
    assert may_be_subject(piece, word(piece, of), lang) is expected


@pytest.mark.parametrize(
    ("low", "lang", "expected"),
    [
        ("beating", "en", "beat"),
        ("making", "en", "make"),
        ("cutting", "en", "cut"),
        ("king", "en", "king"),
        ("went", "en", "go"),
        ("домов", "ru", "дом"),
    ],
)
def test_the_base_of_a_form(low: str, lang: str, expected: str) -> None:
    assert base(sentence(low, lang).tokens[0], lang) == expected


@pytest.mark.parametrize(
    ("low", "lang", "expected"),
    [
        ("закрыл", "ru", "m"),
        ("закрыла", "ru", "f"),
        ("закрыло", "ru", "n"),
        ("закрыли", "ru", "p"),
        ("закрывают", "ru", "p"),
        ("закрывает", "ru", None),
        ("закрыта", "ru", "f"),
        ("закрыты", "ru", "p"),
        ("дом", "ru", None),
        ("закрив", "uk", "m"),
        ("закрилася", "uk", "f"),
        ("закрило", "uk", "n"),
        ("закрили", "uk", "p"),
        ("закривають", "uk", "p"),
        ("кричать", "uk", "p"),
        ("закриває", "uk", None),
        ("голова", "uk", None),
        ("closed", "en", None),
    ],
)
def test_the_gender_a_verb_shows(low: str, lang: str, expected: str | None) -> None:
    assert past_gender(low, lang) == expected


@pytest.mark.parametrize(
    ("verb", "noun", "lang", "several", "expected"),
    [
        ("закрыл", "завод", "ru", False, True),
        ("закрыл", "фабрика", "ru", False, False),
        ("закрыла", "фабрика", "ru", False, True),
        ("закрыла", "врач", "ru", False, True),
        ("закрыло", "врач", "ru", False, False),
        ("закрыли", "врач", "ru", False, False),
        ("закрыли", "врач", "ru", True, True),
        ("закрыли", "врачи", "ru", False, True),
        ("закрывает", "врачи", "ru", False, True),
        ("закрыл", "сделать", "ru", False, True),
        ("закрив", "завод", "uk", False, True),
        ("закрив", "фабрика", "uk", False, False),
        ("закрило", "товариство", "uk", False, True),
        ("закрив", "товариство", "uk", False, False),
        ("закрили", "заводи", "uk", False, True),
        ("закрили", "завод", "uk", False, False),
        ("закрила", "лікар", "uk", False, True),
        ("closed", "mill", "en", False, True),
    ],
)
def test_whether_a_noun_agrees(verb: str, noun: str, lang: str, several: bool, expected: bool) -> None:
    assert agrees(verb, noun, lang, several) is expected


@pytest.mark.parametrize(
    ("low", "lang", "noun", "plural", "impersonal"),
    [
        ("завод", "ru", True, False, False),
        ("заводы", "ru", True, True, False),
        ("старый", "ru", False, False, False),
        ("завод", "uk", True, False, False),
        ("заводи", "uk", True, True, False),
        ("старий", "uk", False, False, False),
        ("синій", "uk", False, False, False),
        ("закрити", "uk", False, False, False),
        ("рік", "uk", True, False, False),
        ("поранено", "uk", False, True, True),
        ("закрито", "uk", False, True, False),
        ("mills", "en", False, True, False),
        ("mill", "en", False, False, False),
    ],
)
def test_nouns_and_numbers_of_forms(low: str, lang: str, noun: bool, plural: bool, impersonal: bool) -> None:
    assert (is_noun(low, lang), is_plural(low, lang), is_impersonal(low, lang)) == (noun, plural, impersonal)
