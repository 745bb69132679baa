"""Dates of a summary sentence against the article's."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.article import Span
from desktop_app.grounding.comparison import Comparison
from desktop_app.grounding.number_claims import place_of, rank, text_of
from desktop_app.grounding.quantities import Date
from desktop_app.grounding.report import Claim, ClaimKind, Place, Problem, State
from desktop_app.grounding.rivals import weigh


def check_dates(comparison: Comparison) -> list[Claim]:
    """A claim for every date of the sentence."""
    return [_date(comparison, date) for date in comparison.piece.dates]


def _date(comparison: Comparison, date: Date) -> Claim:
    span = Span(date.start, date.end)
    found = [(piece, other) for piece in comparison.source.pieces for other in piece.dates if date.agrees(other)]
    whole = [(piece, other) for piece, other in found if other.covers(date)]
    if not whole and found and _parts_known(comparison, date, [other for _, other in found]):
        whole = found
    if not whole:
        places = _year_as_number(comparison, date)
        if places:
            return comparison.claim(ClaimKind.DATE, span, State.OTHER_FORM, places)
        return comparison.claim(
            ClaimKind.DATE, span, State.NOT_FOUND, [place_of(*pair) for pair in found[:1]], Problem.ABSENT
        )
    if not comparison.crossed:
        rivals = [
            (piece, other)
            for piece in comparison.alignment.witnesses
            for other in piece.dates
            if not date.agrees(other)
        ]
        verdict = weigh(
            comparison.slot(date.first, date.last),
            [comparison.source_slot(piece, d.first, d.last) for piece, d in whole],
            [comparison.source_slot(piece, d.first, d.last) for piece, d in rivals],
            comparison.other_side,
            comparison.reporting,
        )
        if verdict.lost and verdict.best_rival is not None:
            return comparison.claim(
                ClaimKind.DATE, span, State.NOT_FOUND, [place_of(*rivals[verdict.best_rival])], Problem.OTHER_PLACE
            )
    whole.sort(key=lambda pair: rank(comparison, pair[0]))
    mine = comparison.text[date.start : date.end].lower()
    exact = any(text_of(comparison, p)[d.start : d.end].lower() == mine for p, d in whole)
    return comparison.claim(
        ClaimKind.DATE, span, State.EXACT if exact else State.OTHER_FORM, [place_of(*pair) for pair in whole[:5]]
    )


def _parts_known(comparison: Comparison, date: Date, found: Sequence[Date]) -> bool:
    """Day and month stand together in the article and the year elsewhere, or in the date of publication."""
    if date.day is not None and not any(d.day == date.day and d.month == date.month for d in found):
        return False
    if date.month is not None and not any(d.month == date.month for d in found):
        return False
    years = {d.year for piece in comparison.source.pieces for d in piece.dates if d.year is not None}
    published = comparison.source.article.published or ""
    if published[:4].isdigit():
        years.add(int(published[:4]))
    return date.year is None or date.year in years


def _year_as_number(comparison: Comparison, date: Date) -> list[Place]:
    if date.year is None or date.day is not None or date.month is not None:
        return []
    return [
        place_of(piece, quantity)
        for piece in comparison.source.pieces
        for quantity in piece.quantities
        if quantity.unit is None and quantity.has(date.year)
    ]
