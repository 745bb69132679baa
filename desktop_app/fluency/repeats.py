"""What is said twice, and what was not translated."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from desktop_app.article import Span
from desktop_app.fluency.report import Problem, ProblemKind

_WORD = re.compile(r"\w+")
_STEM = 6
#: A run of this many words that comes again is a loop of the model, not a turn of phrase.
_RUN = 5
#: Sentences that share this much of their words say the same.
_SAME = 0.8
#: So many words of the article in a row, in a summary of another language, were left untranslated.
_UNTRANSLATED = 4
_FEW = 3


def stems(text: str) -> list[str]:
    """Truncated lower-case words."""
    return [word[:_STEM] for word in _WORD.findall(text.lower())]


def repeated_sentences(texts: Sequence[str]) -> list[int]:
    """Indices of sentences that say what an earlier one said."""
    bags = [set(stems(text)) for text in texts]
    return [later for later, bag in enumerate(bags) if bag and any(_same(bag, earlier) for earlier in bags[:later])]


def _same(bag: set[str], earlier: set[str]) -> bool:
    return bag == earlier or (
        min(len(bag), len(earlier)) > _FEW and len(bag & earlier) >= _SAME * min(len(bag), len(earlier))
    )


def repeat_problems(summary: str, sentences: Sequence[Span], source: str) -> list[Problem]:
    """Repeated sentences, runs of words and doubled words; ``source`` is in lower case, one space between words."""
    spans = [sentences[i] for i in repeated_sentences([summary[s.start : s.end] for s in sentences])]
    if not spans:
        words = list(_WORD.finditer(summary.lower()))
        seen: set[tuple[str, ...]] = set()
        for i in range(len(words) - _RUN + 1):
            run = tuple(word.group() for word in words[i : i + _RUN])
            if run in seen:
                spans.append(Span(words[i].start(), words[i + _RUN - 1].end()))
                break
            seen.add(run)
        for first, second in itertools.pairwise(words):
            between = summary[first.end() : second.start()]
            if first.group() == second.group() and between.isspace() and not first.group().isdigit():
                pair = f"{first.group()} {second.group()}"
                if pair not in source:
                    spans.append(Span(first.start(), second.end()))
    return [Problem(ProblemKind.REPETITION, span, summary[span.start : span.end]) for span in spans]


def untranslated(summary: str, source: str) -> list[Problem]:
    """Stretches of ``source`` (lower case) in a summary of another language; names alone do not count."""
    words = list(_WORD.finditer(summary))
    theirs = _WORD.findall(source)
    runs = {tuple(theirs[i : i + _UNTRANSLATED]) for i in range(len(theirs) - _UNTRANSLATED + 1)}
    found: list[Problem] = []
    at = 0
    while at + _UNTRANSLATED <= len(words):
        piece = words[at : at + _UNTRANSLATED]
        lower = sum(word.group().islower() and len(word.group()) > 2 for word in piece)
        if tuple(word.group().lower() for word in piece) in runs and lower >= 2:
            span = Span(piece[0].start(), piece[-1].end())
            found.append(Problem(ProblemKind.UNTRANSLATED, span, summary[span.start : span.end]))
            at += _UNTRANSLATED
        else:
            at += 1
    return found
