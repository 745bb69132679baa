"""Digests compared, as a table of words: the same for the window, the terminal and every format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from desktop_app.article import Digest, Figure
from desktop_app.export.exporter import ExportOptions
from desktop_app.export.sheet import Line, Sheet, clean, line_of, sheet_of

if TYPE_CHECKING:
    from desktop_app.library import Comparison

_HEAD: Final = 90


@dataclass(frozen=True, slots=True)
class Cell:
    """A digest's figure: as its line, its number, and by how much it differs from the first one of its row.

    ``difference`` is empty for the first; ``direction`` is 1 for more, -1 for less, 0 otherwise.
    """

    line: Line
    value: float
    difference: str
    amount: float | None
    share: float | None
    direction: int


@dataclass(frozen=True, slots=True)
class Row:
    """One thing, with a cell for each digest that tells of it."""

    label: str
    unit: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class ComparisonSheet:
    """``heads`` are the digests, without figures; ``alone`` are the figures that only one of them has, by digest."""

    heads: tuple[Sheet, ...]
    rows: tuple[Row, ...]
    alone: tuple[tuple[Line, ...], ...]
    lang: str


def comparison_of(digests: Sequence[Digest], lang: str) -> ComparisonSheet:
    """``digests`` compared, in the words of ``lang``."""
    # Imported here: the window shows comparisons, but another process makes them.
    from desktop_app.library import compare, left_over

    found = compare(digests)
    options = ExportOptions(lang=lang, figures=0)
    return ComparisonSheet(
        heads=tuple(sheet_of(digest, options) for digest in digests),
        rows=tuple(_row(comparison, lang) for comparison in found),
        alone=tuple(tuple(line_of(figure, lang) for figure in figures) for figures in left_over(digests, found)),
        lang=lang,
    )


def _row(comparison: Comparison, lang: str) -> Row:
    first = next(figure for figure in comparison.figures if figure is not None)
    cells: list[Cell | None] = []
    for figure, difference in zip(comparison.figures, comparison.differences, strict=True):
        if figure is None:
            cells.append(None)
        elif difference is None:
            cells.append(_cell(figure, lang))
        else:
            from desktop_app.export.quantities import difference_text

            text = difference_text(difference, first, figure, lang)
            way = (difference.amount > 0) - (difference.amount < 0)
            cells.append(_cell(figure, lang, text, difference.amount, difference.share, way))
    return Row(clean(comparison.label), comparison.unit or "", tuple(cells))


def _cell(
    figure: Figure, lang: str, text: str = "", amount: float | None = None, share: float | None = None, way: int = 0
) -> Cell:
    return Cell(line_of(figure, lang), figure.value, text, amount, share, way)


def value_text(line: Line) -> str:
    """The figure with what leads it in."""
    return " ".join(filter(None, (line.lead, line.value)))


def head_text(sheet: Sheet) -> str:
    """A digest's title at the top of its column, shortened."""
    return shorten(sheet.title, _HEAD, placeholder="…")
