"""Labels v0."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.figures.lexicon import Lexicon
from desktop_app.figures.morphology import NOUN, ADJ, PART, VERB, PUNCT, Morphology
from desktop_app.figures.quantities import Quantity
from desktop_app.figures.tokens import Token


def label(text: str, tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str:
    end = found.end
    while end < len(tokens) and end - found.end < 7 and tokens[end].kind != "p":
        end += 1
    while end > found.end and morph.word(tokens[end - 1]).pos not in (NOUN, VERB, PUNCT):
        end -= 1
    right = text[tokens[found.end].start : tokens[end - 1].end] if end > found.end else ""
    if right and found.unit is None:
        return right
    start = found.left
    while start > 0 and found.left - start < 7 and tokens[start - 1].kind != "p":
        start -= 1
    left = text[tokens[start].start : tokens[found.left - 1].end] if start < found.left else ""
    return left or right
