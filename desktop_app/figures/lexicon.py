"""What the engine knows about a language: ``resources/figures/<code>.toml`` over a base from Unicode CLDR.

Loaded when first asked for and kept; see ``docs/figures.md`` for the meaning of every table.
"""

from __future__ import annotations

import json
import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from desktop_app.article import Bound
from desktop_app.figures import cldr
from desktop_app.figures.lexicon_tables import fill
from desktop_app.figures.phrases import PhraseTable
from desktop_app.figures.tokens import normal
from desktop_app.resources import resource

#: Signs that stand for a currency before or after a number, in every language.
CURRENCY_SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₴": "UAH", "₽": "RUB", "₹": "INR", "₺": "TRY", "₸": "KZT",
    "₩": "KRW", "₪": "ILS", "₫": "VND", "₱": "PHP", "₦": "NGN", "฿": "THB", "₾": "GEL", "₼": "AZN", "₡": "CRC",
    "₲": "PYG", "₵": "GHS", "₿": "BTC",
}  # fmt: skip
#: Letters before a dollar sign that say whose dollar it is.
DOLLARS = {
    "us": "USD", "u.s": "USD", "c": "CAD", "ca": "CAD", "can": "CAD", "cdn": "CAD", "a": "AUD", "au": "AUD",
    "nz": "NZD", "hk": "HKD", "s": "SGD", "sg": "SGD", "r": "BRL", "mx": "MXN", "nt": "TWD",
}  # fmt: skip


#: Languages whose nouns and adjectives show case and number by their endings, as the rules for them expect.
SLAVIC = frozenset({"ru", "uk"})


