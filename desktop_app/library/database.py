"""A SQLite file that outlives crashes: opened with care, brought up to date, and its failures worded.

WAL with ``synchronous=FULL``: what was committed survives a killed process and a power cut
(https://sqlite.org/wal.html). ``secure_delete`` overwrites what is deleted.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app.errors import (
    KratkoError,
    LibraryDamaged,
    LibraryError,
    LibraryFull,
    LibraryLocked,
    LibraryNewer,
    LibraryReadOnly,
)
from desktop_app.paths import data_folder, private_folder

#: One migration is the statements that lead from the version before (its place) to the next.
Migrations = Sequence[Sequence[str]]

_BESIDE = ("-wal", "-shm", "-journal")
_NO_ROOM = frozenset(
    {
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_SHMSIZE,
        sqlite3.SQLITE_IOERR_TRUNCATE,
        sqlite3.SQLITE_IOERR_FSYNC,
    }
)


def data_file(name: str) -> Path:
    """The path of a file in the data folder; that there can be no such folder is told when the file is used."""
    return data_folder() / name


class Database:
    """The file at ``path`` with the schema of ``migrations``; opened on first use, by any thread, in any process.

    All methods raise ``LibraryLocked`` after ``timeout`` seconds of waiting for another process, ``LibraryDamaged``
    (the file is then set aside under another name, and the next call begins a new one), ``LibraryNewer``,
    ``LibraryReadOnly``, ``LibraryFull``, or ``LibraryError`` for anything else. ``mend`` are statements that make a
    damaged virtual table (a search index) anew from what is sound.
    """

    def __init__(self, path: Path, migrations: Migrations, *, mend: Sequence[str] = (), timeout: float = 10.0) -> None:
        self.path = path
        self.read_only = False
        self._migrations = migrations
        self._mend = mend
        self._timeout = timeout
        self._connection: sqlite3.Connection | None = None
        self._opened: tuple[int, int] | None = None
        self._lock = threading.RLock()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the file throughout."""
        with self._worded():
            connection = self._connected()
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.rollback()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are all kept when the block ends, or none of them if it raises."""
        with self._worded():
            connection = self._connected()
            if self.read_only:
                raise LibraryReadOnly(path=str(self.path))
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.commit()
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.rollback()
                raise

    def shrink(self) -> None:
        """Rewrite the file without what was deleted, and empty the log: nothing deleted can be read from the disk.

        Raises ``LibraryLocked`` while another process is reading.
        """
        with self._worded():
            connection = self._connected()
            if self.read_only:
                raise LibraryReadOnly(path=str(self.path))
            connection.execute("VACUUM")
            if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                raise LibraryLocked(path=str(self.path), seconds=self._timeout)

    def set_aside(self) -> list[Path]:
        """Damaged files that were set aside in the past."""
        return sorted(self.path.parent.glob(f"{self.path.stem}.damaged-*"))

    def close(self) -> None:
        """Let the file go; the next call opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    # Opening

    def _connected(self) -> sqlite3.Connection:
        if self._connection is not None and self._identity() != self._opened:
            self.close()  # another process set the file aside, or somebody replaced it
        if self._connection is None:
            self._connection = self._open()
            self._opened = self._identity()
        return self._connection

    def _identity(self) -> tuple[int, int] | None:
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_dev, status.st_ino

    def _open(self) -> sqlite3.Connection:
        self.read_only = False
        if not self._writable():
            return self._open_to_read()
        connection = self._connect(str(self.path))
        try:
            self._check_version(connection)
            self._enter_wal(connection)
            connection.execute("PRAGMA synchronous = FULL")
            self._migrate(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _writable(self) -> bool:
        """Make the file if there is none, private to the user; whether it and its folder may be written."""
        try:
            private_folder(self.path.parent)
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
        except OSError as error:
            if self.path.exists():
                return False
            raise LibraryReadOnly(path=str(self.path)) from error
        # SQLite must also make the log beside it.
        return os.access(self.path.parent, os.W_OK)

    def _open_to_read(self) -> sqlite3.Connection:
        """What can be read is shown even where nothing can be written."""
        self.read_only = True
        log = Path(f"{self.path}-wal")
        unlogged = not log.exists() or log.stat().st_size == 0
        # Without a log nobody is writing, and "immutable" spares the files beside it that cannot be made.
        mode = "immutable=1" if unlogged else "mode=ro"
        connection = self._connect(f"{self.path.absolute().as_uri()}?{mode}", uri=True)
        try:
            self._check_version(connection)
            if self._version(connection) < len(self._migrations):
                raise LibraryReadOnly(path=str(self.path))
        except BaseException:
            connection.close()
            raise
        return connection

    def _connect(self, name: str, *, uri: bool = False) -> sqlite3.Connection:
        connection = sqlite3.connect(
            name, timeout=self._timeout, isolation_level=None, check_same_thread=False, uri=uri
        )
        connection.row_factory = sqlite3.Row
        try:
            connection.execute("PRAGMA trusted_schema = OFF")  # https://sqlite.org/security.html
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")
        except BaseException:
            connection.close()
            raise
        return connection

    def _check_version(self, connection: sqlite3.Connection) -> None:
        if (found := self._version(connection)) > len(self._migrations):
            raise LibraryNewer(path=str(self.path), found=found, known=len(self._migrations))

    @staticmethod
    def _version(connection: sqlite3.Connection) -> int:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])

    def _enter_wal(self, connection: sqlite3.Connection) -> None:
        # Changing the mode does not wait for others by itself.
        until = time.monotonic() + self._timeout
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if _primary(error) != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
                time.sleep(0.02)

    def _migrate(self, connection: sqlite3.Connection) -> None:
        if self._version(connection) == len(self._migrations):
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have been faster.
            self._check_version(connection)
            for statements in self._migrations[self._version(connection) :]:
                for statement in statements:
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(self._migrations)}")
            connection.commit()
        except BaseException:
            connection.rollback()
            raise

    # Failing

    @contextmanager
    def _worded(self) -> Iterator[None]:
        with self._lock:
            try:
                yield
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.ProgrammingError | sqlite3.IntegrityError):
                    raise
                raise self._error(error) from error

    def _error(self, error: sqlite3.DatabaseError) -> KratkoError:
        path = str(self.path)
        code = getattr(error, "sqlite_errorcode", 0)
        match _primary(error):
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return LibraryLocked(path=path, seconds=self._timeout)
            case sqlite3.SQLITE_CORRUPT if code == sqlite3.SQLITE_CORRUPT_VTAB and self._mended():
                return LibraryError(path=path, reason="the search index was damaged and has been made anew")
            case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
                return LibraryDamaged(path=path, kept_as=str(self._put_aside()))
            case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
                self.close()
                return LibraryReadOnly(path=path)
            case sqlite3.SQLITE_FULL:
                return self._full()
            case sqlite3.SQLITE_IOERR if code in _NO_ROOM:
                return self._full()
        return LibraryError(path=path, reason=str(error))

    def _mended(self) -> bool:
        if not self._mend:
            return False
        try:
            self.close()
            connection = self._connected()
            connection.execute("BEGIN IMMEDIATE")
            for statement in self._mend:
                connection.execute(statement)
            connection.commit()
        except (sqlite3.Error, KratkoError):
            return False
        finally:
            self.close()
        return True

    def _full(self) -> LibraryFull:
        free = 0
        with suppress(OSError):
            free = shutil.disk_usage(self.path.parent).free
        return LibraryFull(path=str(self.path), free_mb=free // 1_000_000)

    def _put_aside(self) -> Path:
        """Rename the damaged file and what belongs to it; nothing of it is changed."""
        self.close()
        stamp = time.strftime("%Y%m%d-%H%M%S")
        kept = self.path.with_name(f"{self.path.stem}.damaged-{stamp}{self.path.suffix}")
        number = 1
        while kept.exists():
            number += 1
            kept = self.path.with_name(f"{self.path.stem}.damaged-{stamp}-{number}{self.path.suffix}")
        try:
            os.rename(self.path, kept)
        except OSError:
            return self.path  # held by another process, or gone already: it stays what it is
        for ending in _BESIDE:
            with suppress(OSError):
                os.rename(f"{self.path}{ending}", f"{kept}{ending}")
        return kept


def _primary(error: sqlite3.Error) -> int:
    """The primary result code; SQLite's extended ones add to it in the higher bytes."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
