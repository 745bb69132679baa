"""The share picture: headline, summary, key figures and source on a card whose every text was measured first.

The layout tries the richest plan first (most figures, largest letters) and goes down until everything fits; only the
last plan of all may cut a text, behind an ellipsis.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop_app.choices import PictureSize, PictureTheme
from desktop_app.export.card import Card
from desktop_app.export.sheet import Line
from desktop_app.gui.painting.text import Run, Text
from desktop_app.gui.painting.typefaces import Faces
from desktop_app.gui.theme import Colours, derive
from desktop_app.resources import resource

_NBSP: Final = "\u00a0"
_MARK: Final = 34
_VALUES: Final = (44, 40, 36, 32, 28, 25)


@dataclass(frozen=True, slots=True)
class _Shape:
    """Measures of one size, in pixels: margin, gap, letters of source, labels and note; letters of headline and summary
    from the largest, lines of the headline, and columns by the number of figures.
    """

    margin: int
    gap: int
    small: int
    label: int
    note: int
    headlines: tuple[int, ...]
    headline_lines: int
    summaries: tuple[int, ...]
    columns: tuple[int, ...]


_SHAPES: Final = {
    PictureSize.WIDE: _Shape(
        60, 26, 22, 20, 17, (50, 46, 42, 38, 34), 3, (34, 32, 30, 28, 26, 24, 22), (1, 2, 3, 4, 3, 3)
    ),
    PictureSize.SQUARE: _Shape(
        72, 36, 26, 24, 20, (60, 56, 52, 48, 44, 40), 4, (38, 36, 34, 32, 30, 28, 26, 24), (1, 2, 3, 2, 3, 3)
    ),
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A text with the place of its top left corner; ``part`` says what it is."""

    part: str
    text: Text
    x: float
    y: float

    @property
    def bounds(self) -> QRectF:
        """Where its ink is on the card."""
        return self.text.bounds.translated(self.x, self.y)


