"""Figures that the summary states move up: by what the checker found, back again, and never those of other stories."""

from __future__ import annotations

import pytest

from desktop_app import grounding
from desktop_app.article import Article, Figure, Headline, Section, Summary
from desktop_app.corroboration import IN_SUMMARY, corroborated, in_order
from desktop_app.figures import find_in_article, find_in_text
from desktop_app.figures.rank import WEIGHTS

ARTICLE = Article(
    source="-",
    title="Cable car of Tarn carries 84,000 people in a month",
    body=(
        "The cable car of Tarn carried 84,000 people in May. Rents in the upper town rose by 17%. The cabins were "
        "built by the Moss brothers for $46 million.\n\nA ticket costs $3.20. The cabins cost $46 million, and 1,042 "
        "people asked for their money back."
    ),
    lang="en",
    related=(Headline("Storm leaves 17% of homes without power"),),
)


def summary(text: str, lang: str = "en") -> Summary:
    return Summary(text, lang, "m", "e", 0.0, 0, 0, 0, grounding=grounding.check(text, ARTICLE, summary_lang=lang))


def stated(figures: tuple[Figure, ...]) -> set[str]:
    return {figure.text for figure in figures if figure.in_summary}


@pytest.fixture(scope="module")
def figures() -> tuple[Figure, ...]:
    return find_in_article(ARTICLE)


def test_what_the_summary_states_moves_up_by_the_named_weight(figures: tuple[Figure, ...]) -> None:
    # GIVEN a price that is the least of the sums
    before = [figure.text for figure in figures]
    # WHEN the summary states it, in another form
    after = corroborated(figures, summary("A ticket of the cable car costs 3.20 dollars."))
    # THEN it is marked, moves up, and its score says by how much
    assert stated(after) == {"$3.20"}
    assert [figure.text for figure in after].index("$3.20") < before.index("$3.20")
    (price,) = (figure for figure in after if figure.text == "$3.20")
    assert price.score == pytest.approx(next(f.score for f in figures if f.text == "$3.20") + IN_SUMMARY)
    assert WEIGHTS["in the summary"] == IN_SUMMARY


def test_all_mentions_of_a_quantity_are_told_together(figures: tuple[Figure, ...]) -> None:
    after = corroborated(figures, summary("The Moss brothers built the cabins for $46 million."))
    assert [f.in_summary for f in after if f.text == "$46 million"] == [True, True]
    after = corroborated(figures, summary("The cable car carried 84,000 people."))
    assert {f.section for f in after if f.in_summary} == {Section.TITLE, Section.BODY}


def test_an_invented_number_corroborates_nothing(figures: tuple[Figure, ...]) -> None:
    assert corroborated(figures, summary("The cabins were built for $99 million.")) == figures


def test_a_rounded_number_stands_for_the_exact_one(figures: tuple[Figure, ...]) -> None:
    assert stated(corroborated(figures, summary("About 1,000 people asked for their money back."))) == {"1,042"}


def test_another_language_corroborates_as_well(figures: tuple[Figure, ...]) -> None:
    assert "$3.20" in stated(corroborated(figures, summary("Билет стоит 3,20 доллара.", "ru")))


def test_other_stories_stay_where_they_are(figures: tuple[Figure, ...]) -> None:
    after = corroborated(figures, summary("Rents rose by 17%."))
    assert [f.section for f in after if f.in_summary] == [Section.BODY]
    assert after[-1].section is Section.RELATED
    assert after[-1] == figures[-1]


def test_the_last_summary_counts_and_none_undoes_it(figures: tuple[Figure, ...]) -> None:
    first = corroborated(figures, summary("A ticket costs $3.20."))
    second = corroborated(first, summary("Rents rose by 17%."))
    assert stated(second) == {"17%"}
    assert second == corroborated(figures, summary("Rents rose by 17%."))
    assert corroborated(second, None) == figures
    assert corroborated(second, second_unchecked()) == figures


def second_unchecked() -> Summary:
    return Summary("Rents rose by 17%.", "en", "m", "e", 0.0, 0, 0, 0)


def test_figures_of_plain_text_count_from_one_beginning() -> None:
    # GIVEN a headline in the text itself, whose figure the body repeats
    figures = find_in_text(f"{ARTICLE.title}\n\n{ARTICLE.body}", "en")
    assert in_order(figures) == list(figures)
    assert corroborated(figures, None) == figures
