"""Which key figures the summary states: they are marked, and move up by a fixed weight.

Pure: figures and a checked summary in, figures out; no text is read again. The checker of summaries
(``desktop_app.grounding``) has found for each number of the summary where the article says it; a figure that stands
there, or that gives the same quantity elsewhere, is corroborated. Numbers that were not found, or only follow by
arithmetic from others, corroborate nothing; a rounded number stands for the exact one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_app.article import Figure, Section, Span, Summary

#: How much a figure's score grows when the summary states it; ``figures.rank`` lists its other reasons.
IN_SUMMARY = 1.0
_STATED = frozenset({"exact", "other_form"})
_ROUNDED = "rounding"


def corroborated(figures: Sequence[Figure], summary: Summary | None) -> tuple[Figure, ...]:
    """``figures`` with ``in_summary`` set anew, most important first.

    Figures of related headlines keep their place after the article's own. Without a summary, or one that was not
    checked, none is marked: what an earlier summary had moved goes back.
    """
    roots = first_mentions(figure for figure in figures if figure.section is not Section.RELATED)
    places = _places(summary)
    stated = {root for figure, root in roots.items() if _stands(figure, places)}
    own = [_told(figure, root in stated) for figure, root in roots.items()]
    return (*in_order(own), *(figure for figure in figures if figure.section is Section.RELATED))


def in_order(figures: Iterable[Figure]) -> list[Figure]:
    """Most important first: mentions of a quantity given before come last, equal scores in the order of the text."""
    return sorted(figures, key=lambda f: (f.same_as is not None, -f.score, f.section is not Section.TITLE, f.start))


def _told(figure: Figure, told: bool) -> Figure:
    if told == figure.in_summary:
        return figure
    return replace(figure, in_summary=told, score=round(figure.score + (IN_SUMMARY if told else -IN_SUMMARY), 6))


def first_mentions(figures: Iterable[Figure]) -> dict[Figure, tuple[bool, int]]:
    """What all mentions of a quantity of title and body share: whether the first is in the title, and its start.

    A first mention is in the body wherever the body has one; see ``Figure.same_as``.
    """
    listed = tuple(figures)
    firsts = {f.start for f in listed if f.section is not Section.TITLE and f.same_as is None}

    def root(figure: Figure) -> tuple[bool, int]:
        if figure.same_as is None:
            return figure.section is Section.TITLE, figure.start
        return figure.same_as not in firsts, figure.same_as

    return {figure: root(figure) for figure in listed}


def _stands(figure: Figure, places: dict[Section, list[Span]]) -> bool:
    return any(span.start < figure.end and figure.start < span.end for span in places.get(figure.section, ()))


def _places(summary: Summary | None) -> dict[Section, list[Span]]:
    """Where the article has the numbers of the summary."""
    places: dict[Section, list[Span]] = {}
    if summary is None or summary.grounding is None:
        return places
    for claim in summary.grounding.claims:
        if claim.kind == "number" and (claim.state in _STATED or claim.how == _ROUNDED):
            for place in claim.places:
                places.setdefault(place.section, []).append(place.span)
    return places
