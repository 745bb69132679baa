"""Number words written together, as German, Dutch, Italian, Swedish, Finnish or Turkish do: «zweihundertzwölf»."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.figures.lexicon import Lexicon

_LONGEST = 80


def split_number_word(word: str, lex: Lexicon) -> float | None:
    """The value of a compound of number words, or ``None`` when it is not one whole.

    Of all ways to cut the word the one with the fewest parts is taken; German units before «und» tens and scales within
    the word are understood.
    """
    if len(word) > _LONGEST:
        return None
    parts = _split(word, lex.code)
    return None if parts is None else _evaluate(parts)


@lru_cache(maxsize=4096)
def _split(word: str, lang: str) -> tuple[tuple[str, float], ...] | None:
    from desktop_app.figures.lexicon import lexicon

    lex = lexicon(lang)
    #: The parts of the word up to each letter, where it can be cut there.
    upto: list[tuple[tuple[str, float], ...] | None] = [None] * (len(word) + 1)
    upto[0] = ()
    for begin in range(len(word)):
        parts = upto[begin]
        if parts is None:
            continue
        for end in range(begin + 2, len(word) + 1):
            piece = word[begin:end]
            item: tuple[str, float] | None = None
            if piece in lex.numbers:
                item = ("number", lex.numbers[piece])
            elif piece in lex.hundreds:
                item = ("hundred", lex.hundreds[piece])
            elif piece in _glued_scales(lang):
                item = ("scale", _glued_scales(lang)[piece])
            elif piece in lex.ands and begin > 0 and end < len(word):
                item = ("and", 0.0)
            if item is not None:
                old = upto[end]
                if old is None or len(old) > len(parts) + 1:
                    upto[end] = (*parts, item)
    whole = upto[len(word)]
    return None if whole is None or len(whole) < 2 else whole


@lru_cache(maxsize=64)
def _glued_scales(lang: str) -> dict[str, float]:
    from desktop_app.figures.lexicon import lexicon

    return lexicon(lang).scales.single_words()


def _evaluate(parts: tuple[tuple[str, float], ...]) -> float | None:
    total, group = 0.0, 0.0
    for kind, value in parts:
        if kind == "hundred":
            group = (group or 1.0) * value
        elif kind == "scale" or value >= 1000:
            total += (group or 1.0) * value
            group = 0.0
        elif value == 100 and 0 < group < 10:
            group *= 100
        else:
            group += value
    return total + group
