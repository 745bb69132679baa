"""How a kept digest looks in the list: its title and first words, or the passage that was searched for."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.article import Span
from desktop_app.gui import icons
from desktop_app.gui.library_model import LibraryModel, Role
from desktop_app.gui.list_painting import paint_ground, paint_lines
from desktop_app.gui.theme import Space, Theme, TypeSize
from desktop_app.library.entries import Hit

_Index = QModelIndex | QPersistentModelIndex
_PIN = 14
#: Characters of a passage that are shown before its first marked word.
_BEFORE = 24


class LibraryDelegate(QStyledItemDelegate):
    """Two lines of title (a short one makes room for the summary's first words), one of where and when."""

    def __init__(self, theme: Theme, model: LibraryModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self.opened: int | None = None  # the entry that is shown in the window

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        title, small = self._fonts()
        if index.data(Role.HEADING) is not None:
            return QSize(0, QFontMetrics(small).lineSpacing() + Space.S + (Space.S if index.row() else 0))
        hit = index.data(Role.HIT)
        if isinstance(hit, Hit) and hit.passage:
            lines = QFontMetrics(title).lineSpacing() + 3 * QFontMetrics(small).lineSpacing()
            return QSize(0, lines + 2 * Space.S + 3)
        return QSize(0, 2 * QFontMetrics(title).lineSpacing() + QFontMetrics(small).lineSpacing() + 2 * Space.S + 3)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        heading = index.data(Role.HEADING)
        if heading is not None:
            self._paint_heading(painter, option, heading)
        elif isinstance(hit := index.data(Role.HIT), Hit):
            paint_ground(painter, self._theme, option, open_=hit.entry.id == self.opened)
            self._paint_hit(painter, option, hit)
        painter.restore()

    def _fonts(self) -> tuple[QFont, QFont]:
        return self._theme.font(TypeSize.BODY), self._theme.font(TypeSize.SMALL)

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
        painter.setFont(self._theme.font(TypeSize.SMALL, QFont.Weight.DemiBold))
        painter.setPen(self._theme.colours.muted)
        rect = option.rect.adjusted(Space.L, 0, -Space.L, -2)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom, text)

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        colours = self._theme.colours
        title_font, small = self._fonts()
        entry, direction = hit.entry, option.direction
        rect = option.rect.adjusted(Space.L, Space.S + 1, -Space.L, -Space.S)
        line = QFontMetrics(title_font).lineSpacing()
        title = entry.title or entry.summary or self._model.name_of(entry)
        if hit.passage:
            paint_lines(painter, rect, title, title_font, colours.text, lines=1, direction=direction)
            below = rect.adjusted(0, line, 0, 0)
            passage, marks = _near_the_mark(hit)
            paint_lines(
                *(painter, below, passage, small, colours.muted),
                lines=2,
                direction=direction,
                marks=marks,
                mark=(colours.amber_mark, colours.text),
            )
            self._paint_facts(
                painter, below.adjusted(0, 2 * QFontMetrics(small).lineSpacing() + 2, 0, 0), small, hit, direction
            )
            return
        used = paint_lines(painter, rect, title, title_font, colours.text, lines=2, direction=direction)
        if used == 1 and entry.summary and entry.title:
            below = rect.adjusted(0, line, 0, 0)
            paint_lines(painter, below, entry.summary, small, colours.muted, lines=1, direction=direction)
        self._paint_facts(painter, rect.adjusted(0, 2 * line + 2, 0, 0), small, hit, direction)

    def _paint_facts(
        self, painter: QPainter, rect: QRect, font: QFont, hit: Hit, direction: Qt.LayoutDirection
    ) -> None:
        entry, colours = hit.entry, self._theme.colours
        right = direction == Qt.LayoutDirection.RightToLeft
        if entry.pinned:
            ratio = painter.device().devicePixelRatioF()
            at = rect.left() if right else rect.right() + 1 - _PIN
            painter.drawPixmap(at, rect.top(), icons.pixmap("pin", colours.accent, _PIN, ratio))
            rect = rect.adjusted(_PIN + Space.XS, 0, 0, 0) if right else rect.adjusted(0, 0, -_PIN - Space.XS, 0)
        facts = [self._model.name_of(entry), self._model.time_of(entry), *(f"#{tag}" for tag in entry.tags)]
        paint_lines(painter, rect, " · ".join(facts), font, colours.muted, lines=1, direction=direction)


def _near_the_mark(hit: Hit) -> tuple[str, list[Span]]:
    """The passage from a little before its first marked word on, so that the word shows in two short lines."""
    first = hit.marks[0].start if hit.marks else 0
    if first <= _BEFORE:
        return hit.passage, list(hit.marks)
    start = hit.passage.find(" ", first - _BEFORE) + 1
    return f"…{hit.passage[start:]}", [Span(span.start - start + 1, span.end - start + 1) for span in hit.marks]
