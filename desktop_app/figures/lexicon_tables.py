"""The tables of ``resources/figures/<code>.toml`` → the fields of a lexicon; ``docs/figures.md`` explains them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop_app.article import Bound
from desktop_app.figures.phrases import PhraseTable
from desktop_app.figures.tokens import normal

if TYPE_CHECKING:
    from desktop_app.figures.lexicon import Lexicon


def _words(text: str | list[str]) -> list[str]:
    return [normal(word) for word in (text.split() if isinstance(text, str) else text)]


def _fill(table: PhraseTable[Any], rows: Mapping[str, list[str]], convert: Any) -> None:
    for value, phrases in rows.items():
        table.extend(phrases, convert(value))


def _by_word(rows: Mapping[str, str]) -> dict[str, float]:
    return {word: float(value) for value, words in rows.items() for word in _words(words)}


def fill(lex: Lexicon, data: dict[str, Any]) -> None:
    """Put the tables of ``data`` (the parsed TOML) into ``lex``; what it leaves out stays as CLDR has it."""
    lex.numbers.update(_by_word(data.get("numbers", {})))
    grammar = data.get("number_grammar", {})
    lex.glued_numbers = grammar.get("glued", lex.glued_numbers)
    lex.ten_adds = grammar.get("ten_adds", False)
    lex.twenties = grammar.get("twenties", False)
    lex.articles = frozenset(_words(grammar.get("articles", [])))
    lex.article_scales = frozenset(_words(grammar.get("article_scales", [])))
    lex.ands = frozenset(_words(grammar.get("and", [])))
    lex.hundreds = _by_word(grammar.get("hundreds", {}))
    lex.multipliers = _by_word(grammar.get("multipliers", {}))
    lex.minus = frozenset(_words(grammar.get("minus", [])))
    lex.point = frozenset(_words(grammar.get("digits", [])))
    lex.half.extend(grammar.get("half", []), 0.5)
    _fill(lex.scales, data.get("scales", {}), float)
    lex.scale_letters = {key: float(value) for key, value in data.get("scale_letters", {}).items()}
    lex.lone_scales = _by_word(data.get("lone_scales", {}))
    lex.lone_oblique = _by_word(data.get("lone_oblique", {}))
    lex.lone_units = {word: unit for unit, text in data.get("lone_units", {}).items() for word in _words(text)}
    _fill(lex.currencies, data.get("currencies", {}), str)
    _fill(lex.minor, data.get("minor", {}), str)
    parts = data.get("minor_parts", {})
    lex.minor_parts = {word: float(part) for part, words in parts.items() for word in _words(words)}
    _fill(lex.units, data.get("units", {}), str)
    lex.times = _by_word(data.get("times", {}))
    vague = data.get("vague", {})
    lex.vague = _by_word(vague.get("words", {}))
    lex.vague_people.extend(vague.get("people", []), "people")
    lex.coins = frozenset(_words(data.get("coins", {}).get("words", [])))
    rates = data.get("rates", {})
    lex.rate_open = frozenset(_words(rates.get("open", [])))
    lex.rate_terms = frozenset(_words(rates.get("terms", [])))
    lex.rate_skip = frozenset(_words(rates.get("skip", [])))
    lex.space_groups = lex.space_groups or bool(grammar.get("spaces", False))
    lex.half_units = frozenset(_words(grammar.get("half_units", [])))
    lex.inverted = bool(grammar.get("inverted", False))
    lex.half_words = {word: unit for unit, words in data.get("half_words", {}).items() for word in _words(words)}
    _fill(lex.factors, data.get("factors", {}), float)
    lex.factor_stop.extend(data.get("factor_stop", {}).get("after", []), "stop")
    words = data.get("factor_words", {})
    lex.factor_before = frozenset(_words(words.get("before", [])))
    lex.factor_after.extend(words.get("after", []), "times")
    _fill(lex.fractions, data.get("fractions", {}), float)
    stop = data.get("fraction_stop", {})
    lex.fraction_after.extend(stop.get("after", []), "stop")
    lex.fraction_before = frozenset(_words(stop.get("before", [])))
    bounds = data.get("bounds", {})
    _fill(lex.bounds_before, bounds.get("before", {}), Bound)
    _fill(lex.bounds_after, bounds.get("after", {}), Bound)
    for name, table in (("verbs", lex.bound_verbs), ("verbs_parted", lex.bound_verbs_parted)):
        table.update((normal(key), frozenset(_words(value))) for key, value in bounds.get(name, {}).items())
    ranges = data.get("ranges", {})
    lex.range_open = {normal(key): frozenset(_words(value)) for key, value in ranges.get("open", {}).items()}
    lex.range_join = frozenset(_words(ranges.get("join", [])))
    change = data.get("change", {})
    for direction in ("up", "down"):
        lex.change.extend(change.get(direction, []), direction)
    lex.change_roles = {normal(word): role for role in ("by", "to", "from") for word in change.get(role, [])}
    _read_junk(lex, data)
    _read_words(lex, data)


def _read_junk(lex: Lexicon, data: dict[str, Any]) -> None:
    junk = data.get("junk", {})
    lex.junk_before.extend(junk.get("before", []), "name")
    lex.junk_weak.extend(junk.get("before_weak", []), "name")
    lex.junk_after.extend(junk.get("after", []), "name")
    lex.streets.extend(junk.get("streets", []), "street")
    lex.term_before.extend(junk.get("term_before", []), "term")
    lex.term_names.extend(junk.get("term_names", []), "name")
    lex.rate_after.extend(junk.get("rate_after", []), "rate")
    lex.one_stop = frozenset(_words(junk.get("one_stop", [])))
    lex.one_stop_after.extend(junk.get("one_stop_after", []), "one")
    lex.dull.extend(junk.get("dull", []), "dull")
    lex.part_of = bool(junk.get("part_of", False))
    lex.one_more = frozenset(_words(junk.get("one_more", [])))
    lex.one_counts = bool(lex.one_stop)
    durations = data.get("durations", {})
    lex.durations_before.extend(durations.get("before", []), "term")
    lex.durations_after.extend(durations.get("after", []), "term")
    lex.durations_gated = bool(durations)
    lex.score_before.extend(data.get("scores", {}).get("before", []), "score")
    for word, row in data.get("ambiguous", {}).items():
        near: PhraseTable[str] = PhraseTable()
        near.extend(row["near"], "near")
        lex.ambiguous[normal(word)] = (row["unit"], near)
    lex.ago.extend(junk.get("ago", []), "ago")
    lex.relative = frozenset(_words(junk.get("relative", [])))
    lex.age_before.extend(junk.get("age_before", []), "age")
    ages = data.get("ages", {})
    lex.ages = bool(ages)
    lex.age_words = frozenset(_words(ages.get("words", [])))
    lex.age_limits.extend(ages.get("limits", []), "age")
    lex.age_people.extend(ages.get("people", []), "people")
    lex.dative = frozenset(_words(junk.get("dative", [])))
    dates = data.get("dates", {})
    lex.year_words = frozenset(_words(dates.get("year_words", [])))
    lex.months.extend(dates.get("months", []), "month")
    lex.year_before.extend(dates.get("year_before", []), "year")
    lex.decade = frozenset(_words(dates.get("decade", [])))
    lex.clock.extend(dates.get("clock", []), "clock")
    lex.hours = frozenset(_words(dates.get("hours", [])))
    lex.clock_before = frozenset(_words(dates.get("clock_before", [])))
    lex.quarters.extend(dates.get("quarters", []), "quarter")
    lex.day_parts.extend(dates.get("day_parts", []), "day")
    ordinals = data.get("ordinals", {})
    lex.ordinal_words.extend(ordinals.get("words", []), "ordinal")
    lex.ordinal_suffixes = frozenset(_words(ordinals.get("suffixes", [])))
    lex.cardinal_suffixes = frozenset(_words(ordinals.get("cardinal_suffixes", [])))
    compounds = data.get("compounds", {})
    lex.compound_stems = _by_word(compounds.get("stems", {}))
    lex.compound_units = {word: unit for unit, text in compounds.get("units", {}).items() for word in _words(text)}
    lex.compound_nouns = {word: noun for noun, text in compounds.get("nouns", {}).items() for word in _words(text)}
    lex.compound_stop = frozenset(_words(compounds.get("stop", [])))


def _read_words(lex: Lexicon, data: dict[str, Any]) -> None:
    words = data.get("words", {})
    for name in ("prepositions", "conjunctions", "particles", "determiners", "pronouns", "auxiliaries", "one_of"):
        setattr(lex, name, frozenset(_words(words.get(name, []))))
    lex.verbs.extend(words.get("verbs", []), "verb")
    lex.casualties.extend(words.get("casualties", []), "casualty")
    lex.key.extend(words.get("key", []), "key")
    lex.stops = frozenset(_words(words.get("stops", [])))
    lex.dimensions = frozenset(_words(words.get("dimensions", [])))
    lex.reporting = frozenset(_words(words.get("reporting", [])))
    lex.ands_of_nouns = frozenset(_words(words.get("and", [])))
    lex.than = frozenset(_words(words.get("than", [])))
    lex.asides.extend(words.get("asides", []), "aside")
    lex.copulas.extend(words.get("copulas", []), "copula")
    lex.value_nouns.extend(words.get("value_nouns", []), "value")
    lex.generic_nouns.extend(words.get("generic_nouns", []), "generic")
    lex.complex.extend(words.get("complex", []), "complex")
    lex.nouns_capital = bool(words.get("nouns_capital", False))
    lex.adjective_endings = tuple(words.get("adjective_endings", ()))
    lex.verb_endings = tuple(words.get("verb_endings", ()))
    lex.relatives = frozenset(_words(words.get("relatives", [])))
    lex.people_lemma = dict(words.get("same_lemma", {}))
