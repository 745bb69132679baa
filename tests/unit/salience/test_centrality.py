"""LexRank through the terms gives what LexRank over the matrix gives."""

from __future__ import annotations

import pytest

from desktop_app.salience.centrality import centrality
from desktop_app.salience.terms import likeness, terms, weigh

SENTENCES = [
    "The dam above the town held during the flood.",
    "The flood came after nine days of rain above the town.",
    "Engineers opened the dam gates before the flood.",
    "A bakery sells bread.",
    "Rain is forecast again, and engineers watch the dam.",
]


def by_matrix(vectors: list[dict[str, float]]) -> list[float]:
    n = len(vectors)
    matrix = [[0.0 if a is b else likeness(a, b) for b in vectors] for a in vectors]
    weight = [1 / n] * n
    for _ in range(12):
        weight = [
            0.15 / n + 0.85 * sum(weight[j] / sum(matrix[j]) * matrix[j][i] for j in range(n) if sum(matrix[j]))
            for i in range(n)
        ]
    return [w / max(weight) for w in weight]


def test_it_equals_the_power_iteration_over_the_matrix() -> None:
    vectors = weigh([terms(sentence) for sentence in SENTENCES])
    assert centrality(vectors) == pytest.approx(by_matrix(vectors))


def test_the_sentence_apart_is_the_least_central() -> None:
    scores = centrality(weigh([terms(sentence) for sentence in SENTENCES]))
    assert min(scores) == scores[3]
    assert max(scores) == 1


def test_nothing_shared_and_nothing_there() -> None:
    assert centrality([]) == []
    assert centrality([{}, {}]) == [0.0, 0.0]


def test_terms_are_stems_and_pairs() -> None:
    assert terms("Губернаторы губернаторов 2026 и") == ["губерн", "губерн", "2026"]
    assert terms("東京都") == ["東京", "京都"]
