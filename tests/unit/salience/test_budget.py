"""How much of a text is worth reading."""

from __future__ import annotations

import pytest

from desktop_app.salience import reading_budget


@pytest.mark.parametrize(
    ("words", "tokens_a_word", "budget"),
    [
        (100, 2.5, 600),
        (1_500, 2.5, 600),
        (1_500, 1.875, 600),
        (1_500, 1.25, 400),
        (3_750, 2.5, 900),
        (3_750, 1.25, 600),
        (6_000, 2.5, 1_200),
        (100_000, 2.5, 1_200),
        (100_000, 1.25, 800),
        (0, 300.0, 600),
    ],
)
def test_tokens_or_words_whichever_is_reached_first(words: int, tokens_a_word: float, budget: int) -> None:
    assert reading_budget(words, tokens_a_word) == budget
