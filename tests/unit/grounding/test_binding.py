"""What each number of a sentence belongs to, and whether a summary gives it to another."""

from __future__ import annotations

import pytest

from desktop_app.grounding.binding import after_preposition, bound_elsewhere, bound_words, kindred
from desktop_app.grounding.number_claims import place_of
from desktop_app.grounding.source import Piece
from tests.unit.grounding.helpers import beside, sentence, word, words


def bound(text: str, lang: str) -> list[str]:
    """``number: words`` of every number of a sentence."""
    piece = sentence(text, lang)
    return [f"{text[one.start : one.end]}: {words(bound_words(piece, one, lang))}" for one in piece.quantities]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Fees rose by 17%.", "en", ["17%: Fees rose"]),
        (
            "Fees rose by 17%, while fares grew by 4%, pensions by 3%.",
            "en",
            ["17%: Fees rose", "4%: fares grew", "3%: grew pensions"],
        ),
        ("Fees rose by 17%, pensions by 3%.", "en", ["17%: Fees rose", "3%: rose pensions"]),
        ("Fees rose by 17% and 3%.", "en", ["17%: Fees rose", "3%: Fees rose"]),
        ("Fees rose by 17% in Harlow and by 3% in Tarn.", "en", ["17%: Fees rose Harlow", "3%: Fees rose Harlow Tarn"]),
        (
            "In Harlow fees grew by 17%, but fares fell by 4%.",
            "en",
            ["17%: Harlow fees grew", "4%: Harlow fares fell"],
        ),
        (
            "In old Harlow fees grew by 17%, but fares fell by 4%.",
            "en",
            ["17%: old Harlow fees grew", "4%: old fares fell"],
        ),
        (
            "In Port Harlow fees grew by 17%, but fares fell by 4%.",
            "en",
            ["17%: Port Harlow fees grew", "4%: Port Harlow fares fell"],
        ),
        ("Fees fell by 17%, the office said on Monday.", "en", ["17%: Fees fell"]),
        ("It fired 85 people of 340.", "en", ["85: fired people", "340: people"]),
        ("It fired 85 of 340 people.", "en", ["85: fired people", "340: people"]),
        ("The vote was 9 for and 4 against it.", "en", ["9: vote", "4: vote against"]),
        ("The firm bought 12 boats, the town 5 boats.", "en", ["12: firm bought boats", "5: bought town boats"]),
        (
            "Shippers — 130 million euros, farmers — 5 million euros.",
            "en",
            ["130 million euros: Shippers", "5 million euros: farmers"],
        ),
        (
            "Shippers, who lost 130 million euros, paid farmers 5 million euros.",
            "en",
            ["130 million euros: Shippers lost", "5 million euros: Shippers paid farmers"],
        ),
        ("64% of parents voted for it and 23% did not.", "en", ["64%: parents voted", "23%: parents voted parents"]),
        ("Аренда выросла на 17%, а ночёвки — на 4%.", "ru", ["17%: Аренда выросла", "4%: выросла ночёвки"]),
        ("Аренда выросла на 17%, зарплаты упали на 4%.", "ru", ["17%: Аренда выросла", "4%: зарплаты упали"]),
        (
            "В Тарне аренда выросла на 17%, а ночёвки упали на 4%.",
            "ru",
            ["17%: Тарне аренда выросла", "4%: Тарне ночёвки упали"],
        ),
        ("Вырос на 17% экспорт и на 4% импорт.", "ru", ["17%: Вырос экспорт", "4%: Вырос экспорт импорт"]),
        ("Уволили 85 из 340 рабочих.", "ru", ["85: Уволили рабочих", "340: рабочих"]),
        ("Оренда зросла на 17%, а ночівлі — на 4%.", "uk", ["17%: Оренда зросла", "4%: ночівлі"]),
    ],
)
def test_the_words_of_each_number(text: str, lang: str, expected: list[str]) -> None:
    assert bound(text, lang) == expected


def _kin(text: str, at: int) -> list[str]:
    piece = sentence(text, "en")
    return [text[one.start : one.end] for one in kindred(piece, piece.quantities[at])]


