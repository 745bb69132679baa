"""Properties that hold for any text: offsets, round trips of CLDR's number formats, no exception, linear work."""

from __future__ import annotations

import sys

import pytest
from babel.numbers import format_decimal
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.article import Article, Headline, Section
from desktop_app.figures import find_in_article, find_in_text, to_json, warm
from desktop_app.figures.tokens import tokenise

LANGUAGES = ["ru", "uk", "en", "de", "fr", "cs", "ja", "hi", "xx"]
NOUNS = {"ru": "рублей", "uk": "гривень", "en": "dollars", "de": "Euro", "fr": "euros", "es": "euros", "it": "euro",
         "pl": "złotych", "pt": "euros", "tr": "lira"}  # fmt: skip
PIECES = st.sampled_from(
    ["12", "3,5", "1 000", "%", "млн", "тыс.", "рублей", "$", "€", "-", "–", "от", "до", "(", ")", "«", "»", "два",
     "двести", "более", "в", "раз", "грн", "/", "т", "2021", "года", ".", ",", "\n", "half", "of", "twenty", "people",
     "to", "between", "and", "мая", "№", "5-летний", "½", "٣", "km", "d'euros", "zwanzig", "million"]
)  # fmt: skip
SETTINGS = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    for lang in LANGUAGES:
        warm(lang)


def check(text: str, lang: str) -> None:
    for figure in find_in_text(text, lang):
        assert text[figure.start : figure.end] == figure.text
        assert figure.text
        assert text[figure.sentence.start : figure.sentence.end] == figure.context
        assert figure.sentence.start <= figure.start < figure.end <= figure.sentence.end
        assert figure.high is None or figure.high > figure.value
        assert figure.same_as is None or figure.same_as < figure.start
        assert to_json(figure)["value"] == figure.value


@SETTINGS
@given(st.text(max_size=300), st.sampled_from(LANGUAGES))
def test_any_text_has_true_offsets(text: str, lang: str) -> None:
    check(text, lang)


@SETTINGS
@given(st.lists(PIECES, max_size=40), st.sampled_from(["", " "]), st.sampled_from(LANGUAGES))
def test_number_salad_has_true_offsets(pieces: list[str], glue: str, lang: str) -> None:
    check(glue.join(pieces), lang)


@SETTINGS
@given(st.integers(0, 10**12), st.integers(0, 99), st.sampled_from(sorted(NOUNS)))
def test_formatted_numbers_are_read_back(whole: int, cents: int, lang: str) -> None:
    value = whole + cents / 100
    written = format_decimal(value, locale=lang)
    figures = find_in_text(f"— {written} {NOUNS[lang]} —", lang)
    assert [figure.value for figure in figures] == [pytest.approx(value)]


@SETTINGS
@given(st.text(max_size=200))
def test_tokens_cover_everything_but_white_space(text: str) -> None:
    tokens = tokenise(text)
    assert "".join(token.text for token in tokens) == "".join(text.split())
    assert all(text[token.start : token.end] == token.text for token in tokens)


@SETTINGS
@given(st.lists(PIECES, max_size=30), st.lists(PIECES, max_size=30), st.lists(PIECES, max_size=30))
def test_articles_keep_their_sections_apart(title: list[str], body: list[str], other: list[str]) -> None:
    headline = " ".join(other).replace("\n", " ")
    article = Article("-", " ".join(body), title=" ".join(title), lang="ru", related=(Headline(headline),))
    figures = find_in_article(article)
    for figure in figures:
        text = article.section_text(figure.section)
        assert text[figure.start : figure.end] == figure.text
    sections = [figure.section is Section.RELATED for figure in figures]
    assert sections == sorted(sections)


HARD = {
    "digits": "7", "spaces": " ", "nested brackets": "([{", "quotes": "«", "dashes": "5-", "decimals": "1.",
    "lines": "\n",
    "mail": "a@", "addresses": "http://", "thousands": "1,000,", "letters": "zweihundert",
}  # fmt: skip


def calls(text: str) -> int:
    """How many Python function calls finding figures takes: work that does not depend on the machine's speed."""
    counted = 0

    def tally(frame: object, event: str, arg: object) -> None:
        nonlocal counted
        counted += event == "call"

    sys.setprofile(tally)
    try:
        find_in_text(text, "en")
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("name", HARD)
def test_work_grows_linearly(name: str) -> None:
    piece = HARD[name]
    small, large = piece * (10_000 // len(piece)), piece * (40_000 // len(piece))
    assert calls(large) <= 5 * calls(small) + 2_000


@pytest.mark.parametrize("name", ["digits", "spaces", "nested brackets"])
def test_a_megabyte_is_no_trouble(name: str) -> None:
    piece = HARD[name]
    assert find_in_text(piece * (1_000_000 // len(piece)), "en") == ()
