"""Repairs of a summary without the model."""

from __future__ import annotations

import pytest

from desktop_app.article import Article
from desktop_app.choices import Length
from desktop_app.fluency import LIMITS
from desktop_app.summarizer.candidates import Judge, best
from desktop_app.summarizer.repairing import quoted, repaired

EN = Article(
    source="-",
    lang="en",
    title="Ferry to Saltholm stops for the winter",
    body="The ferry to Saltholm stops on 3 November for the winter, the harbour office said. "
    "It carried 41,000 passengers this year, 12 percent more than last year. "
    "Captain Ingrid Solberg will use the winter to repair the engine.\n\n"
    "The island's 230 people will get their mail by plane. The ferry starts again on 28 March.",
)


@pytest.fixture
def judge() -> Judge:
    return Judge(EN, "en", LIMITS[Length.SHORT])


def test_what_is_clean_stays_as_it_is(judge: Judge) -> None:
    good = judge.judge("The ferry to Saltholm stops on 3 November for the winter.")
    assert good.clean
    assert repaired(good, judge) is good


def test_a_misspelt_word_is_set_right(judge: Judge) -> None:
    found = repaired(judge.judge("The ferry to Saltholm stops for the winnter, the harbour office said."), judge)
    assert found is not None
    assert found.text == "The ferry to Saltholm stops for the winter, the harbour office said."


def test_a_sentence_with_an_invented_number_goes(judge: Judge) -> None:
    kept = "The ferry to Saltholm stops on 3 November for the winter."
    found = repaired(judge.judge(f"{kept} It sank 77 times."), judge)
    assert found is not None
    assert found.text == kept


def test_a_trailing_clause_with_an_invented_name_goes(judge: Judge) -> None:
    bad = judge.judge("Captain Ingrid Solberg will use the winter to repair the engine, with help from Bertil Quist.")
    assert not bad.clean
    found = repaired(bad, judge)
    assert found is not None
    assert found.text == "Captain Ingrid Solberg will use the winter to repair the engine."


def test_what_cannot_be_repaired_is_not(judge: Judge) -> None:
    assert repaired(judge.judge("Zanzibar bought 77 ferries from Bertil Quist."), judge) is None


def test_one_long_sentence_is_cut_at_a_clause(judge: Judge) -> None:
    long = (
        "The ferry to Saltholm stops on 3 November for the winter, the harbour office said, and it carried 41,000 "
        "passengers this year, 12 percent more than last year, and the island's 230 people will get their mail by "
        "plane until the ferry starts again on 28 March."
    )
    bad = judge.judge(long)
    assert not bad.clean
    found = repaired(bad, judge)
    assert found is not None
    assert long.startswith(found.text[:-1])
    assert found.words <= 40


def test_quotations_fit_and_stand_in_the_article(judge: Judge) -> None:
    shown = quoted(EN, LIMITS[Length.SHORT], (), judge)
    assert shown.quoted
    assert shown.words <= 40
    assert all(sentence.rstrip(".") in EN.body for sentence in shown.text.split(". "))
    assert not shown.grounding.flags


def test_an_article_without_a_quotable_sentence_still_gives_words() -> None:
    verse = Article(source="-", lang="en", body="word " * 100)
    shown = quoted(verse, LIMITS[Length.SHORT], (), Judge(verse, "en", LIMITS[Length.SHORT]))
    assert shown.text.endswith("…")
    assert shown.words <= 40


def test_the_candidate_with_fewer_faults_is_better(judge: Judge) -> None:
    good = judge.judge("The ferry to Saltholm stops on 3 November for the winter.")
    bad = judge.judge("The ferry to Saltholm sank 77 times near Bertil Quist.")
    assert best([bad, good]) is good
    assert not judge.passable(bad)


def test_a_sentence_that_points_back_goes_with_the_one_it_points_to(judge: Judge) -> None:
    bad = judge.judge(
        "The ferry to Saltholm stops on 3 November for the winter. Bertil Quist will repair the engine. "
        "He will use the winter for it."
    )
    found = repaired(bad, judge)
    assert found is not None
    assert found.text == "The ferry to Saltholm stops on 3 November for the winter."


def test_no_cut_leaves_a_name_without_a_verb(judge: Judge) -> None:
    found = repaired(
        judge.judge("Captain Ingrid Solberg of the ferry to Saltholm, Bertil Quist's friend, will repair the engine."),
        judge,
    )
    assert found is None


def test_a_cut_in_a_language_without_verbs_keeps_words_beside_names() -> None:
    article = Article(source="-", lang="sv", body="Kapten Ingrid Solberg lagar motorn i vinter. Färjan börjar i mars.")
    mine = Judge(article, "sv", LIMITS[Length.SHORT])
    assert repaired(mine.judge("Kapten Ingrid Solberg, Bertil Quists vän, lagar motorn i vinter."), mine) is None


def test_a_sentence_left_alone_loses_its_filler() -> None:
    article = Article(source="-", lang="uk", body="Міст через Липу закрили в середу. Мер Ольга Сова обіцяє ремонт.")
    mine = Judge(article, "uk", LIMITS[Length.SHORT])
    found = repaired(
        mine.judge("Міст купив Бертіль Квіст. Нагадаємо, що міст через Липу закрили в середу."),
        mine,
    )
    assert found is not None
    assert found.text == "Міст через Липу закрили в середу."


@pytest.mark.parametrize(
    ("summary", "own"),
    [
        ("The ferry to Saltholm stops for the winter, a quiet season.", []),
        ("The ferry to Saltholm sank for the winter.", ["sank"]),
        ("The ferry, a proud, lonely, wooden vessel, stops for the winter.", ["proud", "lonely", "wooden", "vessel"]),
    ],
)
def test_in_english_a_verb_of_its_own_weighs_more(judge: Judge, summary: str, own: list[str]) -> None:
    assert [summary[span.start : span.end] for span in judge.judge(summary).own] == own
