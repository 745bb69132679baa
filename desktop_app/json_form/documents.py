"""Documents of several digests: written in the full form, read in either."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from desktop_app.article import Article, Digest, Notice, NoticeCode
from desktop_app.errors import NotADigest
from desktop_app.json_form.full import (
    KNOWN_NOTICES,
    digest_from_json,
    digest_to_json,
    figure_from_json,
    headline_from_json,
    summary_from_json,
)
from desktop_app.json_values import a_list, a_text, a_whole, an_object, text_or_none

#: Version of the full form; a higher one may mean what this program cannot know.
VERSION = 1


def dump_digests(digests: Iterable[Digest]) -> str:
    """A JSON document of ``digests`` in the full form; :func:`parse_digests` reads it again."""
    document = {"kratko": VERSION, "digests": [digest_to_json(digest) for digest in digests]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def parse_digests(text: str, name: str = "-") -> tuple[Digest, ...]:
    """The digests in ``text``: a document of :func:`dump_digests`, or the lines of ``kratko digest --json``.

    Rows of failed sources are left out. Rows hold no article text, so the articles of their digests have no body.
    Raises ``NotADigest``, with ``name`` as its ``path``, for anything else.
    """
    try:
        found = tuple(_digest_of_either(item) for item in _objects(text) if "article" in item or "error" not in item)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError) as error:
        raise NotADigest(path=name, reason=f"{type(error).__name__}: {error}"[:200]) from error
    if not found:
        raise NotADigest(path=name, reason="no digest in it")
    return found


def _objects(text: str) -> list[dict[str, Any]]:
    text = text.removeprefix("\ufeff")
    try:
        document = json.loads(text)
    except json.JSONDecodeError:
        return [an_object(json.loads(line)) for line in text.split("\n") if line.strip()]
    if isinstance(document, dict) and "kratko" in document:
        if a_whole(document["kratko"]) > VERSION:
            raise ValueError(f"written by a newer Kratko (form {document['kratko']})")
        document = document["digests"]
    return [an_object(item) for item in (document if isinstance(document, list) else [document])]


def _digest_of_either(form: dict[str, Any]) -> Digest:
    return digest_from_json(form) if "article" in form else _digest_of_row(form)


def _digest_of_row(row: dict[str, Any]) -> Digest:
    # A row words its notices; their numbers are the row's own.
    words = tuple((name, a_whole(row.get(name, 0))) for name in ("words", "read_words"))
    codes = (str(item).partition(":")[0] for item in a_list(row.get("warnings")))
    notices = tuple(Notice(NoticeCode(code), words) for code in codes if code in KNOWN_NOTICES)
    article = Article(
        source=a_text(row["source"]),
        body="",
        title=text_or_none(row.get("title")),
        site=text_or_none(row.get("site")),
        published=text_or_none(row.get("published")),
        lang=a_text(row.get("lang", "und")),
        url=text_or_none(row.get("url")),
        related=tuple(headline_from_json(item) for item in a_list(row.get("related"))),
        notices=notices,
    )
    summary = row["summary"]
    if summary is not None:
        summary = summary_from_json({**an_object(summary), "read_words": row.get("read_words", 0)})
    return Digest(article, tuple(figure_from_json(an_object(item)) for item in a_list(row["figures"])), summary)
