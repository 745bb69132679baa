"""Digests as typeset pages, for PDF and print alike: one column, links, page numbers, contents if there are many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPainter

from desktop_app.article import BULLET, Digest
from desktop_app.export.exporter import ExportOptions
from desktop_app.export.sheet import Line, Sheet, sheet_of, words
from desktop_app.gui.painting.flow import Draw, Set, Strip, paginate, paragraph
from desktop_app.gui.painting.text import Run, Text
from desktop_app.gui.painting.typefaces import Faces
from desktop_app.gui.theme import derive

#: Points. The column is as wide as some seventy letters, whatever the paper.
_MARGIN: Final = 56.0
_COLUMN: Final = 452.0
_FOOT: Final = 34.0
_SENTENCE_LINES: Final = 4
_NBSP: Final = "\u00a0"


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper: ``width`` × ``height`` points, ``unit`` device units to a point."""

    width: float
    height: float
    unit: float

    @classmethod
    def of(cls, device: QPagedPaintDevice) -> Paper:
        """The paper in ``device``, whose page layout must be in full-page mode (no margins of its own)."""
        size = device.pageLayout().fullRectPoints()
        return cls(size.width(), size.height(), device.logicalDpiX() / 72)

    @property
    def column(self) -> float:
        """The width of the text, in device units."""
        return min(_COLUMN, self.width - 2 * _MARGIN) * self.unit

    @property
    def left(self) -> float:
        """Where the column begins, in device units."""
        return (self.width * self.unit - self.column) / 2

    @property
    def room(self) -> float:
        """The height of the text, in device units."""
        return (self.height - 2 * _MARGIN - _FOOT / 2) * self.unit


@dataclass(frozen=True)
class Page:
    """A page of strips; ``title`` is that of its digest, empty for the contents."""

    strips: tuple[Set, ...]
    title: str
    rtl: bool


