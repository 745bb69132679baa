"""Numbers that follow from others, just inside and just outside of what is taken for it."""

from __future__ import annotations

import pytest

from desktop_app.grounding.arithmetic import derive, step_of
from desktop_app.grounding.lexicon import lexicon
from tests.unit.grounding.helpers import sentence


def derived(summary: str, body: str, lang: str = "en") -> str | None:
    """How the last number of the summary follows, and from which."""
    own, pieces = sentence(summary, lang), [sentence(line, lang) for line in body.split("\n")]
    found = derive(own.quantities[-1], pieces, own, lexicon(lang))
    if found is None:
        return None
    how, parts = found
    assert all(part in piece.quantities for piece, part in parts)
    return " ".join([how, *(f"{part.value:g}" for _, part in parts)])


@pytest.mark.parametrize(
    ("summary", "body", "expected"),
    [
        # Roundings: to fewer digits, by so much, in the direction the words tell.
        ("600,000 people fled.", "597,000 people fled.", "rounding 597000"),
        ("597,000 people fled.", "600,000 people fled.", None),
        ("590,000 people fled.", "597,000 people fled.", None),
        ("More than 590,000 people fled.", "597,000 people fled.", "rounding 597000"),
        ("More than 600,000 people fled.", "597,000 people fled.", "rounding 597000"),
        ("Almost 600,000 people fled.", "591,000 people fled.", "rounding 591000"),
        ("About 600,000 people fled.", "591,000 people fled.", "rounding 591000"),
        ("About 600,000 people fled.", "601,000 people fled.", "rounding 601000"),
        ("500,000 people fled.", "530,000 people fled.", "rounding 530000"),
        ("500,000 people fled.", "532,000 people fled.", None),
        ("500,000 people fled.", "531,000 people fled.", "rounding 531000"),
        ("600,000 goats fled.", "597,000 people fled.", None),
        ("It cost 600,000 euros.", "597,000 people fled.", None),
        ("It cost 10 euros.", "It cost 10.2 euros.", "rounding 10.2"),
        ("It cost 9 euros.", "It cost 9.2 euros.", None),
        ("About 9 euros", "It cost 9.2 euros.", "rounding 9.2"),
        ("It cost 20 euros.", "It cost 19.5 euros.", "rounding 19.5"),
        # Shares and percentages of each other.
        ("Half of the homes burnt.", "50% of the homes burnt.", "percentage 50"),
        ("Half of the homes burnt.", "52.5% of the homes burnt.", "percentage 52.5"),
        ("Half of the homes burnt.", "52.6% of the homes burnt.", None),
        ("A third of the homes burnt.", "33% of the homes burnt.", "percentage 33"),
        ("A tenth of the homes burnt.", "11% of the homes burnt.", "percentage 11"),
        ("A tenth of the homes burnt.", "11.2% of the homes burnt.", None),
        ("50% of the homes burnt.", "Half of the homes burnt.", "percentage 0.5"),
        (
            "25% of 1,300 homes and 325 mills burnt: 325 mills of 1,300, 25%.",
            "Of 1,300 homes 325 burnt.",
            "percentage 325 1300",
        ),
        # Sums.
        ("In total 8 people were hurt.", "Hurt were 5 people in cars and 3 people in buses.", "sum 5 3"),
        ("8 people were hurt.", "Hurt were 5 people in cars and 3 people in buses.", "sum 5 3"),
        ("8 people were hurt.", "Hurt were 5 men in cars and 3 women in buses.", None),
        ("In total 8 were hurt.", "Hurt were 5 men in cars and 3 women in buses.", "sum 5 3"),
        ("10 people were hurt.", "5 people fell, 3 people sank and 2 people ran.", "sum 5 3 2"),
        ("14 people were hurt.", "5 people fell, 3 people sank, 2 people ran and 4 people hid.", None),
        ("99 people were hurt.", "Hurt were 96 people in cars and 3 people in buses.", "sum 96 3"),
        ("100 people were hurt.", "Hurt were 97 people in cars and 3 people in buses.", "rounding 97"),
        ("In total 110 people were hurt.", "Hurt were 97 people in cars and 13 people in buses.", "sum 97 13"),
        ("110 people were hurt.", "Hurt were 97 people in cars and 13 people in buses.", None),
        ("In total 14 people were hurt.", "5 people fell, 3 sank, 2 ran and 4 hid.", None),
        ("In total 8 euros were lost.", "It lost 5 euros and 3 pounds.", None),
        # Differences.
        ("It fell by 30 euros.", "It fell from 120 euros to 90 euros.", "difference 120 90"),
        ("It cost 30 euros.", "It fell from 120 euros to 90 euros.", None),
        ("The difference was 30 euros.", "It fell from 120 euros to 90 euros.", "difference 120 90"),
        ("A year ago it sold 40 boats.", "It sold 45 boats, 5 more than a year ago.", "difference 45 5"),
        ("A year ago it sold 50 boats.", "It sold 45 boats, 5 fewer than a year ago.", "sum 45 5"),
        ("A year ago it sold 40 boats.", "It sold 45 boats, 5 fewer than a year ago.", None),
        # Changes in per cent and by a factor.
        ("It rose by 50%.", "It rose from 120 euros to 180 euros.", "change 120 180"),
        ("It rose by 50%.", "It rose from 120 euros to 180.5 euros.", "change 120 180.5"),
        ("It rose by 50%.", "It rose from 120 euros to 180.7 euros.", None),
        ("It cost 50%.", "It rose from 120 euros to 180 euros.", None),
        ("It fell by 25%.", "It fell from 120 euros to 90 euros.", "change 120 90"),
        ("It rose by 1%.", "It rose from 200 euros to 202 euros.", "change 200 202"),
        ("It rose by 0.5%.", "It rose from 200 euros to 201 euros.", None),
        ("It rose by 50%.", "It rose from 0 euros to 180 euros.", None),
        ("It rose by a factor of two.", "It rose from 90 euros to 190 euros.", None),
        # Shares of a whole that the summary names, too.
        ("Of 800 homes 200 burnt, 25%.", "Of 800 homes 200 burnt.", "percentage 200 800"),
        ("Of 800 homes 25% burnt.", "Of 800 homes 200 burnt.", None),
        ("Of 800 homes 200 burnt, 25.5%.", "Of 800 homes 200 burnt.", "percentage 200 800"),
        ("Of 800 homes 200 burnt, 25.7%.", "Of 800 homes 200 burnt.", None),
        ("Of 800 homes 40 burnt, 5.3%.", "Of 800 homes 40 burnt.", "percentage 40 800"),
        ("Of 800 homes 40 burnt, 5.4%.", "Of 800 homes 40 burnt.", None),
        # Only numbers of one sentence are combined.
        ("In total 8 people were hurt.", "Hurt were 5 people in cars.\nHurt were 3 people in buses.", None),
        # No more than eight of them.
        (
            "In total 17 euros were lost.",
            "It lost 9 euros, 20 euros, 30 euros, 40 euros, 50 euros, 60 euros, 70 euros and 8 euros.",
            "sum 9 8",
        ),
        (
            "In total 17 euros were lost.",
            "It lost 9 euros, 20 euros, 30 euros, 40 euros, 50 euros, 60 euros, 70 euros, 80 euros and 8 euros.",
            None,
        ),
    ],
)
def test_how_a_number_follows(summary: str, body: str, expected: str | None) -> None:
    assert derived(summary, body) == expected


def test_ranges_are_no_operands() -> None:
    assert derived("In total 8 people were hurt.", "Hurt were 5–6 people in cars and 3 people in buses.") is None


def test_negative_numbers_do_not_round_to_positive_ones() -> None:
    assert derived("It was 20 degrees.", "It was -19.8 degrees.") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sold 45 boats, 5 more than before.", 1),
        ("It sold 45 boats, 5 fewer than before.", -1),
        ("It sold 45 boats, 5", 0),
        ("It sold 45 boats, 5 then", 0),
    ],
)
def test_a_step_from_what_was_before(text: str, expected: int) -> None:
    piece = sentence(text, "en")
    assert step_of(piece.quantities[-1], piece, lexicon("en")) == expected
