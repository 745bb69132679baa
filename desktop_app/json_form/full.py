"""The full form, which keeps everything."""

from __future__ import annotations

from collections.abc import Mapping
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
    Outcome,
    Section,
    Summary,
)
from desktop_app.choices import Style
from desktop_app.json_form.grounding import grounding_from_json, grounding_to_json, span_from_json
from desktop_app.json_form.rows import summary_json
from desktop_app.json_values import a_list, a_number, a_param, a_text, a_whole, an_object, text_or_none

#: Codes that this program has words for.
KNOWN_NOTICES = frozenset(str(code) for code in NoticeCode)


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
        article_from_json(an_object(form["article"])),
        tuple(figure_from_json(an_object(item)) for item in a_list(form.get("figures"))),
        None if summary is None else summary_from_json(an_object(summary)),
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
        "pages": list(article.pages),
    }


def article_from_json(form: Mapping[str, Any]) -> Article:
    """The article of a full form. Raises ``ValueError``, ``TypeError`` or ``KeyError`` if it is none."""
    return Article(
        source=a_text(form["source"]),
        body=a_text(form["body"]),
        title=text_or_none(form.get("title")),
        byline=text_or_none(form.get("byline")),
        site=text_or_none(form.get("site")),
        published=text_or_none(form.get("published")),
        lang=a_text(form.get("lang", "und")),
        url=text_or_none(form.get("url")),
        related=tuple(headline_from_json(item) for item in a_list(form.get("related"))),
        notices=_notices_from_json(form.get("notices")),
        pages=tuple(map(a_whole, a_list(form.get("pages")))),
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
    return Figure(
        start=a_whole(form["start"]),
        end=a_whole(form["end"]),
        text=a_text(form["text"]),
        value=a_number(form["value"]),
        high=None if high is None else a_number(high),
        bound=Bound(form.get("bound", Bound.EXACT)),
        unit=text_or_none(form.get("unit")),
        noun=text_or_none(form.get("noun")),
        label=a_text(form.get("label", "")),
        context=a_text(form.get("context", "")),
        sentence=span_from_json(form.get("sentence", [0, 0])),
        section=Section(form.get("section", Section.BODY)),
        kind=a_text(form.get("kind", "count")),
        change=None if change is None else Change(a_text(change["direction"]), a_text(change["role"])),
        same_as=None if same_as is None else a_whole(same_as),
        conflicts_with=tuple(a_whole(item) for item in a_list(form.get("conflicts_with"))),
        score=a_number(form.get("score", 0.0)),
        in_summary=bool(form.get("in_summary", False)),
    )


def summary_to_json(summary: Summary) -> dict[str, Any]:
    """The full form of a summary."""
    return {
        **summary_json(summary),
        "seconds": summary.seconds,
        "prompt_tokens": summary.prompt_tokens,
        "read_words": summary.read_words,
        "notices": _notices_to_json(summary.notices),
        "grounding": None if summary.grounding is None else grounding_to_json(summary.grounding),
    }


def summary_from_json(form: Mapping[str, Any]) -> Summary:
    """The summary of a full form, or of a row. Raises ``ValueError``, ``TypeError`` or ``KeyError`` if it is none."""
    grounding = form.get("grounding")
    return Summary(
        text=a_text(form["text"]),
        lang=a_text(form["lang"]),
        model=a_text(form.get("model", "")),
        engine=a_text(form.get("engine", "")),
        seconds=a_number(form.get("seconds", 0.0)),
        prompt_tokens=a_whole(form.get("prompt_tokens", 0)),
        tokens=a_whole(form.get("tokens", 0)),
        read_words=a_whole(form.get("read_words", 0)),
        notices=_notices_from_json(form.get("notices")),
        outcome=Outcome(form.get("outcome", Outcome.WRITTEN)),
        style=Style(form.get("style", Style.PARAGRAPH)),
        about=a_text(form.get("about", "")),
        grounding=None if grounding is None else grounding_from_json(an_object(grounding)),
    )


def headline_from_json(item: object) -> Headline:
    """The headline of a full form, or of a row, where it is its words alone."""
    if isinstance(item, str):
        return Headline(a_text(item))
    form = an_object(item)
    return Headline(a_text(form["text"]), text_or_none(form.get("url")))


def _notices_to_json(notices: tuple[Notice, ...]) -> list[dict[str, Any]]:
    return [{"code": str(notice.code), "params": dict(notice.params)} for notice in notices]


def _notices_from_json(form: object) -> tuple[Notice, ...]:
    """Notices; those this program does not know (of a newer one) have no words here and are left out."""
    return tuple(
        Notice(
            NoticeCode(item["code"]),
            tuple((a_text(name), a_param(value)) for name, value in an_object(item.get("params", {})).items()),
        )
        for item in map(an_object, a_list(form))
        if item["code"] in KNOWN_NOTICES
    )
