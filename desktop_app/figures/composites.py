"""Quantities in two or more units of one kind, «7 feet 10 inches», «1 год 6 месяцев»: one value in the smallest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.figures.quantity import Quantity
from desktop_app.figures.tokens import Token

#: Unit → (family, how many of the family's smallest unit it has).
_FAMILIES: dict[str, tuple[str, float]] = {
    "km": ("metric", 100_000), "m": ("metric", 100), "cm": ("metric", 1), "mile": ("feet", 63_360),
    "yard": ("feet", 36), "ft": ("feet", 12), "inch": ("feet", 1), "stone": ("pounds", 224), "lb": ("pounds", 16),
    "oz": ("pounds", 1), "kg": ("grams", 1000), "g": ("grams", 1), "year": ("months", 12), "month": ("months", 1),
    "day": ("seconds", 86_400), "hour": ("seconds", 3600), "minute": ("seconds", 60), "second": ("seconds", 1),
}  # fmt: skip
_JOINS = frozenset({",", "and", "и", "і", "та", "und", "et", "y", "e", "i", "ve"})


def merged(tokens: Sequence[Token], one: Quantity, other: Quantity) -> Quantity | None:
    """Both quantities as one, when the second goes on in a smaller unit of the same family."""
    if one.unit is None or other.unit is None or one.joined or other.joined or one.high or other.high:
        return None
    mine, theirs = _FAMILIES.get(one.unit), _FAMILIES.get(other.unit)
    if mine is None or theirs is None or mine[0] != theirs[0] or mine[1] <= theirs[1]:
        return None
    between = tokens[one.end : other.left]
    if len(between) > 2 or any(token.low not in _JOINS for token in between):
        return None
    if other.value < 0 or other.value * theirs[1] >= mine[1] or other.bound != "=":
        return None
    value = round(one.value * mine[1] / theirs[1] + other.value, 6)
    return replace(one, end=other.end, value=value, unit=other.unit, plain=False)
