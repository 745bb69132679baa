from __future__ import annotations

import pytest

from desktop_app.grounding import ClaimKind, Problem, State
from desktop_app.grounding.names import same_word
from desktop_app.grounding.transliteration import similar
from tests.unit.grounding.helpers import flagged, ground, only

RU = "Премьер Денис Шмыгаль встретился с Павлом Орловым в Харькове. Организация Объединённых Наций промолчала."


@pytest.mark.parametrize(
    ("one", "other", "lang"),
    [
        ("шмыгаля", "шмыгаль", "ru"),
        ("павел", "павлом", "ru"),
        ("зеленский", "зеленского", "ru"),
        ("львів", "львова", "uk"),
        ("київ", "києва", "uk"),
        ("америка", "америці", "uk"),
        ("прага", "празі", "uk"),
        ("warszawa", "warszawie", "pl"),
        ("novák", "novákem", "cs"),
        ("john", "john's", "en"),
    ],
)
def test_forms_of_one_name_meet(one: str, other: str, lang: str) -> None:
    assert same_word(one, other, lang)


@pytest.mark.parametrize(
    ("one", "other", "lang"),
    [
        ("алексей", "александр", "ru"),
        ("петров", "петербург", "ru"),
        ("орлов", "ершов", "ru"),
        ("иванов", "иваненко", "ru"),
    ],
)
def test_different_names_do_not(one: str, other: str, lang: str) -> None:
    assert not same_word(one, other, lang)


@pytest.mark.parametrize(
    ("summary", "body", "lang", "state"),
    [
        ("Говорили о встрече Шмыгаля.", RU, "ru", State.OTHER_FORM),
        ("Об этом рассказал Шмыгаль.", RU, "ru", State.EXACT),
        ("Реакции от ООН нет.", RU, "ru", State.OTHER_FORM),
        ("Жители ждут в Харьков делегацию.", RU, "ru", State.OTHER_FORM),
        ("The meeting angered the UN.", "The United Nations was angered by the meeting.", "en", State.OTHER_FORM),
        ("Про це повідомило Мінекономіки.", "Про це повідомило Міністерство економіки.", "uk", State.OTHER_FORM),
        ("W sprawie Polski zdecydowano.", "Rząd zdecydował, że Polska zapłaci.", "pl", State.OTHER_FORM),
        ("Das Treffen mit Lukaschewytsch fand statt.", "Es gab ein Treffen mit Lukaschewytsch.", "de", State.EXACT),
    ],
)
def test_a_name_is_found_in_any_form(summary: str, body: str, lang: str, state: State) -> None:
    assert only(ground(summary, body, lang), ClaimKind.NAME).state is state


@pytest.mark.parametrize(
    ("summary", "body", "lang"),
    [
        ("Об этом рассказал Кузнецов.", RU, "ru"),
        ("Кузнецов встретился с Орловым.", RU, "ru"),
        ("The deal was signed by Eriksson.", "The deal was signed by Ann Lee in Leeds.", "en"),
        ("Угоду підписав Кравчук.", "Угоду підписав Іван Франко.", "uk"),
        ("Umowę podpisał Kowalczyk.", "Umowę podpisał Jan Nowak.", "pl"),
    ],
)
def test_a_name_from_outside_is_flagged(summary: str, body: str, lang: str) -> None:
    assert Problem.ABSENT in flagged(summary, body, lang)


def test_parts_of_two_names_do_not_make_a_third() -> None:
    assert flagged("Встретился Денис Орлов.", RU, "ru") == [Problem.MIXED_NAME]


def test_a_word_at_the_start_of_a_sentence_is_no_name() -> None:
    claims = ground("Встреча прошла спокойно. Погода была хорошей.", RU, "ru").claims
    assert not [claim for claim in claims if claim.kind is ClaimKind.NAME]


def test_german_nouns_are_no_names() -> None:
    body = "Der Sturm beschädigte in Hamburg viele Häuser und eine Brücke."
    assert not flagged("Ein Unwetter traf Gebäude in Hamburg.", body, "de")


def test_scripts_without_capitals_have_no_names() -> None:
    assert not ground("東京で大雪が降った。", "昨日、東京で雪が降った。", "ja").flags


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("джонсон", "johnson"),
        ("шмыгаль", "shmyhal"),
        ("зеленський", "zelensky"),
        ("харьков", "kharkiv"),
        ("вашингтон", "washington"),
        ("клинтон", "clinton"),
        ("порошенко", "poroshenko"),
        ("макрон", "macron"),
    ],
)
def test_transliterations_meet(cyrillic: str, latin: str) -> None:
    assert similar(cyrillic, latin)


@pytest.mark.parametrize(("cyrillic", "latin"), [("петров", "peters"), ("смирнов", "simonov"), ("иванов", "ivanko")])
def test_other_names_are_no_transliterations(cyrillic: str, latin: str) -> None:
    assert not similar(cyrillic, latin)


@pytest.mark.parametrize(
    ("summary", "source", "into"),
    [
        ("Denys Shmyhal met Pavel Orlov in Kharkiv.", RU, "en"),
        ("The United Nations kept silent.", RU, "en"),
    ],
)
def test_names_are_found_across_scripts(summary: str, source: str, into: str) -> None:
    assert not flagged(summary, source, "ru", into=into)


def test_a_name_from_outside_is_flagged_across_scripts() -> None:
    assert Problem.ABSENT in flagged("Denys Shmyhal met Ricardo Ferreira.", RU, "ru", into="en")


def test_an_english_name_is_found_in_a_russian_summary() -> None:
    body = "Boris Johnson spoke with Angela Merkel in London."
    assert not flagged("Борис Джонсон поговорил с Ангелой Меркель в Лондоне.", body, "en", into="ru")
    assert flagged("Борис Джонсон поговорил с Кузнецовым в Лондоне.", body, "en", into="ru")
