"""What a figure leaves unsaid because its neighbour said it: «… для 101 тыс. семей, без света остаются ещё 62 тыс.»"""

from __future__ import annotations

from dataclasses import replace

from desktop_app.article import Figure
from desktop_app.figures.kinds import kind_of

#: A count borrows the noun of a neighbour that is of its order of magnitude.
_ORDER = 200.0


def completed(figure: Figure, before: Figure | None) -> Figure:
    """``figure`` with the noun or currency of the figure ``before`` it, where it has none and shares the sentence."""
    if figure.unit is not None or figure.noun is not None or figure.kind != "count" or figure.high is not None:
        return figure
    if before is None or before.sentence != figure.sentence or before.high is not None:
        return figure
    if before.value <= 0 or figure.value <= 0:
        return figure
    ratio = max(figure.value / before.value, before.value / figure.value)
    if ratio > _ORDER:
        return figure
    if before.noun is not None and before.unit is None:
        return replace(figure, noun=before.noun)
    if before.kind == "money" and figure.value >= 1000 and before.value >= 1000:
        return replace(figure, unit=before.unit, kind=kind_of(before.unit))
    return figure
