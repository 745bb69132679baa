"""Which sentences a summary rests on; an article as things are looked up in it."""

from __future__ import annotations

import math

import pytest

from desktop_app.article import Article, Section
from desktop_app.figures import find_in_article
from desktop_app.grounding.alignment import align
from desktop_app.grounding.source import Source, source_of, span_of, take_apart
from tests.unit.grounding.helpers import article, sentence, word

BODY = (
    "The mill of Tarn burnt in May. Farmers lost their grain.\n\n"
    "Reed wants a new mill. The council has no money.\n\n"
    "Rain fell in Harlow. Boats sank in the harbour."
)


def rests(summary: str, body: str = BODY, title: str | None = None) -> tuple[list[int], list[int], list[int], float]:
    source = Source(article(body, "en", title))
    found = align(source, sentence(summary, "en").content)
    return (
        [piece.number for piece in found.sources],
        [piece.number for piece in found.witnesses],
        [piece.number for piece in found.near],
        round(found.support, 3),
    )


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("Farmers lost grain.", ([1], [1], [1, 0, 2], 1.0)),
        ("The mill burnt.", ([0], [0], [0, 1], 1.0)),
        ("Farmers lost grain and boats sank.", ([1, 5], [1, 5], [1, 5, 0, 2, 4], 1.0)),
        ("Snow covered everything.", ([], [], [], 0.0)),
        ("Farmers lost snow.", ([1], [1], [1, 0, 2], 0.818)),
    ],
)
def test_what_a_sentence_rests_on(summary: str, expected: tuple[list[int], list[int], list[int], float]) -> None:
    assert rests(summary) == expected


def test_no_more_than_three_sources_and_only_worthwhile_ones() -> None:
    body = "Alpha. Beta. Gamma. Delta. Epsilon."
    sources, witnesses, near, support = rests("alpha beta gamma delta epsilon", body)
    assert sources == [0, 1, 2]
    assert witnesses == [0, 1, 2, 3, 4]
    assert near == [0, 1, 2, 3, 4]
    assert support == 0.6
    many = "zeta eta theta iota kappa lambda omicron sigma rho"
    assert rests(f"{many} alpha", f"{many.title()}. Alpha.")[0] == [0]
    few = "zeta eta theta iota kappa lambda"
    assert rests(f"{few} alpha", f"{few.title()}. Alpha.")[0] == [0, 1]


def test_a_neighbour_is_chosen_before_one_farther_off() -> None:
    body = "Mills burn. Alpha beta. Boats sink. Rain falls. Gamma boats. Sink holes."
    assert rests("alpha beta boats", body)[0] == [1, 2]
    assert rests("gamma boats sink", "Sink rain. Mills burn. Gamma boats. Sink holes.")[0] == [2, 3]


def test_sentences_that_cover_nearly_as_much_are_witnesses() -> None:
    body = "Ann Bell sold mills here. Ann Bell sold mills there. Ann Bell sold mills. Ann Bell sold."
    assert rests("Ann Bell sold mills.", body)[1] == [0, 1, 2]


def test_the_body_and_title_of_a_source() -> None:
    source = Source(article(BODY, "en", "Mill of Tarn burns"))
    assert source.body_count == 6
    assert [piece.number for piece in source.pieces] == [0, 1, 2, 3, 4, 5, 6]
    assert source.pieces[6].place.section is Section.TITLE
    assert source.paragraphs == (0, 0, 1, 1, 2, 2)
    assert [source.neighbours(number) for number in (0, 3, 5, 6)] == [(1,), (2, 4), (4,), (0,)]
    assert [[p.number for p in source.around(number)] for number in (0, 1, 4)] == [[0, 1], [0, 1], [4, 5]]
    assert source.capitals >= {"tarn", "harlow"}
    assert "tarn" in source.capitalised
    assert "farmers" in source.capitalised
    assert "mill" in source.lower
    assert "tarn" not in source.lower
    assert source.frequency["mill"] == 2
    assert Source(article("", "en", "Mill")).neighbours(0) == ()


def test_a_paragraph_of_one_sentence_has_those_beside_it() -> None:
    source = Source(article("One mill burnt.\n\nTwo boats sank.\n\nRain fell.", "en"))
    assert [[piece.number for piece in source.around(number)] for number in (0, 1, 2)] == [[0, 1], [0, 1, 2], [1, 2]]


