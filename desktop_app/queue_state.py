"""Many sources at once: which are waiting, being read, being summarised, done; kept on the disk through it all.

Reading and summarising are two lines of work: everything waiting is read first come first served, so that figures are
there soon, and what was read is summarised one after the other. Nothing here reads or summarises; whoever does claims
an item with :meth:`Queue.next_to_read` or :meth:`Queue.next_to_summarise` and reports how it went.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from desktop_app.article import Digest
from desktop_app.errors import InternalError, KratkoError
from desktop_app.json_form import digest_from_json, digest_to_json
from desktop_app.library.database import Database, data_file
from desktop_app.queue_items import FINISHED, FOLLOWS, ItemState, QueueItem, QueueProgress, progress_of, reordered
from desktop_app.sources.source import FileSource, Source, TextSource, UrlSource

MIGRATIONS = (
    (
        """
        CREATE TABLE items (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            place INTEGER NOT NULL,
            source TEXT NOT NULL,                  -- source_to_json
            state TEXT NOT NULL,
            title TEXT,
            digest TEXT,                           -- json_form.digest_to_json, as far as it has come
            digest_id INTEGER,                     -- its number in the library, if it is kept there
            error TEXT,
            seconds REAL                           -- how long summarising took
        ) STRICT
        """,
        "CREATE INDEX items_by_place ON items (state, place)",
        "CREATE TABLE settings (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT",
    ),
)

#: Newest summaries that the remaining time is judged by.
_JUDGED_BY = 10


class Queue:
    """The queue in the file at ``path``. Every method is one short transaction that survives a kill.

    Raises what :class:`~desktop_app.library.database.Database` does. ``clock`` measures how long work takes.
    """

    def __init__(self, path: Path, *, timeout: float = 10.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = Database(path, MIGRATIONS, timeout=timeout)
        self._clock = clock
        self._started: dict[int, float] = {}

    @classmethod
    def default(cls) -> Queue:
        """The user's queue, in the data folder."""
        return cls(data_file("queue.sqlite"))

    def close(self) -> None:
        """Let the file go until the next call."""
        self._database.close()

    def __enter__(self) -> Queue:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What there is

    def items(self) -> tuple[QueueItem, ...]:
        """All items in order."""
        with self._database.reading() as connection:
            return tuple(_item(row) for row in connection.execute(f"{_SELECT} ORDER BY place"))

    def digest(self, item: int) -> Digest | None:
        """What was made of an item so far: article and figures once it is read, the summary once it is done."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT digest FROM items WHERE id = ?", (item,)).fetchone()
        return None if row is None or row[0] is None else digest_from_json(json.loads(row[0]))

    def progress(self) -> QueueProgress:
        """How far it has come."""
        with self._database.reading() as connection:
            counts = dict.fromkeys(ItemState, 0) | {
                ItemState(state): count
                for state, count in connection.execute("SELECT state, count(*) FROM items GROUP BY state")
            }
            took = connection.execute(
                "SELECT seconds FROM items WHERE seconds IS NOT NULL ORDER BY id DESC LIMIT ?", (_JUDGED_BY,)
            ).fetchall()
        return progress_of(counts, [seconds for (seconds,) in took])

    @property
    def paused(self) -> bool:
        """Whether nothing new is begun."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT value FROM settings WHERE name = 'paused'").fetchone()
            return bool(row and row[0])

    # What the reader wants

    def add(self, sources: Iterable[Source]) -> tuple[QueueItem, ...]:
        """Put sources at the end; those that are in the queue and not finished are not added again."""
        with self._database.writing() as connection:
            marks = ", ".join("?" * len(FINISHED))
            waiting = connection.execute(f"SELECT source FROM items WHERE state NOT IN ({marks})", [*FINISHED])
            seen = {source for (source,) in waiting}
            place = connection.execute("SELECT coalesce(max(place), 0) FROM items").fetchone()[0]
            first = connection.execute("SELECT coalesce(max(id), 0) FROM items").fetchone()[0]
            for source in sources:
                form = json.dumps(source_to_json(source), ensure_ascii=True)
                if form not in seen:
                    seen.add(form)
                    place += 1
                    connection.execute(
                        "INSERT INTO items (place, source, state) VALUES (?, ?, ?)", (place, form, ItemState.WAITING)
                    )
            return tuple(_item(row) for row in connection.execute(f"{_SELECT} WHERE id > ? ORDER BY place", (first,)))

    def pause(self, *, paused: bool = True) -> None:
        """Begin nothing new until ``pause(paused=False)``; what is being done goes on."""
        with self._database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO settings VALUES ('paused', ?)", (paused,))

    def move(self, items: Sequence[int], before: int | None = None) -> None:
        """Put ``items``, in this order, before another one, or at the end."""
        with self._database.writing() as connection:
            old = [row[0] for row in connection.execute("SELECT id FROM items ORDER BY place")]
            new = reordered(old, items, before)
            changed = [(place, item) for place, (item, was) in enumerate(zip(new, old, strict=True), 1) if item != was]
            connection.executemany("UPDATE items SET place = ? WHERE id = ?", changed)

    def cancel(self, items: Sequence[int] | None = None) -> tuple[int, ...]:
        """Cancel ``items`` (all by default) that are not finished; returns those that were being worked on."""
        working = (ItemState.READING, ItemState.SUMMARISING)
        with self._database.writing() as connection:
            stopped = [item for item, state in _states(connection, items) if state in working]
            for item, _ in _states(connection, items):
                _change(connection, item, ItemState.CANCELLED)
        return tuple(stopped)

    def retry(self, items: Sequence[int] | None = None) -> None:
        """Try ``items`` (all by default) that failed again, and those named that were cancelled; what was read stays
        read.
        """
        wanted = (ItemState.FAILED,) if items is None else (ItemState.FAILED, ItemState.CANCELLED)
        with self._database.writing() as connection:
            for item, state in _states(connection, items):
                if state in wanted:
                    connection.execute(
                        "UPDATE items SET error = NULL, state = CASE WHEN digest IS NULL THEN ? ELSE ? END "
                        "WHERE id = ?",
                        (ItemState.WAITING, ItemState.READ, item),
                    )

    def remove(self, items: Sequence[int]) -> None:
        """Take items out, with all that was made of them."""
        with self._database.writing() as connection:
            connection.executemany("DELETE FROM items WHERE id = ?", [(item,) for item in items])

    def clear(self, states: Collection[ItemState] = FINISHED) -> None:
        """Take out all items of ``states``, so that nothing of them can be read from the file any more."""
        with self._database.writing() as connection:
            connection.executemany("DELETE FROM items WHERE state = ?", [(state,) for state in states])
        self._database.shrink()

    # What the workers do

    def recover(self) -> None:
        """Put back what was being worked on when the program ended; to be called once by the one who works it off."""
        with self._database.writing() as connection:
            for working, before in (
                (ItemState.READING, ItemState.WAITING),
                (ItemState.SUMMARISING, ItemState.READ),
            ):
                connection.execute("UPDATE items SET state = ? WHERE state = ?", (before, working))
            # What was made of it was not to be kept.
            connection.execute(
                "UPDATE items SET state = ? WHERE state = ? AND digest IS NULL", (ItemState.WAITING, ItemState.READ)
            )

    def settle(self) -> None:
        """Take out what is over: cancelled items, and done ones that the library has or that were not to be kept."""
        with self._database.writing() as connection:
            connection.execute(
                "DELETE FROM items WHERE state = ? OR (state = ? AND (digest_id IS NOT NULL OR digest IS NULL))",
                (ItemState.CANCELLED, ItemState.DONE),
            )

    def put_back(self, item: int) -> None:
        """Put one item back whose worker was lost."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE items SET state = CASE state WHEN 'reading' THEN 'waiting' ELSE 'read' END "
                "WHERE id = ? AND state IN ('reading', 'summarising')",
                (item,),
            )

    def next_to_read(self) -> QueueItem | None:
        """Claim the first waiting item; ``None`` if there is none or the queue is paused."""
        return self._claim(ItemState.WAITING, ItemState.READING)

    def next_to_summarise(self) -> QueueItem | None:
        """Claim the first item that is read; ``None`` if there is none or the queue is paused."""
        item = self._claim(ItemState.READ, ItemState.SUMMARISING)
        if item is not None:
            self._started[item.id] = self._clock()
        return item

    def mark(
        self,
        item: int,
        state: ItemState,
        *,
        digest: Digest | None = None,
        error: KratkoError | None = None,
        digest_id: int | None = None,
    ) -> None:
        """Note where ``item`` stands, for one who decides by himself what comes next. Numbers that are gone do not
        matter; without a ``digest`` what was made before stays.
        """
        now = self._clock()
        started = self._started.pop(item, None)
        if state is ItemState.SUMMARISING:
            self._started[item] = now
        took = now - started if started is not None and state is ItemState.DONE else None
        columns: dict[str, object] = {
            "state": state,
            "error": None if error is None else json.dumps({"code": error.code, "params": error.params}),
        }
        if took is not None:
            columns["seconds"] = max(0.0, took)
        if digest is not None:
            columns |= {"digest": json.dumps(digest_to_json(digest)), "title": _storable(digest.article.title)}
        if digest_id is not None:
            columns["digest_id"] = digest_id
        changes = ", ".join(f"{name} = :{name}" for name in columns)
        with self._database.writing() as connection:
            connection.execute(f"UPDATE items SET {changes} WHERE id = :id", {**columns, "id": item})

    def shrink(self) -> None:
        """Rewrite the file, so that nothing of what was removed can be read from it any more."""
        self._database.shrink()

    def read(self, item: int, digest: Digest, *, digest_id: int | None = None) -> bool:
        """Report article and figures; an article that is not readable is done with that. False if it was cancelled."""
        state = ItemState.READ if digest.article.readable else ItemState.DONE
        return self._report(item, state, digest, digest_id)

    def done(self, item: int, digest: Digest, *, digest_id: int | None = None) -> bool:
        """Report the finished digest. False if the item was cancelled in the meantime."""
        return self._report(item, ItemState.DONE, digest, digest_id)

    def failed(self, item: int, error: KratkoError) -> bool:
        """Report why it failed. False if the item was cancelled in the meantime."""
        with self._database.writing() as connection:
            self._started.pop(item, None)
            form = json.dumps({"code": error.code, "params": error.params})
            return _change(connection, item, ItemState.FAILED, error=form)

    def _claim(self, state: ItemState, claimed: ItemState) -> QueueItem | None:
        if self.paused:
            return None
        with self._database.writing() as connection:
            row = connection.execute(f"{_SELECT} WHERE state = ? ORDER BY place LIMIT 1", (state,)).fetchone()
            if row is None:
                return None
            _change(connection, row["id"], claimed)
            return _item(connection.execute(f"{_SELECT} WHERE id = ?", (row["id"],)).fetchone())

    def _report(self, item: int, state: ItemState, digest: Digest, digest_id: int | None) -> bool:
        started = self._started.pop(item, None)
        seconds = None if started is None else max(0.0, self._clock() - started)
        form = json.dumps(digest_to_json(digest))  # ASCII: SQLite cannot keep halves of characters
        with self._database.writing() as connection:
            return _change(
                connection, item, state, digest=form, title=_storable(digest.article.title), digest_id=digest_id,
                seconds=seconds,
            )  # fmt: skip


def source_to_json(source: Source) -> dict[str, Any]:
    """A source as plain values."""
    match source:
        case UrlSource(url=url, found_on=found_on):
            return {"url": url} if found_on is None else {"url": url, "found_on": found_on}
        case FileSource(path=path):
            return {"path": str(path)}
        case TextSource(text=text, html=html, name=name):
            return {"text": text, "html": html, "name": name}


def source_from_json(form: dict[str, Any]) -> Source:
    """The source of :func:`source_to_json`."""
    if "url" in form:
        return UrlSource(form["url"], form.get("found_on"))
    if "path" in form:
        return FileSource(Path(form["path"]))
    return TextSource(form["text"], form["html"], form["name"])


def error_of(code: str, params: dict[str, str | int | float]) -> KratkoError:
    """The error with this code; one this program does not know is told as a defect."""
    todo: list[type[KratkoError]] = [KratkoError]
    while todo:
        cls = todo.pop()
        if cls.code == code and cls is not KratkoError:
            return cls(**params)
        todo += cls.__subclasses__()
    return InternalError(reason=code)


_SELECT = "SELECT id, source, state, title, error, digest_id FROM items"


def _item(row: sqlite3.Row) -> QueueItem:
    error = None if row["error"] is None else json.loads(row["error"])
    return QueueItem(
        id=row["id"],
        source=source_from_json(json.loads(row["source"])),
        state=ItemState(row["state"]),
        title=row["title"],
        error=None if error is None else error_of(error["code"], error["params"]),
        digest_id=row["digest_id"],
    )


def _states(connection: sqlite3.Connection, items: Sequence[int] | None) -> list[tuple[int, ItemState]]:
    rows = connection.execute("SELECT id, state FROM items ORDER BY place").fetchall()
    wanted = None if items is None else set(items)
    return [(item, ItemState(state)) for item, state in rows if wanted is None or item in wanted]


def _change(connection: sqlite3.Connection, item: int, state: ItemState, **columns: object) -> bool:
    """Lead ``item`` to ``state`` if it may go there; whether it did."""
    row = connection.execute("SELECT state FROM items WHERE id = ?", (item,)).fetchone()
    if row is None or state not in FOLLOWS[ItemState(row["state"])]:
        return False
    changes = "".join(f", {name} = :{name}" for name in columns)
    connection.execute(
        f"UPDATE items SET state = :state{changes} WHERE id = :id", {"id": item, "state": state, **columns}
    )
    return True


def _storable(text: str | None) -> str | None:
    return None if text is None else text.encode("utf-8", "replace").decode("utf-8")
