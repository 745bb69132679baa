"""Repeats, contradictions, sections and order."""

from __future__ import annotations

from desktop_app.article import Article, Headline, Section
from desktop_app.figures import find_in_article, find_in_text, to_json
from desktop_app.figures.language import language_of

BODY = (
    "На складе сгорели 340 тонн зерна, сообщил сторож. Погибли двое рабочих.\n\n"
    "Ущерб оценили в 12,5 млн рублей. Склад построили в 1998 году.\n\n"
    "Всего на складе хранилось 340 тонн зерна, на 4 % больше, чем год назад."
)


def test_a_repeat_points_at_the_first_mention_and_stands_last() -> None:
    figures = find_in_text(BODY, "ru")
    tonnes = [figure for figure in figures if figure.text == "340 тонн"]
    assert [figure.same_as for figure in tonnes] == [None, BODY.index("340 тонн")]
    assert figures[-1] is tonnes[1]


def test_casualties_and_money_outrank_small_percents() -> None:
    order = [figure.text for figure in find_in_text(BODY, "ru") if figure.same_as is None]
    assert order.index("двое") < order.index("4 %")
    assert order.index("12,5 млн рублей") < order.index("4 %")


def test_contradicting_values_know_each_other() -> None:
    text = "В городе без воды 700 тыс. жильцов.\nПо данным мэрии, в городе без воды 710 тыс. жильцов."
    figures = {figure.value: figure for figure in find_in_text(text, "ru")}
    assert figures[700_000].conflicts_with == (figures[710_000].start,)
    assert figures[710_000].conflicts_with == (figures[700_000].start,)


def test_sections_of_an_article() -> None:
    article = Article(
        "-",
        BODY,
        title="Сгорели 340 тонн зерна",
        lang="ru",
        related=(Headline("В порту нашли 5 тел"), Headline("Дождь")),
    )
    figures = find_in_article(article)
    assert {figure.section for figure in figures} == {Section.TITLE, Section.BODY, Section.RELATED}
    assert figures[-1].section is Section.RELATED
    title = next(figure for figure in figures if figure.section is Section.TITLE)
    assert title.same_as == BODY.index("340 тонн")


def test_a_headline_is_the_title_of_its_text() -> None:
    text = "Сгорели 340 тонн зерна\n\n" + BODY
    sections = {figure.start: figure.section for figure in find_in_text(text, "ru")}
    assert sections[text.index("340")] is Section.TITLE
    assert Section.BODY in sections.values()


def test_json_has_the_agreed_keys() -> None:
    row = to_json(find_in_text(BODY, "ru")[0])
    assert list(row) == [
        "start", "end", "text", "value", "high", "bound", "unit", "noun", "label", "context", "section", "kind",
        "change", "same_as", "in_summary",
    ]  # fmt: skip


def test_the_same_text_gives_the_same_figures() -> None:
    assert find_in_text(BODY, "ru") == find_in_text(BODY)


def test_language_by_letters() -> None:
    assert language_of("Її забрали з під'їзду") == "uk"
    assert language_of("Объявили об этом рыбаки") == "ru"
    assert language_of("The boat was sold to a farmer in the valley") == "en"


def test_what_the_headline_says_comes_first() -> None:
    # GIVEN a headline whose figure the body repeats, and a larger one that it does not
    body = "Hail broke 7,100 windows in Tarn, the town said. Repairs will cost $46 million."
    figures = find_in_article(Article("-", body, title="Hail breaks 7,100 windows in Tarn", lang="en"))
    # THEN the body's figure leads, and the headline's points at it
    assert (figures[0].text, figures[0].section) == ("7,100", Section.BODY)
    assert [f.same_as for f in figures if f.section is Section.TITLE] == [figures[0].start]