def test_a_paragraph_has_all_its_sentences() -> None:
    source = Source(article("Snow fell.\n\nOne mill burnt. Two boats sank. Rain fell. Wind blew.\n\nMist rose.", "en"))
    assert [[piece.number for piece in source.around(number)] for number in (1, 3, 4)] == [[1, 2, 3, 4]] * 3


def test_rare_words_weigh_more() -> None:
    source = Source(article(BODY, "en"))
    mill, grain, snow = (sentence(text, "en").tokens[0] for text in ("mill", "grain", "snow"))
    assert source.pieces_with(mill) == {0, 2}
    assert source.pieces_with(snow) == set()
    assert source.rarity(mill) == pytest.approx(math.log(7 / 3) + 1)
    assert source.rarity(grain) == pytest.approx(math.log(7 / 2) + 1)
    assert source.rarity(snow) == 1.0


def test_forms_of_a_name_are_found_in_order() -> None:
    source = Source(article("Москва ждёт. Ида едет в Москву и из Москвы.", "ru"))
    found = source.forms("москвой", "ru")
    assert [(piece.number, token.text) for piece, token in found] == [(0, "Москва"), (1, "Москву"), (1, "Москвы")]
    assert source.forms("рязань", "ru") == []


def test_a_source_is_kept() -> None:
    one = article("The mill burnt.", "en")
    assert source_of(one) is source_of(one)


def test_figures_given_are_used() -> None:
    one = Article("-", "The mill has 12 rooms.", lang="en")
    assert Source(one, find_in_article(one)).pieces[0].quantities[0].figure is not None
    assert Source(one, ()).pieces[0].quantities[0].value == 12.0


def test_pieces_count_on_and_keep_their_places() -> None:
    text = "The mill burnt in 2020. Reed left on 5 May."
    one, two = take_apart(text, "en", Section.TITLE, first_number=7)
    assert (one.number, two.number) == (7, 8)
    assert (one.base, two.base) == (0, 6)
    assert two.token(6).text == "Reed"
    assert text[two.place.span.start : two.place.span.end] == "Reed left on 5 May."
    assert one.entities == {4}
    assert two.entities == {9, 10}
    assert two.numbers == frozenset()
    assert [token.text for token in two.content] == ["Reed", "left"]
    assert span_of(two.tokens).start == 24
    assert take_apart("", "en", Section.BODY) == ()


def test_a_number_at_the_head_is_no_part_of_a_name() -> None:
    piece = sentence("Then Fifteen-year-old Mia Torv ran.", "en")
    assert [[token.text for token in name.tokens] for name in piece.names] == [["Mia", "Torv"]]
    assert [word(piece, "ran").content, len(piece.quantities)] == [True, 1]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Es kostet 24 Mio. Euro. Das ist viel.", "de", [(4, [4], []), (6, [], []), (10, [], [])]),
        ("It fell on 6. January snow fell.", "en", [(4, [], [4]), (8, [], [])]),
        ("Ушли 5 тыс. Рублей нет.", "ru", [(3, [3], []), (6, [], [])]),
        ("Встретились 6 янв. 2026 года. Ушли.", "ru", [(3, [], [3]), (6, [], []), (8, [], [])]),
    ],
)
def test_a_number_or_date_ends_with_its_sentence(
    text: str, lang: str, expected: list[tuple[int, list[int], list[int]]]
) -> None:
    """Index of the last token of each sentence, of its numbers and of its dates."""
    found = take_apart(text, lang, Section.BODY)
    for piece in found:
        for item in (*piece.quantities, *piece.dates):
            assert item.end == piece.token(item.last).end <= piece.place.span.end
    assert [
        (piece.tokens[-1].index, [one.last for one in piece.quantities], [one.last for one in piece.dates])
        for piece in found
    ] == expected


def test_only_figures_of_the_body_are_used() -> None:
    one = Article("-", "The mill has 12 rooms and 7 gates.", title="The 5 mills", lang="en")
    figures = find_in_article(one)
    assert [figure.text for figure in figures] == ["12", "5", "7"]
    for chosen, known in (("12", [True, False]), ("5", [True, True])):
        quantities = Source(one, [figure for figure in figures if figure.text == chosen]).pieces[0].quantities
        assert [quantity.figure is not None for quantity in quantities] == known
