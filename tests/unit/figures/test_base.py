"""What Unicode CLDR gives each language, and how a language's own tables are read on top of it."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.article import Bound
from desktop_app.figures.cldr import base, cldr_unit
from desktop_app.figures.lexicon import Lexicon, lexicon
from desktop_app.figures.lexicon_tables import fill
from desktop_app.figures.tokens import tokenise


@pytest.mark.parametrize(
    ("lang", "decimal", "groups", "spaces"),
    [
        ("en", ".", ",'’", False), ("de", ",", ".'’", False), ("fr", ",", ".'’", True), ("ru", ",", ".'’", True),
        ("ja", ".", ",'’", False), ("pt-BR", ",", ".'’", False), ("xx", ".", ",'’", False), ("", ".", ",'’", False),
    ],
)  # fmt: skip
def test_signs_of_a_language(lang: str, decimal: str, groups: str, spaces: bool) -> None:
    found = base(lang)
    assert (found.decimal, found.groups, found.space_groups) == (decimal, frozenset(groups), spaces)


@pytest.mark.parametrize(
    ("lang", "scales"),
    [
        ("en", {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}),
        ("de", {"Tausend": 1e3, "Million": 1e6, "Millionen": 1e6, "Milliarde": 1e9, "Milliarden": 1e9,
                "Billion": 1e12, "Billionen": 1e12, "Mio.": 1e6, "Mrd.": 1e9, "Bio.": 1e12}),
        ("he", {"אלף": 1e3, "מיליון": 1e6, "מיליארד": 1e9, "טריליון": 1e12}),
        ("ja", {}),
    ],
)  # fmt: skip
def test_scale_words_of_a_language(lang: str, scales: dict[str, float]) -> None:
    assert dict(base(lang).scales) == scales


@pytest.mark.parametrize(
    ("lang", "home"),
    [
        ("de", {"Euro": "EUR", "US-Dollar": "USD"}),
        ("cs", {"koruna": "CZK", "koruny": "CZK", "korun": "CZK", "dolar": "USD", "dolary": "USD", "dolaru": "USD",
                "dolarů": "USD"}),
        ("he", {"שקל": "ILS", "שקלים": "ILS", "דולר": "USD"}),
        ("hi", {"रुपया": "INR", "रुपए": "INR", "डॉलर": "USD"}),
        ("fr", {"euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD"}),
        ("xx", {"dollar": "USD", "dollars": "USD"}),
    ],
)  # fmt: skip
def test_the_bare_names_of_home_money(lang: str, home: dict[str, str]) -> None:
    assert dict(base(lang).home) == home


def test_names_of_money_units_and_months() -> None:
    english, german = base("en"), base("de")
    assert ("Czech koruna", "CZK") in english.currencies
    assert ("Tschechische Kronen", "CZK") in german.currencies
    assert ("euros", "EUR") in german.currencies
    assert not {code for _, code in english.currencies} & {"XAU", "XAG", "XPT", "XPD"}  # «four gold medals»
    assert all(len(name) > 2 for name, _ in english.currencies)
    assert {"USD", "EUR", "CZK"} <= english.codes
    assert all(len(code) == 3 and code.isascii() for code in english.codes)
    units = set(english.units)
    assert {("years", "year"), ("liters", "l"), ("metric tons", "t"), ("%", "percent"), ("km²", "km2")} <= units
    assert not {word.lower() for word, _ in units} & {"m", "t", "l", "h", "d", "in", "ft"}
    assert ("Kilometer", "km") in german.units
    assert all(word and "{" not in word for word, _ in units)
    assert {"Januar", "Mai", "Sept.", "Okt"} <= set(german.months)
    assert all(len(name) > 2 for name in (*german.months, *base("cs").months))
    assert not any(name.isdigit() for name in base("ja").months)


@pytest.mark.parametrize(("unit", "name"), [("km", "length-kilometer"), ("t", "mass-tonne"), ("barn", None)])
def test_the_name_cldr_has_for_a_unit(unit: str, name: str | None) -> None:
    assert cldr_unit(unit) == name


def first(lex: Lexicon, table: str, text: str) -> Any:
    found = getattr(lex, table).match(tokenise(text), 0)
    return None if found is None else found[0]


def flags(lex: Lexicon) -> list[bool]:
    return [
        lex.glued_numbers, lex.ten_adds, lex.twenties, lex.inverted, lex.space_groups, lex.part_of, lex.one_counts,
        lex.ages, lex.durations_gated, lex.nouns_capital,
    ]  # fmt: skip


def test_what_a_language_says_of_itself_stands_over_cldr() -> None:
    lex = Lexicon("xx", ".", frozenset(","), space_groups=False, glued_numbers=True)
    fill(lex, {})
    assert flags(lex) == [True] + [False] * 9
    grammar = {
        "glued": False,
        "ten_adds": True,
        "twenties": True,
        "inverted": True,
        "spaces": True,
        "half": ["and half"],
    }
    fill(
        lex,
        {
            "numbers": {"5": "Five fivë"},
            "number_grammar": grammar,
            "scales": {"1e3": ["kilo words"]},
            "fractions": {"0.5": ["half"]},
            "bounds": {"before": {">=": ["over"]}, "after": {"<=": ["or less"]}},
            "ranges": {"open": {"From": ["To"]}, "join": ["or"]},
            "change": {"up": ["rose"], "down": ["fell"], "by": ["by"], "to": ["to"], "from": ["from"]},
            "junk": {"part_of": True, "one_stop": ["no"]},
            "ages": {"words": ["older"]},
            "durations": {"after": ["in jail"]},
            "ambiguous": {"Pounds": {"unit": "lb", "near": ["weigh"]}},
            "lone_units": {"t": "tonne tonnes"},
            "minor_parts": {"0.1": "dime dimes"},
            "compounds": {"units": {"year": "yearly"}, "nouns": {"floor": "floored"}, "stems": {"2": "two"}},
            "words": {"nouns_capital": True, "one_of": ["of"], "and": ["and"], "same_lemma": {"folk": "person"},
                      "adjective_endings": ["ly"], "verb_endings": ["ed"]},
        },
    )  # fmt: skip
    assert flags(lex) == [False] + [True] * 9
    assert lex.numbers == {"five": 5.0, "fivë": 5.0}
    assert first(lex, "half", "and half") == 0.5
    assert (first(lex, "scales", "kilo words"), first(lex, "fractions", "half")) == (1_000.0, 0.5)
    assert (first(lex, "bounds_before", "over"), first(lex, "bounds_after", "or less")) == (
        Bound.AT_LEAST,
        Bound.AT_MOST,
    )
    assert (lex.range_open, lex.range_join) == ({"from": frozenset({"to"})}, frozenset({"or"}))
    assert (first(lex, "change", "rose"), first(lex, "change", "fell")) == ("up", "down")
    assert lex.change_roles == {"by": "by", "to": "to", "from": "from"}
    assert lex.ambiguous["pounds"][0] == "lb"
    assert lex.ambiguous["pounds"][1].has("weigh")
    assert lex.lone_units == {"tonne": "t", "tonnes": "t"}
    assert lex.minor_parts == {"dime": 0.1, "dimes": 0.1}
    assert (lex.compound_units, lex.compound_nouns) == ({"yearly": "year"}, {"floored": "floor"})
    assert (lex.compound_stems, lex.people_lemma) == ({"two": 2.0}, {"folk": "person"})
    assert (lex.one_of, lex.ands_of_nouns) == (frozenset({"of"}), frozenset({"and"}))
    assert (lex.adjective_endings, lex.verb_endings) == (("ly",), ("ed",))


@pytest.mark.parametrize("lang", ["de", "en", "es", "fr", "it", "pl", "pt", "ru", "tr", "uk"])
def test_fractions_of_every_language_are_parts(lang: str) -> None:
    """A key such as 0.5 must stand in quotes in TOML, or it is read as two keys."""
    rows = [value for entries in lexicon(lang).fractions._first.values() for _, value in entries]
    assert rows
    assert all(0 < value < 1 for value in rows)


def test_number_words_typed_without_accents_are_known() -> None:
    assert lexicon("pt").numbers["tres"] == lexicon("pt").numbers["três"] == 3
    assert "одинадцять" in lexicon("uk").numbers
    assert lexicon("xx").numbers == {}
    assert lexicon("sv").numbers["tjugo"] == 20
