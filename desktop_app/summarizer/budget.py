"""Cutting a long text to what a model can read, at the end of a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.article import Span
from desktop_app.sentences import sentences

#: More characters than this a token seldom has; what lies beyond is not even counted.
_CHARS_PER_TOKEN = 12


@dataclass(frozen=True, slots=True)
class Cut:
    """The text that is read, with its words and tokens, and the words of the whole."""

    text: str
    read_words: int
    words: int
    tokens: int

    @property
    def whole(self) -> bool:
        """Whether nothing was left out."""
        return self.read_words >= self.words


def cut_to_budget(text: str, lang: str, budget: int, count: Callable[[str], int]) -> Cut:
    """The longest beginning of ``text`` that has at most ``budget`` tokens by ``count`` and ends with a sentence.

    ``lang`` is the language of the text. A first sentence over the budget is cut between words; ``budget`` is at least
    one token.
    """
    words = len(text.split())
    head = text[: max(1, budget) * _CHARS_PER_TOKEN]
    if len(head) == len(text) and (tokens := count(text)) <= budget:
        return Cut(text, words, words, tokens)
    ends = [span.end for span in split_sentences(head, lang)]
    kept = _longest(head, ends, budget, count)
    if not kept:
        blanks = [index for index, char in enumerate(head) if char.isspace()]
        kept = _longest(head, blanks, budget, count)
    if not kept:
        kept = _longest(head, list(range(1, len(head) + 1)), budget, count)
    return Cut(kept, len(kept.split()), words, count(kept))


def _longest(text: str, ends: list[int], budget: int, count: Callable[[str], int]) -> str:
    fitting = bisect_right(ends, budget, key=lambda end: count(text[:end]))
    return text[: ends[fitting - 1]].rstrip() if fitting else ""


def split_sentences(text: str, lang: str) -> tuple[Span, ...]:
    """Sentences of ``text``; the one place where summaries split text."""
    return sentences(text, lang)
