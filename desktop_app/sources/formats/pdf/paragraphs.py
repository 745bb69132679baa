"""Lines in reading order put together to headings, paragraphs, list items and rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.sources.formats.blocks import block, row
from desktop_app.sources.formats.pdf.furniture import leading
from desktop_app.sources.formats.pdf.lines import Line
from desktop_app.sources.source import Block, BlockKind

_HEADING_SIZE = 1.14
_LONGEST_HEADING = 220
_LONGEST_BOLD_HEADING = 120
_MOST_BOLD_LINES = 2
# The parts of a drawing are lettered in bold.
_FEWEST_LETTERS = 4
_SENTENCE_END = re.compile(r"[.!?…。！？؟:;][\"'”’»)\]]*$")
_BULLET = re.compile(r"(?:[•▪‣◦●○■□–—*·\uf0b7\uf0a7]|[-−])\s+")
_NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-zа-яіїєґ]\))\s+", re.I)
_DASH = re.compile(r"[-−–—]|\d")
# Two words may be held together by a space that does not break.
_WORDS_THAT_FIT = 2
_HYPHEN_END = re.compile(r"[^\W\d_]-$")
# In Russian and Ukrainian these stay hyphenated: какой-то, хто-небудь, по-нашому.
_KEEPS_HYPHEN = re.compile(
    r"(?:^(?:по|кое|во|в|из|екс|экс|пів|пол|контр|вице|віце|міні|мини|пресс|прес|онлайн|интернет|інтернет)-$)"
    r"|(?:-(?:то|либо|нибудь|таки|ка|небудь|будь|таки|но)$)",
    re.I,
)


def paragraphs(lines: Sequence[Line], size: float) -> Iterator[tuple[Block, float]]:
    """The blocks that ``lines`` make, each with its font size; ``size`` is that of running text."""
    step = leading(lines)
    words = _vocabulary(lines)
    group: list[Line] = []
    for number, line in enumerate(lines):
        if group and not _joins(group, lines[number : number + 3], size, step):
            yield from ((made, group[0].size) for made in _block(group, size, words))
            group = []
        group.append(line)
    yield from ((made, group[0].size) for made in _block(group, size, words))


def _vocabulary(lines: Sequence[Line]) -> frozenset[str]:
    """Words that do not end their line, so that none of them is cut by a hyphen."""
    return frozenset(
        word.strip(".,;:!?()[]«»“”\"'").lower() for line in lines for word in line.text.split()[:-1] if len(word) > 3
    )


def _joins(group: list[Line], following: Sequence[Line], size: float, step: float) -> bool:
    """Whether the first of the ``following`` lines goes on with the paragraph."""
    last, line = group[-1], following[0]
    if line.cells or last.cells:
        return False
    if _level(last, size) != _level(line, size):
        return False
    if _level(line, size):
        near = line.page == last.page and 0 < line.base - last.base < 1.6 * max(line.size, last.size)
        return near and abs(line.size - last.size) < 0.1 * last.size
    if _begins_item(group, following):
        return False
    if line.page != last.page or line.column != last.column or line.base < last.base:
        return _carries_over(last, line)
    if step and line.base - last.base > 1.35 * max(step, min(line.size, last.size)):
        return False
    if not 0.85 < line.size / max(last.size, 0.01) < 1.18:
        return False
    if _starts_indented(group, line):
        return False
    if _HYPHEN_END.search(last.text):
        return True
    if last.bold != line.bold and _ends_short(last):
        return False
    return not (_ends_short(last) and _SENTENCE_END.search(last.text)) and not _forced_break(group, following)


def _begins_item(group: list[Line], following: Sequence[Line]) -> bool:
    """Whether a bullet or number begins an item; within a sentence a dash or a number just happens to come first."""
    if not _item(following[0].text):
        return False
    if _DASH.match(following[0].text) is None or _SENTENCE_END.search(group[-1].text):
        return True
    return _item(group[0].text) or _forced_break(group, following)


def _forced_break(group: list[Line], following: Sequence[Line]) -> bool:
    """Whether the next words would have fitted on the last line, so that somebody meant it to end there.

    The edge is that of the lines around, since quotations are set narrower than the page.
    """
    last, line = group[-1], following[0]
    near = [other for other in (*group[-3:], *following) if other.page == last.page and other.column == last.column]
    edge = min(_edges(other)[1] for other in near)
    slack = _edges(last)[1] - edge
    words = sorted(line.words, key=lambda word: -word.x1 if line.rtl else word.x0)[:_WORDS_THAT_FIT]
    return slack > sum(word.x1 - word.x0 for word in words) + len(words) * 0.4 * line.size + line.size


def _carries_over(last: Line, line: Line) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    first = line.text[:1]
    if _HYPHEN_END.search(last.text) and first.islower():
        return True
    if not 0.85 < line.size / max(last.size, 0.01) < 1.18:
        return False
    if _SENTENCE_END.search(last.text):
        return False
    return first.islower() or not _ends_short(last)


def _edges(line: Line) -> tuple[float, float]:
    """How far a line is from where lines of its column begin and end."""
    before, after = line.x0 - line.column[0], line.column[1] - line.x1
    return (after, before) if line.rtl else (before, after)


def _starts_indented(group: list[Line], line: Line) -> bool:
    indent, last = _edges(line)[0], _edges(group[-1])[0]
    return 0.7 * line.size < indent - last < 5 * line.size and not _item(group[0].text)


def _ends_short(line: Line) -> bool:
    width = line.column[1] - line.column[0]
    return _edges(line)[1] > max(0.08 * width, 2 * line.size)


def _level(line: Line, size: float) -> bool:
    """Whether the line is set in the size of a heading."""
    return line.size > _HEADING_SIZE * size and any(sign.isalpha() for sign in line.text)


def _item(text: str) -> bool:
    return _BULLET.match(text) is not None or _NUMBERED.match(text) is not None


def _block(group: list[Line], size: float, words: frozenset[str]) -> Iterator[Block]:
    if not group:
        return
    page = group[0].page
    if group[0].cells:
        yield from row(group[0].cells, page)
        return
    text = join([line.text for line in group], words)
    if bullet := _BULLET.match(text):
        yield from block(BlockKind.ITEM, text[bullet.end() :], page)
    elif (_level(group[0], size) and len(text) <= _LONGEST_HEADING) or _bold_heading(group, text):
        yield from block(BlockKind.HEADING, text, page)
    else:
        yield from block(BlockKind.ITEM if _NUMBERED.match(text) else BlockKind.PARAGRAPH, text, page)


def _bold_heading(group: list[Line], text: str) -> bool:
    """Whether a paragraph is set in bold throughout and reads like a heading."""
    if len(group) > _MOST_BOLD_LINES or len(text) > _LONGEST_BOLD_HEADING or not all(line.bold for line in group):
        return False
    return text[-1:] not in ".,;:" and sum(sign.isalpha() for sign in text) >= _FEWEST_LETTERS


def join(lines: Sequence[str], words: frozenset[str] = frozenset()) -> str:
    """One text of ``lines``: words parted by a hyphen are joined, unless the hyphen is their own.

    ``words`` are those seen elsewhere in the document; they decide where they can.
    """
    text = lines[0]
    for before, after in pairwise(lines):
        if not after:
            continue
        if _HYPHEN_END.search(before) and text.endswith("-"):
            text = _joined(text, after, words)
        elif _unspaced(before[-1:]) and _unspaced(after[0]):
            text += after
        else:
            text = f"{text} {after}"
    return text


def _joined(text: str, after: str, words: frozenset[str]) -> str:
    start = text.rsplit(None, 1)[-1].lstrip("(«“\"'[").lower()
    rest = re.match(r"[^\W\d_]+(?:-[^\W\d_]+)*", after)
    end = rest.group().lower() if rest else ""
    whole = start[:-1] + end
    own = start + end in words and whole not in words
    keeps = _KEEPS_HYPHEN.search(start) or _KEEPS_HYPHEN.search("-" + end)
    # In a longer compound, “higher-than-expected”, the last hyphen is one more of its own if the word is known.
    own = own or ("-" in start[:-1] and end in words and start[:-1].rpartition("-")[2] + end not in words)
    # A capital after the hyphen, as in “Saint-Denis”, was there before the line was broken.
    if own or (keeps and whole not in words) or not after[:1].islower():
        return text + after
    return text[:-1] + after


def _unspaced(sign: str) -> bool:
    return "\u3040" <= sign <= "\u30ff" or "\u3400" <= sign <= "\u9fff" or "\u3000" <= sign <= "\u303f"
