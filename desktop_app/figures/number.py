"""A number as the reading of numerals finds it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens ``first:end``.

    ``mantissa`` is the number before its scale word; ``plain`` that it is a bare run of digits; ``words`` that it has
    no digit; ``lone`` that a scale or fraction word stands for one of its kind.
    """

    first: int
    end: int
    value: float
    mantissa: float
    scale: float = 1.0
    plain: bool = False
    words: bool = False
    lone: bool = False
    letter: bool = False
