"""Stories with summaries and all their claims (``stories/*.toml``): kind, state, problem and places."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path
from typing import Any

import pytest

from desktop_app.article import Article, Section
from desktop_app.grounding import Claim, check
from desktop_app.grounding.source import source_of

STORIES: dict[str, list[dict[str, Any]]] = {
    path.stem: tomllib.loads(path.read_text("utf-8"))["story"]
    for path in sorted((Path(__file__).parent / "stories").glob("*.toml"))
}
CASES = [
    (lang, story["body"], row["text"], row["claims"])
    for lang, stories in STORIES.items()
    for story in stories
    for row in story["summary"]
]


def line(claim: Claim, article: Article) -> str:
    """``text | kind | state how problem | places``, three places at most."""
    state = " ".join(str(part) for part in (claim.state, claim.how, claim.problem) if part is not None)
    places = [article.section_text(place.section)[place.span.start : place.span.end] for place in claim.places[:3]]
    return f"{claim.text} | {claim.kind} | {state} | {' + '.join(places)}".rstrip()


@pytest.mark.parametrize(("lang", "body", "summary", "claims"), CASES)
def test_a_summary_has_these_claims(lang: str, body: str, summary: str, claims: list[str]) -> None:
    article = Article("-", body, lang=lang)
    grounding = check(summary, article, summary_lang=lang)
    assert [line(claim, article) for claim in grounding.claims] == claims
    for claim in grounding.claims:
        assert summary[claim.span.start : claim.span.end] == claim.text


@pytest.mark.parametrize("lang", STORIES)
def test_two_sentences_have_the_claims_of_each(lang: str) -> None:
    """What one sentence of a summary says does not change what is found of another, and places move with it."""
    for story in STORIES[lang]:
        source = source_of(Article("-", story["body"], lang=lang))
        article = Article("-", story["body"], lang=lang)
        for one, other in itertools.pairwise(story["summary"]):
            text = f"{one['text']} {other['text']}"
            grounding = check(text, source, summary_lang=lang)
            assert [line(claim, article) for claim in grounding.claims] == one["claims"] + other["claims"]
            assert all(text[claim.span.start : claim.span.end] == claim.text for claim in grounding.claims)
            assert [text[s.span.start : s.span.end] for s in grounding.sentences] == [one["text"], other["text"]]


@pytest.mark.parametrize("lang", STORIES)
def test_the_article_itself_is_found_word_for_word(lang: str) -> None:
    for story in STORIES[lang]:
        grounding = check(story["body"], Article("-", story["body"], lang=lang), summary_lang=lang)
        assert not grounding.flags
        assert all(sentence.support == 1.0 for sentence in grounding.sentences)
        assert [s.sources[0].span for s in grounding.sentences] == [s.span for s in grounding.sentences]
        assert {s.sources[0].section for s in grounding.sentences} == {Section.BODY}


@pytest.mark.parametrize("lang", STORIES)
def test_a_summary_cut_anywhere_is_checked_without_an_error(lang: str) -> None:
    for story in STORIES[lang]:
        source = source_of(Article("-", story["body"], lang=lang))
        for row in story["summary"][::3]:
            words = row["text"].split()
            for cut in range(len(words)):
                for text in (" ".join(words[:cut]), " ".join(words[cut:])):
                    for claim in check(text, source, summary_lang=lang).claims:
                        assert text[claim.span.start : claim.span.end] == claim.text
