"""The JSON forms: what is written comes back equal, what is foreign is refused in words, rows stay what they were."""

from __future__ import annotations

import contextlib
import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    Summary,
)
from desktop_app.errors import NotADigest, TimedOut
from desktop_app.grounding.report import (
    Checked,
    Claim,
    ClaimKind,
    Derivation,
    Grounding,
    Place,
    Problem,
    Sentence,
    State,
)
from desktop_app.json_form import (
    article_row,
    article_to_json,
    digest_row,
    digest_to_json,
    dump_digests,
    figure_to_json,
    parse_digests,
    summary_to_json,
)
from tests.unit.library.conftest import make_digest

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
maybe = st.none() | texts
numbers = st.floats(allow_nan=False, allow_infinity=False)
whole = st.integers(0, 10**9)
notices = st.lists(
    st.builds(
        Notice,
        st.sampled_from(NoticeCode),
        st.dictionaries(texts, texts | st.integers() | numbers, max_size=2).map(lambda params: tuple(params.items())),
    ),
    max_size=2,
).map(tuple)
figures = st.builds(
    Figure, whole, whole, texts, numbers, st.none() | numbers, st.sampled_from(Bound), maybe, maybe, texts, texts,
    st.builds(Span, whole, whole), st.sampled_from(Section), texts, st.none() | st.builds(Change, texts, texts),
    st.none() | whole, st.lists(whole, max_size=2).map(tuple), numbers, st.booleans(),
)  # fmt: skip
articles = st.builds(
    Article, texts, texts, maybe, maybe, maybe, maybe, texts, maybe,
    st.lists(st.builds(Headline, texts, maybe), max_size=2).map(tuple), notices, st.lists(whole, max_size=2).map(tuple),
)  # fmt: skip
spans = st.builds(Span, whole, whole)
places = st.lists(st.builds(Place, st.sampled_from(Section), spans), max_size=2).map(tuple)
claims = st.builds(
    Claim, st.sampled_from(ClaimKind), spans, texts, st.sampled_from(State), places,
    st.none() | st.sampled_from(Derivation), st.none() | st.sampled_from(Problem),
)  # fmt: skip
sentences = st.builds(Sentence, spans, places, st.none() | numbers, st.lists(claims, max_size=2).map(tuple))
groundings = st.builds(
    Grounding, st.lists(sentences, max_size=2).map(tuple), st.lists(st.sampled_from(Checked), max_size=2).map(tuple)
)
summaries = st.builds(
    Summary, texts, texts, texts, texts, numbers, whole, whole, whole, notices, st.sampled_from(Outcome),
    st.none() | groundings,
)  # fmt: skip
digests = st.builds(Digest, articles, st.lists(figures, max_size=3).map(tuple), st.none() | summaries)


@given(st.lists(digests, min_size=1, max_size=3))
def test_what_is_exported_is_imported_again(given_digests: list[Digest]) -> None:
    assert parse_digests(dump_digests(given_digests)) == tuple(given_digests)


@given(articles, summaries, figures)
def test_no_field_is_forgotten(article: Article, summary: Summary, figure: Figure) -> None:
    for whole_object, form in (
        (article, article_to_json(article)),
        (summary, summary_to_json(summary)),
        (figure, figure_to_json(figure)),
        (Digest(article, ()), digest_to_json(Digest(article, ()))),
    ):
        assert set(form) == {field.name for field in dataclasses.fields(whole_object)}


def test_the_rows_of_the_command_line_keep_their_form() -> None:
    row = digest_row(make_digest(), TimedOut(host="a.example", seconds=30))
    assert list(row) == [
        "source", "title", "url", "lang", "published", "words", "read_words", "warnings", "summary", "figures",
        "related", "error",
    ]  # fmt: skip
    assert list(row["summary"]) == [
        "text", "lang", "model", "engine", "seconds", "tokens", "outcome", "grounding", "style", "about", "pages",
    ]  # fmt: skip
    assert list(row["figures"][0]) == [
        "start", "end", "text", "value", "high", "bound", "unit", "noun", "label", "context", "section", "kind",
        "change", "same_as", "in_summary", "page",
    ]  # fmt: skip
    assert row["error"]["code"] == "timed_out"
    (warning,) = row["warnings"]
    assert warning.startswith("partly_read: ")
    assert "10 of 13" in warning
    assert list(article_row(make_digest().article)) == [
        "source", "title", "byline", "site", "published", "lang", "url", "text", "related", "warnings",
    ]  # fmt: skip


