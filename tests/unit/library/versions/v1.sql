-- A library of version 1 with one digest; see schema.py.
BEGIN TRANSACTION;
CREATE TABLE addresses (
            address TEXT PRIMARY KEY,              -- identity.canonical_address of what the reader gave
            digest_id INTEGER NOT NULL REFERENCES digests ON DELETE CASCADE
        ) STRICT
        ;
INSERT INTO "addresses" VALUES('news.example.org/ostby-bridge',1);
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
        ;
INSERT INTO "digests" VALUES(1,'https://news.example.org/ostby-bridge?utm_source=letter',NULL,NULL,X'3A7C63E43B450C2E370825A42542EA18A7702FB1AF8CE731EAFF2E1088F11BBC',1,'Ostby bridge opens',NULL,NULL,'news.example.org',NULL,'en',13,1,'The bridge at Ostby will open in May. It cost 12 million euros.','{"source": "https://news.example.org/ostby-bridge?utm_source=letter", "title": "Ostby bridge opens", "byline": null, "site": null, "published": null, "lang": "en", "url": null, "body": "", "related": [{"text": "Ferry stops", "url": "https://news.example.org/ferry"}], "notices": [], "pages": []}','[{"start": 46, "end": 48, "text": "12 million euros", "value": 12000000, "high": null, "bound": "=", "unit": "EUR", "noun": null, "label": "cost", "context": "", "section": "body", "kind": "money", "change": null, "same_as": null, "sentence": [38, 66], "conflicts_with": [3], "score": 0.75}]',1800000000.0,1800000000.0,1,NULL);
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
        ;
INSERT INTO "summaries" VALUES(1,1,'en','short','small-model','A new bridge opens in Ostby in May.','{"text": "A new bridge opens in Ostby in May.", "lang": "en", "model": "small-model", "engine": "llama.cpp", "seconds": 2.25, "tokens": 14, "prompt_tokens": 120, "read_words": 10, "notices": [{"code": "partly_read", "params": {"read_words": 10, "words": 13}}], "outcome": "written", "grounding": null}','{"lang": "auto", "length": "short", "model": null, "engine": "auto", "seed": 0, "insist": false}',1800000000.0);
CREATE TABLE tags (
            digest_id INTEGER NOT NULL REFERENCES digests ON DELETE CASCADE,
            key TEXT NOT NULL,                     -- the tag in lower case
            tag TEXT NOT NULL,
            PRIMARY KEY (digest_id, key)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "tags" VALUES(1,'roads','Roads');
CREATE INDEX digests_by_text ON digests (text_hash);
CREATE INDEX digests_by_canonical ON digests (canonical);
CREATE INDEX digests_by_order ON digests (pinned, saved_at);
CREATE INDEX addresses_by_digest ON addresses (digest_id);
CREATE INDEX tags_by_key ON tags (key);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('digests',1);
INSERT INTO "sqlite_sequence" VALUES('summaries',1);
CREATE VIRTUAL TABLE search USING fts5(
    title, title_keys, words, lemmas, stems,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'", prefix = '2 3'
);
INSERT INTO "search" VALUES('ostby bridge opens','ostby bridge open ostb bridg open','a new bridge opens in ostby in may
the bridge at ostby will open in may it cost 12 million euros','a new bridge open in ostby in may
the bridge at ostby will open in may it cost million euro','bridg open ostb
bridg ostb will open cost million euro');
PRAGMA user_version = 1;
COMMIT;
