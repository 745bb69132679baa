"""The words of a PDF page with their places, as PDFium finds them."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

# What PDFium leaves for a hyphen at the end of a line.
_LINE_HYPHEN = 2
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\u2010": "-", "\u00ad": "-"})
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_DROPPED = re.compile("[\x00-\x01\x03-\x1f\x7f\u200b\ufeff\uffff\ufffd]")
_DIGIT = re.compile(r"\d")
# What may stand raised after a word: the numbers of notes.
_NOTE = re.compile(r"\[?\d[\d,–-]{0,10}\]?|[*†‡]{1,3}")
_SQUARED = re.compile(r"(?:[кмсд]?м|[kcdm]?m|\d*10)", re.I)
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# What foundries call the strong cuts of a font; CMBX and SFBX are those of TeX. ISO 32000-1, 9.8.2: bit 19.
_BOLD = re.compile(r"bold|black|heavy|demi|(?:CM|SF)BX", re.I)
_FORCE_BOLD = 1 << 18
# Smaller than its neighbours by this much, a sign is set as an index.
_INDEX_SIZE = 0.85
# In points; comparisons with what is no number are false.
_FLAT, _HUGE = 0.1, 100_000


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box in points, x to the right and y down, in the direction of the text.

    ``base`` is the y of its baseline, ``size`` the height of its font, ``order`` its place in the file,
    ``breaks`` whether PDFium begins a line with it, ``bold`` whether its font is; that is asked of the first and last
    word of a line only.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    size: float
    order: int
    breaks: bool = False
    bold: bool = False


def page_words(text_page: Any, most: int) -> list[Word]:
    """The words of a PDFium text page, at most ``most`` characters of it.

    Text in another direction than most of the page, such as a stamp along the margin, is left out.
    """
    import pypdfium2.raw as pdfium

    handle = text_page.raw
    count = min(pdfium.FPDFText_CountChars(handle), most)
    unicode_at = pdfium.FPDFText_GetUnicode
    codes = [unicode_at(handle, index) for index in range(max(0, count))]
    spans = _spans(codes)
    angles = [_quarter(pdfium.FPDFText_GetCharAngle(handle, first)) for first, _, _ in spans]
    if not angles:
        return []
    upright = Counter(angles).most_common(1)[0][0]
    page = _Page(pdfium, handle, upright)
    words: list[Word] = []
    for number, ((first, last, breaks), angle) in enumerate(zip(spans, angles, strict=True)):
        if angle == upright:
            outer = breaks or number + 1 == len(spans) or spans[number + 1][2]
            words += page.words(codes, first, last, breaks, outer=outer)
    # A damaged file may place words anywhere, or nowhere.
    return [
        word for word in words if _FLAT < word.size < _HUGE and max(map(abs, (word.x0, word.x1, word.base))) < _HUGE
    ]


def _spans(codes: list[int]) -> list[tuple[int, int, bool]]:
    """First and last index of every word, and whether it begins a line."""
    spans: list[tuple[int, int, bool]] = []
    start, breaks = -1, True
    for index, code in enumerate(codes):
        if code == _LINE_HYPHEN:
            # PDFium gives no line feed after a hyphen that ends its line.
            if start >= 0:
                spans.append((start, index, breaks))
                start = -1
            breaks = True
        elif code <= 32 or code in (0xA0, 0x3000, 0x2028):
            if start >= 0:
                spans.append((start, index - 1, breaks))
                start, breaks = -1, False
            breaks = breaks or code in (10, 13)
        elif start < 0:
            start = index
    if start >= 0:
        spans.append((start, len(codes) - 1, breaks))
    return spans


def _quarter(radians: float) -> int:
    """The angle in quarters of a turn, clockwise as PDFium gives it."""
    return round(radians / (math.pi / 2)) % 4 if math.isfinite(radians) else 0


class _Page:
    def __init__(self, pdfium: Any, handle: Any, upright: int) -> None:
        self._pdfium = pdfium
        self._handle = handle
        self._upright = upright
        self._box = pdfium.FS_RECTF()
        self._name, self._flags = ctypes.create_string_buffer(256), ctypes.c_int()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def words(self, codes: list[int], first: int, last: int, breaks: bool, *, outer: bool) -> list[Word]:
        text = _text(codes[first : last + 1])
        if not text:
            return []
        if len(text) == last - first + 1 > 1 and _DIGIT.search(text, 1):
            text = self._without_notes(text, first)
        word = self._word(text, first, last, breaks)
        return [replace(word, bold=True)] if outer and self._bold(first) else [word]

    def _bold(self, index: int) -> bool:
        size = self._pdfium.FPDFText_GetFontInfo(self._handle, index, self._name, len(self._name), self._flags)
        name = self._name.raw[: max(0, min(size, len(self._name)) - 1)].decode("utf-8", "ignore") if size else ""
        return _BOLD.search(name) is not None or bool(size and self._flags.value & _FORCE_BOLD)

    def _without_notes(self, text: str, first: int) -> str:
        """``text`` without the raised numbers of notes, which would read as part of it; powers are kept as such."""
        heights = [self._height(first + place) for place in range(len(text))]
        usual = max(heights)
        start = next((n for n, height in enumerate(heights) if n and height < _INDEX_SIZE * usual), len(text))
        end = next((n for n in range(start, len(text)) if heights[n] >= _INDEX_SIZE * usual), len(text))
        raised = text[start:end]
        if not raised or self._baseline(first + start) > self._baseline(first) - 0.05 * usual:
            return text
        if raised.isdigit() and _SQUARED.fullmatch(text[:start]):
            return text[:start] + raised.translate(_POWERS) + text[end:]
        return text[:start] + text[end:] if _NOTE.fullmatch(raised.strip(",")) else text

    def _word(self, text: str, first: int, last: int, breaks: bool) -> Word:
        left = self._bounds(first)
        right = self._bounds(last) if last > first else left
        x0, x1 = min(left[0], right[0]), max(left[2], right[2])
        y0, y1 = min(left[1], right[1]), max(left[3], right[3])
        return Word(text, x0, y0, x1, y1, self._baseline(first), left[3] - left[1], first, breaks)

    def _height(self, index: int) -> float:
        box = self._bounds(index)
        return box[3] - box[1]

    def _bounds(self, index: int) -> tuple[float, float, float, float]:
        """The box of a character by the measures of its font: left, top, right, bottom."""
        box = self._box
        self._pdfium.FPDFText_GetLooseCharBox(self._handle, index, box)
        first, second = self._turned(box.left, box.top), self._turned(box.right, box.bottom)
        return (
            min(first[0], second[0]),
            min(first[1], second[1]),
            max(first[0], second[0]),
            max(first[1], second[1]),
        )

    def _baseline(self, index: int) -> float:
        self._pdfium.FPDFText_GetCharOrigin(self._handle, index, self._x, self._y)
        return self._turned(self._x.value, self._y.value)[1]

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        if self._upright == 0:
            return x, -y
        if self._upright == 1:
            return -y, -x
        if self._upright == 2:
            return -x, y
        return y, x


def _text(codes: list[int]) -> str:
    text = "".join([chr(code) if code < 0x110000 else "" for code in codes])
    if text.isascii() and text.isprintable():
        return text
    # Beyond the basic plane PDFium may give halves of a pair.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    text = _DROPPED.sub("", text.translate(_HYPHENS))
    for ligature, letters in _LIGATURES.items():
        if ligature in text:
            text = text.replace(ligature, letters)
    return text if text.isascii() else unicodedata.normalize("NFC", text)
