"""Days of the week of a summary sentence against the article's."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from desktop_app.article import Span
from desktop_app.grounding.comparison import Comparison, places_of
from desktop_app.grounding.lexicon import lexicon
from desktop_app.grounding.report import Claim, ClaimKind, Place, Problem, State
from desktop_app.grounding.rivals import weigh
from desktop_app.grounding.source import Piece
from desktop_app.grounding.words import Token

_Found = tuple[Piece, Token]


def check_weekdays(comparison: Comparison) -> Iterator[Claim]:
    """A claim for every day of the week the article can be asked about."""
    for token in comparison.piece.tokens:
        day = weekday(comparison.piece, token, comparison.lang)
        if day is not None:
            claim = _claim(comparison, token, day)
            if claim is not None:
                yield claim


def weekday(piece: Piece, token: Token, lang: str) -> int | None:
    """1 (Monday) to 7 for the name of a day.

    Russian *среда* is also the environment: it needs a preposition or a word like *last* before it.
    """
    if token.kind != "word":
        return None
    words = lexicon(lang)
    day = words.weekday(token.low)
    if day is None or token.low not in words.ambiguous_days:
        return day
    at = token.index - piece.base
    before = piece.tokens[at - 1].low if at else ""
    return day if before in words.before_days else None


def _claim(comparison: Comparison, token: Token, day: int) -> Claim | None:
    span = Span(token.start, token.end)
    source, lang = comparison.source, comparison.lang
    found = [
        (source.pieces[number], other)
        for number in sorted(source.pieces_with(token))
        for other in source.pieces[number].tokens
        if weekday(source.pieces[number], other, lang) == day
    ]
    rivals = _days(comparison.alignment.witnesses, lang, day)
    if not found:
        dated = _dated(comparison, day)
        if dated:
            return comparison.claim(ClaimKind.DATE, span, State.DERIVABLE, dated)
        if not rivals and not _known(comparison):
            return None
        places = [places_of(piece, (other,)) for piece, other in rivals[:1]]
        return comparison.claim(ClaimKind.DATE, span, State.NOT_FOUND, places, Problem.ABSENT)
    near = {piece.number for piece in comparison.alignment.near}
    own = [comparison.source_slot(piece, other.index, other.index) for piece, other in found]
    verdict = weigh(
        comparison.slot(token.index, token.index),
        own,
        [comparison.source_slot(piece, other.index, other.index) for piece, other in rivals],
        comparison.other_side,
        comparison.reporting,
    )
    far = bool(rivals) and not any(piece.number in near for piece, _ in found)
    if far or (verdict.lost and verdict.best_rival is not None):
        piece, other = rivals[verdict.best_rival or 0]
        return comparison.claim(
            ClaimKind.DATE, span, State.NOT_FOUND, [places_of(piece, (other,))], Problem.OTHER_PLACE
        )
    places = [places_of(piece, (other,)) for piece, other in found[:5]]
    exact = any(other.low == token.low for _, other in found)
    return comparison.claim(ClaimKind.DATE, span, State.EXACT if exact else State.OTHER_FORM, places)


def _days(pieces: Sequence[Piece], lang: str, but: int) -> list[_Found]:
    return [(p, token) for p in pieces for token in p.tokens if weekday(p, token, lang) not in (None, but)]


def _known(comparison: Comparison) -> bool:
    """Whether the article would name the day if it knew it: it has no *yesterday* or *today* to reckon from."""
    words = comparison.words
    return not any(token.low in words.relative_days for piece in comparison.alignment.near for token in piece.tokens)


def _dated(comparison: Comparison, day: int) -> list[Place]:
    """Dates of the sentences it rests on that fall on the day."""
    published = (comparison.source.article.published or "")[:4]
    places = []
    for piece in comparison.alignment.near:
        for date in piece.dates:
            year = date.year or (int(published) if published.isdigit() else None)
            if year is None or date.month is None or date.day is None:
                continue
            try:
                falls = datetime.date(year, date.month, date.day).isoweekday()
            except ValueError:
                continue
            if falls == day:
                places.append(Place(piece.place.section, Span(date.start, date.end)))
    return places
