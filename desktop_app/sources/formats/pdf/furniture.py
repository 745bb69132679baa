"""What a printed page has besides its text: running heads and feet, page numbers, footnotes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from desktop_app.sources.formats.pdf.lines import Line, rows

# Heads and feet stand within so many lines of the first or last of their page.
_OUTER_ROWS = 3
_FEWEST_REPEATS = 3
_SMALL_DOCUMENT = 4
_NUMBERS = re.compile(r"\d+")
_ROMAN = r"(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_PAGE_NUMBER = re.compile(
    rf"[\W_]*(?:(?:page|pages|p\.|pp\.|стр\.?|страница|с\.|сторінка|стор\.|seite|s\.|página|pág\.|pagina|pag\.|strona"
    rf"|str\.|sayfa|第)\s*)?(?:\d{{1,4}}|{_ROMAN})"
    rf"(?:\s*(?:of|/|\||из|з|із|von|de|di|z|sur|页|頁)\s*\d{{0,4}})?[\W_]*",
    re.I,
)
# The dots that lead to a page number in a table of contents.
_LEADERS = re.compile(r"(?:[.·…_]\s?){6,}\s*[\divxlc]{0,6}$")
_FOOTNOTE_SIZE = 0.93


def body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The font size, as the height of its lines, that most of the text is set in."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size * 4) / 4] += sum(len(word.text) for word in line.words)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def without_heads(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Pages without what repeats at their upper and lower ends, without their numbers and lines of contents."""
    outer = [_outer(page) for page in pages]
    seen: defaultdict[tuple[bool, str], set[int]] = defaultdict(set)
    for number, ends in enumerate(outer):
        for piece, top, _ in ends:
            seen[top, _pattern(piece)].add(number)
    needed = 2 if 1 < len(pages) <= _SMALL_DOCUMENT else _FEWEST_REPEATS
    kept = []
    leaders = {id(piece) for page in pages for piece in page if _LEADERS.search(piece.text)}
    for page, ends in zip(pages, outer, strict=True):
        dropped = set(leaders)
        inner: dict[bool, bool] = {True: True, False: True}
        # From the edge inwards: a line of text ends the head.
        for piece, top, row in ends:
            if not inner[top] and row > 0:
                continue
            pattern = _pattern(piece)
            repeats = len(seen[top, pattern]) >= needed and len(pattern) < 150
            if repeats or (row == 0 and _PAGE_NUMBER.fullmatch(piece.text.strip())):
                dropped.add(id(piece))
            elif row > 0 or not _has_mates(piece, ends, top):
                inner[top] = False
        kept.append([piece for piece in page if id(piece) not in dropped])
    return kept


def _outer(page: list[Line]) -> list[tuple[Line, bool, int]]:
    """Pieces of the first and last lines, whether at the top, and how many lines from the edge."""
    grouped = rows(page)
    ends = [(piece, True, number) for number, row in enumerate(grouped[:_OUTER_ROWS]) for piece in row]
    for number, row in enumerate(reversed(grouped[-_OUTER_ROWS:])):
        ends += [(piece, False, number) for piece in row]
    return ends


def _has_mates(piece: Line, ends: list[tuple[Line, bool, int]], top: bool) -> bool:
    """Whether other pieces stand on the same line at the edge, which may be a number beside a running title."""
    return sum(other_top == top and row == 0 for _, other_top, row in ends) > 1


def _pattern(piece: Line) -> str:
    """The text with every number alike."""
    return _NUMBERS.sub("#", piece.text.casefold().strip())


def without_footnotes(lines: list[Line], size: float) -> list[Line]:
    """The lines of a page, in reading order, without the notes at the foot of its columns."""
    dropped: set[int] = set()
    columns: defaultdict[tuple[float, float], list[Line]] = defaultdict(list)
    for line in lines:
        columns[line.column].append(line)
    for unsorted in columns.values():
        column = sorted(unsorted, key=lambda line: line.y0)
        start = len(column)
        while start and column[start - 1].size < _FOOTNOTE_SIZE * size:
            start -= 1
        # Without any larger text above, it is a page of small print.
        if not start or start == len(column):
            continue
        first = next((n for n in range(start, len(column)) if column[n].marked), None)
        if first is not None:
            dropped.update(id(line) for line in column[first:])
    return [line for line in lines if id(line) not in dropped]


def leading(lines: Sequence[Line]) -> float:
    """The usual distance of baselines in points."""
    steps = [
        below.base - above.base
        for above, below in pairwise(lines)
        if above.page == below.page and 0 < below.base - above.base < 4 * above.size
    ]
    return median(steps) if steps else 0.0
