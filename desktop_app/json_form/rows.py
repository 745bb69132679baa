"""The rows that the command line prints, made for other programs to read."""

from __future__ import annotations

from typing import Any

from desktop_app.article import Article, Digest, Figure, Notice, Section, Summary
from desktop_app.errors import KratkoError
from desktop_app.json_form.grounding import grounding_json
from desktop_app.messages import describe_error, describe_notice


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
        "summary": {**summary_json(summary), "pages": summary_pages(summary, article)} if summary else None,
        "figures": [figure_row(figure, article) for figure in digest.figures],
        "related": [headline.text for headline in article.related],
    }
    if error is not None:
        row["error"] = error_json(error)
    return row


def figure_row(figure: Figure, article: Article) -> dict[str, Any]:
    """A figure of a row; ``page`` is the printed page it is on, null where there are none."""
    from desktop_app.figures import to_json

    return {**to_json(figure), "page": article.page_of(figure)}


def summary_json(summary: Summary) -> dict[str, Any]:
    """The ``summary`` object of a digest row, but for its pages."""
    return {
        "text": summary.text,
        "lang": summary.lang,
        "model": summary.model,
        "engine": summary.engine,
        "seconds": round(summary.seconds, 3),
        "tokens": summary.tokens,
        "outcome": str(summary.outcome),
        "grounding": grounding_json(summary.grounding),
        "style": str(summary.style),
        "about": summary.about,
    }


def summary_pages(summary: Summary, article: Article) -> list[dict[str, int]]:
    """For each sentence of the summary, by its place in the text, the printed page of the article that it rests on."""
    pages = []
    for sentence in summary.grounding.sentences if summary.grounding else ():
        starts = (place.span.start for place in sentence.sources if place.section is Section.BODY)
        page = next(map(article.page_at, starts), None)
        if page is not None:
            pages.append({"start": sentence.span.start, "end": sentence.span.end, "page": page})
    return pages


def error_json(error: KratkoError) -> dict[str, Any]:
    """The ``error`` object of a row."""
    wording = describe_error(error)
    return {"code": error.code, "message": wording.title, "advice": wording.advice, **error.params}


def warning_texts(notices: tuple[Notice, ...]) -> list[str]:
    """Notices as ``code: English words``, the form of ``warnings`` in JSON rows."""
    return [f"{notice.code}: {describe_notice(notice)}" for notice in notices]
