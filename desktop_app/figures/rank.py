"""Importance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop_app.article import Figure, Section
from desktop_app.figures.lexicon import Lexicon

_KIND = {"money": 3.0, "percent": 2.5, "factor": 1.5, "fraction": 1.0, "measure": 2.0, "count": 1.5, "duration": 0.5}


def ranked(figures: Iterable[Figure], lex: Lexicon, length: int, head: int) -> tuple[Figure, ...]:
    """Figures with their scores, best first, repeats last."""
    scored = [replace(figure, score=_score(figure, lex, length)) for figure in figures]
    scored.sort(key=lambda f: (f.same_as is not None, -f.score, f.section == Section.TITLE, f.start))
    return tuple(scored)


def _score(figure: Figure, lex: Lexicon, length: int) -> float:
    score = _KIND.get(figure.kind, 1.0)
    if figure.section is Section.TITLE:
        score += 1.5
    score += 1.0 * (1 - figure.start / max(1, length))
    if figure.value < 10 and figure.unit is None:
        score -= 0.7
    return round(score, 6)
