"""The library: every digest a reader keeps, found again by address, text or words."""

from __future__ import annotations

import json
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from desktop_app.article import Article, Digest
from desktop_app.errors import UnknownDigest
from desktop_app.json_form import summary_to_json
from desktop_app.library import rows
from desktop_app.library.database import Database, data_file
from desktop_app.library.entries import Entry, Facets, Filter, Hit, Saved, StoredSummary
from desktop_app.library.identity import canonical_address, text_hash
from desktop_app.library.passages import passage
from desktop_app.library.query import parse_query
from desktop_app.library.schema import MEND_SEARCH, MIGRATIONS, SEARCH_TABLE
from desktop_app.library.words import LEMMATISED, index_texts
from desktop_app.options import SummaryOptions

#: How long a deleted digest can be restored.
UNDO_SECONDS = 7 * 24 * 3600.0
#: Weights of the columns of ``search`` for the order of hits (BM25).
_WEIGHTS = "6.0, 5.0, 3.0, 2.0, 0.5"
#: More dictionaries than this are not loaded for a search: each takes seconds and tens of megabytes.
_DICTIONARIES = 4


class Library:
    """The kept digests in the file at ``path``; any number of these, in any processes, may use one file at once.

    Every method is one short transaction: when it returns, what it did is on the disk. All raise what
    :class:`~desktop_app.library.database.Database` does, and ``UnknownDigest`` where a number names nothing kept.
    ``clock`` gives seconds since 1970.
    """

    def __init__(self, path: Path, *, timeout: float = 10.0, clock: Callable[[], float] = time.time) -> None:
        self._database = Database(path, MIGRATIONS, mend=MEND_SEARCH, timeout=timeout)
        self._clock = clock

    @classmethod
    def default(cls) -> Library:
        """The user's library, in the data folder."""
        return cls(data_file("library.sqlite"))

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._database.path

    def close(self) -> None:
        """Let the file go until the next call."""
        self._database.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Keeping

    def save(self, digest: Digest, options: SummaryOptions | None = None, *, tags: Iterable[str] = ()) -> Saved:
        """Keep ``digest``, made with ``options``.

        If its address or text is there already, the kept article is refreshed and the summary added to (or put in
        place of) those of other languages, lengths and models; summaries of a text that has changed go. A page that is
        no article never replaces one that is. Words are lemmatised here, which loads dictionaries.
        """
        digest = rows.storable(digest)
        options = options or SummaryOptions()
        index = _index(digest)
        with self._database.writing() as connection:
            number = _matching(connection, digest.article)
            created = number is None
            if number is None:
                number = self._insert(connection, digest)
            elif not self._refresh(connection, number, digest):
                return Saved(number, created=False)
            _add_address(connection, number, digest.article)
            if digest.summary is not None:
                self._add_summary(connection, number, digest, options)
            connection.execute("DELETE FROM search WHERE rowid = ?", (number,))
            connection.execute(
                "INSERT INTO search (rowid, title, title_keys, words, lemmas, stems) VALUES (?, ?, ?, ?, ?, ?)",
                (number, *index),
            )
            _add_tags(connection, [number], tags)
        return Saved(number, created)

    def _insert(self, connection: sqlite3.Connection, digest: Digest) -> int:
        columns = rows.article_columns(digest.article, digest.figures)
        columns["saved_at"] = columns["updated_at"] = self._clock()
        names = ", ".join(columns)
        values = ", ".join(f":{name}" for name in columns)
        cursor = connection.execute(f"INSERT INTO digests ({names}) VALUES ({values})", columns)
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _refresh(self, connection: sqlite3.Connection, number: int, digest: Digest) -> bool:
        """Put ``digest`` in the place of what is kept; whether that was done."""
        kept = connection.execute("SELECT text_hash, readable FROM digests WHERE id = ?", (number,)).fetchone()
        connection.execute("UPDATE digests SET deleted_at = NULL WHERE id = ?", (number,))
        if kept["readable"] and not digest.article.readable:
            return False
        columns = rows.article_columns(digest.article, digest.figures)
        if kept["text_hash"] != columns["text_hash"]:
            connection.execute("DELETE FROM summaries WHERE digest_id = ?", (number,))
        changes = ", ".join(f"{name} = :{name}" for name in columns)
        connection.execute(
            f"UPDATE digests SET {changes}, updated_at = :now WHERE id = :id",
            {**columns, "now": self._clock(), "id": number},
        )
        return True

    def _add_summary(
        self, connection: sqlite3.Connection, number: int, digest: Digest, options: SummaryOptions
    ) -> None:
        summary = digest.summary
        assert summary is not None
        connection.execute(
            "INSERT OR REPLACE INTO summaries (digest_id, lang, length, model, text, summary, options, saved_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                summary.lang,
                rows.shape_of(options),
                summary.model,
                summary.text,
                json.dumps(summary_to_json(summary), ensure_ascii=False),
                json.dumps(rows.options_to_json(options), ensure_ascii=False),
                self._clock(),
            ),
        )

    # Finding

    def entry(self, number: int) -> Entry:
        """The entry with this number."""
        with self._database.reading() as connection:
            return _entry(connection, number)

    def digest(self, number: int, summary: int | None = None) -> Digest:
        """The whole digest, with its newest summary or that of the number ``summary``."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT body, article, figures FROM digests WHERE id = ? AND deleted_at IS NULL", (number,)
            ).fetchone()
            if row is None:
                raise UnknownDigest(id=number)
            stored = _summaries(connection, number)
            chosen = [one for one in stored if summary is None or one.id == summary]
            return rows.digest(row, chosen[0] if chosen else None)

    def summaries(self, number: int) -> tuple[StoredSummary, ...]:
        """All summaries of a kept article, newest first."""
        with self._database.reading() as connection:
            _entry(connection, number)
            return _summaries(connection, number)

    def find_address(self, url: str) -> Entry | None:
        """What is kept of the page at ``url``, whatever tracking parameters it carries."""
        address = canonical_address(url)
        if address is None:
            return None
        with self._database.reading() as connection:
            row = connection.execute(
                f"{rows.SELECT_ENTRIES} WHERE d.deleted_at IS NULL AND "
                "(d.id = (SELECT digest_id FROM addresses WHERE address = :key) OR d.canonical = :key) "
                "ORDER BY d.canonical IS :key, d.updated_at DESC LIMIT 1",
                {"key": address},
            ).fetchone()
            return None if row is None else rows.entry(row)

    def find_article(self, article: Article) -> Entry | None:
        """What is kept of this article, by its address or its text."""
        with self._database.reading() as connection:
            number = _matching(connection, article)
            with suppress(UnknownDigest):  # it is there, but was deleted
                return None if number is None else _entry(connection, number)
            return None

    def entries(self, wanted: Filter = Filter(), *, limit: int = 100, offset: int = 0) -> tuple[Entry, ...]:  # noqa: B008
        """Entries, pinned ones first, then the newest."""
        condition, values = rows.conditions(wanted)
        with self._database.reading() as connection:
            # Two steps: what is costly about an entry is read for those that are shown.
            numbers = connection.execute(
                f"SELECT d.id FROM digests d WHERE {condition} "
                "ORDER BY d.pinned DESC, d.saved_at DESC, d.id DESC LIMIT :limit OFFSET :offset",
                {**values, "limit": limit, "offset": offset},
            ).fetchall()
            return tuple(_entry(connection, number) for (number,) in numbers)

    def count(self, wanted: Filter = Filter()) -> int:  # noqa: B008 - frozen
        """How many entries there are."""
        condition, values = rows.conditions(wanted)
        with self._database.reading() as connection:
            return int(connection.execute(f"SELECT count(*) FROM digests d WHERE {condition}", values).fetchone()[0])

    def search(
        self,
        text: str,
        wanted: Filter = Filter(),  # noqa: B008 - frozen
        *,
        limit: int = 50,
        offset: int = 0,
        dictionaries: bool = True,
    ) -> tuple[Hit, ...]:
        """Entries with all words of ``text`` (see :func:`~desktop_app.library.query.parse_query`), best first.

        Words are found in any form. Without ``dictionaries`` only regular forms of Russian, Ukrainian and English are
        found, but nothing is loaded: for a process that must stay small, or to search while the reader types.
        """
        with self._database.reading() as connection:
            langs = _languages(connection)
        query = parse_query(text, langs, dictionaries=dictionaries)
        if query.empty:
            return ()
        condition, values = rows.conditions(wanted)
        with self._database.reading() as connection:
            numbers = connection.execute(
                "SELECT d.id FROM search JOIN digests d ON d.id = search.rowid "
                f"WHERE search MATCH :query AND {condition} "
                f"ORDER BY bm25(search, {_WEIGHTS}), d.saved_at DESC LIMIT :limit OFFSET :offset",
                {**values, "query": query.expression(), "limit": limit, "offset": offset},
            ).fetchall()
            found = [(_entry(connection, number), _body(connection, number)) for (number,) in numbers]
        hits = []
        for entry, body in found:
            texts = (entry.summary or "", body, entry.title or "")
            shown, marks = passage(texts, query, [entry.lang], dictionaries=dictionaries)
            hits.append(Hit(entry, shown, tuple(marks)))
        return tuple(hits)

    def facets(self) -> Facets:
        """What there is to filter by."""
        with self._database.reading() as connection:
            live = "FROM digests d WHERE d.deleted_at IS NULL"
            sites = Counter(row[0] for row in connection.execute(f"SELECT coalesce(site, host) {live}") if row[0])
            langs = Counter(row[0] for row in connection.execute(f"SELECT lang {live}"))
            tags = connection.execute(
                "SELECT min(t.tag), count(*) FROM tags t JOIN digests d ON d.id = t.digest_id "
                "WHERE d.deleted_at IS NULL GROUP BY t.key ORDER BY count(*) DESC, t.key"
            ).fetchall()
        return Facets(
            tuple(sites.most_common()), tuple(langs.most_common()), tuple((tag, times) for tag, times in tags)
        )

    # Ordering

    def pin(self, numbers: Sequence[int], *, pinned: bool = True) -> None:
        """Keep digests at the top of the list, or no longer."""
        self._update(numbers, "pinned = :value", pinned)

    def tag(self, numbers: Sequence[int], tags: Iterable[str]) -> None:
        """Give digests more tags."""
        with self._database.writing() as connection:
            for number in numbers:
                _entry(connection, number)
            _add_tags(connection, numbers, tags)

    def untag(self, numbers: Sequence[int], tags: Iterable[str]) -> None:
        """Take tags away; those that are not there do not matter."""
        keys = [tag.strip().casefold() for tag in tags]
        with self._database.writing() as connection:
            for number in numbers:
                _entry(connection, number)
                connection.executemany(
                    "DELETE FROM tags WHERE digest_id = ? AND key = ?", [(number, key) for key in keys]
                )

    # Letting go

    def delete(self, numbers: Sequence[int]) -> None:
        """Put digests away; :meth:`restore` brings them back for a week, then, or by :meth:`purge`, they are gone."""
        self.purge(UNDO_SECONDS)
        self._update(numbers, "deleted_at = :value", self._clock())

    def restore(self, numbers: Sequence[int]) -> None:
        """Undo :meth:`delete`."""
        self._update(numbers, "deleted_at = :value", None, deleted=True)

    def purge(self, older_than: float = 0.0) -> int:
        """Remove for good what was deleted more than ``older_than`` seconds ago; returns how many digests."""
        # Half a second of slack: a clock is coarser than a program is fast.
        limit = self._clock() - older_than + (0.5 if not older_than else 0.0)
        with self._database.writing() as connection:
            gone = [row[0] for row in connection.execute("SELECT id FROM digests WHERE deleted_at < ?", (limit,))]
            for number in gone:
                connection.execute("DELETE FROM search WHERE rowid = ?", (number,))
                connection.execute("DELETE FROM digests WHERE id = ?", (number,))
            if gone:
                # The index keeps words of deleted rows until its parts are merged.
                connection.execute("INSERT INTO search (search) VALUES ('optimize')")
        return len(gone)

    def clear(self) -> None:
        """Remove everything, damaged files set aside included, so that nothing can be read from the file any more.

        Raises ``LibraryLocked`` while another process is reading; the library is empty by then, but traces may be left
        in the file until this is called again.
        """
        with self._database.writing() as connection:
            connection.execute("DELETE FROM digests")
            connection.execute("DROP TABLE search")
            connection.execute(SEARCH_TABLE)
        for path in self._database.set_aside():
            path.unlink(missing_ok=True)
        self._database.shrink()

    def _update(self, numbers: Sequence[int], change: str, value: object, *, deleted: bool = False) -> None:
        state = "NOT NULL" if deleted else "NULL"
        with self._database.writing() as connection:
            for number in numbers:
                done = connection.execute(
                    f"UPDATE digests SET {change} WHERE id = :id AND deleted_at IS {state}",
                    {"value": value, "id": number},
                )
                if not done.rowcount:
                    raise UnknownDigest(id=number)


def _index(digest: Digest) -> tuple[str, ...]:
    """The columns of ``search``: words and other keys of the title; words, lemmas and stems of all the rest."""
    article, summary = digest.article, digest.summary
    title, *title_keys = index_texts(article.title or "", [article.lang])
    rest = index_texts("\n".join(filter(None, (article.byline, article.site, article.body))), [article.lang])
    short = index_texts(summary.text if summary else "", [summary.lang if summary else article.lang])
    return title, " ".join(title_keys), *(f"{first}\n{second}" for first, second in zip(short, rest, strict=True))


def _matching(connection: sqlite3.Connection, article: Article) -> int | None:
    """The number under which ``article`` is kept, deleted or not."""
    address = canonical_address(article.source)
    found = connection.execute("SELECT digest_id FROM addresses WHERE address = ?", (address,)).fetchone()
    if found is None and article.url:
        # Some sites name one canonical address for all their pages; the title tells them apart.
        found = connection.execute(
            "SELECT id FROM digests WHERE canonical = ? AND title IS ?", (canonical_address(article.url), article.title)
        ).fetchone()
    if found is None and article.body.strip():
        # The same consent page stands before many articles; only from the same source it is the same.
        found = connection.execute(
            "SELECT id FROM digests WHERE text_hash = ? AND (source = ? OR (? AND readable)) ORDER BY id",
            (text_hash(article.body), article.source, article.readable),
        ).fetchone()
    return None if found is None else int(found[0])


def _add_address(connection: sqlite3.Connection, number: int, article: Article) -> None:
    if (address := canonical_address(article.source)) is not None:
        connection.execute("INSERT OR REPLACE INTO addresses VALUES (?, ?)", (address, number))


def _add_tags(connection: sqlite3.Connection, numbers: Sequence[int], tags: Iterable[str]) -> None:
    named = [" ".join(tag.split()) for tag in tags]
    connection.executemany(
        "INSERT OR IGNORE INTO tags VALUES (?, ?, ?)",
        [(number, tag.casefold(), tag) for number in numbers for tag in named if tag],
    )


def _entry(connection: sqlite3.Connection, number: int) -> Entry:
    row = connection.execute(f"{rows.SELECT_ENTRIES} WHERE d.id = ? AND d.deleted_at IS NULL", (number,)).fetchone()
    if row is None:
        raise UnknownDigest(id=number)
    return rows.entry(row)


def _body(connection: sqlite3.Connection, number: int) -> str:
    return str(connection.execute("SELECT body FROM digests WHERE id = ?", (number,)).fetchone()[0])


def _summaries(connection: sqlite3.Connection, number: int) -> tuple[StoredSummary, ...]:
    found = connection.execute(
        "SELECT * FROM summaries WHERE digest_id = ? ORDER BY saved_at DESC, id DESC", (number,)
    ).fetchall()
    return tuple(rows.stored_summary(row) for row in found)


def _languages(connection: sqlite3.Connection) -> list[str]:
    """The languages of kept articles that have a dictionary, most frequent first."""
    found = connection.execute("SELECT lang FROM digests GROUP BY lang ORDER BY count(*) DESC").fetchall()
    return [row[0] for row in found if row[0] in LEMMATISED][:_DICTIONARIES]