class Pages:
    """``digests`` set on ``paper``, once they are laid out: at once, or step by step."""

    def __init__(self, digests: Sequence[Digest], options: ExportOptions, paper: Paper) -> None:
        self._paper = paper
        self._faces = Faces(paper.unit)
        self._colours = derive(False, None)
        self._words = words(options.lang)["words"]
        self._digests = digests
        self._options = options
        many = self._words["many"].format(count=len(digests))
        self.title = many if len(digests) > 1 else sheet_of(digests[0], options).title
        self.pages: list[Page] = []

    def lay_out(self) -> Pages:
        """Do all :meth:`steps`."""
        for _ in self.steps():
            pass
        return self

    def steps(self) -> Iterator[None]:
        """Lay the digests out, one a step."""
        sheets, bodies = [], []
        for digest in self._digests:
            sheet = sheet_of(digest, self._options)
            sheets.append(sheet)
            bodies.append(self._set(list(self._sheet(sheet)), sheet.title, sheet.rtl))
            yield
        pages = [page for body in bodies for page in body]
        if len(sheets) > 1:
            pages = self._contents(sheets, [len(body) for body in bodies]) + pages
        self.pages = pages

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint page ``number``, from 0."""
        page, paper = self.pages[number], self._paper
        top = _MARGIN * paper.unit
        for placed in page.strips:
            placed.strip.draw(painter, paper.left, top + placed.top)
        self._foot(painter, page, number)

    def _set(self, strips: Sequence[Strip], title: str, rtl: bool) -> list[Page]:
        return [Page(tuple(page), title, rtl) for page in paginate(strips, self._paper.room)]

    def _foot(self, painter: QPainter, page: Page, number: int) -> None:
        paper, unit, muted = self._paper, self._paper.unit, self._colours.muted
        y = (paper.height - _MARGIN + 4) * unit
        number_of = Run(f"{number + 1} / {len(self.pages)}", self._faces.sans(8), muted)
        count = Text(number_of, paper.column, at_end=True, rtl=page.rtl)
        count.draw(painter, paper.left, y)
        room = paper.column - count.widest - 24 * unit
        name = f"{page.title} · Kratko" if page.title else "Kratko"
        title = Text(Run(name, self._faces.sans(8), muted), room, rtl=page.rtl, most=1)
        title.draw(painter, paper.left + (paper.column - room if page.rtl else 0), y)

    def _contents(self, sheets: Sequence[Sheet], lengths: Sequence[int]) -> list[Page]:
        """A list of the digests with the pages they begin on; it may itself take several."""
        size = len(self._set(list(self._list(sheets, [0] * len(sheets))), "", False))
        firsts, at = [], size + 1
        for length in lengths:
            firsts.append(at)
            at += length
        return self._set(list(self._list(sheets, firsts)), "", False)

    def _list(self, sheets: Sequence[Sheet], firsts: Sequence[int]) -> Iterator[Strip]:
        unit, column = self._paper.unit, self._paper.column
        yield from self._plain(self.title, self._faces.serif(22, QFont.Weight.Bold), keep=True, leading=1.2)
        number_room = 40 * unit
        for sheet, first in zip(sheets, firsts, strict=True):
            title = Text(
                Run(sheet.title, self._faces.serif(11), self._colours.text), column - number_room, rtl=sheet.rtl, most=2
            )
            number = Text(
                Run(str(first or ""), self._faces.sans(10, tabular=True), self._colours.muted), number_room, at_end=True
            )
            facts = self._small(" · ".join(sheet.facts), column - number_room, sheet.rtl)
            yield Strip(
                title.height + facts.height,
                _row(((title, 0, 0), (number, column - number_room, 0), (facts, 0, title.height))),
                12 * unit,
            )

    def _sheet(self, sheet: Sheet) -> Iterator[Strip]:
        unit, colours, faces = self._paper.unit, self._colours, self._faces
        yield from self._plain(sheet.title, faces.serif(22, QFont.Weight.Bold), rtl=sheet.rtl, leading=1.22, keep=True)
        if sheet.facts:
            facts = self._small(" · ".join(sheet.facts), self._paper.column, sheet.rtl)
            yield from paragraph(facts, gap=8 * unit)
        if sheet.address or sheet.place:
            yield from paragraph(self._source(sheet), gap=(2 if sheet.facts else 8) * unit)
        if sheet.summary:
            yield from self._heading("summary", sheet.rtl)
            for point in sheet.points:
                yield from self._summary(BULLET + point, sheet.summary_rtl)
            if not sheet.points:
                yield from self._summary(sheet.summary, sheet.summary_rtl)
        for notice in sheet.notices:
            yield from self._plain(notice, faces.sans(9), colour=colours.amber, rtl=False, gap=8 * unit)
        for name, lines in (("figures", sheet.figures), ("related", sheet.related)):
            if lines:
                yield from self._heading(name, sheet.rtl)
                yield from self._table(lines, sheet.rtl)
        if sheet.paragraphs:
            yield from self._heading("article", sheet.rtl)
            for number, words_ in enumerate(sheet.paragraphs):
                gap = 7 * unit if number else 0.0
                yield from self._plain(words_, faces.serif(10.5), rtl=sheet.rtl, gap=gap, leading=1.5)
        if sheet.made:
            yield from self._plain(sheet.made, faces.sans(8), colour=colours.muted, gap=20 * unit)

    def _heading(self, name: str, rtl: bool) -> Iterator[Strip]:
        font = self._faces.sans(9.5, QFont.Weight.DemiBold)
        text = Text(Run(self._words[name], font, self._colours.accent), self._paper.column, rtl=rtl)
        below = 6 * self._paper.unit
        for strip in paragraph(text, gap=20 * self._paper.unit):
            yield Strip(strip.height + below, strip.draw, strip.gap, keep=True)

    def _source(self, sheet: Sheet) -> Text:
        font = self._faces.sans(9)
        name = Run(f"{self._words['source']}: ", font, self._colours.muted)
        if sheet.address:
            source = Run(sheet.address, font, self._colours.accent, href=sheet.address)
        else:
            source = Run(sheet.place or "", font, self._colours.muted)
        return Text((name, source), self._paper.column, rtl=sheet.rtl)

    def _summary(self, summary: str, rtl: bool) -> Iterator[Strip]:
        """Set in from a bar of the accent's colour."""
        unit, accent = self._paper.unit, self._colours.accent
        inset = 14 * unit
        text = Text(
            Run(summary, self._faces.serif(13), self._colours.text), self._paper.column - inset, rtl=rtl, leading=1.5
        )
        bar_at = self._paper.column - 2.5 * unit if rtl else 0.0

        def bar(height: float) -> Draw:
            return lambda painter, x, y: painter.fillRect(QRectF(x + bar_at, y, 2.5 * unit, height), accent)

        for strip in paragraph(text):
            yield Strip(strip.height, _both(bar(strip.height), _moved(strip.draw, 0 if rtl else inset)), strip.gap)

    def _table(self, lines: Sequence[Line], rtl: bool) -> Iterator[Strip]:
        unit, column = self._paper.unit, self._paper.column
        values = [self._value(line, column * 0.42, rtl) for line in lines]
        first = min(column * 0.42, max(value.widest for value in values) + 1)
        gap, pad = 18 * unit, 6 * unit
        rest = column - first - gap
        for line in lines:
            fitted = self._value(line, first, rtl)
            label = Text(
                Run(line.label, self._faces.sans(10.5), self._colours.text), rest, rtl=rtl, most=_SENTENCE_LINES
            )
            sentence = self._small(line.sentence, rest, rtl, most=_SENTENCE_LINES)
            label_height = label.height if line.label else 0.0
            height = max(fitted.height, label_height + (sentence.height if line.sentence else 0.0))
            at_value, at_rest = (column - first, 0.0) if rtl else (0.0, first + gap)
            parts = [(fitted, at_value, pad)]
            if line.label:
                parts.append((label, at_rest, pad))
            if line.sentence:
                parts.append((sentence, at_rest, pad + label_height))
            yield Strip(height + 2 * pad, _both(self._rule(height + 2 * pad), _row(parts)))

    def _rule(self, at: float) -> Draw:
        thickness, column, colour = 0.6 * self._paper.unit, self._paper.column, self._colours.hairline
        return lambda painter, x, y: painter.fillRect(QRectF(x, y + at - thickness, column, thickness), colour)

    def _value(self, line: Line, width: float, rtl: bool) -> Text:
        lead = Run(f"{line.lead} ", self._faces.sans(9), self._colours.muted)
        value = Run(
            _NBSP.join(line.value.split()), self._faces.sans(11, QFont.Weight.Bold, tabular=True), self._colours.text
        )
        return Text((lead, value) if line.lead else value, width, rtl=rtl, leading=1.35)

    def _small(self, text: str, width: float, rtl: bool, most: int | None = None) -> Text:
        return Text(Run(text, self._faces.sans(8.5), self._colours.muted), width, rtl=rtl, most=most)

    def _plain(
        self,
        text: str,
        font: QFont,
        *,
        colour: QColor | None = None,
        rtl: bool = False,
        gap: float = 0.0,
        keep: bool = False,
        leading: float = 1.4,
    ) -> Iterator[Strip]:
        run = Run(text, font, colour or self._colours.text)
        yield from paragraph(Text(run, self._paper.column, rtl=rtl, leading=leading), gap=gap, keep=keep)


def paint_all(
    painter: QPainter, pages: Pages, new_page: Callable[[], object], wanted: Callable[[int], bool] = lambda _: True
) -> None:
    """Paint the ``wanted`` pages (by their number from 1), each on a page of its own."""
    begun = False
    for number in range(len(pages.pages)):
        if wanted(number + 1):
            if begun:
                new_page()
            pages.paint(painter, number)
            begun = True


def _row(parts: Sequence[tuple[Text, float, float]]) -> Draw:
    def draw(painter: QPainter, x: float, y: float) -> None:
        for text, right, down in parts:
            text.draw(painter, x + right, y + down)

    return draw


def _moved(draw: Draw, by: float) -> Draw:
    return lambda painter, x, y: draw(painter, x + by, y)


def _both(one: Draw, other: Draw) -> Draw:
    def draw(painter: QPainter, x: float, y: float) -> None:
        one(painter, x, y)
        other(painter, x, y)

    return draw
