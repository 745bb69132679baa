"""The items of the queue as rows of a list that can be put in another order."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop_app.gui.i18n import InterfaceLanguage
from desktop_app.gui.queue_book import QueueBook
from desktop_app.messages import describe_error
from desktop_app.network import shown_address
from desktop_app.queue_items import ItemState, QueueItem
from desktop_app.sources.source import FileSource, Source, UrlSource

_Index = QModelIndex | QPersistentModelIndex
#: Items on their way from one place of the list to another.
MIME: Final = "application/x-kratko-queue"


class Role(IntEnum):
    """What a delegate asks for beyond Qt's own roles."""

    ITEM = Qt.ItemDataRole.UserRole
    STATE_WORDS = Qt.ItemDataRole.UserRole + 1


class QueueModel(QAbstractListModel):
    """A view of ``book``; dropping rows moves items in it."""

    def __init__(self, book: QueueBook, language: InterfaceLanguage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._language = language
        self._rows: list[int] = []
        self._places: dict[int, int] = {}
        book.arranged.connect(self._arrange)
        book.changed.connect(self._tell)
        book.changed_many.connect(self.word)

    def row_of(self, number: int) -> int | None:
        """The row of the item ``number``."""
        return self._places.get(number)

    def number_at(self, row: int) -> int:
        """The number of the item in ``row``."""
        return self._rows[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self._item(index)
        if item is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.name_of(item)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.name_of(item)}, {self.state_words(item)}"
            case Qt.ItemDataRole.ToolTipRole:
                return self._tooltip(item)
            case Role.ITEM:
                return item
            case Role.STATE_WORDS:
                return self.state_words(item)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled  # between rows, not onto them
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted(index.row() for index in indexes)
        made = QMimeData()
        made.setData(MIME, QByteArray(" ".join(str(self._rows[row]) for row in rows).encode()))
        return made

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index) -> bool:
        if not data.hasFormat(MIME):
            return False
        numbers = [int(word) for word in bytes(data.data(MIME).data()).decode().split()]
        if row < 0:
            row = parent.row() if parent.isValid() else len(self._rows)
        self._book.move(numbers, self._rows[row] if row < len(self._rows) else None)
        return False  # the rows were moved already: the view must not remove the old ones

    # Words

    def name_of(self, item: QueueItem) -> str:
        """The title once it is known, else what can be told of the source."""
        return item.title or self.short_name(item.source)

    def short_name(self, source: Source) -> str:
        """A file's name, an address without its scheme, the first words of a text."""
        match source:
            case FileSource(path):
                return path.name or str(path)
            case UrlSource(url):
                return shown_address(url).split("://", 1)[-1].removeprefix("www.").rstrip("/")
            case _:
                return " ".join(source.text.split()[:8]) or self.tr("Text")

    def state_words(self, item: QueueItem) -> str:
        """Where the item stands, or why it failed."""
        if item.state is ItemState.FAILED and item.error is not None:
            return describe_error(item.error, self._language.lang).title
        words = {
            ItemState.WAITING: self.tr("Waiting"),
            ItemState.READING: self.tr("Being read"),
            ItemState.READ: self.tr("Figures are there"),
            ItemState.SUMMARISING: self.tr("Summary being written"),
            ItemState.DONE: self.tr("Done"),
            ItemState.FAILED: self.tr("Failed"),
            ItemState.CANCELLED: self.tr("Stopped"),
        }
        return words[item.state]

    def word(self) -> None:
        """Word everything again."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _tooltip(self, item: QueueItem) -> str:
        lines = [self.name_of(item)]
        if item.error is not None:
            wording = describe_error(item.error, self._language.lang)
            lines += [wording.title, wording.advice]
        return "\n".join(line for line in lines if line)

    def _item(self, index: _Index) -> QueueItem | None:
        if not 0 <= index.row() < len(self._rows):
            return None
        return self._book.item(self._rows[index.row()])

    def _arrange(self) -> None:
        new = [item.id for item in self._book.items]
        old = self._rows
        if new[: len(old)] == old:
            if len(new) > len(old):
                self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
                self._set(new)
                self.endInsertRows()
            return
        if len(new) != len(old) or set(new) != set(old):
            self.beginResetModel()
            self._set(new)
            self.endResetModel()
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        numbers = [old[index.row()] for index in before]
        self._set(new)
        after = [self.index(self._places[number]) for number in numbers]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _set(self, rows: list[int]) -> None:
        self._rows = rows
        self._places = {number: row for row, number in enumerate(rows)}

    def _tell(self, number: int) -> None:
        row = self._places.get(number)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))
