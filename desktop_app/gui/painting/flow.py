"""A column of text and rows broken into pages: headings stay with what they head, rows and line pairs stay whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from desktop_app.gui.painting.text import Text

#: Paints something whose top left corner is at the given place.
Draw = Callable[[QPainter, float, float], None]


@dataclass(frozen=True)
class Strip:
    """A piece that never breaks: ``height`` units, with ``gap`` units of air above unless it begins a page.

    ``keep`` keeps it on the page of the next strip.
    """

    height: float
    draw: Draw
    gap: float = 0.0
    keep: bool = False


@dataclass(frozen=True)
class Set:
    """A strip set on its page, ``top`` units below the upper margin."""

    strip: Strip
    top: float


def paragraph(
    text: Text, *, gap: float = 0.0, keep: bool = False, beside: Callable[[float], Draw] | None = None
) -> Iterator[Strip]:
    """The lines of ``text`` as strips; neither its first nor its last line ever stands alone on a page.

    ``beside`` makes, for a height, what is painted next to the lines.
    """
    count = len(text.lines)
    start = 0
    while start < count:
        # Two lines at the beginning and at the end; what would leave a single one takes it along.
        end = count if count - start <= 3 else start + (2 if start == 0 else 1)
        height = text.top(end) - text.top(start)
        yield Strip(
            height, _lines(text, start, end, beside(height) if beside else None), gap if start == 0 else 0.0, keep
        )
        start = end


def _lines(text: Text, start: int, end: int, beside: Draw | None) -> Draw:
    def draw(painter: QPainter, x: float, y: float) -> None:
        text.draw(painter, x, y, start, end)
        if beside is not None:
            beside(painter, x, y)

    return draw


def paginate(strips: Sequence[Strip], height: float) -> list[list[Set]]:
    """``strips`` on pages of ``height`` units; a chain that is kept together and higher than a page breaks anyway."""
    pages: list[list[Set]] = []
    page: list[Set] = []
    used = 0.0
    for chain in _chains(strips):
        needed = sum(strip.height + strip.gap for strip in chain)
        if page and used + needed > height:
            pages.append(page)
            page, used = [], 0.0
        for strip in chain:
            gap = strip.gap if page else 0.0
            if page and used + gap + strip.height > height:
                pages.append(page)
                page, used, gap = [], 0.0, 0.0
            page.append(Set(strip, used + gap))
            used += gap + strip.height
    if page:
        pages.append(page)
    return pages


def _chains(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    chain: list[Strip] = []
    for strip in strips:
        chain.append(strip)
        if not strip.keep:
            yield chain
            chain = []
    if chain:
        yield chain
