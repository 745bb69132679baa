"""Slots: the words around a name or number, their weights, and how alike two slots are."""

from __future__ import annotations

import pytest

from desktop_app.grounding.comparison import is_passive
from desktop_app.grounding.rivals import Verdict, weigh
from desktop_app.grounding.slots import OTHER_SIDE_FIXED, OTHER_SIDE_FREE, Slot, likeness, slot_of
from tests.unit.grounding.helpers import sentence, word


def slot(text: str, of: str, lang: str = "en") -> Slot:
    """The slot of one word."""
    piece = sentence(text, lang)
    index = word(piece, of).index
    return slot_of(piece, index, index, lang)


def shown(found: Slot) -> str:
    return " < > ".join(
        " ".join(f"{t.text} {weight:.2f}" for t, weight in side) or "-" for side in (found.left, found.right)
    )


@pytest.mark.parametrize(
    ("text", "of", "expected"),
    [
        ("Then Moss sold mills.", "Moss", "Then 0.30 < > sold 0.75 mills 0.60"),
        ("Yesterday old Moss sold mills.", "Moss", "old 0.75 Yesterday 0.60 < > sold 0.75 mills 0.60"),
        ("Moss, a baker, sold mills.", "Moss", "- < > sold 0.45 mills 0.36"),
        ("Moss (a baker) sold mills.", "Moss", "- < > sold 0.45 mills 0.36"),
        ("Moss, who sold mills, left.", "Moss", "- < > left 0.45"),
        ("Old (very) mills of Moss", "Moss", "of 0.30 mills 0.67 Old 0.33 < > -"),
        ("Moss sold 5 mills.", "Moss", "- < > sold 0.75 mills 0.30"),
        ("Moss sold people mills.", "Moss", "- < > sold 0.75 mills 0.50"),
        ("Moss sold Reed mills.", "Moss", "- < > sold 0.75 mills 0.50"),
        (
            "Moss once ran old red big mad sad dry mills",
            "Moss",
            "- < > once 0.30 ran 0.67 old 0.55 red 0.46 big 0.40 mad 0.35 sad 0.32 dry 0.29",
        ),
        ("Then Moss, who sold mills.", "Moss", "Then 0.30 < > who 0.30 sold 0.67 mills 0.55"),
        ("Then Moss, so sold mills.", "Moss", "Then 0.30 < > so 0.18 sold 0.40 mills 0.33"),
        ("Then Moss, who", "Moss", "Then 0.30 < > who 0.18"),
        ("Then Moss who sold mills.", "Moss", "Then 0.30 < > who 0.18 sold 0.40 mills 0.33"),
        ("Then Moss, sold mills.", "Moss", "Then 0.30 < > sold 0.45 mills 0.36"),
        ("Then Moss — a baker — sold mills.", "Moss", "Then 0.30 < > sold 0.45 mills 0.36"),
        ("Then Moss (a baker", "Moss", "Then 0.30 < > a 0.18 baker 0.40"),
        ("In (old) mills (of Moss", "Moss", "of 0.30 mills 0.40 < > -"),
    ],
)
def test_the_words_around(text: str, of: str, expected: str) -> None:
    assert shown(slot(text, of)) == expected


def test_an_aside_reaches_so_far() -> None:
    near = "Moss, " + "so " * 11 + "mad, sold mills."
    far = "Moss, " + "so " * 13 + "mad, sold mills."
    assert "sold" in shown(slot(near, "Moss"))
    assert "sold" not in shown(slot(far, "Moss"))


def test_a_slot_within_its_clause_and_mirrored() -> None:
    found = slot("Yesterday, old Moss sold mills, then left.", "Moss")
    assert shown(found.within_clause(1)) == "old 0.75 < > sold 0.75 mills 0.60"
    assert shown(found.mirrored(1)) == "sold 0.75 mills 0.60 Yesterday 0.36 < > old 0.75 left 0.28"
    assert found.mass == pytest.approx(sum(weight for _, weight in found.left + found.right))