class CardPicture:
    """A card laid out in one size and theme, ready to be painted at any scale."""

    def __init__(self, card: Card, size: PictureSize, theme: PictureTheme) -> None:
        self._card = card
        self._size = size
        self._shape = _SHAPES[size]
        self._colours = derive(theme is PictureTheme.DARK, None)
        self._faces = Faces()
        self._width, self._height = size.pixels
        self._inner = self._width - 2 * self._shape.margin
        self.placed: tuple[Placed, ...] = tuple(self._lay_out())

    @property
    def size(self) -> QSize:
        """In pixels, unscaled."""
        return QSize(self._width, self._height)

    def image(self, scale: float = 1.0) -> QImage:
        """The picture, ``scale`` pixels to each of its own."""
        picture = QImage(round(self._width * scale), round(self._height * scale), QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        painter.scale(picture.width() / self._width, picture.height() / self._height)
        self.paint(painter)
        painter.end()
        return picture

    def paint(self, painter: QPainter) -> None:
        """Paint the card into a rectangle of :attr:`size` at the origin."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        colours = self._colours
        painter.fillRect(QRectF(0, 0, self._width, self._height), colours.base)
        painter.fillRect(self._mirrored(QRectF(0, 0, 10, self._height)), colours.accent)
        if (figures := self._figures_top) is not None:
            painter.fillRect(QRectF(self._shape.margin, figures, self._inner, 1.5), colours.hairline)
        mark = QRectF(self._width - self._shape.margin - self._mark_width, self._mark_top, _MARK, _MARK)
        QSvgRenderer(str(resource("icons", "kratko.svg"))).render(painter, self._mirrored(mark))
        for placed in self.placed:
            placed.text.draw(painter, placed.x, placed.y)

    def _lay_out(self) -> Iterator[Placed]:
        """Everything from the outside in: source and mark, then what is left for headline, figures and summary."""
        margin, gap, colours = self._shape.margin, self._shape.gap, self._colours
        mark = self._text("Kratko", self._shape.small, QFont.Weight.DemiBold, colours.muted, self._inner, rtl=False)
        self._mark_width = _MARK + 10 + mark.widest
        self._mark_top = margin - 4.0
        row = QRectF(margin + self._inner - mark.widest, margin, mark.widest, mark.height)
        yield Placed("mark", self._again(mark, mark.widest + 1), self._mirrored(row).left(), margin)
        room = self._inner - self._mark_width - gap
        facts = " · ".join(filter(None, (self._card.origin, self._card.day)))
        source = self._text(facts, self._shape.small, QFont.Weight.Normal, colours.muted, room, rtl=self._card.rtl)
        yield Placed("source", source, self._mirrored(QRectF(margin, 0, room, 1)).left(), margin)
        top = margin + max(source.height, _MARK) + gap
        bottom = float(self._height - margin)
        if self._card.note:
            note = self._text(
                self._card.note, self._shape.note, QFont.Weight.Normal, colours.muted, self._inner, rtl=self._card.rtl
            )
            bottom -= note.height
            yield Placed("note", note, margin, bottom)
            bottom -= gap * 0.8
        plan = self._plan(bottom - top)
        yield Placed("title", plan.title, margin, top)
        self._figures_top = bottom - plan.grid.height - gap if plan.grid.rows else None
        if plan.summary is not None:
            yield Placed("summary", plan.summary, margin, top + plan.title.height + gap * 0.7)
        yield from plan.grid.placed(margin, bottom - plan.grid.height)

    def _plan(self, room: float) -> _Plan:
        """The richest plan that fits into ``room`` pixels of height without cutting anything."""
        shape, last = self._shape, None
        for figures, headline, summary in self._wishes():
            grid = self._grid(figures)
            title = self._title(headline)
            left = room - title.height - (grid.height + 2 * shape.gap if grid.rows else 0.0)
            last = _Plan(title, None, grid)
            if self._card.summary is None:
                if left >= 0 and not title.cut and not grid.cut:
                    return last
                continue
            text = self._summary(summary)
            last = _Plan(title, text, grid)
            if text.height + shape.gap * 0.7 <= left and not title.cut and not grid.cut:
                return last
        return self._squeezed(room)

    def _wishes(self) -> Iterator[tuple[int, int, int]]:
        """Numbers of figures with sizes of headline and summary, the best first.

        The summary is what the picture is for: its letters shrink to the middle of their range before figures are
        given up, and to the end of it only with the fewest.
        """
        shape, count = self._shape, len(self._card.figures)
        counts = [number for number in (6, 5, 4, 3) if number <= count] or [count]
        middle = len(shape.summaries) // 2 + 1
        for number in counts:
            sizes = shape.summaries if number == counts[-1] else shape.summaries[:middle]
            for at in range(max(len(sizes), len(shape.headlines))):
                yield number, shape.headlines[min(at, len(shape.headlines) - 1)], sizes[min(at, len(sizes) - 1)]

    def _squeezed(self, room: float) -> _Plan:
        """When nothing fits whole: everything at its smallest, and what is still too long cut."""
        shape = self._shape
        title, grid = self._title(shape.headlines[-1]), self._grid(min(3, len(self._card.figures)))
        if self._card.summary is None:
            return _Plan(title, None, grid)
        size = shape.summaries[-1]
        left = room - title.height - (grid.height + 2 * shape.gap if grid.rows else 0.0) - shape.gap * 0.7
        return _Plan(title, self._summary(size, most=max(1, int(left / (size * 1.42)))), grid)

    def _title(self, size: int) -> Text:
        font = self._faces.serif(size, QFont.Weight.Bold)
        run = Run(self._card.title, font, self._colours.text)
        return Text(run, self._inner, leading=1.18, rtl=self._card.rtl, most=self._shape.headline_lines)

    def _summary(self, size: int, most: int | None = None) -> Text:
        run = Run(self._card.summary or "", self._faces.sans(size), self._colours.text)
        return Text(run, self._inner, leading=1.42, rtl=self._card.summary_rtl, most=most)

    def _grid(self, count: int) -> _Grid:
        figures = self._card.figures[:count]
        columns = self._shape.columns[count - 1] if count else 1
        return _Grid(figures, columns, self._inner, self._shape.label, self._card.rtl, self._faces, self._colours)

    def _text(self, words: str, size: int, weight: QFont.Weight, colour: QColor, width: float, *, rtl: bool) -> Text:
        return Text(Run(words, self._faces.sans(size, weight), colour), width, leading=1.3, rtl=rtl, most=1)

    def _again(self, text: Text, width: float) -> Text:
        """``text`` of one line in a narrower place."""
        return Text(text.runs, width, leading=1.3)

    def _mirrored(self, place: QRectF) -> QRectF:
        """``place`` on the other side of a card whose text runs from right to left."""
        if self._card.rtl:
            place.moveLeft(self._width - place.right())
        return place


@dataclass(frozen=True, slots=True)
class _Plan:
    title: Text
    summary: Text | None
    grid: _Grid


class _Grid:
    """Key figures in columns: values of one size, labels under them."""

    _GAP: Final = 32.0

    def __init__(
        self,
        figures: tuple[Line, ...],
        columns: int,
        width: float,
        label: int,
        rtl: bool,
        faces: Faces,
        colours: Colours,
    ) -> None:
        self._label = label
        self._rtl = rtl
        self._width = width
        self._column = (width - (columns - 1) * self._GAP) / columns
        self._columns = columns
        value_size = next((size for size in _VALUES if self._fits(figures, size, faces)), _VALUES[-1])
        cells = [self._cell(line, value_size, faces, colours) for line in figures]
        self.rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
        self.cut = any(len(value.lines) > 1 for value, _ in cells)

    @property
    def height(self) -> float:
        """Pixels of all rows."""
        return sum(map(self._row_height, self.rows)) + 0.7 * self._GAP * max(0, len(self.rows) - 1)

    def placed(self, left: float, top: float) -> Iterator[Placed]:
        """The texts with their places, the grid's own corner at ``left``, ``top``."""
        for row in self.rows:
            for number, (value, label) in enumerate(row):
                at = number * (self._column + self._GAP)
                x = left + (self._width - at - self._column if self._rtl else at)
                yield Placed("value", value, x, top)
                yield Placed("label", label, x, top + value.height)
            top += self._row_height(row) + 0.7 * self._GAP

    @staticmethod
    def _row_height(row: list[tuple[Text, Text]]) -> float:
        return max(value.height + label.height for value, label in row)

    def _fits(self, figures: tuple[Line, ...], size: int, faces: Faces) -> bool:
        return all(len(self._value(line, size, faces, QColor(), most=None).lines) <= 1 for line in figures)

    def _value(self, line: Line, size: int, faces: Faces, colour: QColor, most: int | None = 2) -> Text:
        # Only what has no room at the smallest size may break.
        space = " " if most else _NBSP
        lead = Run(f"{line.lead}{space}", faces.sans(min(self._label, size)), colour) if line.lead else None
        value = Run(space.join(line.value.split()), faces.sans(size, QFont.Weight.Bold, tabular=True), colour)
        runs = [run for run in (lead, value) if run is not None]
        return Text(runs, self._column, leading=1.2, rtl=self._rtl, most=most)

    def _cell(self, line: Line, size: int, faces: Faces, colours: Colours) -> tuple[Text, Text]:
        label = Run(line.label, faces.sans(self._label), colours.muted)
        return (
            self._value(line, size, faces, colours.accent),
            Text(label, self._column, leading=1.28, rtl=self._rtl, most=2),
        )
