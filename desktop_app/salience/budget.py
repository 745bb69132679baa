"""How much of a text is worth reading.

Reading is four fifths of the wait, and a news story says what matters in its first few hundred words. Below about 500
tokens summaries lose more than they gain (measured: ``docs/summaries.md``). One budget serves all lengths, so that
another length of the same article finds it read already.
"""

from __future__ import annotations

#: Tokens read of a text of up to so many words; between the points the budget grows evenly.
_POINTS = ((1_500, 600), (6_000, 1_200))


def reading_budget(words: int) -> int:
    """Tokens of a text of ``words`` words to give to the model."""
    (short, least), (long, most) = _POINTS
    share = min(1.0, max(0.0, (words - short) / (long - short)))
    return round(least + share * (most - least))