@dataclass(slots=True)
class Lexicon:
    """Tables of one language. Words are in lookup form (:func:`desktop_app.figures.tokens.normal`)."""

    code: str
    decimal: str
    groups: frozenset[str]
    space_groups: bool
    numbers: dict[str, float] = field(default_factory=dict)
    glued_numbers: bool = False
    ten_adds: bool = False
    twenties: bool = False
    articles: frozenset[str] = frozenset()
    article_scales: frozenset[str] = frozenset()
    ands: frozenset[str] = frozenset()
    hundreds: dict[str, float] = field(default_factory=dict)
    multipliers: dict[str, float] = field(default_factory=dict)
    minus: frozenset[str] = frozenset()
    point: frozenset[str] = frozenset()
    half: PhraseTable[float] = field(default_factory=PhraseTable)
    scales: PhraseTable[float] = field(default_factory=PhraseTable)
    scale_letters: dict[str, float] = field(default_factory=dict)
    lone_scales: dict[str, float] = field(default_factory=dict)
    lone_oblique: dict[str, float] = field(default_factory=dict)
    lone_units: dict[str, str] = field(default_factory=dict)
    currencies: PhraseTable[str] = field(default_factory=PhraseTable)
    minor: PhraseTable[str] = field(default_factory=PhraseTable)
    minor_parts: dict[str, float] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()
    units: PhraseTable[str] = field(default_factory=PhraseTable)
    times: dict[str, float] = field(default_factory=dict)
    vague: dict[str, float] = field(default_factory=dict)
    vague_people: PhraseTable[str] = field(default_factory=PhraseTable)
    coins: frozenset[str] = frozenset()
    rate_open: frozenset[str] = frozenset()
    rate_skip: frozenset[str] = frozenset()
    rate_terms: frozenset[str] = frozenset()
    inverted: bool = False
    half_units: frozenset[str] = frozenset()
    half_words: dict[str, str] = field(default_factory=dict)
    factors: PhraseTable[float] = field(default_factory=PhraseTable)
    factor_after: PhraseTable[str] = field(default_factory=PhraseTable)
    factor_before: frozenset[str] = frozenset()
    factor_stop: PhraseTable[str] = field(default_factory=PhraseTable)
    fractions: PhraseTable[float] = field(default_factory=PhraseTable)
    fraction_after: PhraseTable[str] = field(default_factory=PhraseTable)
    fraction_before: frozenset[str] = frozenset()
    bounds_before: PhraseTable[Bound] = field(default_factory=PhraseTable)
    bounds_after: PhraseTable[Bound] = field(default_factory=PhraseTable)
    #: Verbs that a word of ``bounds_before`` belongs to instead, by that word; the others only where «of» follows.
    bound_verbs: dict[str, frozenset[str]] = field(default_factory=dict)
    bound_verbs_parted: dict[str, frozenset[str]] = field(default_factory=dict)
    range_open: dict[str, frozenset[str]] = field(default_factory=dict)
    range_join: frozenset[str] = frozenset()
    change: PhraseTable[str] = field(default_factory=PhraseTable)
    change_roles: dict[str, str] = field(default_factory=dict)
    junk_before: PhraseTable[str] = field(default_factory=PhraseTable)
    junk_weak: PhraseTable[str] = field(default_factory=PhraseTable)
    streets: PhraseTable[str] = field(default_factory=PhraseTable)
    term_before: PhraseTable[str] = field(default_factory=PhraseTable)
    term_names: PhraseTable[str] = field(default_factory=PhraseTable)
    rate_after: PhraseTable[str] = field(default_factory=PhraseTable)
    durations_before: PhraseTable[str] = field(default_factory=PhraseTable)
    durations_after: PhraseTable[str] = field(default_factory=PhraseTable)
    durations_gated: bool = False
    score_before: PhraseTable[str] = field(default_factory=PhraseTable)
    one_stop: frozenset[str] = frozenset()
    one_stop_after: PhraseTable[str] = field(default_factory=PhraseTable)
    part_of: bool = False
    dull: PhraseTable[str] = field(default_factory=PhraseTable)
    one_more: frozenset[str] = frozenset()
    one_counts: bool = False
    ambiguous: dict[str, tuple[str, PhraseTable[str]]] = field(default_factory=dict)
    junk_after: PhraseTable[str] = field(default_factory=PhraseTable)
    ago: PhraseTable[str] = field(default_factory=PhraseTable)
    relative: frozenset[str] = frozenset()
    age_before: PhraseTable[str] = field(default_factory=PhraseTable)
    ages: bool = False
    age_words: frozenset[str] = frozenset()
    age_limits: PhraseTable[str] = field(default_factory=PhraseTable)
    age_people: PhraseTable[str] = field(default_factory=PhraseTable)
    dative: frozenset[str] = frozenset()
    year_words: frozenset[str] = frozenset()
    months: PhraseTable[str] = field(default_factory=PhraseTable)
    year_before: PhraseTable[str] = field(default_factory=PhraseTable)
    decade: frozenset[str] = frozenset()
    clock: PhraseTable[str] = field(default_factory=PhraseTable)
    hours: frozenset[str] = frozenset()
    clock_before: frozenset[str] = frozenset()
    quarters: PhraseTable[str] = field(default_factory=PhraseTable)
    day_parts: PhraseTable[str] = field(default_factory=PhraseTable)
    ordinal_suffixes: frozenset[str] = frozenset()
    cardinal_suffixes: frozenset[str] = frozenset()
    ordinal_words: PhraseTable[str] = field(default_factory=PhraseTable)
    compound_stems: dict[str, float] = field(default_factory=dict)
    compound_units: dict[str, str] = field(default_factory=dict)
    compound_nouns: dict[str, str] = field(default_factory=dict)
    compound_stop: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    verbs: PhraseTable[str] = field(default_factory=PhraseTable)
    one_of: frozenset[str] = frozenset()
    casualties: PhraseTable[str] = field(default_factory=PhraseTable)
    key: PhraseTable[str] = field(default_factory=PhraseTable)
    stops: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    dimensions: frozenset[str] = frozenset()
    ands_of_nouns: frozenset[str] = frozenset()
    than: frozenset[str] = frozenset()
    asides: PhraseTable[str] = field(default_factory=PhraseTable)
    copulas: PhraseTable[str] = field(default_factory=PhraseTable)
    value_nouns: PhraseTable[str] = field(default_factory=PhraseTable)
    generic_nouns: PhraseTable[str] = field(default_factory=PhraseTable)
    complex: PhraseTable[str] = field(default_factory=PhraseTable)
    nouns_capital: bool = False
    adjective_endings: tuple[str, ...] = ()
    verb_endings: tuple[str, ...] = ()
    relatives: frozenset[str] = frozenset()
    people_lemma: dict[str, str] = field(default_factory=dict)


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language code; a code without a file of its own gets the CLDR base."""
    base = cldr.base(lang)
    result = Lexicon(
        code=lang,
        decimal=base.decimal,
        groups=base.groups,
        space_groups=base.space_groups,
        codes=base.codes,
    )
    for phrase, unit in base.units:
        result.units.add(phrase, unit)
    for phrase, code in base.currencies:
        result.currencies.add(phrase, code)
    for phrase, scale in base.scales:
        result.scales.add(phrase, scale)
    for phrase in base.months:
        result.months.add(phrase, "month")
    _add_spelled(result, lang)
    try:
        path = resource("figures", f"{lang}.toml")
    except FileNotFoundError:
        for word, code in base.home:
            result.currencies.add(word, code)
        return result
    fill(result, tomllib.loads(path.read_text("utf-8")))
    _add_plain_spellings(result.numbers)
    return result


def _add_plain_spellings(numbers: dict[str, float]) -> None:
    """Number words as typed without accents («tres» for «três»), Latin script only."""
    for word in list(numbers):
        if len(word) > 3 and not word.isascii() and "a" <= word[0] <= "z":
            plain = "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
            numbers.setdefault(plain, numbers[word])


@cache
def _spelled_tables() -> dict[str, dict[str, Any]]:
    try:
        path = resource("figures", "spelled.json")
    except FileNotFoundError:
        return {}
    tables: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return tables


def _add_spelled(result: Lexicon, lang: str) -> None:
    """Number words of CLDR's rule-based number formats, tabulated beforehand by ``benchmarks/figures.py tables``."""
    table = _spelled_tables().get(lang)
    if not table:
        return
    for word, value in table["words"].items():
        result.numbers[normal(word)] = float(value)
    result.glued_numbers = bool(table.get("glued"))
