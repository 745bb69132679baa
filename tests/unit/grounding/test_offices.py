"""A country for its minister, offices by their initials, names with suffix on suffix."""

from __future__ import annotations

import pytest

from desktop_app.article import Article
from desktop_app.grounding import Problem, check, verb_spans


def flags(summary: str, body: str, lang: str) -> list[tuple[str, Problem | None]]:
    found = check(summary, Article(source="-", lang=lang, body=body), summary_lang=lang).flags
    return [(claim.text, claim.problem) for claim in found]


MINISTER = "Министр обороны Франции Жак Люмьер отверг предложение Италии о новых учениях в Альпах."


def test_a_country_stands_for_its_minister() -> None:
    assert flags("Франция отвергла предложение Италии о новых учениях.", MINISTER, "ru") == []


def test_a_country_does_not_stand_for_the_other() -> None:
    body = "Франция отвергла предложение Италии о новых учениях в Альпах."
    assert flags("Италия отвергла предложение Франции о новых учениях.", body, "ru")


def test_an_official_named_beside_the_office_is_no_country() -> None:
    body = "Глава района Савин поручил инженеру Громову проверить плотину у Верхних Липок."
    found = flags("Громов поручил Савину проверить плотину у Верхних Липок.", body, "ru")
    assert Problem.ROLES in {problem for _, problem in found}


@pytest.mark.parametrize(
    ("summary", "body", "lang"),
    [
        (
            "Anna Bell, Larkwood's CEO, resigned.",
            "Anna Bell, Larkwood's chairman and chief executive officer, resigned.",
            "en",
        ),
        ("ВВП края вырос.", "Валовой внутренний продукт края вырос.", "ru"),
    ],
)
def test_initials_stand_for_common_words(summary: str, body: str, lang: str) -> None:
    assert flags(summary, body, lang) == []


def test_initials_that_nothing_spells_are_unsupported() -> None:
    found = flags("Anna Bell, Larkwood's CFO, resigned.", "Anna Bell, Larkwood's chairman, resigned.", "en")
    assert [problem for _, problem in found] == [Problem.ABSENT]


def test_a_turkish_name_keeps_its_beginning() -> None:
    body = "Karadağ Belediyesince yürütülen çalışmada Mehmet Yılmaz'ın evi onarıldı."
    assert flags("Mehmet Yılmaz'ın evi Karadağ Belediyesinde onarıldı.", body, "tr") == []
    assert flags("Mehmet Yıldız'ın evi onarıldı.", body, "tr")


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Anna Bell, the head of Larkwood.", "en", False),
        ("Anna Bell has resigned.", "en", True),
        ("Глава района Савин.", "ru", False),
        ("Плотину проверили.", "ru", True),
        ("Голова району Савчук.", "uk", False),
        ("Греблю перевірено.", "uk", True),
        ("Anna Bell träder tillbaka.", "sv", None),
    ],
)
def test_whether_a_text_has_a_verb(text: str, lang: str, expected: bool | None) -> None:
    found = verb_spans(text, lang)
    assert (None if found is None else bool(found)) is expected


def test_an_adverb_inside_a_passive_does_not_part_it() -> None:
    body = "Певица Анна Белова отменила концерт. Вечером она была срочно доставлена в Липскую больницу с ожогом руки."
    assert flags("Анна Белова была доставлена в Липскую больницу с ожогом руки.", body, "ru") == []
