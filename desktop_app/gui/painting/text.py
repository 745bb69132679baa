"""Text laid out before it is painted: how high it is, where its lines break, whether something had to be left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

_ELLIPSIS: Final = "…"
#: What would look odd before an ellipsis.
_LOOSE: Final = " \u00a0,;:–—-·("


@dataclass(frozen=True)
class Run:
    """Words in one font and colour; ``href`` makes them a link where the paper knows links (PDF)."""

    words: str
    font: QFont
    colour: QColor
    href: str | None = None


class Text:
    """A paragraph in lines of at most ``width`` units, ``leading`` times the letters' size apart.

    With ``most`` lines at most; what does not fit is left out behind an ellipsis and ``cut`` is true. ``rtl`` sets the
    paragraph from right to left, ``at_end`` against the far edge.
    """

    def __init__(
        self,
        runs: Run | Sequence[Run],
        width: float,
        *,
        leading: float = 1.4,
        rtl: bool = False,
        most: int | None = None,
        at_end: bool = False,
    ) -> None:
        self.runs = (runs,) if isinstance(runs, Run) else tuple(run for run in runs if run.words)
        self._leading = leading
        self.width = width
        side = Qt.AlignmentFlag.AlignRight if rtl is not at_end else Qt.AlignmentFlag.AlignLeft
        self._option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        self._option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._option.setUseDesignMetrics(True)
        whole = "".join(run.words for run in self.runs)
        self.words = whole
        self.cut = False
        self._lay_out(whole)
        if most is not None and len(self.lines) > most:
            self._cut_to(most, whole)

    @property
    def height(self) -> float:
        """Units from the top of the first line to the bottom of the last."""
        return self.top(len(self.lines))

    def top(self, line: int) -> float:
        """Where line number ``line`` begins; that behind the last is the height."""
        return self._tops[line]

    @property
    def bounds(self) -> QRectF:
        """Where there is ink, without the overhang of letters."""
        found = QRectF()
        for line in self.lines:
            found = found.united(line.naturalTextRect())
        return found

    @property
    def widest(self) -> float:
        """The length of the longest line."""
        return max((line.naturalTextWidth() for line in self.lines), default=0.0)

    def draw(self, painter: QPainter, x: float, y: float, first: int = 0, last: int | None = None) -> None:
        """Paint the lines from ``first`` to before ``last``; the top of the first of them is at ``y``."""
        origin = QPointF(x, y - self.top(first))
        for line in self.lines[first:last]:
            line.draw(painter, origin)

    def _cut_to(self, most: int, whole: str) -> None:
        """The longest beginning of ``whole``, at a word's end if possible, that fits with an ellipsis."""
        self.cut = True
        # Lines are counted in UTF-16 code units, of which there are never fewer than letters.
        limit = min(len(whole), self.lines[most - 1].textStart() + self.lines[most - 1].textLength() + 1)
        ends = [at for at in range(1, limit) if whole[at].isspace()]
        self._lay_out(_shortened(whole, self._longest(ends, most, whole)))
        if len(self.lines) < most:
            # An endless word was left out as a whole.
            self._lay_out(_shortened(whole, self._longest(range(1, limit), most, whole)))

    def _longest(self, ends: Sequence[int], most: int, whole: str) -> int:
        low, high = 0, len(ends)
        while low < high:
            middle = (low + high + 1) // 2
            self._lay_out(_shortened(whole, ends[middle - 1]))
            if len(self.lines) <= most:
                low = middle
            else:
                high = middle - 1
        return ends[low - 1] if low else 0

    def _lay_out(self, words: str) -> None:
        self.words = words
        first = self.runs[0].font if self.runs else QFont()
        layout = self._layout = QTextLayout(words, first)
        layout.setTextOption(self._option)
        layout.setFormats(self._formats(_units(words)))
        layout.beginLayout()
        self.lines: list[QTextLine] = []
        self._tops: list[float] = [0.0]
        pitch = self._leading * max((run.font.pixelSize() for run in self.runs), default=0)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.width)
            high = max(pitch, line.height())
            line.setPosition(QPointF(0, self._tops[-1] + (high - line.height()) / 2))
            self._tops.append(self._tops[-1] + high)
            self.lines.append(line)
        layout.endLayout()

    def _formats(self, length: int) -> list[QTextLayout.FormatRange]:
        formats, start = [], 0
        for number, run in enumerate(self.runs):
            # The last run takes what follows it: an ellipsis may stand beyond where it was cut.
            end = length if number == len(self.runs) - 1 else min(length, start + _units(run.words))
            wanted = QTextCharFormat()
            wanted.setFont(run.font)
            wanted.setForeground(run.colour)
            if run.href:
                wanted.setAnchor(True)
                wanted.setAnchorHref(run.href)
            spread = QTextLayout.FormatRange()
            spread.start, spread.length, spread.format = start, max(0, end - start), wanted
            formats.append(spread)
            start = end
        return formats


def _shortened(whole: str, end: int) -> str:
    return whole[:end].rstrip(_LOOSE) + _ELLIPSIS


def _units(text: str) -> int:
    """The length Qt gives ``text``: in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
