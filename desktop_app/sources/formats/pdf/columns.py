"""The order in which the pieces of a page are read.

A recursive cut along white space, after Nagy and Seth (1984, “Hierarchical representation of optically scanned
documents”), but with gutters first: a page is cut at the gutter with most lines on both sides, within the stretches
that nothing wide (a headline, a figure) interrupts. Cells of tables have gutters too, so only columns of running text
are cut; the rest stays together line by line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from desktop_app.sources.formats.pdf.lines import Line, rows

_FEWEST_LINES = 3
# A column of text has lines of at least so many signs; cells of tables are shorter.
_FEWEST_SIGNS = 16
_SHARE_OF_LINES = 0.6
_NARROWEST_GUTTER = 0.5
_DEEPEST = 6
# Two parts of a row this far apart, in font sizes, are two cells.
_CELL_GAP = 1.2


def reading_order(pieces: Sequence[Line]) -> list[Line]:
    """Lines in the order they are read; parts of one line are joined, rows of tables know their cells."""
    return list(_ordered(list(pieces), 0))


def _ordered(pieces: list[Line], depth: int) -> Iterator[Line]:
    gutter = _gutter(pieces) if depth < _DEEPEST else None
    if gutter is None:
        yield from _as_rows(pieces)
        return
    rtl = sum(piece.rtl for piece in pieces) * 2 > len(pieces)
    for left, right, wide in _bands(pieces, gutter):
        if wide:
            yield from _ordered(wide, depth + 1)
        elif _is_column(left) and _is_column(right):
            for side in (right, left) if rtl else (left, right):
                yield from _ordered(side, depth + 1)
        else:
            yield from _as_rows(left + right)


def _bands(pieces: list[Line], gutter: float) -> Iterator[tuple[list[Line], list[Line], list[Line]]]:
    """Stretches from top to bottom: what stands left and right of the gutter, or what lies across it."""
    across = sorted((piece for piece in pieces if piece.x0 < gutter < piece.x1), key=lambda piece: piece.y0)
    sides = sorted((piece for piece in pieces if not piece.x0 < gutter < piece.x1), key=lambda piece: piece.y0)
    place = 0
    wide: list[Line] = []
    for border in [*across, None]:
        begin = place
        while place < len(sides) and (border is None or _middle(sides[place]) < border.y0):
            place += 1
        if begin < place:
            if wide:
                yield [], [], wide
                wide = []
            band = sides[begin:place]
            yield [p for p in band if p.x1 <= gutter], [p for p in band if p.x0 >= gutter], []
        if border is not None:
            wide.append(border)
            # What stands beside a wide piece is read with it.
            while place < len(sides) and _middle(sides[place]) <= border.y1:
                wide.append(sides[place])
                place += 1
    if wide:
        yield [], [], wide


def _middle(piece: Line) -> float:
    return (piece.y0 + piece.y1) / 2


def _gutter(pieces: list[Line]) -> float | None:
    """The x with most lines left and right of it and none across, between wide pieces; ``None`` for one column."""
    if len(pieces) < 2 * _FEWEST_LINES:
        return None
    left, right = min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)
    best, score = None, 0.0
    for x in _candidates(pieces, left, right):
        support = sum(
            min(len(on_left), len(on_right))
            for on_left, on_right, _ in _bands(pieces, x)
            if _is_column(on_left) and _is_column(on_right)
        )
        # Of equals the one nearest to the middle.
        value = support - abs(2 * x - left - right) / (right - left + 1) / 2
        if support >= _FEWEST_LINES and value > score:
            best, score = x, value
    return best


def _candidates(pieces: list[Line], left: float, right: float) -> list[float]:
    """Middles of the gaps right of pieces, but for the outer margins, most frequent ones first."""
    size = median(piece.size for piece in pieces)
    counts: dict[int, int] = {}
    starts = sorted(piece.x0 for piece in pieces)
    for start in starts:
        key = round(start / (size / 2))
        counts[key] = counts.get(key, 0) + 1
    margin = 0.1 * (right - left)
    # A column has lines that begin at one x.
    likely = [key for key, count in sorted(counts.items(), key=lambda item: -item[1]) if count >= 2][:12]
    found = [key * size / 2 - _NARROWEST_GUTTER * size for key in likely]
    return [x for x in found if left + margin < x < right - margin]


def _is_column(pieces: list[Line]) -> bool:
    """Whether most of ``pieces`` is lines of running text rather than cells or the scales of a chart."""
    signs = [sum(len(word.text) + 1 for word in piece.words) for piece in pieces]
    long = [count for count in signs if count >= _FEWEST_SIGNS]
    return len(long) >= _FEWEST_LINES and sum(long) >= _SHARE_OF_LINES * sum(signs)


def _as_rows(pieces: list[Line]) -> Iterator[Line]:
    if not pieces:
        return
    column = (min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces))
    grouped = rows(pieces)
    split = [_cells(row) if len(row) > 1 else [""] for row in grouped]
    for number, (row, cells) in enumerate(zip(grouped, split, strict=True)):
        line = Line([word for piece in row for word in piece.words]) if len(row) > 1 else row[0]
        line.column = column
        # One row of cells alone is a line with a gap.
        near = split[max(0, number - 1) : number] + split[number + 1 : number + 2]
        if len(cells) > 1 and any(len(other) > 1 for other in near):
            line.cells = cells[::-1] if line.rtl else cells
        yield line


def _cells(row: list[Line]) -> list[str]:
    groups: list[list[Line]] = []
    for piece in row:
        if groups and piece.x0 - groups[-1][-1].x1 < _CELL_GAP * piece.size:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [Line([word for piece in group for word in piece.words]).text for group in groups]
