"""The table of a comparison: digests side by side, what one alone has below; cells are measured before painting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.export.comparison import Cell, ComparisonSheet, Row, value_text
from desktop_app.export.sheet import Line, Sheet
from desktop_app.gui.painting.text import Run, Text
from desktop_app.gui.theme import Space, Theme, TypeSize

_Index = QModelIndex | QPersistentModelIndex
_ITEM: Final = Qt.ItemDataRole.UserRole
#: Most figures that one digest alone has; all of them are in the file.
_ALONE: Final = 40
_LEAST: Final = 168
_ARROWS: Final = {1: "▲ ", -1: "▼ ", 0: ""}


@dataclass(frozen=True, slots=True)
class Heading:
    """A row across the table, over the figures that digest number ``place`` alone has."""

    words: str


@dataclass(frozen=True, slots=True)
class Alone:
    """A figure that digest number ``place`` alone has."""

    line: Line
    place: int


class ComparisonModel(QAbstractTableModel):
    """The first column tells what the figures are about, each other one is a digest."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: ComparisonSheet | None = None
        self._rows: list[Row | Heading | Alone] = []

    def show(self, sheet: ComparisonSheet | None) -> None:
        """Show ``sheet``, or nothing."""
        self.beginResetModel()
        self.sheet = sheet
        self._rows = list(self._lines(sheet)) if sheet is not None else []
        self.endResetModel()

    def row(self, number: int) -> Row | Heading | Alone:
        """What row ``number`` shows."""
        return self._rows[number]

    def _lines(self, sheet: ComparisonSheet) -> Iterator[Row | Heading | Alone]:
        yield from sheet.rows
        for place, lines in enumerate(sheet.alone):
            if lines:
                yield Heading(self.tr("Only in “{title}”").format(title=sheet.heads[place].title))
                yield from (Alone(line, place) for line in lines[:_ALONE])

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() or self.sheet is None else 1 + len(self.sheet.heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.sheet is None:
            return None
        row, column = self._rows[index.row()], index.column()
        if role == _ITEM:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self._words(row, column)
            head = self.sheet.heads[column - 1].title if column else ""
            return ", ".join(filter(None, (head, words or (self.tr("no figure") if column else ""))))
        if role == Qt.ItemDataRole.ToolTipRole and column:
            line = _line_of(row, column - 1)
            return line.sentence if line is not None else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or self.sheet is None:
            return None
        head = self.sheet.heads[section - 1] if section else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr("What it is about") if head is None else head.title
        if role == Qt.ItemDataRole.ToolTipRole and head is not None:
            return head.title
        return None

    def _words(self, row: Row | Heading | Alone, column: int) -> str:
        match row:
            case Heading(words):
                return words if column == 0 else ""
            case Alone(line, place):
                return line.label if column == 0 else value_text(line) if column - 1 == place else ""
            case Row():
                if column == 0:
                    return row.label
                cell = row.cells[column - 1]
                return ", ".join(filter(None, (value_text(cell.line), cell.difference))) if cell else ""


def _line_of(row: Row | Heading | Alone, place: int) -> Line | None:
    match row:
        case Alone(line, own):
            return line if own == place else None
        case Row():
            cell = row.cells[place]
            return cell.line if cell is not None else None
        case _:
            return None


class _Delegate(QStyledItemDelegate):
    """Paints a figure with its difference below, in the direction of its digest."""

    def __init__(self, theme: Theme, model: ComparisonModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def texts(self, row: int, column: int, width: float) -> list[Text]:
        """What a cell says, line under line, for a column ``width`` pixels wide."""
        sheet = self._model.sheet
        assert sheet is not None
        item, colours = self._model.row(row), self._theme.colours
        body, small = self._theme.font(TypeSize.BODY), self._theme.font(TypeSize.SMALL)
        inside = max(24.0, width - 2 * Space.M)
        rtl = sheet.heads[max(0, column - 1)].rtl

        def text(words: str, font: QFont, colour: Any) -> Text:
            return Text(Run(words, font, colour), inside, leading=1.35, rtl=rtl)

        if isinstance(item, Heading):
            strong = self._theme.font(TypeSize.SMALL, QFont.Weight.DemiBold)
            return [Text(Run(item.words, strong, colours.muted), inside, leading=1.35)] if column == 0 else []
        if column == 0:
            return [text(item.label if isinstance(item, Row) else item.line.label, body, colours.text)]
        value = self._theme.font(TypeSize.BODY, QFont.Weight.DemiBold, tabular=True)
        line = _line_of(item, column - 1)
        if line is None:
            return [text("–", body, colours.muted)] if isinstance(item, Row) else []
        texts = [text(value_text(line), value, colours.text)]
        cell: Cell | None = item.cells[column - 1] if isinstance(item, Row) else None
        if cell is not None and cell.difference:
            ink = {1: colours.accent, -1: colours.amber}.get(cell.direction, colours.muted)
            # Our own words, at the side where those of the digest begin.
            words = Run(f"{_ARROWS[cell.direction]}{cell.difference}", small, ink)
            texts.append(Text(words, inside, leading=1.35, at_end=rtl))
        return texts

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colours = self._theme.colours
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.accent_wash)
        painter.setPen(QPen(colours.hairline, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        top = float(rect.top() + Space.S)
        if isinstance(self._model.row(index.row()), Heading):
            top += Space.M
        for text in self.texts(index.row(), index.column(), rect.width()):
            text.draw(painter, rect.left() + Space.M, top)
            top += text.height
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colours.accent, 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QTableView)
        heading = isinstance(self._model.row(index.row()), Heading)
        width = view.viewport().width() if heading else view.columnWidth(index.column())
        height = sum(text.height for text in self.texts(index.row(), index.column(), width))
        return QSize(width, round(height) + 2 * Space.S + (Space.M if heading else 0))


class _Header(QHeaderView):
    """Titles in two lines at most, with site and date underneath."""

    def __init__(self, theme: Theme, model: ComparisonModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._model = model
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def texts(self, section: int, width: float) -> list[Text]:
        """What a head says."""
        sheet, colours = self._model.sheet, self._theme.colours
        inside = max(24.0, width - 2 * Space.M)
        if sheet is None or section == 0:
            words = str(self._model.headerData(section, Qt.Orientation.Horizontal) or "")
            return [Text(Run(words, self._theme.font(TypeSize.SMALL), colours.muted), inside)]
        head: Sheet = sheet.heads[section - 1]
        strong, small = self._theme.font(TypeSize.BODY, QFont.Weight.DemiBold), self._theme.font(TypeSize.SMALL)
        title = Text(Run(head.title, strong, colours.text), inside, leading=1.3, rtl=head.rtl, most=2)
        facts = Text(Run(" · ".join(head.facts), small, colours.muted), inside, rtl=head.rtl, most=2)
        return [title, facts]

    def sectionSizeFromContents(self, section: int) -> QSize:
        height = sum(text.height for text in self.texts(section, self.sectionSize(section)))
        return QSize(_LEAST, round(height) + 2 * Space.M)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.fillRect(rect, self._theme.colours.window)
        top = float(rect.top() + Space.M)
        for text in self.texts(section, rect.width()):
            text.draw(painter, rect.left() + Space.M, top)
            top += text.height
        painter.setPen(QPen(self._theme.colours.outline, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


class ComparisonTable(QTableView):
    """Reached and walked by keyboard like any table; cells can be copied."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.comparison = ComparisonModel(self)
        self.setModel(self.comparison)
        self.setHorizontalHeader(_Header(theme, self.comparison, self))
        self.verticalHeader().hide()
        self.setItemDelegate(_Delegate(theme, self.comparison, self))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        theme.changed.connect(self._fit)

    def show_sheet(self, sheet: ComparisonSheet | None) -> None:
        """Show ``sheet``, or nothing."""
        self.clearSpans()
        self.comparison.show(sheet)
        for number in range(self.comparison.rowCount()):
            if isinstance(self.comparison.row(number), Heading):
                self.setSpan(number, 0, 1, self.comparison.columnCount())
        self._fit()
        if self.comparison.rowCount():
            self.setCurrentIndex(self.comparison.index(0, 0))
            self.clearSelection()

    def selected_text(self) -> str:
        """The selected cells as lines of cells with tabs between them."""
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column())):
            rows.setdefault(index.row(), []).append(str(index.data() or ""))
        return "\n".join("\t".join(cells) for cells in rows.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        count = self.comparison.columnCount()
        if not count:
            return
        width = self.viewport().width()
        first = max(_LEAST, min(320, width * 3 // 10))
        each = max(_LEAST, (width - first) // (count - 1))
        self.setColumnWidth(0, first)
        for column in range(1, count):
            self.setColumnWidth(column, each)
        self.resizeRowsToContents()
        self.horizontalHeader().updateGeometry()
        self.updateGeometries()
