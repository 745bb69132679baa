"""Mentions of one quantity: the later ones point at the first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_app.article import Figure


def related(figures: Iterable[Figure], title: Sequence[Figure] = ()) -> list[Figure]:
    """Figures in text order with ``same_as`` set; those of ``title`` point into ``figures``."""
    result: list[Figure] = []
    first: dict[tuple[object, ...], int] = {}
    for figure in sorted(figures, key=lambda f: f.start):
        key = _key(figure)
        if key in first:
            figure = replace(figure, same_as=first[key])  # noqa: PLW2901
        else:
            first[key] = figure.start
        result.append(figure)
    for figure in title:
        result.append(replace(figure, same_as=first[_key(figure)]) if _key(figure) in first else figure)
    return result


def _key(figure: Figure) -> tuple[object, ...]:
    return (figure.value, figure.high, figure.unit, figure.noun)