def test_figures_and_summary_point_to_the_printed_page() -> None:
    digest = make_digest(pages=(0, 35))
    assert digest.summary is not None
    rests_on = (Place(Section.TITLE, Span(0, 5)), Place(Section.BODY, Span(40, 50)), Place(Section.BODY, Span(0, 5)))
    grounding = Grounding((Sentence(Span(0, 35), rests_on, 1.0, ()), Sentence(Span(36, 40), (), None, ())), ())
    row = digest_row(dataclasses.replace(digest, summary=dataclasses.replace(digest.summary, grounding=grounding)))
    assert [figure["page"] for figure in row["figures"]] == [2]
    assert row["summary"]["pages"] == [{"start": 0, "end": 35, "page": 2}]
    assert digest_row(make_digest())["figures"][0]["page"] is None


def test_rows_can_be_imported_without_the_text() -> None:
    digest = make_digest(url="https://news.example.org/x", published="2026-05-01")
    rows = [digest_row(digest), {"source": "gone.txt", "error": {"code": "file_missing"}}]
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n"
    (found,) = parse_digests(text)
    assert found.article.title == digest.article.title
    assert found.article.body == ""
    assert found.article.related == (Headline("Ferry stops"),)
    assert found.summary is not None
    assert digest.summary is not None
    assert (found.summary.text, found.summary.read_words) == (digest.summary.text, 10)
    assert [(f.text, f.value, f.unit) for f in found.figures] == [("12 million euros", 12e6, "EUR")]
    assert found.article.notices[0].code is NoticeCode.PARTLY_READ


def test_rows_with_line_separators_inside_are_one_row() -> None:
    row = digest_row(make_digest(title="one\u2028two\x85three"))
    text = json.dumps(row, ensure_ascii=False) + "\n" + json.dumps(row, ensure_ascii=False)
    assert [digest.article.title for digest in parse_digests(text)] == ["one\u2028two\x85three"] * 2


def full(**changes: Any) -> dict[str, Any]:
    form: dict[str, Any] = json.loads(dump_digests([make_digest()]))["digests"][0]
    return form | changes


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not json",
        "[]",
        "3",
        "null",
        "{}",
        '{"kratko": 2, "digests": []}',
        '{"kratko": true, "digests": 3}',
        '{"id": 1, "text": "a row of another kind"}',
        json.dumps(full(article=[])),
        json.dumps(full(article={"source": 1, "body": ""})),
        json.dumps(full(figures=[{"start": 1}])),
        json.dumps(full(figures={"a": 1})),
        json.dumps(full(figures=[full()["figures"][0] | {"value": float("nan")}])),
        json.dumps(full(figures=[full()["figures"][0] | {"bound": "??"}])),
        json.dumps(full(figures=[full()["figures"][0] | {"sentence": [1]}])),
        json.dumps(full(figures=[full()["figures"][0] | {"change": "up"}])),
        json.dumps(full(summary="text")),
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"article": {"source": "", "body": ""}, "figures": [{"start": ' + "9" * 5000 + "}]}",
    ],
)
def test_what_is_no_digest_is_refused_in_words(text: str) -> None:
    with pytest.raises(NotADigest) as error:
        parse_digests(text, "in.json")
    assert error.value.params["path"] == "in.json"


@given(st.recursive(st.none() | st.booleans() | numbers | texts, lambda inner: st.lists(inner) | st.dictionaries(
    texts | st.sampled_from(["kratko", "digests", "article", "figures", "summary", "source", "body"]), inner
)))  # fmt: skip
def test_no_json_makes_the_import_crash(form: Any) -> None:
    with contextlib.suppress(NotADigest):
        parse_digests(json.dumps(form))


def test_notices_of_a_newer_version_are_left_out_and_half_characters_replaced() -> None:
    form = full()
    form["article"]["notices"] = [{"code": "from_the_future", "params": {}}, {"code": "paywall"}]
    form["article"]["title"] = "half \ud83d of one"
    (digest,) = parse_digests(json.dumps(form))
    assert digest.article.notices == (Notice(NoticeCode.PAYWALL),)
    assert digest.article.title == "half \ufffd of one"


def test_forms_of_older_versions_are_read() -> None:
    form = full()
    for part, fields in (
        ("article", ("pages", "notices", "related")),
        ("summary", ("outcome", "grounding", "notices")),
    ):
        for field in fields:
            del form[part][field]
    (digest,) = parse_digests(json.dumps(form))
    assert digest.summary is not None
    assert digest.summary.outcome is Outcome.WRITTEN
    assert digest.article.body == make_digest().article.body
