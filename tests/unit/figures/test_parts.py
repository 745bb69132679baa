"""The small steps by themselves: kinds, tables of phrases, repeats, reasons of rank, ellipsis, endless text."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest

from desktop_app.article import Bound, Change, Figure, Section, Span
from desktop_app.figures import find_in_text, to_json
from desktop_app.figures.ellipsis import completed
from desktop_app.figures.finder import pieces
from desktop_app.figures.kinds import kind_of
from desktop_app.figures.language import language_of
from desktop_app.figures.lexicon import lexicon
from desktop_app.figures.phrases import PhraseTable
from desktop_app.figures.rank import explain
from desktop_app.figures.repeats import related
from desktop_app.figures.tokens import is_joined_preposition, tokenise
from tests.unit.figures.lines import line


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        (None, "count"), ("percent", "percent"), ("pp", "percent"), ("permille", "percent"), ("times", "factor"),
        ("fraction", "fraction"), ("hour", "duration"), ("decade", "duration"), ("USD", "money"), ("UAH", "money"),
        ("km", "measure"), ("MWh", "measure"), ("kWh", "measure"), ("m2", "measure"), ("GB", "measure"),
        ("lbs", "measure"),
    ],
)  # fmt: skip
def test_kind_of_a_unit(unit: str | None, kind: str) -> None:
    assert kind_of(unit) == kind


def table() -> PhraseTable[str]:
    phrases: PhraseTable[str] = PhraseTable()
    phrases.extend(["long ago", "long ago indeed", "ago"], "past")
    phrases.add("стран~", "land")
    phrases.add("в стран~", "in land")
    phrases.add("", "nothing")
    return phrases


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("long ago indeed", 0, ("past", 3)),
        ("long ago", 0, ("past", 2)),
        ("Long Ago", 0, ("past", 2)),
        ("ago", 0, ("past", 1)),
        ("long", 0, None),
        ("not long ago", 0, None),
        ("not long ago", 1, ("past", 3)),
        ("long ago", 2, None),
        ("страна", 0, ("land", 1)),
        ("стран", 0, ("land", 1)),
        ("странами", 0, ("land", 1)),
        ("странность", 0, None),
        ("стра", 0, None),
        ("в странах", 0, ("in land", 2)),
        ("в странности", 0, None),
    ],
)
def test_the_longest_phrase_wins(text: str, at: int, found: tuple[str, int] | None) -> None:
    assert table().match(tokenise(text), at) == found


@pytest.mark.parametrize(
    ("text", "end", "found"),
    [
        ("so long ago", 3, ("past", 1)),
        ("so long ago indeed", 4, ("past", 1)),
        ("so long ago indeed", 3, ("past", 1)),
        ("so ago", 2, ("past", 1)),
        ("so long", 2, None),
        ("long ago", 0, None),
        ("здесь в странах", 3, ("in land", 1)),
    ],
)
def test_the_longest_phrase_before_wins(text: str, end: int, found: tuple[str, int] | None) -> None:
    assert table().match_before(tokenise(text), end) == found


def test_single_words_of_a_table() -> None:
    phrases = table()
    assert phrases.longest == 3
    assert phrases.single_words() == {"ago": "past"}
    assert [phrases.has(word) for word in ("ago", "страну", "long", "в")] == [True, True, False, False]


def figure(start: int, value: float, **more: Any) -> Figure:
    sentence = more.pop("sentence", Span(start, start + 40))
    return Figure(start, start + 3, more.pop("text", "12"), value, sentence=sentence, **more)


def same_as(one: dict[str, Any], other: dict[str, Any]) -> bool:
    first, second = related([figure(0, **one), figure(100, **other)])
    assert first.same_as is None
    return second.same_as == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"value": 345}, {"value": 345}, True),
        ({"value": 34}, {"value": 34}, False),
        ({"value": 3400}, {"value": 3400}, False),
        ({"value": 3.45}, {"value": 3.45}, True),
        ({"value": 345}, {"value": 346}, False),
        ({"value": 345, "high": 400}, {"value": 345}, False),
        ({"value": 345, "noun": "dog"}, {"value": 345, "noun": "cat"}, False),
        ({"value": 345, "noun": "dog"}, {"value": 345}, True),
        ({"value": 34, "noun": "dog"}, {"value": 34, "noun": "dog"}, True),
        ({"value": 34, "noun": "dog"}, {"value": 34}, False),
        ({"value": 5, "unit": "USD", "kind": "money"}, {"value": 5, "unit": "USD", "kind": "money"}, True),
        ({"value": 5, "unit": "USD", "kind": "money"}, {"value": 5, "unit": "EUR", "kind": "money"}, False),
        ({"value": 5, "unit": "km", "kind": "measure"}, {"value": 5, "unit": "km", "kind": "measure"}, True),
        ({"value": 5, "unit": "hour", "kind": "duration"}, {"value": 5, "unit": "hour", "kind": "duration"}, True),
        ({"value": 5, "unit": "percent", "kind": "percent", "label": "bread prices"},
         {"value": 5, "unit": "percent", "kind": "percent", "label": "price of bread"}, True),
        ({"value": 5, "unit": "percent", "kind": "percent", "label": "bread prices"},
         {"value": 5, "unit": "percent", "kind": "percent", "label": "milk sales"}, False),
        ({"value": 63.4, "unit": "percent", "kind": "percent", "sentence": Span(0, 200)},
         {"value": 63.4, "unit": "percent", "kind": "percent", "sentence": Span(0, 200)}, False),
    ],
)  # fmt: skip
def test_which_mentions_are_one_quantity(one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    assert same_as(one, other) is same


PEOPLE = {"noun": "people", "label": "people without water in town"}


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        ({"value": 700}, {"value": 710}, True),
        ({"value": 710}, {"value": 700}, True),
        ({"value": 100}, {"value": 150}, True),
        ({"value": 100}, {"value": 151}, False),
        ({"value": 10}, {"value": 11}, True),
        ({"value": 9}, {"value": 10}, False),
        ({"value": 700, "noun": "houses"}, {"value": 710}, False),
        ({"value": 700, "label": "people without power on the island"}, {"value": 710}, False),
        ({"value": 700, "high": 800}, {"value": 710}, False),
        ({"value": 700, "change": Change("up", "to")}, {"value": 710}, False),
        ({"value": 700}, {"value": 710, "change": Change("up", "to")}, False),
        ({"value": 700, "sentence": Span(0, 200)}, {"value": 710, "sentence": Span(0, 200)}, False),
        ({"value": 700, "unit": "km"}, {"value": 710, "unit": "km"}, False),
    ],
)
def test_which_figures_contradict(one: dict[str, Any], other: dict[str, Any], contradict: bool) -> None:
    first, second = related([figure(0, **{**PEOPLE, **one}), figure(100, **{**PEOPLE, **other})])
    assert (first.conflicts_with, second.conflicts_with) == (((100,), (0,)) if contradict else ((), ()))


def test_the_title_points_into_the_body_and_is_no_first_mention() -> None:
    body, title = figure(50, 345, noun="dog"), figure(0, 345, noun="dog", section=Section.TITLE)
    found = related([body], [title])
    assert [(f.start, f.same_as) for f in found] == [(50, None), (0, 50)]


def reasons(text: str, topic: str = "", **more: Any) -> dict[str, float]:
    """Why a figure in the middle of ``text`` (marked by brackets) ranks as it does."""
    start = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    end = text.index("]") - 1
    one = Figure(start, end, plain[start:end], context=plain, sentence=Span(0, len(plain)), **more)
    return explain([one], lexicon("en"), plain, topic)[0]


@pytest.mark.parametrize(
    ("text", "more", "name", "strength"),
    [
        ("The mill sold [99] sacks.", {"value": 99, "noun": "sack"}, "magnitude", 2.0),
        ("The mill sold [99] sacks.", {"value": 99, "noun": "sack"}, "count", 1.0),
        ("The mill sold [99] sacks.", {"value": 99, "noun": "sack"}, "nothing counted", 0.0),
        ("The mill sold [99].", {"value": 99}, "nothing counted", 1.0),
        ("The mill sold [9] sacks.", {"value": 9, "noun": "sack"}, "small", 1.0),
        ("The mill sold [10] sacks.", {"value": 10, "noun": "sack"}, "small", 0.0),
        ("The mill sold [nine] sacks.", {"value": 9, "noun": "sack"}, "word", 1.0),
        ("The mill sold [9] sacks.", {"value": 9, "noun": "sack"}, "word", 0.0),
        ("The storm killed [nine] men.", {"value": 9, "noun": "man"}, "casualty", 1.0),
        ("The storm killed [nine] men.", {"value": 9, "noun": "man"}, "small", 0.0),
        ("The storm killed [nine] men.", {"value": 9, "noun": "man"}, "word", 0.0),
        ("Prices rose [5%].", {"value": 5, "unit": "percent", "kind": "percent"}, "percent", 1.0),
        ("Prices rose [5%].", {"value": 5, "unit": "percent", "kind": "percent"}, "magnitude", 0.0),
        ("Prices rose [5%].", {"value": 5, "kind": "percent", "change": Change("up", "by")}, "change", 1.0),
        ("Prices rose from [5%].", {"value": 5, "kind": "percent", "change": Change("up", "from")}, "from", 1.0),
        ("Prices rose [5 points].", {"value": 5, "unit": "pp", "kind": "percent"}, "points", 1.0),
        ("It was [30] degrees.", {"value": 30, "unit": "celsius", "kind": "measure"}, "weather", 1.0),
        ("Mills ([99]) closed.", {"value": 99}, "bracket", 1.0),
        ("Mills (old) sold [99] sacks.", {"value": 99}, "bracket", 0.0),
        ("“We sold [99] sacks,” he said.", {"value": 99}, "quoted", 1.0),
        ("We sold [99] sacks, he said.", {"value": 99}, "quoted", 0.0),
        ("Up to [99] sacks.", {"value": 99, "bound": Bound.AT_MOST}, "at most", 1.0),
        ("At least [nine] sacks.", {"value": 9, "bound": Bound.AT_LEAST}, "vague", 1.0),
        ("At least [9] sacks.", {"value": 9, "bound": Bound.AT_LEAST}, "vague", 0.0),
        ("The mill sold [99] sacks.", {"value": 99, "label": "sacks"}, "short label", 1.0),
        ("The mill sold [99] sacks.", {"value": 99, "label": "sacks sold"}, "short label", 0.0),
        ("The mill sold [99] sacks.", {"value": 99}, "lead", 1.0),
        ("Quiet. " * 57 + "The mill sold [99] sacks.", {"value": 99}, "lead", 0.0),
    ],
)  # fmt: skip
def test_a_reason_of_rank(text: str, more: dict[str, Any], name: str, strength: float) -> None:
    assert reasons(text, **more).get(name, 0.0) == strength


def test_earlier_places_and_the_topic_count() -> None:
    text = "The mill sold [99] sacks."
    assert reasons(text, value=99)["early"] == 1 - text.index("[") / len(text.replace("[", "").replace("]", ""))
    assert reasons(text, value=999.0, noun="sack")["magnitude"] == 3.0
    label = "sacks sold by the mill"
    assert reasons(text, "Mill sells sacks", value=99, label=label)["topic"] == 1.0
    assert reasons(text, "Sacks for all", value=99, label=label)["topic"] == 0.5
    assert "topic" not in reasons(text, "Rain at night", value=99, label=label)


def test_later_figures_of_a_sentence_and_mentions_are_counted() -> None:
    span = Span(0, 90)
    listed = [figure(at, 10.0 + at, sentence=span) for at in (0, 10, 20, 30, 40)]
    rows = explain(listed, lexicon("en"), "-" * 100, "")
    assert [row.get("later in sentence", 0.0) for row in rows] == [0, 1, 2, 3, 3]
    moved = [figure(0, 5, sentence=span, change=Change("up", "from")),
             figure(10, 7, sentence=span, change=Change("up", "to"))]  # fmt: skip
    assert [row.get("later in sentence", 0.0) for row in explain(moved, lexicon("en"), "-" * 100, "")] == [0, 0]
    again = [figure(0, 345), *(figure(at, 345, same_as=0) for at in (20, 30, 40, 50))]
    rows = explain(again, lexicon("en"), "-" * 100, "")
    assert [row.get("mentions", 0.0) for row in rows] == [3.0, 0, 0, 0, 0]
    titled = [figure(20, 345), figure(0, 345, same_as=20, section=Section.TITLE)]
    assert [row.get("title", 0.0) for row in explain(titled, lexicon("en"), "-" * 100, "")] == [1.0, 1.0]
    assert math.isclose(explain(titled, lexicon("en"), "-" * 100, "")[0]["early"], 0.8)


SENTENCE = Span(0, 80)


@pytest.mark.parametrize(
    ("before", "mine", "unit", "noun"),
    [
        ({"value": 100, "noun": "dog"}, {"value": 60}, None, "dog"),
        ({"value": 100, "noun": "dog"}, {"value": 20_000}, None, "dog"),
        ({"value": 100, "noun": "dog"}, {"value": 20_001}, None, None),
        ({"value": 20_000, "noun": "dog"}, {"value": 100}, None, "dog"),
        ({"value": 20_001, "noun": "dog"}, {"value": 100}, None, None),
        ({"value": 100, "noun": "dog"}, {"value": 60, "noun": "cat"}, None, "cat"),
        ({"value": 100, "noun": "dog"}, {"value": 60, "unit": "km", "kind": "measure"}, "km", None),
        ({"value": 100, "noun": "dog"}, {"value": 60, "high": 70.0}, None, None),
        ({"value": 100, "noun": "dog", "high": 120.0}, {"value": 60}, None, None),
        ({"value": 0, "noun": "dog"}, {"value": 60}, None, None),
        ({"value": 5000, "unit": "USD", "kind": "money"}, {"value": 6000}, "USD", None),
        ({"value": 1000, "unit": "USD", "kind": "money"}, {"value": 1000}, "USD", None),
        ({"value": 999, "unit": "USD", "kind": "money"}, {"value": 1000}, None, None),
        ({"value": 1000, "unit": "USD", "kind": "money"}, {"value": 999}, None, None),
        ({"value": 5000, "unit": "km", "kind": "measure"}, {"value": 6000}, None, None),
        ({"value": 100, "noun": "dog", "sentence": Span(0, 9)}, {"value": 60}, None, None),
    ],
)
def test_what_the_neighbour_said_is_borrowed(
    before: dict[str, Any], mine: dict[str, Any], unit: str | None, noun: str | None
) -> None:
    earlier = figure(0, **{"sentence": SENTENCE, **before})
    found = completed(figure(40, **{"sentence": SENTENCE, **mine}), earlier)
    assert (found.unit, found.noun) == (unit, noun)
    assert found.kind == kind_of(unit)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The beam is 6 feet 3 inches long.", "6 feet 3 inches | =75 inch | beam"),
        ("en", "The path is 2 miles, 300 yards long.", "2 miles, 300 yards | =3820 yard | path"),
        ("en", "The sack weighed 11 stone and 4 lb in all.", "11 stone and 4 lb | =158 lb | sack"),
        ("ru", "Турист прошёл 6 км и 250 м.", "6 км и 250 м | =6250 m | турист прошёл"),
    ],
)
def test_two_units_of_one_kind_are_one_value(lang: str, text: str, expected: str) -> None:
    (found,) = find_in_text(text, lang)
    assert line(found) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The beam is 6 feet 12 inches long.", [6, 12]),
        ("The beam is 6 inches 3 feet long.", [6, 3]),
        ("The beam is 6 feet 3 kg long.", [6, 3]),
        ("The beam is 6 feet, about 3 inches longer.", [6, 3]),
        ("The beam is 6 feet long and 3 inches wide.", [6, 3]),
    ],
)
def test_other_pairs_stay_two(text: str, values: list[float]) -> None:
    assert sorted(f.value for f in find_in_text(text, "en")) == sorted(values)


def test_endless_lines_are_read_in_pieces_cut_at_white_space() -> None:
    assert list(pieces("one\n\ntwo")) == [(0, 3), (5, 8)]
    assert list(pieces("")) == []
    assert list(pieces("\n\n")) == []
    assert list(pieces("x" * 10_000)) == [(0, 10_000)]
    assert list(pieces("x" * 10_001)) == [(0, 10_000), (10_000, 10_001)]
    spaced = "word " * 4_100
    found = list(pieces(spaced))
    assert found[0][0] == 0
    assert found[-1][1] == len(spaced)
    assert all(one[1] == other[0] for one, other in itertools.pairwise(found))
    assert all(5_000 < end - start <= 10_000 and spaced[end : end + 1] in (" ", "") for start, end in found[:-1])


def test_the_sentence_of_a_figure_is_never_endless() -> None:
    text = "word " * 400 + "sold 345 sacks " + "word " * 400
    (found,) = find_in_text(text, "en")
    assert 900 <= len(found.context) <= 1_300
    assert found.context == text[found.sentence.start : found.sentence.end]
    assert found.context.startswith("word")
    assert found.context.endswith("word")
    assert text[found.sentence.start - 1] == text[found.sentence.end] == " "


@pytest.mark.parametrize(
    ("text", "titled"),
    [
        ("Mill sells 345 sacks\n\nThe town cheers. It had waited for years.", True),
        ("\nMill sells 345 sacks\nThe town cheers. It had waited for years.", True),
        ("Mill sells 345 sacks.\n\nThe town cheers. It had waited for years.", False),
        ("Mill sells 345 sacks\n\nIt cheers.", False),
        ("Mill sells 345 sacks", False),
        ("Mill sells 345 sacks" + " and more" * 24 + "\n\n" + "It cheers. " * 40, False),
    ],
)
def test_what_a_headline_is(text: str, titled: bool) -> None:
    (found,) = find_in_text(text, "en")
    assert (found.section is Section.TITLE) is titled


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Їжак спить", "uk"), ("Ёжик спит", "ru"), ("12 345", "en"), ("", "en"), ("Село під лісом", "uk"),
        ("This is the mill that grinds the flour of the village", "en"),
        ("Das ist die Mühle, die das Mehl des Dorfes mahlt", "de"),
    ],
)  # fmt: skip
def test_language_of_a_text(text: str, lang: str) -> None:
    assert language_of(text) == lang


def test_whole_numbers_are_printed_without_a_fraction() -> None:
    row = to_json(figure(0, 345.0, high=400.5, change=Change("up", "by")))
    assert (row["value"], row["high"], row["change"]) == (345, 400.5, {"direction": "up", "role": "by"})
    assert isinstance(row["value"], int)


def test_hebrew_prepositions_that_join_digits() -> None:
    assert [is_joined_preposition(word) for word in ("ב", "וב", "שוב", "א", "x")] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "The yard has 20 or 31 boats.", [(20, 31)]),
        ("en", "The yard has 20 or 32 boats.", [(20, None), (32, None)]),
        ("en", "The yard has nine or fifteen boats.", [(9, None), (15, None)]),
        ("ru", "На верфи девять или пятнадцать лодок.", [(9, None), (15, None)]),
        ("en", "The yard has 20 to 32 boats.", [(20, 32)]),
        ("en", "Half a kilo of cheese is left.", [(0.5, None)]),
        ("en", "He retired in '68", []),
        ("ru", "Заплатил 5 тысяч", [(5_000, None)]),
        ("en", "Paid 5 thousand", [(5_000, None)]),
        ("en", "Five hundred", [(500, None)]),
        ("en", "On May 3, 12 boats sank.", [(12, None)]),
    ],
)
def test_ranges_alternatives_and_ends_of_text(lang: str, text: str, found: list[tuple[float, float | None]]) -> None:
    figures = sorted(find_in_text(text, lang), key=lambda figure: figure.start)
    assert [(figure.value, figure.high) for figure in figures] == found


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("He plans to run the mill for $20 a day.", "plans to run mill, a day"),
        ("Over the school holidays the run costs $20.", "run"),
        ("It can hold 40 people.", "can hold people"),
        ("She said she paid $5,000 for the boat.", "paid for the boat"),
    ],
)
def test_labels_of_verbs_and_nouns_that_look_alike(text: str, label: str) -> None:
    (found,) = find_in_text(text, "en")
    assert found.label == label


def test_one_foreign_word_does_not_change_the_language() -> None:
    assert language_of("The word «ёж» is the Russian name of the hedgehog") == "en"
    assert language_of("Слово hedgehog значит «ёж»") == "ru"
