"""Between the library's tables and the objects it hands out."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from desktop_app.article import Article, Digest, Figure
from desktop_app.choices import Engine, Length, Style
from desktop_app.errors import LibraryError
from desktop_app.json_form import (
    article_from_json,
    article_to_json,
    figure_from_json,
    figure_to_json,
    summary_from_json,
    summary_to_json,
)
from desktop_app.library.entries import Entry, Filter, StoredSummary
from desktop_app.library.identity import canonical_address, host_of, text_hash
from desktop_app.options import SummaryOptions

#: Between the parts of what sets summaries of one text apart.
_SHAPE = "/"
#: Columns of an entry; to be followed by a condition on ``d``.
SELECT_ENTRIES = """
SELECT d.id, d.source, d.title, d.url, d.site, d.lang, d.published, d.words, d.figure_count, d.saved_at, d.updated_at,
    d.pinned,
    (SELECT s.text FROM summaries s WHERE s.digest_id = d.id
     ORDER BY s.saved_at DESC, s.id DESC LIMIT 1) AS summary,
    (SELECT json_group_array(tag) FROM (SELECT tag FROM tags t WHERE t.digest_id = d.id ORDER BY key)) AS tags
FROM digests d
"""


def entry(row: sqlite3.Row) -> Entry:
    """The entry of a row of :data:`SELECT_ENTRIES`."""
    return Entry(
        id=row["id"],
        source=row["source"],
        title=row["title"],
        url=row["url"],
        site=row["site"],
        lang=row["lang"],
        published=row["published"],
        words=row["words"],
        figures=row["figure_count"],
        summary=row["summary"],
        saved_at=moment(row["saved_at"]),
        updated_at=moment(row["updated_at"]),
        pinned=bool(row["pinned"]),
        tags=tuple(json.loads(row["tags"])),
    )


def moment(seconds: float) -> datetime:
    """A stored time, in UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def stored_summary(row: sqlite3.Row) -> StoredSummary:
    """The summary of a row of the table ``summaries``. Raises ``LibraryError`` if it is damaged."""
    with _sound():
        return StoredSummary(
            id=row["id"],
            summary=summary_from_json(json.loads(row["summary"])),
            length=Length(row["length"].partition(_SHAPE)[0]),
            options=_options(json.loads(row["options"])),
            saved_at=moment(row["saved_at"]),
        )


def shape_of(options: SummaryOptions) -> str:
    """What sets summaries of one text in one language apart: the length, and style and question where they are not
    the usual ones."""
    extras = [str(options.style)] if options.style is not Style.PARAGRAPH or options.about else []
    return _SHAPE.join([str(options.length), *extras, *([options.about] if options.about else [])])


def options_to_json(options: SummaryOptions) -> dict[str, Any]:
    """What was asked for; the address of a server may hold a password and is left out."""
    return {
        "lang": options.lang,
        "length": str(options.length),
        "style": str(options.style),
        "about": options.about,
        "model": options.model,
        "engine": str(options.engine),
        "seed": options.seed,
        "insist": options.insist,
    }


def _options(form: dict[str, Any]) -> SummaryOptions:
    return SummaryOptions(
        lang=form["lang"],
        length=Length(form["length"]),
        style=Style(form.get("style", Style.PARAGRAPH)),
        about=form.get("about", ""),
        model=form["model"],
        engine=Engine(form["engine"]),
        seed=form["seed"],
        insist=form["insist"],
    )


def article_columns(article: Article, figures: Sequence[Figure]) -> dict[str, Any]:
    """The columns of ``digests`` that tell of the article."""
    return {
        "source": article.source,
        "url": article.url,
        "canonical": canonical_address(article.url) if article.url else None,
        "text_hash": text_hash(article.body),
        "readable": article.readable,
        "title": article.title,
        "site": article.site,
        "site_key": article.site.casefold() if article.site else None,
        "host": host_of(article.url) or host_of(article.source),
        "published": article.published,
        "lang": article.lang,
        "words": article.words,
        "figure_count": sum(figure.same_as is None for figure in figures),
        "body": article.body,
        "article": json.dumps({**article_to_json(article), "body": ""}, ensure_ascii=False),
        "figures": json.dumps([figure_to_json(figure) for figure in figures], ensure_ascii=False),
    }


def digest(row: sqlite3.Row, summary: StoredSummary | None) -> Digest:
    """The digest of a row with the columns ``body``, ``article`` and ``figures``. Raises ``LibraryError`` if it is
    damaged.
    """
    with _sound():
        return Digest(
            article_from_json({**json.loads(row["article"]), "body": row["body"]}),
            tuple(figure_from_json(form) for form in json.loads(row["figures"])),
            None if summary is None else summary.summary,
        )


@contextmanager
def _sound() -> Iterator[None]:
    """SQLite keeps no check sums: what comes back may be other than what was saved."""
    try:
        yield
    except (ValueError, TypeError, KeyError) as error:
        raise LibraryError(reason=f"an entry is damaged: {type(error).__name__}") from error


def storable(found: Digest) -> Digest:
    """``found`` with every text such as SQLite can keep: halves of characters become U+FFFD."""
    return Digest(
        article_from_json(article_to_json(found.article)),
        tuple(figure_from_json(figure_to_json(figure)) for figure in found.figures),
        None if found.summary is None else summary_from_json(summary_to_json(found.summary)),
    )


def conditions(wanted: Filter) -> tuple[str, dict[str, Any]]:
    """``wanted`` as an SQL condition on ``d`` and its values; what was deleted is never wanted."""
    parts, values = ["d.deleted_at IS NULL"], dict[str, Any]()
    if wanted.since is not None:
        parts.append("d.saved_at >= :since")
        values["since"] = _midnight(wanted.since)
    if wanted.until is not None:
        parts.append("d.saved_at < :until")
        values["until"] = _midnight(wanted.until + timedelta(days=1)) if wanted.until < date.max else float("inf")
    if wanted.site is not None:
        parts.append("(d.site_key = :site OR d.host = :host OR substr(d.host, -length(:host) - 1) = '.' || :host)")
        values["site"] = wanted.site.casefold()
        values["host"] = wanted.site.lower().removeprefix("www.")
    if wanted.lang is not None:
        parts.append("d.lang = :lang")
        values["lang"] = wanted.lang
    if wanted.tag is not None:
        parts.append("EXISTS (SELECT 1 FROM tags t WHERE t.digest_id = d.id AND t.key = :tag)")
        values["tag"] = wanted.tag.strip().casefold()
    if wanted.pinned:
        parts.append("d.pinned")
    return " AND ".join(parts), values


def _midnight(day: date) -> float:
    # Years at the ends of the calendar have no local time on every system.
    day = min(max(day, date(1970, 1, 2)), date(3000, 1, 1))
    return datetime.combine(day, time.min).astimezone().timestamp()
