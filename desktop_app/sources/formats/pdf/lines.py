"""Words of a page put together to pieces of lines, and pieces to lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from statistics import median

from desktop_app.sources.formats.pdf.words import Word

# In font sizes: a gap within a line wider than this may be that between two columns or cells.
_WIDE_GAP = 0.9
# Below this, two pieces that stand side by side are one.
_TOUCHING = 0.6
# Set closer than this, two pieces are one word.
_WORD_GAP = 0.1
# Baselines this far apart, in font sizes, are those of two lines; raised and lowered signs stray further.
_SAME_LINE = 0.2
_SAME_LINE_INDEX = 0.55
# A long word counts as so many signs when the usual size of a line is sought.
_LONGEST = 20
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff00-\uffef]")
_NOTE_MARK = re.compile(r"\[?(?:\d{1,3}(?:[,–-]\d{1,3})*|[*†‡§]{1,3})\]?[,)]?")
_SQUARED = re.compile(r"(?:[кмсд]?м|[kcdm]?m|га)", re.I)
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(eq=False)
class Line:
    """Words that stand side by side; ``column`` are the left and right bounds of the column it stands in.

    ``cells`` are the texts of its parts where it is a row of a table.
    """

    words: list[Word]
    column: tuple[float, float] = (0.0, 0.0)
    cells: list[str] = field(default_factory=list)
    page: int = 0

    def __post_init__(self) -> None:
        self.x0 = min(word.x0 for word in self.words)
        self.x1 = max(word.x1 for word in self.words)
        self.y0 = min(word.y0 for word in self.words)
        self.y1 = max(word.y1 for word in self.words)
        sizes = {word.size for word in self.words}
        self.size = (
            sizes.pop() if len(sizes) == 1 else median(word.size for word in self.words for _ in word.text[:_LONGEST])
        )
        self.base = self._main().base

    def _main(self) -> Word:
        """The first word that is not an index."""
        return next((word for word in self.words if word.size >= 0.9 * self.size), self.words[0])

    @cached_property
    def text(self) -> str:
        """The words in reading order, without marks of notes."""
        pieces: list[str] = []
        previous: Word | None = None
        for word in self._ordered():
            text = word.text
            if previous is not None and self._raised(word):
                pieces.append(self._index(previous, text))
                # What follows stands beside the index, not beside the word before it.
                previous = replace(previous, x0=min(previous.x0, word.x0), x1=max(previous.x1, word.x1))
                continue
            if previous is not None:
                pieces.append(self._space(previous, word))
            pieces.append(text)
            previous = word
        return "".join(pieces)

    @cached_property
    def rtl(self) -> bool:
        """Whether most letters are of a script written from right to left."""
        text = "".join([word.text for word in self.words])
        if text.isascii():
            return False
        return 2 * len(_RTL.findall(text)) > sum(sign.isalpha() for sign in text) > 0

    @cached_property
    def bold(self) -> bool:
        """Whether it begins and ends in a bold font."""
        words = self._ordered()
        return words[0].bold and words[-1].bold

    @cached_property
    def marked(self) -> bool:
        """Whether it begins with the mark of a note, set smaller or raised."""
        first = self._ordered()[0]
        return _NOTE_MARK.match(first.text) is not None and (
            self._raised(first) or re.match(r"[*†‡]|\[?\d{1,3}\]?$", first.text) is not None
        )

    def _ordered(self) -> list[Word]:
        return sorted(self.words, key=(lambda word: word.order) if self.rtl else (lambda word: word.x0))

    def _raised(self, word: Word) -> bool:
        return word.size < 0.85 * self.size and word.base < self.base - 0.1 * self.size

    @staticmethod
    def _index(previous: Word, text: str) -> str:
        """What stays of a raised word: powers of numbers and units, not marks of notes."""
        if text.isdigit() and (previous.text == "10" or _SQUARED.fullmatch(previous.text)):
            return text.translate(_POWERS)
        return "" if _NOTE_MARK.fullmatch(text) else " " + text

    @staticmethod
    def _space(previous: Word, word: Word) -> str:
        gap = max(word.x0 - previous.x1, previous.x0 - word.x1)
        size = min(previous.size, word.size)
        if gap < _WORD_GAP * size and (word.order - previous.order == len(previous.text) or word.text[0] in ".,;:!?)"):
            return ""
        if gap < 0.5 * size and _CJK.match(previous.text[-1]) and _CJK.match(word.text[0]):
            return ""
        return " "


def pieces(words: Sequence[Word]) -> list[Line]:
    """Stretches of words that follow each other in the file and on one line without a wide gap."""
    runs: list[list[Word]] = []
    for word in words:
        last = runs[-1][-1] if runs else None
        if last is None or not _continues(last, word):
            runs.append([word])
        else:
            runs[-1].append(word)
    return _touching([Line(run) for run in runs])


def _continues(last: Word, word: Word) -> bool:
    size = max(last.size, word.size, 0.1)
    gap = max(word.x0 - last.x1, last.x0 - word.x1)
    return _same_line(last, word) and -2 * size < gap < _WIDE_GAP * size


def _same_line(first: Word | Line, second: Word | Line) -> bool:
    """Whether two stand on one baseline, or one is raised or lowered beside the other."""
    larger, smaller = max(first.size, second.size), min(first.size, second.size)
    allowed = _SAME_LINE if smaller > 0.85 * larger else _SAME_LINE_INDEX
    return abs(first.base - second.base) < allowed * larger


def _touching(lines: list[Line]) -> list[Line]:
    """Pieces joined that nearly touch: those a change of font or a raised sign parted."""
    lines = sorted(lines, key=lambda line: (line.base, line.x0))
    merged: list[Line] = []
    for line in lines:
        for number in range(len(merged) - 1, max(-1, len(merged) - 40), -1):
            other = merged[number]
            gap = max(line.x0 - other.x1, other.x0 - line.x1)
            if -line.size < gap < _TOUCHING * max(line.size, other.size) and _same_line(line, other):
                merged[number] = Line(other.words + line.words)
                break
        else:
            merged.append(line)
    return merged


def rows(lines: Iterable[Line]) -> list[list[Line]]:
    """Pieces of one region grouped to lines from top to bottom, each from left to right."""
    found: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.base, line.x0)):
        if found and any(_same_line(other, line) for other in found[-1]):
            found[-1].append(line)
        else:
            found.append([line])
    return [sorted(row, key=lambda line: line.x0) for row in found]