def test_numbers_of_one_kind_in_a_sentence() -> None:
    text = "The firm bought 12 boats, 3% more, and 5 in May, then 7 trams and 4% less."
    assert _kin(text, 0) == ["12", "5"]
    assert _kin(text, 1) == ["3%", "4%"]
    assert _kin(text, 2) == ["12", "5"]
    assert _kin(text, 3) == ["7"]
    assert _kin("They won 9 to 4 there.", 0) == ["9", "4"]


@pytest.mark.parametrize(
    ("text", "of", "expected"),
    [
        ("They live in Tarn.", "Tarn", True),
        ("They live in old Tarn.", "Tarn", True),
        ("They live in the old Tarn.", "Tarn", False),
        ("They live in Tarn.", "live", False),
        ("In Tarn they live.", "Tarn", True),
        ("In Tarn they live.", "In", False),
    ],
)
def test_a_preposition_right_before(text: str, of: str, expected: bool) -> None:
    piece: Piece = sentence(text, "en")
    assert after_preposition(piece, word(piece, of), "en") is expected


TWO = "Fees rose by 17%, while fares grew by 4%, pensions by 3%."
PLACES = "In Harlow fees rose by 17%. In Tarn fees rose by 4%."
PARTS = "The firm fired 85 of 340 clerks."
ROUND_UP = "Mills burnt in Tarn with 12 people inside.\n\nBoats sank.\n\nThe council hired 5 people and sold a dam."


@pytest.mark.parametrize(
    ("summary", "body", "lang", "expected"),
    [
        ("Fees rose by 17%.", TWO, "en", True),
        ("Fares rose by 17%.", TWO, "en", "4%"),
        ("Fares grew by 17%.", TWO, "en", "4%"),
        ("Pensions rose by 17%.", TWO, "en", "3%"),
        ("Pensions grew by 4%.", TWO, "en", "3%"),
        ("Fares grew by 4%.", TWO, "en", True),
        ("Something happened to 4%.", TWO, "en", False),
        ("It was 4%.", TWO, "en", False),
        ("Fees rose by 17%, fares by 4%.", TWO, "en", True),
        ("Fares rose by 17%, fees by 4%.", TWO, "en", "4%"),
        ("The firm fired 85 of 340 clerks.", PARTS, "en", True),
        ("The firm fired 340 clerks.", PARTS, "en", "85"),
        ("The council sold a dam with 12 people.", ROUND_UP, "en", "5"),
        ("The council sold a dam with 12 people.", ROUND_UP.replace("Boats sank.\n\n", ""), "en", False),
        (
            "The council sold a dam with 12 people.",
            ROUND_UP.replace("Mills burnt", "The council sold mills"),
            "en",
            False,
        ),
        ("The council slept with 12 people.", ROUND_UP, "en", False),
        ("The council sold a dam for €12.", ROUND_UP.replace("12 people", "€12").replace("5 people", "£5"), "en", "£5"),
        ("The council sold a dam for €12.", ROUND_UP.replace("12 people", "€12").replace("5 people", "5"), "en", "5"),
        ("Es stieg um 17%.", "Es stieg um 17%.", "de", False),
        ("Ночёвки выросли на 17%.", "Аренда выросла на 17%, а ночёвки — на 4%.", "ru", "4%"),
        ("Аренда выросла на 17%.", "Аренда выросла на 17%, а ночёвки — на 4%.", "ru", True),
        ("Ночівлі зросли на 17%.", "Оренда зросла на 17%, а ночівлі — на 4%.", "uk", "4%"),
    ],
)
def test_whether_the_words_belong_to_another(summary: str, body: str, lang: str, expected: bool | str) -> None:
    comparison = beside(summary, body, lang)
    quantity = comparison.piece.quantities[0]
    good = [(p, q) for p in comparison.source.pieces for q in p.quantities if q.has(quantity.value)]
    found = bound_elsewhere(comparison, quantity, good)
    if isinstance(found, tuple):
        place = place_of(*found)
        assert body[place.span.start : place.span.end] == expected
    else:
        assert found is expected
