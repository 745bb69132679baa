"""Importance: a sum of plain reasons, each with a weight, so that every place in the list can be explained.

The weights began as judgement and were moved by a regularised pairwise logistic regression over the development
articles («an editor would show this one rather than that one», checked by five-fold cross-validation), then rounded.
``benchmarks/figures.py reasons`` prints the score of each figure.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_app.article import Bound, Figure, Section
from desktop_app.corroboration import IN_SUMMARY, first_mentions, in_order
from desktop_app.figures.lexicon import Lexicon
from desktop_app.figures.tokens import Token, tokenise

#: Characters of the sentence around a figure that are looked at.
_BEFORE, _BEHIND = 64, 56

WEIGHTS: dict[str, float] = {
    "money": 1.4,
    "percent": 1.6,
    "factor": 0.4,
    "fraction": -0.7,
    "measure": 0.9,
    "count": 0.6,
    "duration": 0.7,
    "score": -0.5,
    "age": -0.5,
    "title": 0.8,
    "lead": 0.5,
    "early": 1.0,
    "mentions": 0.8,
    "casualty": 1.6,
    "change": 0.2,
    "key word": 0.3,
    "small": -0.9,
    "word": -0.5,
    "magnitude": 0.14,
    "quoted": -1.2,
    "points": -0.7,
    "from": -0.75,
    "weather": -0.8,
    "bracket": -0.9,
    "later in sentence": -0.3,
    "nothing counted": -0.3,
    "topic": 0.5,
    "at most": -0.4,
    "vague": -0.8,
    "short label": -0.55,
    "in the summary": IN_SUMMARY,  # given once the summary is there
}


def ranked(figures: Iterable[Figure], lex: Lexicon, text: str, topic: str) -> tuple[Figure, ...]:
    """Figures with their scores, best first, repeats last; ``topic`` is the title or the first sentence."""
    listed = list(figures)
    reasons = explain(listed, lex, text, topic)
    scored = [
        replace(figure, score=round(math.fsum(WEIGHTS[name] * value for name, value in row.items()), 6))
        for figure, row in zip(listed, reasons, strict=True)
    ]
    return tuple(in_order(scored))


def explain(figures: Sequence[Figure], lex: Lexicon, text: str, topic: str) -> list[dict[str, float]]:
    """For each figure its reasons: name → strength, most of them 0 or 1."""
    roots = first_mentions(figures)
    mentions = Counter(roots.values())
    titled = {root for figure, root in roots.items() if figure.section is Section.TITLE}
    order: Counter[tuple[Section, int]] = Counter()
    moves: Counter[tuple[Section, int]] = Counter()
    words = _content(tokenise(topic))
    result = []
    for figure in figures:
        row = _alone(figure, lex, text, words)
        row["mentions"] = min(3.0, float(mentions[roots[figure]] - 1)) if figure.same_as is None else 0.0
        row["title"] = float(figure.section is Section.TITLE or (figure.same_as is None and roots[figure] in titled))
        place = (figure.section, figure.sentence.start)
        arrives = figure.change is not None and figure.change.role == "to"
        row["later in sentence"] = min(3.0, float(max(0, order[place] - moves[place] * arrives)))
        order[place] += 1
        # The end of a movement matters as much as where it began or how far it went.
        moves[place] += figure.change is not None and not arrives
        result.append({name: value for name, value in row.items() if value})
    return result


def _alone(figure: Figure, lex: Lexicon, text: str, topic: set[str]) -> dict[str, float]:
    at = figure.start - figure.sentence.start
    near = tokenise(figure.context[max(0, at - _BEFORE) : at + figure.end - figure.start + _BEHIND])
    words = figure.text[:1].isalpha()
    row: dict[str, float] = {
        figure.kind: 1.0,
        "early": 1 - figure.start / max(1, len(text)),
        "lead": float(figure.start < 400),
        "casualty": float(figure.kind == "count" and _casualties(figure, near, lex)),
        "change": float(figure.change is not None),
        "key word": float(_any(lex, near, "key")),
        "small": float(figure.kind == "count" and abs(figure.value) < 10),
        "word": float(words and figure.kind in ("count", "duration")),
        "magnitude": math.log10(1 + abs(figure.value)) if figure.kind in ("count", "money", "measure") else 0.0,
        "quoted": float(_quoted(figure)),
        "from": float(figure.change is not None and figure.change.role == "from"),
        "points": float(figure.unit == "pp"),
        "weather": float(figure.unit in ("celsius", "fahrenheit")),
        "bracket": float(_bracketed(figure, text)),
        "nothing counted": float(figure.unit is None and figure.noun is None),
        "topic": min(1.0, len(_content(tokenise(figure.label)) & topic) / 2),
        "at most": float(figure.bound is Bound.AT_MOST),
        "vague": float(figure.bound is Bound.AT_LEAST and words and figure.unit is None),
        "short label": float(len(figure.label.split()) < 2),
    }
    if row["casualty"]:
        row["small"] = row["word"] = 0.0
    return row


def _casualties(figure: Figure, near: Sequence[Token], lex: Lexicon) -> bool:
    return _any(lex, near, "casualties") or _any(lex, tokenise(figure.label), "casualties")


def _any(lex: Lexicon, tokens: Sequence[Token], table: str) -> bool:
    phrases = getattr(lex, table)
    return any(phrases.match(tokens, k) for k in range(len(tokens)))


def _content(tokens: Sequence[Token]) -> set[str]:
    """Stems of the longer words: the first five letters are enough to compare."""
    return {token.low[:5] for token in tokens if token.kind == "w" and len(token.low) > 3}


def _quoted(figure: Figure) -> bool:
    """Whether the sentence is somebody's words."""
    context = figure.context
    return context[:1] in '"“«„‘—–-' or context.count('"') % 2 == 1 or "”" in context or "“" in context


def _bracketed(figure: Figure, text: str) -> bool:
    before = text.rfind("(", max(0, figure.start - 60), figure.start)
    return before >= 0 and ")" not in text[before : figure.start]
