"""What the grammar of quantities finds."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.article import Bound


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at tokens ``first:end``; ``open`` is the index of the first token of its bound or operator.

    ``noun`` is the counted noun where it is part of the expression (20-пунктный), ``joined`` that the expression is
    one hyphenated word, ``plain`` that nothing but a whole number was read, ``words`` that it has no digit.
    """

    first: int
    end: int
    value: float
    high: float | None = None
    bound: Bound = Bound.EXACT
    unit: str | None = None
    noun: str | None = None
    joined: bool = False
    plain: bool = False
    words: bool = False
    lone: bool = False
    scale: float = 1.0
    mantissa: float = 0.0
    open: int = -1
    letter: bool = False
    ordinal: bool = False
    score: bool = False
    vague: bool = False
    age: bool = False

    @property
    def left(self) -> int:
        """Index of the first token that belongs to the quantity, its bound included."""
        return self.first if self.open < 0 else self.open
