"""The JSON forms of digests and their parts, both ways.

Two forms. The *rows* are what the command line prints: made for other programs to read, fields are added and never
renamed (ADR 4). The *full* form keeps everything, so that ``digest_from_json(digest_to_json(digest)) == digest``; the
library and the JSON export use it. A figure of the full form is a row's figure (``figures.to_json``) with the fields a
row leaves out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from desktop_app.article import (
    Article,
    Bound,
    Change,
    Digest,
    Figure,
    Headline,
    Notice,
    NoticeCode,
    Section,
    Span,
    Summary,
)
from desktop_app.errors import KratkoError, NotADigest
from desktop_app.messages import describe_error, describe_notice

#: Version of the full form; a higher one may mean what this program cannot know.
VERSION = 1

_SURROGATE = re.compile("[\ud800-\udfff]")


def article_row(article: Article) -> dict[str, Any]:
    """The JSON row of ``kratko extract``."""
    return {
        "source": article.source,
        "title": article.title,
        "byline": article.byline,
        "site": article.site,
        "published": article.published,
        "lang": article.lang,
        "url": article.url,
        "text": article.body,
        "related": [headline.text for headline in article.related],
        "warnings": warning_texts(article.notices),
    }


def digest_row(digest: Digest, error: KratkoError | None = None) -> dict[str, Any]:
    """The JSON row of ``kratko digest``; ``error`` says why a summary is missing."""
    from desktop_app.figures import to_json

    article, summary = digest.article, digest.summary
    notices = article.notices + (summary.notices if summary else ())
    row: dict[str, Any] = {
        "source": article.source,
        "title": article.title,
        "url": article.url,
        "lang": article.lang,
        "published": article.published,
        "words": article.words,
        "read_words": summary.read_words if summary else 0,
        "warnings": warning_texts(notices),
        "summary": summary_json(summary) if summary else None,
        "figures": [to_json(figure) for figure in digest.figures],
        "related": [headline.text for headline in article.related],
    }
    if error is not None:
        row["error"] = error_json(error)
    return row


def summary_json(summary: Summary) -> dict[str, Any]:
    """The ``summary`` object of a digest row."""
    return {
        "text": summary.text,
        "lang": summary.lang,
        "model": summary.model,
        "engine": summary.engine,
        "seconds": round(summary.seconds, 3),
        "tokens": summary.tokens,
    }


def error_json(error: KratkoError) -> dict[str, Any]:
    """The ``error`` object of a row."""
    wording = describe_error(error)
    return {"code": error.code, "message": wording.title, "advice": wording.advice, **error.params}


def warning_texts(notices: tuple[Notice, ...]) -> list[str]:
    """Notices as ``code: English words``, the form of ``warnings`` in JSON rows."""
    return [f"{notice.code}: {describe_notice(notice)}" for notice in notices]


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


def digest_to_json(digest: Digest) -> dict[str, Any]:
    """The full form of a digest: ``{"article", "figures", "summary"}``."""
    return {
        "article": article_to_json(digest.article),
        "figures": [figure_to_json(figure) for figure in digest.figures],
        "summary": None if digest.summary is None else summary_to_json(digest.summary),
    }


def digest_from_json(form: Mapping[str, Any]) -> Digest:
    """The digest of a full form. Raises ``ValueError``, ``TypeError`` or ``KeyError`` if it is none."""
    summary = form.get("summary")
    return Digest(
        article_from_json(_object(form["article"])),
        tuple(figure_from_json(_object(item)) for item in _list(form.get("figures"))),
        None if summary is None else summary_from_json(_object(summary)),
    )


def article_to_json(article: Article) -> dict[str, Any]:
    """The full form of an article."""
    return {
        "source": article.source,
        "title": article.title,
        "byline": article.byline,
        "site": article.site,
        "published": article.published,
        "lang": article.lang,
        "url": article.url,
        "body": article.body,
        "related": [{"text": headline.text, "url": headline.url} for headline in article.related],
        "notices": _notices_to_json(article.notices),
    }


def article_from_json(form: Mapping[str, Any]) -> Article:
    """The article of a full form. Raises ``ValueError``, ``TypeError`` or ``KeyError`` if it is none."""
    return Article(
        source=_text(form["source"]),
        body=_text(form["body"]),
        title=_text_or_none(form.get("title")),
        byline=_text_or_none(form.get("byline")),
        site=_text_or_none(form.get("site")),
        published=_text_or_none(form.get("published")),
        lang=_text(form.get("lang", "und")),
        url=_text_or_none(form.get("url")),
        related=tuple(_headline(item) for item in _list(form.get("related"))),
        notices=_notices_from_json(form.get("notices")),
    )


def figure_to_json(figure: Figure) -> dict[str, Any]:
    """The full form of a figure."""
    from desktop_app.figures import to_json

    return {
        **to_json(figure),
        "sentence": [figure.sentence.start, figure.sentence.end],
        "conflicts_with": list(figure.conflicts_with),
        "score": figure.score,
    }


def figure_from_json(form: Mapping[str, Any]) -> Figure:
    """The figure of a full form, or of a row. Raises ``ValueError``, ``TypeError`` or ``KeyError`` if it is none."""
    change, high, same_as = form.get("change"), form.get("high"), form.get("same_as")
    start, end = form.get("sentence") or (0, 0)
    return Figure(
        start=_whole(form["start"]),
        end=_whole(form["end"]),
        text=_text(form["text"]),
        value=_number(form["value"]),
        high=None if high is None else _number(high),
        bound=Bound(form.get("bound", Bound.EXACT)),
        unit=_text_or_none(form.get("unit")),
        noun=_text_or_none(form.get("noun")),
        label=_text(form.get("label", "")),
        context=_text(form.get("context", "")),
        sentence=Span(_whole(start), _whole(end)),
        section=Section(form.get("section", Section.BODY)),
        kind=_text(form.get("kind", "count")),
        change=None if change is None else Change(_text(change["direction"]), _text(change["role"])),
        same_as=None if same_as is None else _whole(same_as),
        conflicts_with=tuple(_whole(item) for item in _list(form.get("conflicts_with"))),
        score=_number(form.get("score", 0.0)),
    )


def summary_to_json(summary: Summary) -> dict[str, Any]:
    """The full form of a summary."""
    return {
        **summary_json(summary),
        "seconds": summary.seconds,
        "prompt_tokens": summary.prompt_tokens,
        "read_words": summary.read_words,
        "notices": _notices_to_json(summary.notices),
    }


def summary_from_json(form: Mapping[str, Any]) -> Summary:
    """The summary of a full form, or of a row. Raises ``ValueError``, ``TypeError`` or ``KeyError`` if it is none."""
    return Summary(
        text=_text(form["text"]),
        lang=_text(form["lang"]),
        model=_text(form.get("model", "")),
        engine=_text(form.get("engine", "")),
        seconds=_number(form.get("seconds", 0.0)),
        prompt_tokens=_whole(form.get("prompt_tokens", 0)),
        tokens=_whole(form.get("tokens", 0)),
        read_words=_whole(form.get("read_words", 0)),
        notices=_notices_from_json(form.get("notices")),
    )


def _objects(text: str) -> list[dict[str, Any]]:
    text = text.removeprefix("\ufeff")
    try:
        document = json.loads(text)
    except json.JSONDecodeError:
        return [_object(json.loads(line)) for line in text.split("\n") if line.strip()]
    if isinstance(document, dict) and "kratko" in document:
        if _whole(document["kratko"]) > VERSION:
            raise ValueError(f"written by a newer Kratko (form {document['kratko']})")
        document = document["digests"]
    return [_object(item) for item in (document if isinstance(document, list) else [document])]


def _digest_of_either(form: dict[str, Any]) -> Digest:
    return digest_from_json(form) if "article" in form else _digest_of_row(form)


def _digest_of_row(row: dict[str, Any]) -> Digest:
    # A row words its notices; their numbers are the row's own.
    words = tuple((name, _whole(row.get(name, 0))) for name in ("words", "read_words"))
    codes = (str(item).partition(":")[0] for item in _list(row.get("warnings")))
    notices = tuple(Notice(NoticeCode(code), words) for code in codes if code in _KNOWN_NOTICES)
    article = Article(
        source=_text(row["source"]),
        body="",
        title=_text_or_none(row.get("title")),
        site=_text_or_none(row.get("site")),
        published=_text_or_none(row.get("published")),
        lang=_text(row.get("lang", "und")),
        url=_text_or_none(row.get("url")),
        related=tuple(_headline(item) for item in _list(row.get("related"))),
        notices=notices,
    )
    summary = row["summary"]
    if summary is not None:
        summary = summary_from_json({**_object(summary), "read_words": row.get("read_words", 0)})
    return Digest(article, tuple(figure_from_json(_object(item)) for item in _list(row["figures"])), summary)


_KNOWN_NOTICES = frozenset(str(code) for code in NoticeCode)


def _notices_to_json(notices: tuple[Notice, ...]) -> list[dict[str, Any]]:
    return [{"code": str(notice.code), "params": dict(notice.params)} for notice in notices]


def _notices_from_json(form: object) -> tuple[Notice, ...]:
    """Notices; those this program does not know (of a newer one) have no words here and are left out."""
    return tuple(
        Notice(
            NoticeCode(item["code"]),
            tuple((_text(name), _param(value)) for name, value in _object(item.get("params", {})).items()),
        )
        for item in map(_object, _list(form))
        if item["code"] in _KNOWN_NOTICES
    )


def _headline(item: object) -> Headline:
    if isinstance(item, str):
        return Headline(_text(item))
    form = _object(item)
    return Headline(_text(form["text"]), _text_or_none(form.get("url")))


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(f"an object is needed, not {type(value).__name__}")
    return value


def _list(value: object) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise TypeError(f"a list is needed, not {type(value).__name__}")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text is needed, not {type(value).__name__}")
    # JSON can spell halves of characters (\ud800), which no file can hold.
    return _SURROGATE.sub("\ufffd", value)


def _text_or_none(value: object) -> str | None:
    return None if value is None else _text(value)


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"a number is needed, not {type(value).__name__}")
    number = float(value)
    if number != number or number in (float("inf"), float("-inf")):
        raise ValueError("a finite number is needed")
    return number


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"a whole number is needed, not {type(value).__name__}")
    return value


def _param(value: object) -> str | int | float:
    return _text(value) if isinstance(value, str) else (value if isinstance(value, int) else _number(value))
