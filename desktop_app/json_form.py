"""The JSON forms of digests and their parts, both ways.

Two forms. The *rows* are what the command line prints: made for other programs to read, fields are added and never
renamed (ADR 4). The *full* form keeps everything, so that ``digest_from_json(digest_to_json(digest)) == digest``; the
library and the JSON export use it. A figure of the full form is a row's figure (``figures.to_json``) with the fields a
row leaves out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

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
    Span,
    Style,
    Summary,
)
from desktop_app.errors import KratkoError, NotADigest
from desktop_app.json_values import a_list, a_number, a_param, a_text, a_whole, an_object, text_or_none
from desktop_app.messages import describe_error, describe_notice

if TYPE_CHECKING:
    from desktop_app.grounding.report import Claim, Grounding, Place

#: Version of the full form; a higher one may mean what this program cannot know.
VERSION = 1


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


def grounding_json(grounding: Grounding | None) -> dict[str, Any] | None:
    """The ``grounding`` object of a row: the full form with shares rounded; ``None`` where nothing was checked."""
    if grounding is None:
        return None
    form = _grounding_to_json(grounding)
    for sentence in form["sentences"]:
        if sentence["support"] is not None:
            sentence["support"] = round(sentence["support"], 3)
    return form


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
        related=tuple(_headline(item) for item in a_list(form.get("related"))),
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
        sentence=_span(form.get("sentence", [0, 0])),
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
        "grounding": None if summary.grounding is None else _grounding_to_json(summary.grounding),
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
        grounding=None if grounding is None else _grounding_from_json(an_object(grounding)),
    )


def _grounding_to_json(grounding: Grounding) -> dict[str, Any]:
    return {
        "checked": [str(item) for item in grounding.checked],
        "sentences": [
            {
                "span": [sentence.span.start, sentence.span.end],
                "sources": [_place_to_json(place) for place in sentence.sources],
                "support": sentence.support,
                "claims": [
                    {
                        "kind": str(claim.kind),
                        "span": [claim.span.start, claim.span.end],
                        "text": claim.text,
                        "state": str(claim.state),
                        "places": [_place_to_json(place) for place in claim.places],
                        **({"how": str(claim.how)} if claim.how else {}),
                        **({"problem": str(claim.problem)} if claim.problem else {}),
                    }
                    for claim in sentence.claims
                ],
            }
            for sentence in grounding.sentences
        ],
    }


def _grounding_from_json(form: Mapping[str, Any]) -> Grounding:
    from desktop_app.grounding.report import Checked, Grounding, Sentence

    return Grounding(
        sentences=tuple(
            Sentence(
                span=_span(sentence["span"]),
                sources=tuple(map(_place_from_json, a_list(sentence["sources"]))),
                support=None if sentence["support"] is None else a_number(sentence["support"]),
                claims=tuple(_claim_from_json(an_object(claim)) for claim in a_list(sentence["claims"])),
            )
            for sentence in map(an_object, a_list(form["sentences"]))
        ),
        checked=tuple(Checked(item) for item in a_list(form["checked"])),
    )


def _claim_from_json(form: Mapping[str, Any]) -> Claim:
    from desktop_app.grounding.report import Claim, ClaimKind, Derivation, Problem, State

    return Claim(
        kind=ClaimKind(form["kind"]),
        span=_span(form["span"]),
        text=a_text(form["text"]),
        state=State(form["state"]),
        places=tuple(map(_place_from_json, a_list(form["places"]))),
        how=None if form.get("how") is None else Derivation(form["how"]),
        problem=None if form.get("problem") is None else Problem(form["problem"]),
    )


def _place_to_json(place: Place) -> list[Any]:
    return [str(place.section), place.span.start, place.span.end]


def _place_from_json(form: object) -> Place:
    from desktop_app.grounding.report import Place

    section, start, end = a_list(form)
    return Place(Section(section), Span(a_whole(start), a_whole(end)))


def _span(form: object) -> Span:
    start, end = a_list(form)
    return Span(a_whole(start), a_whole(end))


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
    notices = tuple(Notice(NoticeCode(code), words) for code in codes if code in _KNOWN_NOTICES)
    article = Article(
        source=a_text(row["source"]),
        body="",
        title=text_or_none(row.get("title")),
        site=text_or_none(row.get("site")),
        published=text_or_none(row.get("published")),
        lang=a_text(row.get("lang", "und")),
        url=text_or_none(row.get("url")),
        related=tuple(_headline(item) for item in a_list(row.get("related"))),
        notices=notices,
    )
    summary = row["summary"]
    if summary is not None:
        summary = summary_from_json({**an_object(summary), "read_words": row.get("read_words", 0)})
    return Digest(article, tuple(figure_from_json(an_object(item)) for item in a_list(row["figures"])), summary)


_KNOWN_NOTICES = frozenset(str(code) for code in NoticeCode)


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
        if item["code"] in _KNOWN_NOTICES
    )


def _headline(item: object) -> Headline:
    if isinstance(item, str):
        return Headline(a_text(item))
    form = an_object(item)
    return Headline(a_text(form["text"]), text_or_none(form.get("url")))
