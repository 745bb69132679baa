"""Plain text: copied pages are cleaned, other texts come through whole."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.article import Article
from desktop_app.extraction import extract
from desktop_app.sources import Page, PageFormat

RUSSIAN_BODY = """Городской совет Ладожска утвердил бюджет на будущий год. Расходы вырастут на 12% до 3,4 млрд рублей.

Больше всего денег получат школы и дороги. На ремонт трёх мостов заложено 410 млн, ещё 90 млн уйдёт на новые трамваи.

Депутаты спорили четыре часа. Против голосовали девять человек, они назвали план слишком смелым для такого города."""

COPIED_PAGE = f"""Ладожские известия
18:05 14.11.2025

Совет Ладожска принял бюджет с ростом расходов на 12%

3 мин читать

{RUSSIAN_BODY}

ЧИТАЙТЕ ТАКЖЕ:

ПОСЛЕДНИЕ НОВОСТИ

Трамвайное депо откроют после ремонта в декабре

Школьники Ладожска выиграли 7 медалей на олимпиаде

В порту Ладожска за год перегрузили 2,1 млн тонн

РЕКЛАМА
РЕКЛАМА

ЛАДОГА.NET - все новости края

РЕКЛАМА"""


def read(text: str) -> Article:
    return extract(Page(name="-", text=text, format=PageFormat.TEXT))


def test_a_copied_page() -> None:
    article = read(COPIED_PAGE)
    assert article.site == "Ладожские известия"
    assert article.published == "2025-11-14T18:05"
    assert article.title == "Совет Ладожска принял бюджет с ростом расходов на 12%"
    assert article.body == RUSSIAN_BODY
    assert article.lang == "ru"
    assert [headline.text for headline in article.related] == [
        "Трамвайное депо откроют после ремонта в декабре",
        "Школьники Ладожска выиграли 7 медалей на олимпиаде",
        "В порту Ладожска за год перегрузили 2,1 млн тонн",
    ]
    assert article.notices == ()


def test_menus_above_and_a_list_of_stories_within() -> None:
    first, second, third = RUSSIAN_BODY.split("\n\n")
    text = (
        "Главная\nНовости\nСпорт\nПогода\nВойти\n\nСовет Ладожска принял бюджет на следующий год\n\n"
        f"14 ноября 2025, 18:05\nПоделиться\n\n{first}\n\n{second}\n\n"
        f"Читайте также:\n\nТрамвайное депо откроют после ремонта в декабре\n\n{third}\n\n"
        "Комментарии (12)\n\nРЕКЛАМА"
    )
    article = read(text)
    assert article.title == "Совет Ладожска принял бюджет на следующий год"
    assert article.published == "2025-11-14T18:05"
    assert article.body == RUSSIAN_BODY
    assert [headline.text for headline in article.related] == ["Трамвайное депо откроют после ремонта в декабре"]


@pytest.mark.parametrize(
    ("date", "reading", "related", "advert"),
    [
        ("November 14, 2025", "3 min read", "Related stories", "Advertisement"),
        ("14. November 2025, 18:05 Uhr", "Lesezeit: 3 Minuten", "Mehr zum Thema", "Anzeige"),
        ("14 листопада 2025, 18:05", "3 хв читати", "Читайте також", "Реклама"),
        ("Le 14 novembre 2025 à 18h05", "Temps de lecture : 3 min", "À lire aussi", "Publicité"),
        ("14 listopada 2025", "Czas czytania: 3 minuty", "Czytaj także", "Reklama"),
    ],
)
def test_frames_in_other_languages(date: str, reading: str, related: str, advert: str) -> None:
    text = (
        f"The Daily Frame\n{date}\n\nA headline that says what happened here\n\n{reading}\n\n{RUSSIAN_BODY}\n\n"
        f"{related}\n\nAnother story of the same day in a few words\n\n{advert}\n"
    )
    article = read(text)
    assert article.title == "A headline that says what happened here"
    assert article.site == "The Daily Frame"
    assert article.published is not None
    assert article.published.startswith("2025-11-14")
    assert article.body == RUSSIAN_BODY
    assert [headline.text for headline in article.related] == ["Another story of the same day in a few words"]


CLEAN_ARTICLE = """The bridge that nobody wanted

When the first drawings were shown in 1987, the whole valley laughed. It would cost nine million and end in a field.

It took eleven years and cost thirty million. Today twelve thousand people cross it every day."""

E_MAIL = """Hi Marta,

thanks for the numbers. I went through them twice and found only one that looks off: the 4,200 in row 12.

Related

Could you also send me last year's table? No hurry, Friday is fine.

Best,
Jonas

--
Jonas Berg, Accounting
Tel. 555 0142"""

POEM = """The kettle hums, the window clears,
a tram goes by and no one hears;
the morning has no more to say
than light, and bread, and Saturday.

I count the spoons, I count the chairs,
I hear you coming down the stairs."""

README = """frobnicate
==========

A tool that frobs.

News

2024-05-01  Version 2 is out.
2023-01-01  Version 1 is out.

Usage:

    frobnicate --all input.txt
    frobnicate --help

Contact: write to the list."""

DIARY = """12.03.2024

Rain all day. Stayed in and read about lighthouses until the lamp went out.

13.03.2024

Walked to the harbour, counted eleven boats, and bought a net of lemons. The old man says summer will be dry."""


@pytest.mark.parametrize(
    "text", [CLEAN_ARTICLE, E_MAIL, POEM, README, DIARY], ids=["article", "mail", "poem", "readme", "diary"]
)
def test_other_texts_lose_no_word(text: str) -> None:
    article = read(text)
    everything = f"{article.title or ''}\n{article.body}"
    assert everything.split() == text.split()
    assert article.related == ()


def test_verses_keep_their_lines() -> None:
    article = read(POEM)
    assert article.title is None
    assert article.body == POEM


def test_a_headline_becomes_the_title() -> None:
    article = read(CLEAN_ARTICLE)
    assert article.title == "The bridge that nobody wanted"
    assert article.body.startswith("When the first drawings")


def test_a_greeting_is_no_title() -> None:
    assert read(E_MAIL).title is None


def test_hard_wrapped_paragraphs_are_joined() -> None:
    text = """Minutes of the meeting in May

The committee met on the second of May in the small hall, because
the large one was being painted. Eleven of its fourteen members were
present, and two had sent word that they would come later in the day.

The budget was read and approved without a vote."""
    article = read(text)
    assert article.body.split("\n\n")[0].endswith("later in the day.")
    assert "\n" not in article.body.split("\n\n")[0]


def test_paragraphs_on_single_lines() -> None:
    lines = [re.sub(r"\s+", " ", part) for part in RUSSIAN_BODY.split("\n\n")]
    assert read("\n".join(lines)).body == RUSSIAN_BODY


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from([*COPIED_PAGE.split("\n"), *E_MAIL.split("\n"), "Реклама", "Share", "", "•", "2025"]),
        max_size=30,
    )
)
def test_no_line_is_invented(lines: list[str]) -> None:
    text = "\n".join(lines)
    article = read(text)
    shown = [article.title or "", article.body, *(headline.text for headline in article.related)]
    assert set(" ".join(shown).split()) <= set(text.split())
