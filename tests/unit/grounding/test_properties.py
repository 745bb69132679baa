from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.article import Article, Section
from desktop_app.figures import find_in_article
from desktop_app.grounding import Grounding, check, drop_clause, repair_numbers, salient_quotes

LANGUAGES = st.sampled_from(["ru", "uk", "en", "de", "pl", "ja", "und", "xx"])
PIECES = st.sampled_from(
    [
        "Шмыгаль не подписал договор с ООН.", "7,08 млн грн", "101 тыс. семей", "6 января 2026 года",
        "The U.S. didn't",
        "рост с 5% до 8%", "Київ", "Mr. Lee's", "\n\n", "…", "«Восход»", "двоє", "half", "10–15", "1:0", "3.14.15",
        "№ 5",
        "(", ")", ",", "—", "which", "который", "\u0301", "12.12.2012", "€", "İ", "ﬁ", "ß", "Es geht um Geld.",
        "東京", "🙂",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=14).map(" ".join))


def _valid(grounding: Grounding, summary: str, article: Article) -> None:
    for sentence in grounding.sentences:
        assert 0 <= sentence.span.start < sentence.span.end <= len(summary)
        assert sentence.support is None or 0.0 <= sentence.support <= 1.0 + 1e-9
        for place in sentence.sources:
            assert 0 <= place.span.start < place.span.end <= len(article.section_text(place.section))
        for claim in sentence.claims:
            assert summary[claim.span.start : claim.span.end] == claim.text != ""
            assert sentence.span.start <= claim.span.start
            assert claim.supported or claim.problem is not None
            for place in claim.places:
                assert place.section in (Section.BODY, Section.TITLE)
                assert 0 <= place.span.start < place.span.end <= len(article.section_text(place.section))
    assert 0.0 <= grounding.support <= 1.0 + 1e-9


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, st.one_of(st.none(), TEXTS), LANGUAGES, LANGUAGES)
def test_any_texts_give_a_valid_report(body: str, summary: str, title: str | None, lang: str, into: str) -> None:
    article = Article(source="-", body=body, title=title, lang=lang)
    grounding = check(summary, article, summary_lang=into)
    _valid(grounding, summary, article)
    assert pickle.loads(pickle.dumps(grounding)) == grounding
    assert check(summary, article, summary_lang=into) == grounding
    for repaired in (
        repair_numbers(summary, grounding, article, summary_lang=into),
        drop_clause(summary, grounding, article, summary_lang=into),
    ):
        assert repaired is None or repaired != summary
    for span in salient_quotes(article, find_in_article(article), 3):
        assert 0 <= span.start < span.end <= len(body)


@settings(max_examples=150, deadline=None)
@given(TEXTS, LANGUAGES)
def test_a_text_is_grounded_in_itself(text: str, lang: str) -> None:
    grounding = check(text, Article(source="-", body=text, lang=lang), summary_lang=lang)
    assert grounding.flags == ()


@pytest.mark.parametrize("lang", ["ru", "en", "xx"])
def test_nothing_to_check(lang: str) -> None:
    grounding = check("", Article(source="-", body="", lang=lang), summary_lang=lang)
    assert grounding.sentences == ()
    assert grounding.flags == ()


def test_long_texts_are_read_in_linear_time() -> None:
    body = "Завод построил 12 домов в Твери. " * 3000
    assert not check("Завод построил 12 домов.", Article(source="-", body=body, lang="ru"), summary_lang="ru").flags
