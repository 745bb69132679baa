"""How much of a text is worth reading.

Reading is four fifths of the wait, and a news story says what matters in its first few hundred words. Below about 500
tokens summaries lose more than they gain (measured: ``docs/summaries.md``). One budget serves all lengths, so that
another length of the same article finds it read already.
"""

from __future__ import annotations

#: Tokens and words read of a text of up to so many words, whichever is reached first; between the points both grow
#: evenly. Words count where they are few tokens: 320 English words say as much as 320 Russian ones, in half the tokens.
_POINTS = ((1_500, 600, 320), (6_000, 1_200, 640))


def reading_budget(words: int, tokens_a_word: float = 2.0) -> int:
    """Tokens of a text of ``words`` words, each ``tokens_a_word`` of the model's tokens, to give to the model."""
    (short, fewest, fewest_words), (long, most, most_words) = _POINTS
    share = min(1.0, max(0.0, (words - short) / (long - short)))
    tokens = fewest + share * (most - fewest)
    by_words = tokens_a_word * (fewest_words + share * (most_words - fewest_words))
    return round(min(tokens, by_words))