def test_how_alike_slots_are() -> None:
    one, same = slot("Then Moss sold mills.", "Moss"), slot("Reed sold mills.", "Reed")
    turned, other = slot("Mills sold Moss.", "Moss"), slot("Lund bought boats.", "Lund")
    assert likeness(one, one, 1.0) == pytest.approx(one.mass)
    assert likeness(same, one, OTHER_SIDE_FIXED) == pytest.approx(1.35)
    assert likeness(same, turned, OTHER_SIDE_FIXED) == pytest.approx(0.3 * (0.75 + 0.6))
    assert likeness(same, turned, OTHER_SIDE_FREE) == pytest.approx(0.75 * (0.75 + 0.6))
    assert likeness(same, other, OTHER_SIDE_FREE) == 0.0
    assert likeness(one, same, OTHER_SIDE_FREE) == pytest.approx(1.35)


def test_a_denied_word_is_not_like_an_affirmed_one() -> None:
    denied, affirmed = slot("Moss did not sell mills.", "Moss"), slot("Moss did sell mills.", "Moss")
    assert likeness(affirmed, denied, 1.0) < likeness(affirmed, affirmed, 1.0)
    assert likeness(denied, denied, 1.0) == pytest.approx(denied.mass)


def test_who_fits_a_slot_better() -> None:
    mine = slot("Moss sold mills.", "Moss")
    theirs, own = slot("Reed sold mills.", "Reed"), slot("Moss ran boats.", "Moss")
    verdict = weigh(mine, [own], [own, theirs], OTHER_SIDE_FIXED, frozenset())
    assert (verdict.best_rival, verdict.own) == (1, 0.0)
    assert verdict.rival == verdict.mass == pytest.approx(1.35)
    assert verdict.adjacent
    assert verdict.lost
    assert not weigh(mine, [theirs], [theirs], OTHER_SIDE_FIXED, frozenset()).lost
    nothing = weigh(mine, [own], [], OTHER_SIDE_FIXED, frozenset())
    assert (nothing.best_rival, nothing.adjacent, nothing.lost) == (None, False, False)
    assert weigh(mine, [], [theirs, theirs], OTHER_SIDE_FIXED, frozenset()).best_rival == 0
    said = weigh(mine, [own], [theirs], OTHER_SIDE_FIXED, frozenset({"sell"}))
    assert not said.adjacent


def test_the_side_counts_where_word_order_is_fixed() -> None:
    mine, turned = slot("Moss sold mills.", "Moss"), slot("Boats sold Reed.", "Reed")
    left, right = slot("Mad sold Moss.", "Moss"), slot("Big sold Reed.", "Reed")
    assert not weigh(mine, [], [turned], OTHER_SIDE_FIXED, frozenset()).adjacent
    assert weigh(left, [], [right], OTHER_SIDE_FIXED, frozenset()).adjacent
    assert not weigh(left, [], [right], OTHER_SIDE_FREE, frozenset()).adjacent
    assert weigh(mine, [], [slot("Reed sold boats.", "Reed")], OTHER_SIDE_FREE, frozenset()).adjacent


@pytest.mark.parametrize(
    ("own", "rival", "mass", "adjacent", "lost"),
    [
        (0.0, 1.0, 0.69, True, False),
        (0.0, 1.0, 0.7, True, True),
        (0.9, 1.0, 5.0, True, True),
        (1.0, 1.0, 5.0, True, False),
        (0.0, 0.42, 1.0, False, True),
        (0.0, 0.41, 1.0, False, False),
        (0.67, 1.0, 1.0, False, True),
        (0.68, 1.0, 1.0, False, False),
    ],
)
def test_a_slot_is_lost_only_clearly(own: float, rival: float, mass: float, adjacent: bool, lost: bool) -> None:
    assert Verdict(own, rival, mass, 0, adjacent).lost is lost


@pytest.mark.parametrize(
    ("text", "clause", "expected"),
    [
        ("The mill was sold by Moss.", 0, True),
        ("The mill was in old May sold by Moss.", 0, False),
        ("The mill was in May sold by Moss.", 0, True),
        ("The mill was once also sold by Moss.", 0, True),
        ("The mill stood by Moss.", 0, False),
        ("By Moss the mill was sold.", 0, False),
        ("The mill was sold, by Moss.", 0, False),
        ("Then, the mill was sold by Moss.", 1, True),
        ("Then, the mill was sold by Moss.", 0, False),
    ],
)
def test_a_passive_names_its_actor(text: str, clause: int, expected: bool) -> None:
    assert is_passive(sentence(text, "en"), clause, "en") is expected


def test_other_languages_have_no_such_passive() -> None:
    assert not is_passive(sentence("Мельница была продана Идой.", "ru"), 0, "ru")
