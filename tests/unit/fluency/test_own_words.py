"""Content words of a summary that its article has in no form."""

from __future__ import annotations

import pytest

from desktop_app.article import Article
from desktop_app.fluency import new_to, own_words

EN = Article(
    source="-",
    lang="en",
    title="Caravan stolen from campsite",
    body="A caravan was stolen from a site in Marlow on Thursday night. Police are investigating. The actor Dan Reeve, "
    "who owns it, wrote that the thieves could have headed north.",
)
RU = Article(
    source="-",
    lang="ru",
    body="В Липках сгорел склад с вакциной. Пожар тушили 34 спасателя. Причину выясняет комиссия, сообщил мэр.",
)
UK = Article(source="-", lang="uk", body="Франція розширює дію комендантської години на сході країни через хворобу.")


def words(summary: str, article: Article) -> list[str]:
    return [summary[span.start : span.end] for span in own_words(summary, article, article.lang)]


@pytest.mark.parametrize(
    ("article", "summary", "own"),
    [
        (EN, "The caravan was found in Marlow by the actor Dan Reeve.", "found"),
        (EN, "Police investigate how thieves were stealing a caravan.", ""),
        (EN, "The caravan, which Reeve owned, was stolen on Thursday, he said.", ""),
        (RU, "В Липках сгорел склад после победы наступления.", "победы наступления"),
        (RU, "Комиссия выясняет причины пожара на складе с вакцинами.", ""),
        (RU, "Мэр сообщил, что пожар потушили спасатели.", ""),
        (UK, "Франція розширила комендантську годину, щоб надійно захистити вчителів.", "надійно захистити вчителів"),
        (UK, "Через хворобу діє комендантська година.", ""),
    ],
)
def test_words_the_article_lacks(article: Article, summary: str, own: str) -> None:
    assert words(summary, article) == own.split()


def test_names_and_other_languages_are_left_to_others() -> None:
    assert words("The caravan of Zebulon was stolen.", EN) == []
    assert own_words("Украден фургон.", EN, "ru") == ()
    assert own_words("Ang karwahe.", Article(source="-", lang="tl", body="Iba ito."), "tl") == ()


def test_an_elided_article_and_soft_hyphens_make_no_other_word() -> None:
    article = Article(source="-", lang="fr", body="Le loyer de son ap\xadpar\xadte\xadment à Saltholm a doublé.")
    summary = "Il paie le double pour l'appartement à Saltholm."
    assert [summary[span.start : span.end] for span in own_words(summary, article, "fr")] == ["paie"]


def test_an_owner_in_capitals_is_a_name() -> None:
    article = Article(source="-", lang="en", body="The fate of HBS, a chain of bakeries, is open.")
    assert own_words("HBS's fate is open.", article, "en") == ()


@pytest.mark.parametrize(
    ("summary", "lang", "share"),
    [
        ("Пожары на складах с вакцинами в Липках.", "ru", 0.0),
        ("Пожар на складе тушили спасатели.", "ru", 0.5),
        ("Пожар в Липках: уцелели 12 доз.", "ru", 0.5),
        ("Комиссия выясняет причину.", "ru", 1.0),
        ("и на в", "ru", None),
        ("ไฟไหม้โกดังวัคซีน", "th", None),
    ],
)
def test_what_a_summary_adds_to_its_headline(summary: str, lang: str, share: float | None) -> None:
    assert new_to("Пожар на складе с вакциной в Липках", summary, lang) == share
