"""How far each rule looks: an example just inside its reach, and one just outside that has nothing to do with it."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.article import Article, Bound, Change, Figure, Section, Span
from desktop_app.figures import find_in_article, find_in_text, warm
from desktop_app.figures.digits import digits_at
from desktop_app.figures.lexicon import lexicon
from desktop_app.figures.morphology import morphology
from desktop_app.figures.rank import WEIGHTS, explain, ranked
from desktop_app.figures.repeats import related
from desktop_app.figures.spelled import split_number_word
from desktop_app.figures.tokens import Token, tokenise
from tests.unit.figures.lines import line


def row(before: str, number: str, behind: str, topic: str = "", **more: Any) -> dict[str, float]:
    """The reasons of rank of ``number`` between two stretches of one sentence."""
    text = before + number + behind
    start, end = len(before), len(before) + len(number)
    fields = {"value": 99.0, "noun": "sack", "context": text, "sentence": Span(0, len(text)), **more}
    return explain([Figure(start, end, number, **fields)], lexicon("en"), text, topic)[0]


@pytest.mark.parametrize(
    ("before", "behind", "name", "holds"),
    [
        ("record " + "-" * 57, "", "key word", True),
        ("record " + "-" * 58, "", "key word", False),
        ("", "-" * 49 + " record", "key word", True),
        ("", "-" * 50 + " record", "key word", False),
        ("killed " + "-" * 57, "", "casualty", True),
        ("killed " + "-" * 58, "", "casualty", False),
        ("(" + "-" * 59, "", "bracket", True),
        ("(" + "-" * 60, "", "bracket", False),
        ("(old) ", "", "bracket", False),
        ("-" * 399, "", "lead", True),
        ("-" * 400, "", "lead", False),
    ],
)
def test_how_far_rank_looks(before: str, behind: str, name: str, holds: bool) -> None:
    assert (name in row(before, "99", behind)) is holds


@pytest.mark.parametrize(
    ("before", "behind", "quoted"),
    [
        ('"We sold ', ' sacks," he said.', True), ("“We sold ", " sacks", True), ("«We sold ", " sacks", True),
        ("„We sold ", " sacks", True), ("‘We sold ", " sacks", True), ("— We sold ", " sacks", True),
        ("– We sold ", " sacks", True), ("- We sold ", " sacks", True), ('We sold ', ' sacks," he said.', True),
        ("We sold ", " sacks,” he said.", True), ("He said: “we sold ", " sacks", True),
        ('The "Old Mill" sold ', " sacks", False), ("We sold ", " sacks", False),
    ],
)  # fmt: skip
def test_what_counts_as_quoted(before: str, behind: str, quoted: bool) -> None:
    assert ("quoted" in row(before, "99", behind)) is quoted


@pytest.mark.parametrize(
    ("number", "more", "name", "strength"),
    [
        ("−9", {"value": -9.0}, "small", 1.0),
        ("−10", {"value": -10.0}, "small", 0.0),
        ("−99", {"value": -99.0}, "magnitude", 2.0),
        ("9 %", {"value": 9.0, "kind": "percent", "unit": "percent"}, "small", 0.0),
        ("two days", {"value": 2.0, "kind": "duration", "unit": "day"}, "word", 1.0),
        ("two dollars", {"value": 2.0, "kind": "money", "unit": "USD"}, "word", 0.0),
        ("999 USD", {"value": 999.0, "kind": "money", "unit": "USD"}, "magnitude", 3.0),
        ("999 km", {"value": 999.0, "kind": "measure", "unit": "km"}, "magnitude", 3.0),
        ("999 days", {"value": 999.0, "kind": "duration", "unit": "day"}, "magnitude", 0.0),
        ("30 °F", {"value": 30.0, "kind": "measure", "unit": "fahrenheit"}, "weather", 1.0),
        ("30 km", {"value": 30.0, "kind": "measure", "unit": "km", "noun": None}, "nothing counted", 0.0),
        ("99", {"bound": Bound.AT_LEAST}, "vague", 0.0),
        ("nine km", {"bound": Bound.AT_LEAST, "unit": "km", "kind": "measure"}, "vague", 0.0),
        ("nine", {"bound": Bound.AT_MOST}, "vague", 0.0),
        ("99", {"label": "sacks of flour sold by mill"}, "topic", 1.0),
        ("99", {"label": "Flourishing mill"}, "topic", 1.0),
        ("99", {"label": "men in it"}, "topic", 0.0),
        ("99", {"change": Change("up", "to")}, "from", 0.0),
        ("99", {"label": "people killed"}, "casualty", 1.0),
    ],
)
def test_how_strong_a_reason_is(number: str, more: dict[str, Any], name: str, strength: float) -> None:
    assert row("It was ", number, " here.", "Flour mill sells sacks", **more).get(name, 0.0) == strength


def test_the_score_is_the_sum_of_the_weighted_reasons() -> None:
    one = Figure(0, 2, "99", 99.0, noun="sack", context="99 sacks", sentence=Span(0, 8), label="sacks sold")
    (reasons,) = explain([one], lexicon("en"), "99 sacks", "")
    (scored,) = ranked([one], lexicon("en"), "99 sacks", "")
    assert scored.score == round(sum(WEIGHTS[name] * value for name, value in reasons.items()), 6)
    assert set(reasons) == {"count", "early", "lead", "magnitude"}


def figure(start: int, value: float, **more: Any) -> Figure:
    return Figure(start, start + 3, "12", value, sentence=more.pop("sentence", Span(start, start + 40)), **more)


def test_a_title_is_counted_once_and_only_first_mentions_have_its_weight() -> None:
    listed = [figure(20, 345), figure(90, 345, same_as=20), figure(0, 345, same_as=20, section=Section.TITLE)]
    rows = explain(listed, lexicon("en"), "-" * 100, "")
    assert [one.get("title", 0.0) for one in rows] == [1.0, 0.0, 1.0]
    assert [one.get("mentions", 0.0) for one in rows] == [2.0, 0.0, 0.0]


def test_an_end_of_movement_is_not_later_only_when_its_beginning_stands_before() -> None:
    span = Span(0, 90)
    moved = [
        figure(0, 5, sentence=span),
        figure(10, 7, sentence=span, change=Change("up", "to")),
        figure(20, 9, sentence=span, change=Change("up", "by")),
        figure(30, 11, sentence=span, change=Change("up", "to")),
    ]
    rows = explain(moved, lexicon("en"), "-" * 100, "")
    assert [one.get("later in sentence", 0.0) for one in rows] == [0.0, 1.0, 2.0, 2.0]


@pytest.mark.parametrize(
    ("mine", "theirs", "against"),
    [
        ("people without water in town", "people without water in village", True),
        ("people without water", "people without power", True),
        ("people without water in town near river", "people without light in city near mountain", False),
        ("people", "people", False),
        ("people here", "people here", True),
    ],
)
def test_how_many_words_contradicting_labels_share(mine: str, theirs: str, against: bool) -> None:
    one, other = figure(0, 700, noun="person", label=mine), figure(100, 710, noun="person", label=theirs)
    assert bool(related([one, other])[0].conflicts_with) is against


@pytest.mark.parametrize(("others", "against"), [(0, True), (28, True), (29, False)])
def test_the_first_thirty_counts_of_a_noun_are_held_against_each_other(others: int, against: bool) -> None:
    one, last = figure(0, 700, noun="person", label="people without water"), 710
    between = [figure(100 * k, 10.0 ** (k + 3), noun="person", label=f"towns {k}") for k in range(1, others + 1)]
    other = figure(9000, last, noun="person", label="people without water")
    assert bool(related([one, *between, other])[0].conflicts_with) is against


def test_a_count_is_one_with_another_of_the_same_words_though_only_one_has_its_noun() -> None:
    one = figure(0, 41_000_000, noun="person", label="people in the country")
    bare = figure(100, 41_000_000, label="population of the country")
    other = figure(200, 41_000_000, label="sacks sold")
    assert [found.same_as for found in related([one, bare, other])] == [None, 0, None]
    here = Span(0, 90)
    two = [figure(0, 2, label="prizes of actor", sentence=here), figure(20, 2, label="prizes of actor", sentence=here)]
    assert [found.same_as for found in related(two)] == [None, None]


CHANGES = [
    # from the word of change to the number: nine tokens are near, ten are not
    ("Prices rose in the town of Tarn on Monday by 5%.", "up by"),
    ("The man raised in the old town of Tarn was bitten by 5 dogs.", ""),
    # of a movement to its end: fifteen tokens over another number, sixteen not
    ("Sales rose in the wet year of the great flood in Tarn from 5 boats to 9 boats.", "up to"),
    ("Cows raised in the old and the new valley of Tarn were driven from 5 farms to 9 towns.", ""),
    # behind the number: three tokens
    ("A 5% yearly price rise hurt.", "up by"),
    ("A 5% share of a rising firm was sold.", ""),
    # over one comma, not over two, and not over a stronger sign
    ("Prices rose, again, by 5%.", ""),
    ("Prices rose again, by 5%.", "up by"),
    ("Prices rose; by 5% of the shares were sold.", ""),
    ("Prices rose (by 5%).", ""),
    ("They lined up three firms.", ""),
    ("The club lost 25 members.", "down by"),
    ("A loss of 5% hurt.", "down by"),
    ("The loss of the mill of 5 men hurt.", ""),
]


@pytest.mark.parametrize(("text", "change"), CHANGES)
def test_how_far_a_word_of_change_reaches(text: str, change: str) -> None:
    last = max(find_in_text(text, "en"), key=lambda found: found.start)
    assert (f"{last.change.direction} {last.change.role}" if last.change else "") == change


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("ru", "Ему сегодня уже 45 лет.", []),
        ("ru", "Ему дали за кражу 45 лет тюрьмы.", ["45 лет"]),
        ("ru", "Рубль упал, старик отдал дом за 1 кг зерна.", ["1 кг"]),
        ("ru", "Упал рубль, старик отдал дом за 1 кг зерна.", []),
        ("ru", "Он получил 5 лет строгой женской тюрьмы.", ["5 лет"]),
        ("ru", "45-летний высокий худой седой мельник ушёл.", []),
        ("ru", "Тысячи старых больных бедных одиноких людей ушли.", ["Тысячи"]),
        ("en", "He won a prize for the house on Alder Lane, 3-1 and all.", []),
        ("en", "They won the long cold game at home, 3-1.", ["3-1"]),
    ],
)
def test_how_far_rules_of_junk_look(lang: str, text: str, found: list[str]) -> None:
    assert [one.text for one in find_in_text(text, lang)] == found


def test_a_text_that_is_a_quantity_is_short() -> None:
    assert [found.value for found in find_in_text("33" + " " * 158, "ru")] == [33]
    assert find_in_text("33" + " " * 159, "ru") == ()


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "a kilogram", ["a kilogram | =1 kg | "]),
        ("en", "kilogram", ["kilogram | =1 kg | "]),
        ("en", "thousand litres", ["thousand litres | =1000 l | "]),
        ("ru", "доллар", ["доллар | =1 USD | "]),
        ("en", "5 km!", ["5 km | =5 km | "]),
        ("en", "kilogram of cheese", []),
        ("en", "mill", []),
        ("en", "%", []),
        ("en", "a", []),
        ("en", "5 km\n6 km", ["5 km | =5 km | ", "6 km | =6 km | "]),
    ],
)
def test_a_text_that_is_one_quantity(lang: str, text: str, found: list[str]) -> None:
    assert [line(one) for one in sorted(find_in_text(text, lang), key=lambda one: one.start)] == found


@pytest.mark.parametrize(
    ("head", "titled"),
    [("Mill sells 345 sacks" + end, end in ("", "!", "?")) for end in ("", ".", ",", ";", ":", "!", "?")],
)
def test_signs_that_end_no_headline(head: str, titled: bool) -> None:
    (found,) = find_in_text(head + "\nThe town cheers. It had waited for years.", "en")
    assert (found.section is Section.TITLE) is titled


@pytest.mark.parametrize(
    ("length", "rest", "titled"),
    [(220, 221, True), (221, 222, False), (100, 101, True), (100, 100, False)],
)
def test_how_long_a_headline_and_its_text_are(length: int, rest: int, titled: bool) -> None:
    head = "Mill sells 345 sacks " + "x" * (length - 21)
    (found,) = find_in_text(head + "\n" + "y" * rest, "en")
    assert (found.section is Section.TITLE) is titled


@pytest.mark.parametrize("code", ["uk", "UK", "uk-UA", "uk_UA"])
def test_codes_of_a_language(code: str) -> None:
    assert find_in_text("Вирізка важить 5 кіло.", code)[0].unit == "kg"


@pytest.mark.parametrize("code", [None, "", "und", "auto"])
def test_codes_of_no_language_are_found_out(code: str | None) -> None:
    assert find_in_text("Їжак з'їв 5 кіло яблук.", code)[0].unit == "kg"


def test_the_language_of_an_article_without_a_body_is_that_of_its_title() -> None:
    (found,) = find_in_article(Article("-", "", title="Їжак з'їв 5 кіло яблук", lang="und"))
    assert (found.unit, found.section) == ("kg", Section.TITLE)


def test_the_first_article_of_any_language_can_be_prepared_for() -> None:
    for code in ("ru", "uk_UA", "", "und", "xx"):
        warm(code)


@pytest.mark.parametrize(
    ("lang", "word", "value"),
    [
        ("de", "zweihundertzwölf", 212), ("de", "hundertfünf", 105),
        ("de", "zweitausendfünfhundert", 2_500), ("de", "tausendeins", 1_001), ("de", "zwölftausend", 12_000),
        ("de", "zwanzigund", None), ("de", "undzwanzig", None), ("de", "zwanzigfach", None), ("de", "zwanzig", None),
        ("de", "hausboot", None), ("de", "null" * 20, 0), ("de", "ein" * 27, None),
        ("it", "duecentocinque", 205), ("it", "duemila", 2_000), ("it", "centomila", 100_000),
        ("fi", "kaksituhatta", 2_000),
        ("tr", "yirmibeş", 25),
    ],
)  # fmt: skip
def test_number_words_written_together(lang: str, word: str, value: float | None) -> None:
    assert split_number_word(word, lexicon(lang)) == value


@pytest.mark.parametrize("lang", ["en", "ru", "uk"])
def test_neither_signs_nor_repeated_words_of_numbers_run_too_deep(lang: str) -> None:
    words = {"en": "minus ", "ru": "тысяча ", "uk": "мінус "}[lang]
    assert all(found.value for found in find_in_text(words * 3_000, lang))


def test_words_are_analysed_again_when_too_many_are_kept() -> None:
    analyser = morphology("xx")
    for number in range(50_002):
        word = f"w{number}"
        assert analyser.word(Token(word, word, 0, len(word), "w", " ")).lemma == word


def test_tokens_of_a_part_of_a_text() -> None:
    assert [token.text for token in tokenise("one two three", 4, 7)] == ["two"]
    assert [token.text for token in tokenise("one two three", 4)] == ["two", "three"]
    assert [(token.kind, token.glued) for token in tokenise("a1%% b_")] == [
        ("w", False), ("d", True), ("p", True), ("w", False), ("p", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "1,234,567", 1_234_567), ("en", "12,34,567", 1_234_567), ("en", "1,2345,67,890", None),
        ("en", "1,234,56", None), ("en", "12,3,456", None), ("en", "1234,567,890", None), ("en", "1,234.5", 1_234.5),
        ("en", "1,2345,678.9", None), ("en", "1,234,5678.9", None), ("en", "1.234,567.8", None), ("en", "1'23", None),
        ("en", "1'234", 1_234), ("en", "1234567890123456789", None), ("en", "100000000000000000", 1e17),
        ("de", "1.234", 1_234), ("de", "1.23", 1.23), ("de", "1,234", 1.234), ("de", "1,000", 1_000),
        ("de", "0.234", 0.234), ("de", "1234.567", 1_234.567), ("ru", "12 345", 12_345),
        ("ru", "12 345 678", 12_345_678),
        ("ru", "12 345,6", 12_345.6), ("ru", "1 234 56", 1_234), ("ru", "12,5 345", 12.5), ("ru", "012 345", 12),
        ("ru", "1234 567", 1_234), ("ru", "12 345/6", 12), ("ru", "12 345:6", 12), ("ru", "12 345:", 12_345),
        ("ru", "12\n345", 12), ("en", "12 345", 12), ("en", "12\u00a0345", 12_345), ("en", "7½", 7.5),
        ("en", ".5", 0.5),
        ("en", ".", None), ("en", ".x", None), ("en", ". 5", None), ("hi", "१,२३,४५६", 123_456),
    ],
)  # fmt: skip
def test_digits_at_the_head_of_a_text(lang: str, text: str, value: float | None) -> None:
    number = digits_at(tokenise(text), 0, lexicon(lang))
    assert (None if number is None else number.value) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"It was {part} of it.", [part])
        for part in (
            "7/8",
            "7/10",
            "7/12",
            "7/15",
            "7/16",
            "7/20",
            "7/32",
            "7/100",
            "1/2",
            "(1/2)".strip("()"),
        )
    ]
    + [
        (f"It was {no} of it.", [])
        for no in ("7/11", "7/13", "7/14", "7/17", "7/21", "7/33", "7/101", "7/1001", "007/12")
    ],
)
def test_which_fractions_are_written_with_a_stroke(text: str, found: list[str]) -> None:
    assert [one.text for one in find_in_text(text, "en")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They won 100-101 at home.", ["100-101"]), ("They won 100:101 at home.", ["100:101"]),
        ("He was 1, and well.", []), ("He was 110, and well.", []), ("Tarn is 45, and well.", []),
    ],
)  # fmt: skip
def test_scores_and_ages_at_their_limits(text: str, found: list[str]) -> None:
    assert [one.text for one in find_in_text(text, "en")] == found
