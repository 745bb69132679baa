"""What a number leaves to its neighbour: "from 5 to 8 million", "90 million roubles … another 24 million"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.grounding.words import Token

if TYPE_CHECKING:
    from desktop_app.grounding.lexicon import Lexicon
    from desktop_app.grounding.quantities import Quantity

#: Tokens between the ends of a range.
_BETWEEN = 2
#: Tokens between a sum of money and another that leaves out the currency.
_FAR = 30
_STOPS = frozenset(".!?…")
_THOUSAND = 1000


def complete(found: Sequence[Quantity], tokens: Sequence[Token], words: Lexicon) -> Iterable[Quantity]:
    """The quantities in order of place, each with the scale or currency it leaves to another of its sentence."""
    row = list(found)
    for at in range(len(row) - 1):
        row[at] = _part(_scaled(row[at], row[at + 1], tokens, words), row[at + 1], tokens, words)
    for at in range(1, len(row)):
        row[at] = _of_them(row[at - 1], row[at], tokens, words)
        row[at] = _in_currency(row[at - 1], row[at], tokens, words)
    return row


def _part(one: Quantity, other: Quantity, tokens: Sequence[Token], words: Lexicon) -> Quantity:
    """``one`` counting what ``other`` counts, where it is a part of it: 19 of 25 members."""
    between = tokens[one.last + 1 : other.first]
    if one.noun is not None or one.unit is not None or not 0 < len(between) <= _BETWEEN:
        return one
    if between[0].low not in words.parts:
        return one
    if other.unit is None:
        return replace(one, noun=other.noun)
    scaled = _currency(other.unit) and _scale(one, tokens, words) is not None  # 7 of 18 billion roubles
    return replace(one, unit=other.unit) if scaled else one


def _of_them(one: Quantity, other: Quantity, tokens: Sequence[Token], words: Lexicon) -> Quantity:
    """``other`` counting what ``one`` counts, where it says so: nine of them."""
    following = tokens[other.last + 1 : other.last + 3]
    if len(following) < 2 or following[0].low not in words.parts or following[1].low not in words.them:
        return other
    if other.unit is not None or one.unit is not None or one.noun is None or other.first - one.last > _FAR:
        return other
    return replace(other, noun=one.noun, lemma=one.lemma)


def _scaled(one: Quantity, other: Quantity, tokens: Sequence[Token], words: Lexicon) -> Quantity:
    """``one`` on the scale of ``other``, where only a preposition parts them."""
    between = tokens[one.last + 1 : other.first]
    if one.unit is not None or one.value >= _THOUSAND or not 0 < len(between) <= _BETWEEN:
        return one
    scale = _scale(other, tokens, words)
    if scale is None or words.change_roles.get(between[-1].low) != "to":
        return one
    return replace(one, value=one.value * scale, unit=other.unit)


def _in_currency(one: Quantity, other: Quantity, tokens: Sequence[Token], words: Lexicon) -> Quantity:
    """``other`` in the currency of ``one``, if it has a scale and nothing it counts."""
    bare = other.unit is None and other.noun is None and other.lemma is None
    if not bare or one.unit is None or not _currency(one.unit) or other.first - one.last > _FAR:
        return other
    stops = any(token.text in _STOPS for token in tokens[one.last + 1 : other.first])
    if stops or _scale(other, tokens, words) is None:
        return other
    return replace(other, unit=one.unit)


def _scale(quantity: Quantity, tokens: Sequence[Token], words: Lexicon) -> float | None:
    inside = tokens[quantity.first : quantity.last + 1]
    return next((words.scales[token.low] for token in inside if token.low in words.scales), None)


def _currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()
