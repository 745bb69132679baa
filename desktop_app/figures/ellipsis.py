"""What a figure leaves unsaid because its neighbour said it: «… для 101 тыс. семей, без света остаются ещё 62 тыс.»"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.article import Figure
from desktop_app.figures.kinds import kind_of

#: A count borrows the noun of a neighbour that is of its order of magnitude.
_ORDER = 200.0


def completed(figure: Figure, earlier: Sequence[Figure]) -> Figure:
    """``figure`` with the noun or currency of the figure before it in its sentence, where it has none of its own."""
    if figure.unit is not None or figure.noun is not None or figure.kind != "count" or figure.high is not None:
        return figure
    before = next((f for f in reversed(earlier) if f.sentence == figure.sentence), None)
    if before is None or before.high is not None or before.value <= 0 or figure.value <= 0:
        return figure
    ratio = max(figure.value / before.value, before.value / figure.value)
    if ratio > _ORDER:
        return figure
    if before.noun is not None and before.unit is None:
        return replace(figure, noun=before.noun)
    if before.kind == "money" and figure.value >= 1000 and before.value >= 1000:
        return replace(figure, unit=before.unit, kind=kind_of(before.unit))
    return figure
