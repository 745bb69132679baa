"""Tables of phrases looked up at a place in a token list; the longest phrase wins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from desktop_app.figures.tokens import Token, normal, tokenise

V = TypeVar("V")

#: Letters an ending may have after a stem written with ``~``.
ENDING = 3


class PhraseTable(Generic[V]):
    """Phrases of words and signs, each with a value.

    A word written ``стем~`` stands for the stem with any ending of up to three letters. Looking up costs a constant
    number of dictionary accesses a token, whatever the size of the table.
    """

    def __init__(self) -> None:
        self._first: dict[str, list[tuple[tuple[tuple[str, bool], ...], V]]] = {}
        self._stems: dict[str, list[tuple[tuple[tuple[str, bool], ...], V]]] = {}
        self.longest = 0

    def add(self, phrase: str, value: V) -> None:
        """Add one phrase in the notation of the lexicons."""
        items: list[tuple[str, bool]] = []
        for token in tokenise(phrase):
            if token.text == "~" and items and token.glued:
                items[-1] = (items[-1][0], True)
            else:
                items.append((normal(token.text), False))
        if not items:
            return
        index = self._stems if items[0][1] else self._first
        index.setdefault(items[0][0], []).append((tuple(items), value))
        self.longest = max(self.longest, len(items))

    def extend(self, phrases: Iterable[str], value: V) -> None:
        """Add several phrases of one value."""
        for phrase in phrases:
            self.add(phrase, value)

    def match(self, tokens: Sequence[Token], at: int) -> tuple[V, int] | None:
        """The value of the longest phrase that starts at ``at``, and the index after it."""
        if at >= len(tokens):
            return None
        word = tokens[at].low
        best: tuple[V, int] | None = None
        for items, value in self._candidates(word):
            end = at + len(items)
            if end > len(tokens) or (best is not None and end <= best[1]):
                continue
            if all(_fits(tokens[at + k].low, items[k]) for k in range(1, len(items))):
                best = (value, end)
        return best

    def match_before(self, tokens: Sequence[Token], end: int) -> tuple[V, int] | None:
        """The value of the longest phrase that ends right before ``end``, and the index it starts at."""
        for start in range(max(0, end - self.longest), end):
            for items, value in self._candidates(tokens[start].low):
                if start + len(items) == end and all(
                    _fits(tokens[start + k].low, items[k]) for k in range(1, len(items))
                ):
                    return value, start
        return None

    def has(self, word: str) -> bool:
        """Whether the single word (in lookup form) is in the table."""
        return any(len(items) == 1 for items, _ in self._candidates(word))

    def single_words(self) -> dict[str, V]:
        """The phrases of one whole word with their values."""
        return {word: value for word, rows in self._first.items() for items, value in rows if len(items) == 1}

    def _candidates(self, word: str) -> Iterable[tuple[tuple[tuple[str, bool], ...], V]]:
        yield from self._first.get(word, ())
        if self._stems:
            for cut in range(len(word), max(0, len(word) - ENDING) - 1, -1):
                yield from self._stems.get(word[:cut], ())


def _fits(word: str, item: tuple[str, bool]) -> bool:
    text, stem = item
    if stem:
        return word.startswith(text) and len(word) - len(text) <= ENDING
    return word == text
