"""The tables of the library; the place of a migration is the version it starts from.

A migration that was released is never changed: a new one is added, with a dump of the version before under
``tests/unit/library/versions``.
"""

from __future__ import annotations

SEARCH_TABLE = """
CREATE VIRTUAL TABLE search USING fts5(
    title, title_keys, words, lemmas, stems,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'", prefix = '2 3'
)
"""

#: Makes the index anew from the words kept beside it: an empty structure first (https://sqlite.org/fts5.html, appendix
#: B, "shadow tables"), since FTS5 refuses even to rebuild what it cannot open.
MEND_SEARCH = (
    "DELETE FROM search_idx",
    "DELETE FROM search_data",
    "INSERT INTO search_data (id, block) VALUES (1, X''), (10, X'00000000000000')",
    "INSERT INTO search (search) VALUES ('rebuild')",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE digests (
            id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice, so that undo finds the right one
            source TEXT NOT NULL,
            url TEXT,
            canonical TEXT,                        -- identity.canonical_address of the article's own address
            text_hash BLOB NOT NULL,
            readable INTEGER NOT NULL,
            title TEXT,
            site TEXT,
            site_key TEXT,                         -- the site's name in lower case
            host TEXT,
            published TEXT,
            lang TEXT NOT NULL,
            words INTEGER NOT NULL,
            figure_count INTEGER NOT NULL,         -- different ones
            body TEXT NOT NULL,
            article TEXT NOT NULL,                 -- json_form.article_to_json without the body
            figures TEXT NOT NULL,                 -- json_form.figure_to_json, a list
            saved_at REAL NOT NULL,                -- seconds since 1970, UTC
            updated_at REAL NOT NULL,
            pinned INTEGER NOT NULL DEFAULT 0,
            deleted_at REAL
        ) STRICT
        """,
        "CREATE INDEX digests_by_text ON digests (text_hash)",
        "CREATE INDEX digests_by_canonical ON digests (canonical)",
        "CREATE INDEX digests_by_order ON digests (pinned, saved_at)",
        """
        CREATE TABLE addresses (
            address TEXT PRIMARY KEY,              -- identity.canonical_address of what the reader gave
            digest_id INTEGER NOT NULL REFERENCES digests ON DELETE CASCADE
        ) STRICT
        """,
        "CREATE INDEX addresses_by_digest ON addresses (digest_id)",
        """
        CREATE TABLE summaries (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            digest_id INTEGER NOT NULL REFERENCES digests ON DELETE CASCADE,
            lang TEXT NOT NULL,
            length TEXT NOT NULL,
            model TEXT NOT NULL,
            text TEXT NOT NULL,
            summary TEXT NOT NULL,                 -- json_form.summary_to_json
            options TEXT NOT NULL,                 -- what was asked for, without the server's address
            saved_at REAL NOT NULL,
            UNIQUE (digest_id, lang, length, model)
        ) STRICT
        """,
        """
        CREATE TABLE tags (
            digest_id INTEGER NOT NULL REFERENCES digests ON DELETE CASCADE,
            key TEXT NOT NULL,                     -- the tag in lower case
            tag TEXT NOT NULL,
            PRIMARY KEY (digest_id, key)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX tags_by_key ON tags (key)",
        SEARCH_TABLE,
    ),
)
