"""Mentions of one quantity, and quantities that contradict each other within one text.

A later mention points at the first (``same_as``) when value and unit agree and nothing speaks against it: a precise
number (three digits that mean something, or money) is its own evidence, a round or small one needs the same noun or a
shared word in the label. Two figures contradict when noun, unit and words agree but the values are near misses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_app.article import Figure
from desktop_app.figures.tokens import tokenise

_STEM = 5
#: Values further apart than this factor are different things, not two versions of one.
_NEAR = 1.5


def related(figures: Iterable[Figure], title: Sequence[Figure] = ()) -> list[Figure]:
    """Figures in text order with ``same_as`` and ``conflicts_with`` set; those of ``title`` point into ``figures``."""
    result: list[Figure] = []
    firsts: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda f: f.start):
        first = _first(figure, firsts[_key(figure)])
        if first is None:
            firsts[_key(figure)].append(figure)
            result.append(figure)
        else:
            result.append(replace(figure, same_as=first.start))
    result = _with_conflicts(result)
    for figure in title:
        first = _first(figure, firsts[_key(figure)])
        result.append(figure if first is None else replace(figure, same_as=first.start))
    return result


def _key(figure: Figure) -> tuple[object, ...]:
    return (figure.value, figure.high, figure.unit)


def _first(figure: Figure, candidates: Sequence[Figure]) -> Figure | None:
    for other in candidates[:20]:
        if _same(figure, other):
            return other
    return None


def _same(one: Figure, other: Figure) -> bool:
    if one.unit is None and one.noun and other.noun and one.noun != other.noun:
        return False
    if one.sentence == other.sentence and one.unit == "percent":
        return False  # «А (11 %), Б (11 %)»: two shares
    if _precise(one) or one.kind == "money":
        return True
    if one.unit is None and one.noun and one.noun == other.noun:
        return True
    if one.unit is None and one.sentence == other.sentence:
        return False  # «два „Оскара“ и два „Глобуса“»: two things
    return one.kind in ("duration", "measure") or bool(stems(one.label) & stems(other.label))


def _precise(figure: Figure) -> bool:
    """Whether the value has three or more digits that mean something."""
    digits = f"{figure.value:.10g}".replace(".", "").replace("-", "").strip("0")
    return len(digits) >= 3


def stems(label: str) -> frozenset[str]:
    """The first letters of a label's longer words, which inflection leaves alone."""
    return frozenset(token.low[:_STEM] for token in tokenise(label) if token.kind == "w" and len(token.low) > 3)


def _with_conflicts(figures: list[Figure]) -> list[Figure]:
    groups: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.same_as is None and figure.noun and figure.unit is None and figure.value >= 10:
            groups[figure.noun, figure.unit].append(figure)
    against: dict[int, set[int]] = defaultdict(set)
    for group in groups.values():
        for at, one in enumerate(group[:30]):
            for other in group[at + 1 : 30]:
                if _contradicts(one, other):
                    against[one.start].add(other.start)
                    against[other.start].add(one.start)
    if not against:
        return figures
    return [replace(f, conflicts_with=tuple(sorted(against[f.start]))) if f.start in against else f for f in figures]


def _contradicts(one: Figure, other: Figure) -> bool:
    if one.sentence == other.sentence or one.change or other.change or one.high or other.high:
        return False
    low, high = sorted((one.value, other.value))
    if low <= 0 or high == low or high / low > _NEAR:
        return False
    mine, theirs = stems(one.label), stems(other.label)
    shared = len(mine & theirs)
    return shared >= 2 and shared * 3 >= 2 * min(len(mine), len(theirs))
