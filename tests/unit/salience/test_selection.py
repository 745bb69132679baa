"""Choosing what the model reads."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.article import Article, Figure, Section, Span
from desktop_app.salience import Selection, points_back, salient_sentences, select
from desktop_app.salience.outline import outline
from desktop_app.salience.scoring import score, stands_alone
from desktop_app.sentences import sentences


def count(text: str) -> int:
    return len(text.split())


def article(body: str, lang: str = "en", title: str | None = None) -> Article:
    return Article(source="-", body=body, lang=lang, title=title)


def choose(body: str, budget: int, lang: str = "en", **kw: object) -> Selection:
    title = kw.pop("title", None)
    return select(article(body, lang, title), token_budget=budget, count_tokens=count, **kw)  # type: ignore[arg-type]


FILLER = [
    f"The committee member number {name} spoke about the weather on the hill for a while."
    for name in (
        "alpha",
        "bravo",
        "charlie",
        "delta",
        "echo",
        "golf",
        "hotel",
        "india",
        "juliet",
        "kilo",
        "lima",
        "mike",
    )
]


def test_a_text_within_the_budget_comes_whole() -> None:
    body = "  The bridge was closed.\n\nTraffic is diverted. "
    chosen = choose(body, 100)
    assert chosen.text == body.strip()
    assert body[chosen.spans[0].start : chosen.spans[0].end] == chosen.text
    assert chosen.read_words == chosen.words == 7


def test_an_empty_text_gives_an_empty_selection() -> None:
    assert choose(" \n ", 10) == Selection("", (), 0, 0)


def test_the_lead_is_kept_and_the_order_is_the_sources() -> None:
    body = (
        "A storm cut power to the port city on Monday. "
        + " ".join(FILLER)
        + " Power in the port city returns on Friday."
    )
    chosen = choose(body, 45, title="Storm cuts power to port city")
    assert chosen.text.startswith("A storm cut power to the port city on Monday.")
    assert list(chosen.spans) == sorted(chosen.spans)
    assert count(chosen.text) <= 45
    assert chosen.read_words == count(chosen.text) < chosen.words


def test_the_title_pulls_its_sentences_in() -> None:
    body = " ".join([*FILLER, "The reactor in the valley will be shut down for good.", *FILLER])
    assert "reactor" in choose(body, 60, title="Valley reactor to be shut down").text


def test_a_question_pulls_its_answer_in() -> None:
    body = " ".join([*FILLER, "Ferry fares to the islands go up by nine percent.", *FILLER])
    assert "Ferry fares" in choose(body, 50, focus="What happens to ferry fares?").text
    assert "Ferry fares" not in choose(body, 50).text


def test_the_more_important_figure_lifts_its_sentence_more() -> None:
    body = "Crews were sent out. The east side lost 4,800 lamps. The west side lost 1,300 poles. Nothing else was lost."
    plan = outline(body, "en")

    def scores(*texts: str) -> list[float]:
        figures = [
            Figure(start=body.index(text), end=body.index(text) + len(text), text=text, value=1.0, section=Section.BODY)
            for text in texts
        ]
        return list(score(plan, title=None, figures=figures).scores)

    none, east, west = scores(), scores("4,800", "1,300"), scores("1,300", "4,800")
    assert none[1] < west[1] < east[1]
    assert none[2] < east[2] < west[2]
    assert (none[0], none[3]) == (east[0], east[3]) == (west[0], west[3])


@pytest.mark.parametrize(
    ("lang", "before", "after"),
    [
        (
            "en",
            "Chief engineer Ada Novak resigned from the harbour works.",
            "She blamed the harbour works budget for it.",
        ),
        (
            "ru",
            "Главный инженер порта Анна Новак подала в отставку.",
            "Она объяснила отставку нехваткой денег в порту.",
        ),
        (
            "uk",
            "Головна інженерка порту Анна Новак подала у відставку.",
            "Вона пояснила відставку браком грошей у порту.",
        ),
    ],
)
def test_a_sentence_that_points_back_brings_what_it_points_to(lang: str, before: str, after: str) -> None:
    body = " ".join([*FILLER, before, after, *FILLER])
    chosen = choose(body, 70, lang, focus=after).text
    assert after in chosen
    assert f"{before} {after}" in chosen


def test_every_section_of_a_long_text_is_heard() -> None:
    parts = []
    for number, topic in enumerate(("turbines", "fishery", "ferries", "harvest")):
        lines = [
            f"The {topic} report of year {year} lists {topic} costs and gains in detail {number}." for year in range(40)
        ]
        parts.append(f"Chapter on {topic}\n\n" + " ".join(lines))
    chosen = choose("\n\n".join(parts), 120).text
    for topic in ("turbines", "fishery", "ferries", "harvest"):
        assert f"The {topic} report" in chosen


def test_references_are_left_out_and_the_abstract_is_kept() -> None:
    body = "\n\n".join(
        [
            "Introduction",
            " ".join(FILLER),
            "Abstract",
            "We show that warm lakes lose their ice six weeks earlier.",
            "References",
            "Lakes and ice in warm years, journal of lakes and ice. Warm ice and lakes, lakes journal.",
        ]
    )
    chosen = choose(body, 60).text
    assert "warm lakes lose their ice" in chosen
    assert "journal" not in chosen


def test_the_same_is_not_picked_twice() -> None:
    line = "The river rose above the third mark and flooded the lower market square."
    chosen = choose(" ".join([line, *FILLER[:3], line, *FILLER[3:6], line]), 60).text
    assert chosen.count(line) == 1


def test_a_sentence_longer_than_the_budget_is_cut_between_words() -> None:
    body = "word " * 500
    chosen = choose(body, 20)
    assert chosen.text == " ".join(["word"] * 20)
    assert body[chosen.spans[0].start : chosen.spans[0].end] == chosen.text


def test_paragraphs_stay_apart() -> None:
    body = "\n\n".join(FILLER)
    assert "\n" in choose(body, 60).text


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.text(alphabet='abc дез. !?\n«»"0123456789', max_size=60), max_size=30),
    st.integers(min_value=1, max_value=60),
    st.sampled_from(["en", "ru", "und"]),
)
def test_any_text_fits_its_budget(pieces: list[str], budget: int, lang: str) -> None:
    body = "\n".join(pieces)
    chosen = choose(body, budget, lang)
    assert count(chosen.text) <= budget
    assert chosen.read_words == count(chosen.text)
    for span in chosen.spans:
        assert body[span.start : span.end].strip()
    assert "".join("".join(body[s.start : s.end].split()) for s in chosen.spans) == "".join(chosen.text.split())


def test_sentences_stay_whole() -> None:
    body = "\n\n".join(FILLER * 3)
    whole = {body[s.start : s.end] for s in sentences(body, "en")}
    chosen = choose(body, 80)
    assert {body[s.start : s.end] for s in chosen.spans} <= whole
    assert all(isinstance(span, Span) for span in chosen.spans)


def test_the_tokenizer_is_asked_seldom() -> None:
    calls: list[int] = []

    def counting(text: str) -> int:
        calls.append(len(text))
        return count(text)

    body = "\n\n".join(f"Line {i} tells of the flood at gate {i * 7} and of nothing else at all." for i in range(3000))
    select(article(body), token_budget=300, count_tokens=counting)
    assert len(calls) < 40
    assert sum(calls) < len(body)


@pytest.mark.parametrize(
    "sentence",
    [
        "Он вернулся в порт.",
        "По его словам, порт откроют.",
        "Але головне попереду.",
        "«Порт откроют.",
        "Напомним, порт закрыли весной.",
        "But the port stayed shut.",
        "Читайте также: порт закрыт.",
        "Port news (continued",
    ],
)
def test_some_sentences_do_not_stand_alone(sentence: str) -> None:
    assert not stands_alone(sentence)


def test_shown_sentences_are_telling_and_differ() -> None:
    first = "The port of Odde reopened on Friday after nine days of repairs."
    body = " ".join([first, "It was shut by a storm.", *FILLER[:4], first])
    spans = salient_sentences(article(body, title="Port of Odde reopens"))
    texts = [body[span.start : span.end] for span in spans]
    assert texts[0] == first
    assert texts.count(first) == 1
    assert "It was shut by a storm." not in texts


@pytest.mark.parametrize(
    ("sentence", "back"),
    [
        ("The ferry carried 41,000 passengers this year.", False),
        ("Captain Solberg said that she would repair the engine.", False),
        ("Divers wrote about it, but the ferry could have gone north.", True),
        ("Последний рейс отменили, и он остался в порту.", True),
        ("Вона повернеться навесні.", True),
    ],
)
def test_what_points_back_is_told(sentence: str, back: bool) -> None:
    assert points_back(sentence) is back
