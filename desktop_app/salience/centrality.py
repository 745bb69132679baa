"""How central each sentence is: continuous LexRank (Erkan & Radev 2004, JAIR 22), close kin of TextRank (Mihalcea &
Tarau 2004).

The matrix of likenesses between all sentences is never made: with the TF-IDF vectors as rows of A it is A·Aᵀ, and a
step of the power iteration goes through the terms, A·(Aᵀ·x). So the time grows with the words of the text, not with
the square of its sentences.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

_DAMPING = 0.85
_STEPS = 12


def centrality(vectors: Sequence[dict[str, float]]) -> list[float]:
    """Stationary weight of each sentence, scaled so that the greatest is 1 (all 0 where no words are shared)."""
    count = len(vectors)
    if not count:
        return []
    degree = _through_terms(vectors, [1.0] * count)
    weight = [1.0 / count] * count
    for _ in range(_STEPS):
        spread = _through_terms(vectors, [w / d if d else 0.0 for w, d in zip(weight, degree, strict=True)])
        weight = [(1 - _DAMPING) / count + _DAMPING * share for share in spread]
    top = max((w for w, vector in zip(weight, vectors, strict=True) if vector), default=0.0)
    return [w / top if vector and top else 0.0 for w, vector in zip(weight, vectors, strict=True)]


def _through_terms(vectors: Sequence[dict[str, float]], values: Sequence[float]) -> list[float]:
    of_terms: defaultdict[str, float] = defaultdict(float)
    for vector, value in zip(vectors, values, strict=True):
        if value:
            for term, weight in vector.items():
                of_terms[term] += weight * value
    # A sentence is no neighbour of its own: the vectors have length one, so its part of the sum is its value.
    return [
        max(0.0, math.fsum(weight * of_terms[term] for term, weight in vector.items()) - value) if vector else 0.0
        for vector, value in zip(vectors, values, strict=True)
    ]
