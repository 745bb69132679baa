"""Text → quantities that are figures, line by line, so that memory stays small and time linear."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.figures.ages import as_age
from desktop_app.figures.dates import mark
from desktop_app.figures.junk import is_junk
from desktop_app.figures.lexicon import Lexicon
from desktop_app.figures.morphology import Morphology
from desktop_app.figures.quantities import quantities
from desktop_app.figures.quantity import Quantity
from desktop_app.figures.tokens import Token, tokenise

#: A line without a break longer than this is read in pieces.
_PIECE = 10_000
_ALPHANUMERIC = re.compile(r"[^\W_]")
#: A longer text is not one expression.
_EXPRESSION = 160


@dataclass(frozen=True, slots=True)
class Found:
    """The quantities of one line with its tokens."""

    start: int
    end: int
    tokens: Sequence[Token]
    quantities: tuple[Quantity, ...]
    dates: frozenset[int]


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Lines, and over-long lines in pieces cut at white space."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        while end - start > _PIECE:
            cut = text.rfind(" ", start + _PIECE // 2, start + _PIECE)
            cut = start + _PIECE if cut <= start else cut
            yield start, cut
            start = cut
        if end > start:
            yield start, end
        start = end + 1


def _whole(text: str, lex: Lexicon) -> Found | None:
    if len(text) > _EXPRESSION or "\n" in text.strip():
        return None
    tokens = tokenise(text)
    for quantity in quantities(tokens, bytearray(len(tokens)), lex):
        rest = tokens[quantity.end :]
        if quantity.left == 0 and all(token.text in ".!" for token in rest):
            return Found(0, len(text), tokens, (quantity,), frozenset())
        return None
    return _lone(text, tokens, lex)


def _lone(text: str, tokens: Sequence[Token], lex: Lexicon) -> Found | None:
    """«a kilogram», «доллар», «thousand litres»: one of the unit."""
    at = 1 if len(tokens) > 1 and tokens[0].low in lex.articles else 0
    value = 1.0
    scale = lex.scales.match(tokens, at)
    if scale is not None and scale[1] < len(tokens):
        value, at = scale
    for table in (lex.units, lex.currencies):
        found = table.match(tokens, at)
        if found is not None and found[1] == len(tokens) and tokens[at].kind == "w":
            quantity = Quantity(0, len(tokens), value, unit=found[0], words=True, lone=True)
            return Found(0, len(text), tokens, (quantity,), frozenset())
    return None


def find_lines(text: str, lex: Lexicon, morph: Morphology) -> Iterator[Found]:
    """Lines that hold figures; a text that is nothing but a quantity is that quantity."""
    whole = _whole(text, lex)
    if whole is not None:
        yield whole
        return
    for start, end in pieces(text):
        if _ALPHANUMERIC.search(text, start, end) is None:
            continue
        tokens = tokenise(text, start, end)
        taken = mark(text, tokens, lex)
        read = (as_age(tokens, q, lex, morph) for q in quantities(tokens, taken, lex))
        good = tuple(q for q in read if is_junk(tokens, q, lex, morph) is None)
        if good:
            yield Found(start, end, tokens, good, frozenset(k for k, flag in enumerate(taken) if flag))
