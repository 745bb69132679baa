"""Terms of a text for comparing sentences in any language: truncated words, without the ones every sentence has.

Cutting words to their first letters stems inflected languages about as well as a lemmatiser does for ranking
(McNamee & Mayfield 2004, "Character n-gram tokenization for European language text retrieval").
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"\w+(?:['’ʼ-]\w+)*")
#: Scripts written without spaces between words: pairs of letters stand for words.
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_STEM = 6
#: A term that stands in more than this share of a longer text's sentences tells them apart no more.
_TOO_COMMON = 0.4
_SHORTEST = 3


def terms(text: str) -> list[str]:
    """Truncated lower-case words of ``text``: three letters or more, or with a digit; pairs in unspaced scripts."""
    found: list[str] = []
    for match in _WORD.finditer(text.lower()):
        word = match.group()
        if _UNSPACED.search(word):
            found.extend(word[i : i + 2] for i in range(max(1, len(word) - 1)))
        elif len(word) >= _SHORTEST or word.isdigit():
            found.append(word[:_STEM])
    return found


def weigh(sentences: Sequence[Sequence[str]]) -> list[dict[str, float]]:
    """TF-IDF vectors of ``sentences``, each of length one (empty where nothing tells)."""
    frequency = Counter(term for sentence in sentences for term in set(sentence))
    count = len(sentences)
    limit = max(3.0, _TOO_COMMON * count)
    vectors: list[dict[str, float]] = []
    for sentence in sentences:
        vector = {
            term: (1 + math.log(times)) * math.log(1 + count / frequency[term])
            for term, times in Counter(sentence).items()
            if frequency[term] <= limit
        }
        norm = math.sqrt(math.fsum(weight * weight for weight in vector.values()))
        vectors.append({term: weight / norm for term, weight in vector.items()} if norm else {})
    return vectors


def likeness(first: dict[str, float], second: dict[str, float]) -> float:
    """Cosine of two vectors of length one."""
    if len(first) > len(second):
        first, second = second, first
    return math.fsum(weight * second[term] for term, weight in first.items() if term in second)
