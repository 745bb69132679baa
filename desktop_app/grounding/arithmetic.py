"""Numbers that follow from the article's: roundings, sums, differences, shares, changes.

Only numbers of one sentence, of one unit, are combined: with more operands almost any number could be "derived".
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from desktop_app.article import Bound
from desktop_app.grounding.lexicon import Lexicon
from desktop_app.grounding.quantities import Quantity, equal
from desktop_app.grounding.report import Derivation
from desktop_app.grounding.source import Piece

_Found = tuple[Derivation, tuple[tuple[Piece, Quantity], ...]]
#: Largest relative distance a rounding may go.
_ROUNDING = 0.06
_MOST_OPERANDS = 8
#: How far a share may be from the quotient, and which part of it.
_SHARE = 0.006
_OF_SHARE = 0.06
_MOST_SUMMANDS = 3


def derive(quantity: Quantity, pieces: Sequence[Piece], own: Piece, words: Lexicon) -> _Found | None:
    """How ``quantity`` follows from the numbers of ``pieces``; ``own`` is the sentence of the summary it stands in."""
    for piece in pieces:
        for candidate in piece.quantities:
            if _comparable(quantity, candidate) and _rounds(quantity, candidate):
                return Derivation.ROUNDING, ((piece, candidate),)
            if _share(quantity, candidate):
                return Derivation.PERCENTAGE, ((piece, candidate),)
    for piece in pieces:
        operands = [q for q in piece.quantities if q.high is None][:_MOST_OPERANDS]
        found = _combined(quantity, operands, piece, own, words)
        if found is not None:
            how, parts = found
            return how, tuple((piece, part) for part in parts)
    return None


def _comparable(one: Quantity, other: Quantity) -> bool:
    if one.unit != other.unit:
        return False
    mine, theirs = _noun(one), _noun(other)
    return one.unit is not None or not mine or not theirs or not mine.isdisjoint(theirs)


def _noun(quantity: Quantity) -> frozenset[str]:
    return quantity.noun.word.keys if quantity.noun is not None else frozenset()


def _significant(value: float) -> int:
    digits = f"{abs(value):.10g}".replace(".", "").strip("0")
    return max(1, len(digits)) if "e" not in digits else 1


def _rounds(quantity: Quantity, candidate: Quantity) -> bool:
    """Whether the summary's number is the article's with fewer digits."""
    mine, theirs = quantity.value, candidate.value
    if quantity.high is not None or mine == 0 or theirs == 0 or (mine < 0) != (theirs < 0):
        return False
    digits = _significant(mine)
    if digits >= _significant(theirs) or abs(mine - theirs) > _ROUNDING * abs(theirs):
        return False
    step = 10.0 ** (math.floor(math.log10(abs(theirs))) - digits + 1)
    bound = quantity.figure.bound if quantity.figure else Bound.EXACT
    nearest = equal(round(theirs / step) * step, mine)
    if bound is Bound.AT_LEAST:
        return nearest or equal(math.floor(theirs / step) * step, mine)
    if bound in (Bound.AT_MOST, Bound.ABOUT):
        return nearest or equal(math.ceil(theirs / step) * step, mine)
    return nearest and candidate.value >= 10


def _share(quantity: Quantity, candidate: Quantity) -> bool:
    """A fraction for a percentage, or the reverse: half of them, 50 %."""
    units = {quantity.unit, candidate.unit}
    if units != {"fraction", "percent"}:
        return False
    share, percent = (quantity, candidate) if quantity.unit == "fraction" else (candidate, quantity)
    return abs(share.value * 100 - percent.value) <= min(2.5, 0.1 * percent.value)


def _combined(
    quantity: Quantity, operands: Sequence[Quantity], piece: Piece, own: Piece, words: Lexicon
) -> tuple[Derivation, tuple[Quantity, ...]] | None:
    like = [operand for operand in operands if operand.unit == quantity.unit]
    total = any(token.low in words.totals for token in own.tokens)
    moved = total or _moves(own, words) or bool(quantity.figure and quantity.figure.change)
    if total or _same_kind(quantity, like):
        for size in range(2, _MOST_SUMMANDS + 1):
            for group in combinations(like, size):
                if equal(math.fsum(part.value for part in group), quantity.value):
                    return Derivation.SUM, group
    if quantity.unit in ("fraction", "percent"):
        wanted = abs(quantity.value) / (100.0 if quantity.unit == "percent" else 1.0)
        shown = {q.value for q in own.quantities}
        for one, other in _pairs(operands):
            both = 0 < one.value < other.value and {one.value, other.value} <= shown and _whole(one) and _whole(other)
            if both and abs(one.value / other.value - wanted) <= min(_SHARE, _OF_SHARE * wanted):
                return Derivation.PERCENTAGE, (one, other)
    for one, other in pairwise(like):
        sign = step_of(other, piece, words)
        if sign and equal(one.value - sign * other.value, quantity.value):
            return (Derivation.DIFFERENCE if sign > 0 else Derivation.SUM), (one, other)
    if moved:
        for one, other in combinations(like, 2):
            if equal(abs(one.value - other.value), abs(quantity.value)):
                return Derivation.DIFFERENCE, (one, other)
        for one, other in _pairs(operands):
            if quantity.unit == "percent" and one.value:
                change = (other.value - one.value) / abs(one.value) * 100
                if abs(abs(change) - abs(quantity.value)) <= min(0.5, 0.1 * abs(change)) and abs(change) >= 1:
                    return Derivation.CHANGE, (one, other)
            if quantity.unit == "times" and one.value and abs(other.value / one.value - quantity.value) <= 0.1:
                return Derivation.CHANGE, (one, other)
    return None


def step_of(change: Quantity, piece: Piece, words: Lexicon) -> int:
    """1 for a number said to be so much more than before, -1 for less, 0 for any other."""
    at = change.last + 1 - piece.base
    if at < len(piece.tokens):
        for name, pole in words.opposition(piece.tokens[at].low):
            if name == "amount":
                return -1 if pole else 1
    return 0


def _pairs(operands: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    for one, other in combinations(operands, 2):
        if one.unit == other.unit and one.value != other.value:
            yield one, other
            yield other, one


def _whole(quantity: Quantity) -> bool:
    """Whether a number may be a part or a whole: what is counted comes in whole numbers, rates do not add up."""
    return quantity.unit is not None or float(quantity.value).is_integer()


def _moves(own: Piece, words: Lexicon) -> bool:
    return any(name == "level" for token in own.tokens for name, _ in words.opposition(token.low))


def _same_kind(quantity: Quantity, operands: Sequence[Quantity]) -> bool:
    """Whether a sum without a word for it is plausible: few like things, counted in one breath."""
    nouns = [operand.noun for operand in operands if operand.lemma is not None and operand.noun is not None]
    if len(nouns) != len(operands) or any(not one.same(other) for one, other in combinations(nouns, 2)):
        return False
    return quantity.unit is None and quantity.value < 100 and len(operands) in (2, 3)
