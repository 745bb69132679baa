"""The grammar of quantities: bounds, ranges, currencies, units, percents, factors, fractions, compound adjectives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.article import Bound
from desktop_app.figures.bounds import with_bounds
from desktop_app.figures.composites import merged
from desktop_app.figures.lexicon import Lexicon
from desktop_app.figures.quantity import Quantity
from desktop_app.figures.ranges import quantity_at
from desktop_app.figures.tokens import Token


def quantities(tokens: Sequence[Token], taken: bytearray, lex: Lexicon) -> Iterator[Quantity]:
    """Quantities of a line from left to right, none over another; ``taken`` tokens are passed over."""
    held: Quantity | None = None
    for found in _one_by_one(tokens, taken, lex):
        held = _with_unit_of(tokens, held, found, lex) if held is not None else None
        both = merged(tokens, held, found) if held is not None else None
        if both is None and held is not None:
            yield held
        held = both or found
    if held is not None:
        yield held


def _with_unit_of(tokens: Sequence[Token], held: Quantity, found: Quantity, lex: Lexicon) -> Quantity:
    """«с 7,5 до 8,5 %», «from 5 to 7 million dollars»: the first number has the unit, and the scale, of the second."""
    if held.unit is not None or held.joined or found.joined or held.high or held.left == 0:
        return held
    between = tokens[held.end : found.left]
    roles = lex.change_roles
    movement = len(between) == 1 and roles.get(between[0].low) == "to" and not found.words
    if not movement or roles.get(tokens[held.left - 1].low) != "from" or held.words:
        return held
    shared = found.scale if held.scale == 1 and _fits(held.value, found.mantissa) else 1.0
    if found.unit is None and shared == 1.0:
        return held
    return replace(held, unit=found.unit, value=held.value * shared, scale=max(held.scale, shared), plain=False)


def _fits(first: float, last: float) -> bool:
    """Whether the scale of ``last`` is said of ``first`` too: «from 30 to 1 million», not «from 800 to 1 million»."""
    return abs(first) < 1000 and abs(first) < _FAR * abs(last)


#: So many times the last number, the first is one without a scale.
_FAR = 100


def _one_by_one(tokens: Sequence[Token], taken: bytearray, lex: Lexicon) -> Iterator[Quantity]:
    at = 0
    while at < len(tokens):
        if taken[at]:
            at += 1
            continue
        found = quantity_at(tokens, at, lex)
        if found is None or any(taken[found.first : found.end]):
            at += 1
            continue
        if not found.ordinal:
            found = _widened(tokens, found, lex)
            yield with_bounds(tokens, found, lex)
        at = max(found.end, at + 1)


def _widened(tokens: Sequence[Token], found: Quantity, lex: Lexicon) -> Quantity:
    """The quantity with what belongs to it on either side: «один из пяти», «минут пять», «1500 грн / т»."""
    found = _one_of(tokens, found, lex)
    inverted = _inverted(tokens, found, lex)
    if inverted is not None:
        return inverted
    if (
        found.unit is None
        and found.plain | (found.high is not None)
        and lex.age_before.match_before(tokens, found.first)
    ):
        after = lex.bounds_after.match(tokens, found.end) if found.end < len(tokens) else None
        if found.high is not None or after is not None:
            return replace(found, unit="year", plain=False)
    if lex.rate_open and found.unit is not None:
        return _with_rate(tokens, found, lex)
    return found


def _inverted(tokens: Sequence[Token], found: Quantity, lex: Lexicon) -> Quantity | None:
    """«минут пять»: about five minutes; neither «5 минут пять» nor «Т 72»."""
    if not lex.inverted or found.unit is not None or found.joined or found.scale != 1:
        return None
    unit = lex.units.match_before(tokens, found.first)
    if unit is None or unit[0] not in _INVERTED or len(tokens[found.first - 1].text) < 3:
        return None
    if tokens[unit[1]].low in lex.year_words - {"лет", "років"}:
        return None
    if unit[1] > 0 and (tokens[unit[1] - 1].kind == "d" or tokens[unit[1] - 1].low in lex.numbers):
        return None
    return replace(found, first=unit[1], unit=unit[0], bound=Bound.ABOUT, plain=False)


_INVERTED = frozenset({"minute", "hour", "day", "week", "month", "year", "percent", "km", "m", "kg", "t"})


def _with_rate(tokens: Sequence[Token], found: Quantity, lex: Lexicon) -> Quantity:
    """A price with what it is for: «1500 грн / т», «500 грн. за тонну», «за один погонний метр»."""
    at = found.end
    if at < len(tokens) and tokens[at].text == "." and tokens[at].glued:
        at += 1
    if at >= len(tokens) or tokens[at].low not in lex.rate_open or "\n" in tokens[at].gap:
        return found
    at += 1
    start = at
    while at < min(start + 2, len(tokens)) and _of_one(tokens[at].low, lex):
        at += 1
    unit = lex.units.match(tokens, at) if at < len(tokens) else None
    if unit is None or unit[0] in ("percent", "pp", "celsius") or unit[0] in _LONG_TERMS:
        return found
    return replace(found, end=unit[1])


_LONG_TERMS = frozenset({"year", "month", "week", "day", "minute", "second", "decade"})


def _of_one(word: str, lex: Lexicon) -> bool:
    """Words between «за» and the unit: «за один погонный метр», «за тысячу кубометров»."""
    return lex.numbers.get(word) == 1 or word in lex.rate_skip or word in lex.lone_scales


def _one_of(tokens: Sequence[Token], found: Quantity, lex: Lexicon) -> Quantity:
    """«один из пяти»: the part is shown with its whole; the value is the whole's."""
    at = found.first
    if not lex.part_of or at < 2 or found.unit is not None or tokens[at - 1].low not in lex.one_of:
        return found
    return replace(found, first=at - 2) if lex.numbers.get(tokens[at - 2].low) == 1 else found
