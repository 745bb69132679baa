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
_LONGEST_HEAD = 150
_LARGEST_HEAD = 1.2
# Lines of one text stand closer than this, in font sizes.
_APART = 1.6
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


def without_heads(pages: Sequence[list[Line]], size: float) -> list[list[Line]]:
    """Pages without what repeats at their upper and lower ends, without their numbers and lines of contents.

    What is set larger than the text, whose font is ``size`` high, is kept: a title may return as running head.
    """
    grouped = [rows(page) for page in pages]
    seen: defaultdict[tuple[bool, str], set[int]] = defaultdict(set)
    for number, lines in enumerate(grouped):
        for top in (True, False):
            for row in _from_edge(lines, top)[:_OUTER_ROWS]:
                for piece in row:
                    seen[top, _pattern(piece)].add(number)
    needed = 2 if 1 < len(pages) <= _SMALL_DOCUMENT else _FEWEST_REPEATS
    repeated = {key for key, found in seen.items() if len(found) >= needed and len(key[1]) < _LONGEST_HEAD}
    kept = []
    for page, lines in zip(pages, grouped, strict=True):
        dropped = {id(piece) for piece in page if _may_lead(piece) and _LEADERS.search(piece.text)}
        heads = [
            piece for top in (True, False) for row in _head(_from_edge(lines, top), top, repeated) for piece in row
        ]
        heads = [piece for piece in heads if piece.size <= _LARGEST_HEAD * size]
        # Forms and cards say the same on every page: then it is what there is to read.
        if 2 * sum(len(piece.text) for piece in heads) < sum(len(piece.text) for piece in page):
            dropped.update(map(id, heads))
        kept.append([piece for piece in page if id(piece) not in dropped])
    return kept


def _may_lead(piece: Line) -> bool:
    return any(word.text[0] in ".·…_" or "...." in word.text for word in piece.words)


def _from_edge(lines: list[list[Line]], top: bool) -> list[list[Line]]:
    return lines if top else lines[::-1]


def _head(lines: list[list[Line]], top: bool, repeated: set[tuple[bool, str]]) -> list[list[Line]]:
    """The lines at the edge, from it inwards, that are no text: set apart from it, and repeated or numbers."""
    depth = 0
    for number, row in enumerate(lines[:_OUTER_ROWS]):
        known = [(top, _pattern(piece)) in repeated for piece in row]
        numbered = [_PAGE_NUMBER.fullmatch(piece.text.strip()) is not None for piece in row]
        apart = number + 1 == len(lines) or _apart(row, lines[number + 1])
        if all(known) or (number == 0 and all(numbered)):
            depth = number + 1 if apart or all(numbered) else depth
        # A running title that changes stands beside the number of the page or what does not change.
        elif apart and number == 0 and any(map(max, known, numbered)) and sum(len(p.text) for p in row) < _LONGEST_HEAD:
            depth = 1
        else:
            break
    return lines[:depth]


def _apart(row: list[Line], inner: list[Line]) -> bool:
    """Whether a line is set apart from the next by space or size."""
    outer, next_to = row[0], inner[0]
    distance = abs(outer.base - next_to.base)
    ratio = outer.size / max(next_to.size, 0.01)
    return distance > _APART * max(outer.size, next_to.size) or not 0.93 < ratio < 1.07


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
