"""Figures about the same thing meet; figures about other things do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.article import Article, Change, Digest, Figure, Section
from desktop_app.digest import read
from desktop_app.events import ArticleReady, FiguresReady
from desktop_app.library import compare
from desktop_app.sources.source import TextSource


def figure(value: float, label: str, **more: object) -> Figure:
    return Figure(0, 1, str(value), value, label=label, **more)  # type: ignore[arg-type]


def digest(*figures: Figure, lang: str = "en") -> Digest:
    return Digest(Article("-", "", lang=lang), figures)


def test_the_same_thing_stands_side_by_side_with_its_difference() -> None:
    budget = figure(340e6, "road budget", unit="USD", kind="money")
    staff = figure(1200, "workers at the plant", noun="worker")
    rows = compare(
        [
            digest(budget, staff),
            digest(replace(staff, value=900), figure(5, "cats", noun="cat")),
            digest(replace(staff, value=1500, label="the workers of the plant"), replace(budget, value=170e6)),
        ]
    )
    assert [[None if f is None else f.value for f in row.figures] for row in rows] == [
        [340e6, None, 170e6],
        [1200, 900, 1500],
    ]
    first, second = rows
    assert (first.label, first.unit) == ("road budget", "USD")
    assert first.differences[0] is first.differences[1] is None
    assert first.differences[2] is not None
    assert (first.differences[2].amount, first.differences[2].share) == (-170e6, -0.5)
    assert second.differences[1] is not None
    assert (second.differences[1].amount, second.differences[1].share) == (-300, -0.25)


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (figure(5, "price of bread", unit="USD", kind="money"), figure(6, "price of bread", unit="EUR", kind="money")),
        (figure(5, "people killed", noun="people"), figure(6, "people evacuated", noun="people")),
        (figure(5, "people killed", noun="people"), figure(6, "dogs killed", noun="dog")),
        (figure(5, "inflation", unit="percent", change=Change("up", "by")), figure(6, "inflation", unit="percent")),
        (figure(5, "", unit="USD", kind="money"), figure(6, "", unit="USD", kind="money")),
        (figure(5, "wages", unit="USD", kind="money"), figure(6, "wages", unit="USD", kind="money", same_as=3)),
        (figure(5, "wages", unit="USD"), figure(6, "wages", unit="USD", section=Section.RELATED)),
    ],
)
def test_other_things_stay_apart(first: Figure, other: Figure) -> None:
    assert compare([digest(first), digest(other)]) == ()


def test_the_likest_pair_is_taken_first() -> None:
    rows = compare(
        [
            digest(figure(1, "bread price in the capital", unit="USD"), figure(2, "bread price", unit="USD")),
            digest(figure(3, "bread price", unit="USD"), figure(4, "bread price in the capital", unit="USD")),
        ]
    )
    assert [[f.value for f in row.figures if f] for row in rows] == [[1, 4], [2, 3]]


def test_shares_differ_by_points_and_falls_count_below_zero() -> None:
    (row,) = compare(
        [
            digest(figure(3, "inflation", unit="percent", change=Change("up", "by"))),
            digest(figure(2, "inflation", unit="percent", change=Change("down", "by"))),
        ]
    )
    assert row.differences[1] is not None
    assert (row.differences[1].amount, row.differences[1].share) == (-5, None)


def test_ranges_count_by_their_middle_and_zero_has_no_share() -> None:
    (row,) = compare([digest(figure(0, "storms", noun="storm")), digest(figure(2, "storms", noun="storm", high=4.0))])
    assert row.differences[1] is not None
    assert (row.differences[1].amount, row.differences[1].share) == (3, None)


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        (
            "Бюджет дорог Заречья в этом году составит 340 млн рублей. На ремонт моста уйдёт 12 млн рублей.",
            "Город пересчитал расходы. Бюджет дорог Заречья вырос и составит теперь 410 млн рублей, сообщили в мэрии.",
            [340e6, 410e6],
        ),
        (
            "The ferry carried 22,000 passengers last year. Tickets cost 5 euros each.",
            "The operator said the ferry carried 19,500 passengers this year.",
            [22_000, 19_500],
        ),
    ],
)
def test_real_articles(first: str, second: str, values: list[float]) -> None:
    digests = []
    for text in (first, second):
        events = list(read(TextSource(text)))
        article = next(event.article for event in events if isinstance(event, ArticleReady))
        figures = next(event.figures for event in events if isinstance(event, FiguresReady))
        digests.append(Digest(article, figures))
    assert values in [[f.value for f in row.figures if f] for row in compare(digests)]


def test_nothing_to_compare() -> None:
    assert compare([]) == compare([digest(figure(1, "x", noun="x"))]) == ()
