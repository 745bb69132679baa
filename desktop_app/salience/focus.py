"""Where an article speaks of what the reader asks about.

Question words and other words that every text has tell nothing; the rest is looked for by stem, since the article
inflects it its own way. A sentence counts by the rarity of what it has of the question (the classic inverse document
frequency of Spärck Jones 1972), as in query-biased summaries (Tombros & Sanderson 1998).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from desktop_app.article import Article, Span
from desktop_app.salience.cues import cues
from desktop_app.salience.outline import outline

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
#: Letters by which two forms of a word may differ at their ends, and the least they must share.
_ENDING, _LEAST_STEM = 3, 3
#: Share of the best sentence's weight from which on a sentence is on the subject too.
_ON_SUBJECT = 0.5
_MOST = 12


@dataclass(frozen=True, slots=True)
class Passages:
    """Sentences of the body on the subject, best first; ``comparable`` is false where question and article are written
    in different scripts, so that words cannot be compared."""

    spans: tuple[Span, ...]
    comparable: bool = True

    @property
    def found(self) -> bool:
        """Whether the article may answer: it speaks of the subject, or that cannot be told."""
        return bool(self.spans) or not self.comparable


def passages(article: Article, question: str) -> Passages:
    """Where ``article`` speaks of ``question``: a question, a few words, or a figure with its label."""
    wanted = _told(question)
    lines = [line for line in outline(article.body, article.lang).lines if not line.heading]
    held = [frozenset(_words(line.text)) for line in lines]
    vocabulary = Counter(word for words in held for word in words)
    forms = {word: [other for other in vocabulary if _same(word, other)] for word in wanted}
    # How many sentences have the word in any form tells how much it says.
    weights = {
        word: math.log(1 + len(lines) / max(1, sum(not words.isdisjoint(found) for words in held)))
        for word, found in forms.items()
        if found
    }
    if not weights:
        return Passages((), comparable=not wanted or _one_script(question, article.body))
    scores = [
        math.fsum(weight for word, weight in weights.items() if not words.isdisjoint(forms[word])) for words in held
    ]
    best = max(scores)
    order = sorted(range(len(lines)), key=lambda i: (-scores[i], i))
    return Passages(tuple(lines[i].span for i in order[:_MOST] if scores[i] >= _ON_SUBJECT * best))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _told(question: str) -> list[str]:
    """The words of a question that tell what it is about; all of them, if it has no others."""
    words = list(dict.fromkeys(_words(question)))
    return [word for word in words if word not in cues().asking and (len(word) > 2 or word.isdigit())] or words


def _same(word: str, other: str) -> bool:
    """Whether both may be forms of one word."""
    if word == other:
        return True
    shorter = min(len(word), len(other))
    if word[:1].isdigit() or other[:1].isdigit() or shorter < _LEAST_STEM:
        return False
    shared = 0
    while shared < shorter and word[shared] == other[shared]:
        shared += 1
    # Long words keep more of themselves: «цен·а, цен·ы», «президент·а, президент·ом».
    return shared >= max(_LEAST_STEM, shorter - 2) and max(len(word), len(other)) - shared <= _ENDING


def _one_script(first: str, second: str) -> bool:
    """Whether both texts are in Latin letters mostly, or both are not."""
    return _latin(first) == _latin(second)


def _latin(text: str) -> bool:
    letters = [char for char in text[:2000] if char.isalpha()]
    return sum(char < "\u0250" for char in letters) * 2 > len(letters)
