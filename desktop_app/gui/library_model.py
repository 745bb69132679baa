"""The kept digests as rows of a list, under headings of time; more of them are fetched as the reader goes down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtCore import QDateTime as _Moment

from desktop_app.library.entries import Entry, Hit

#: Rows fetched at a time.
PAGE: Final = 200
_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a delegate asks for beyond Qt's own roles."""

    HIT = Qt.ItemDataRole.UserRole
    HEADING = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Group:
    """A stretch of time: ``pinned``, ``today``, ``yesterday``, ``week``, or (for a year and month) ``month``."""

    kind: str
    year: int = 0
    month: int = 0


def group_of(entry: Entry, today: date) -> Group:
    """The heading ``entry`` stands under, seen from ``today``."""
    if entry.pinned:
        return Group("pinned")
    day = entry.saved_at.astimezone().date()
    age = (today - day).days
    if age <= 0:
        return Group("today")
    if age == 1:
        return Group("yesterday")
    if age < 7:
        return Group("week")
    return Group("month", day.year, day.month)


class LibraryModel(QAbstractListModel):
    """Rows are :class:`Group` headings and :class:`~desktop_app.library.entries.Hit`\\ s.

    ``more_wished`` asks for the entries from the given number on; :meth:`show` and :meth:`append` bring them.
    """

    more_wished = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Group | Hit] = []
        self._loaded = 0
        self._more = False
        self._asked = False
        self._searched = False

    @property
    def loaded(self) -> int:
        """How many entries are in the list so far."""
        return self._loaded

    @property
    def hits(self) -> list[Hit]:
        """The entries in the list so far."""
        return [row for row in self._rows if isinstance(row, Hit)]

    def show(self, hits: Sequence[Hit], *, more: bool, searched: bool) -> None:
        """Put ``hits`` in the place of what is shown, row by row, so that place and selection stay.

        What was ``searched`` for is in the order of relevance and has no headings.
        """
        self._loaded, self._more, self._asked, self._searched = len(hits), more, False, searched
        self._replace(list(hits) if searched else list(_under_headings(hits, None)))

    def append(self, hits: Sequence[Hit], *, more: bool) -> None:
        """Add the next ``hits``."""
        self._loaded += len(hits)
        self._more, self._asked = more, False
        last = next((row for row in reversed(self._rows) if isinstance(row, Hit)), None)
        new = list(hits) if self._searched else list(_under_headings(hits, last))
        if new:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(new) - 1)
            self._rows += new
            self.endInsertRows()

    def row_of(self, number: int) -> int | None:
        """The row of the entry ``number``, ``None`` if it is not in the list (yet)."""
        return next((at for at, row in enumerate(self._rows) if isinstance(row, Hit) and row.entry.id == number), None)

    def regroup(self) -> None:
        """Word the headings again, after another language was chosen or the day has changed."""
        self._replace(list(self.hits) if self._searched else list(_under_headings(self.hits, None)))
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    # What Qt asks

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, Group):
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Role.HEADING):
                return self.words_of(row)
            return None
        match role:
            case Role.HIT:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.entry.title or self.name_of(row.entry)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row.entry)
            case Qt.ItemDataRole.ToolTipRole:
                return row.entry.title or None
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def canFetchMore(self, parent: _Index) -> bool:
        return self._more and not self._asked

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wished.emit(self._loaded)

    # Words

    def words_of(self, group: Group) -> str:
        """The heading in words."""
        if group.kind == "month":
            month = QLocale().standaloneMonthName(group.month)
            return _capital(month if group.year == date.today().year else f"{month} {group.year}")
        words = {
            "pinned": self.tr("Pinned"),
            "today": self.tr("Today"),
            "yesterday": self.tr("Yesterday"),
            "week": self.tr("Last seven days"),
        }
        return words[group.kind]

    def name_of(self, entry: Entry) -> str:
        """Where ``entry`` comes from: a site, a file, or a text."""
        if entry.site:
            return entry.site
        if entry.source == "-":
            return self.tr("Pasted text")
        if entry.url or "://" in entry.source:
            host = (entry.url or entry.source).split("://")[-1].split("/")[0]
            return host.removeprefix("www.")
        return entry.source.replace("\\", "/").rsplit("/", 1)[-1]

    def time_of(self, entry: Entry) -> str:
        """When it was saved: the hour today and yesterday, else the day."""
        moment = entry.saved_at.astimezone()
        locale = QLocale()
        if (datetime.now().astimezone().date() - moment.date()).days <= 1:
            return locale.toString(_moment(moment).time(), QLocale.FormatType.ShortFormat)
        pattern = "MMM d" if locale.name() == "en_US" else "d MMM"
        if moment.year != date.today().year:
            pattern += ", yyyy" if locale.name() == "en_US" else " yyyy"
        return locale.toString(_moment(moment).date(), pattern)

    def _spoken(self, entry: Entry) -> str:
        parts = [entry.title or "", self.name_of(entry), self.time_of(entry)]
        if entry.figures:
            parts.append(self.tr("%n figure(s)", "", entry.figures))
        if entry.pinned:
            parts.append(self.tr("Pinned"))
        return ", ".join(part for part in (*parts, *(f"#{tag}" for tag in entry.tags)) if part)

    def _replace(self, new: list[Group | Hit]) -> None:
        """Change no more rows than must be: those between the common beginning and the common end."""
        old = self._rows
        before = 0
        while before < min(len(old), len(new)) and _same(old[before], new[before]):
            before += 1
        after = 0
        while after < min(len(old), len(new)) - before and _same(old[-1 - after], new[-1 - after]):
            after += 1
        gone, come = len(old) - before - after, len(new) - before - after
        if gone:
            self.beginRemoveRows(QModelIndex(), before, before + gone - 1)
            self._rows = old[:before] + old[len(old) - after :]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), before, before + come - 1)
            self._rows = new[: before + come] + self._rows[before:]
            self.endInsertRows()
        changed = [at for at, (one, other) in enumerate(zip(self._rows, new, strict=True)) if one != other]
        self._rows = new
        for at in changed:
            self.dataChanged.emit(self.index(at), self.index(at))


def _under_headings(hits: Sequence[Hit], last: Hit | None) -> Iterator[Group | Hit]:
    today = date.today()
    group = None if last is None else group_of(last.entry, today)
    for hit in hits:
        if (now := group_of(hit.entry, today)) != group:
            group = now
            yield group
        yield hit


def _same(one: Group | Hit, other: Group | Hit) -> bool:
    if isinstance(one, Hit) and isinstance(other, Hit):
        return one.entry.id == other.entry.id
    return one == other


def _moment(moment: datetime) -> _Moment:
    return _Moment.fromSecsSinceEpoch(int(moment.timestamp()))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
