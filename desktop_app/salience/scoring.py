"""How much each sentence says about its article.

Centrality (LexRank), place and overlap with the title are the classic features of Edmundson 1969, "New methods in
automatic extracting"; figures are what Kratko's reader looks for beside the summary.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.article import Figure, Section, Span
from desktop_app.salience.centrality import centrality
from desktop_app.salience.cues import cues
from desktop_app.salience.outline import Line, Outline, Part
from desktop_app.salience.terms import likeness, terms, weigh

_QUOTES = "\"“”„«‘'—–-"
_FIGURES = 8
#: «По его словам, …» points back with its second word.
_OPENING_WORDS = 3


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to a score; set on the develop half of the benchmark (``docs/summaries.md``)."""

    centrality: float = 0.7
    opening: float = 1.2
    paragraph: float = 0.3
    title: float = 0.6
    figures: float = 0.15
    gist: float = 0.6
    focus: float = 3.0
    quote: float = 0.15
    background: float = 0.35
    question: float = 0.3
    fragment: float = 0.4


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores of the lines of an outline (0 for headings and appendices) and their term vectors."""

    scores: tuple[float, ...]
    vectors: tuple[dict[str, float], ...]


def score(
    plan: Outline,
    *,
    title: str | None,
    figures: Sequence[Figure],
    focus: Sequence[Span] = (),
    weights: Weights | None = None,
) -> Scored:
    """Score every line of ``plan``; ``figures`` most important first, ``focus`` where the text speaks of what
    the reader asks about, best first."""
    w = weights or Weights()
    *vectors, title_vector = weigh([*(terms(line.text) for line in plan.lines), terms(title or "")])
    asked = {span.start: 1 - rank / (2 * len(focus)) for rank, span in enumerate(focus)}
    central = centrality(vectors)
    counted = _figure_weights(plan.lines, figures)
    scores: list[float] = []
    for line, vector, centre, figure in zip(plan.lines, vectors, central, counted, strict=True):
        part = plan.parts[line.section]
        if line.heading or part is Part.APPENDIX:
            scores.append(0.0)
            continue
        opening = 1 / (1 + line.place) * (1.0 if line.section == 0 else 0.4)
        total = (
            w.centrality * centre
            + w.opening * opening
            + w.paragraph * line.opens_paragraph
            + w.title * likeness(vector, title_vector)
            + w.figures * figure
            + w.gist * (part is Part.GIST)
            + w.focus * asked.get(line.span.start, 0.0)
        )
        scores.append(max(0.01, total - _penalty(line.text, w)))
    return Scored(tuple(scores), tuple(vectors))


def _penalty(text: str, w: Weights) -> float:
    low = text.lower().lstrip('«"“„(')
    penalty = 0.0
    if text[:1] in _QUOTES:
        penalty += w.quote
    if low.startswith(cues().background):
        penalty += w.background
    if text.rstrip('»"”) ').endswith("?"):
        penalty += w.question
    if text.startswith("(") or len(text.split()) < 4:
        penalty += w.fragment
    return penalty


def _figure_weights(lines: Sequence[Line], figures: Sequence[Figure]) -> list[float]:
    """1 for the line of the most important figure, less for the next; a line counts its best figure only."""
    starts = [line.span.start for line in lines]
    found = [0.0] * len(lines)
    body = [figure for figure in figures if figure.section is Section.BODY]
    for rank, figure in enumerate(body[:_FIGURES]):
        at = bisect.bisect_right(starts, figure.start) - 1
        if at >= 0:
            found[at] = max(found[at], 1 - rank / _FIGURES)
    return found


def leans_back(text: str) -> bool:
    """Whether a sentence begins with a word that points to the one before it."""
    words = text.lstrip('«"“„—–-( ').split(maxsplit=1)
    return bool(words) and words[0].strip(",.:;!?").lower() in cues().anaphora


def points_back(text: str) -> bool:
    """Whether a sentence needs the one before it: it cannot stand alone, or has a personal pronoun and no name."""
    words = [word.strip(',.:;!?«»"()') for word in text.split()]
    pronoun = next((place for place, word in enumerate(words) if word.lower() in cues().pronouns), None)
    named = pronoun is not None and any(word[:1].isupper() for word in words[1:pronoun])
    return not stands_alone(text) or (pronoun is not None and not named)


def stands_alone(text: str) -> bool:
    """Whether a sentence can be shown by itself: no pointing back in its first words, no half of a quotation."""
    if text[:1] in _QUOTES or text.count("«") != text.count("»") or text.count("“") > text.count("”"):
        return False
    if (
        text.count('"') % 2
        or text.count("(") != text.count(")")
        or not text.rstrip().endswith((".", "!", "…", "。", "।"))
    ):
        return False
    if text.lower().startswith(cues().background):
        return False
    words = [word.strip(",.:;!?«»").lower() for word in text.split()[:_OPENING_WORDS]]
    if words and words[0] in cues().joining:
        return False
    return not leans_back(text) and not any(word in cues().possessives for word in words)
