"""Word lists of one language for the checker: ``resources/grounding/<code>.toml``; see ``docs/grounding.md``.

A word written ``стем~`` stands for every word that begins so.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from desktop_app.resources import resource


@dataclass(frozen=True, slots=True)
class WordSet:
    """Whole words and beginnings of words."""

    whole: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: Iterable[str]) -> WordSet:
        """Read the notation of the lists; words may be written several to a string."""
        items = [word for line in words for word in line.split()]
        stems = tuple(word[:-1] for word in items if word.endswith("~"))
        return cls(frozenset(word for word in items if not word.endswith("~")), stems)

    def __contains__(self, low: object) -> bool:
        return isinstance(low, str) and (low in self.whole or low.startswith(self.stems or ("\0",)))


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two sets of words that exclude each other about the same thing."""

    name: str
    poles: tuple[WordSet, WordSet]

    def pole(self, low: str) -> int | None:
        """0 or 1 for a word of either set."""
        for number, words in enumerate(self.poles):
            if low in words:
                return number
        return None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Tables of one language; ``known`` tells whether there is a file for it."""

    code: str
    known: bool
    function: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    orphans: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    yet: frozenset[str] = frozenset()
    instead: frozenset[str] = frozenset()
    them: frozenset[str] = frozenset()
    clause_prepositions: frozenset[str] = frozenset()
    doing: WordSet = field(default_factory=WordSet)
    irrealis: WordSet = field(default_factory=WordSet)
    droppable: frozenset[str] = frozenset()
    negation: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    negative: WordSet = field(default_factory=WordSet)
    transparent: WordSet = field(default_factory=WordSet)
    oppositions: tuple[Opposition, ...] = ()
    name_endings: frozenset[str] = frozenset()
    inflected: bool = False
    not_names: WordSet = field(default_factory=WordSet)
    titles: WordSet = field(default_factory=WordSet)
    connectors: frozenset[str] = frozenset()
    months: tuple[tuple[WordSet, int], ...] = ()
    year_words: frozenset[str] = frozenset()
    general_nouns: WordSet = field(default_factory=WordSet)
    change_roles: dict[str, str] = field(default_factory=dict)
    reporting: frozenset[str] = frozenset()
    measures: WordSet = field(default_factory=WordSet)
    totals: WordSet = field(default_factory=WordSet)
    irregular: dict[str, tuple[str, ...]] = field(default_factory=dict)
    synonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    numerals: dict[str, float] = field(default_factory=dict)
    compounds: tuple[tuple[str, float], ...] = ()
    scales: dict[str, float] = field(default_factory=dict)
    ordinals: tuple[tuple[str, int], ...] = ()
    every: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    verbs: frozenset[str] = frozenset()
    pasts: frozenset[str] = frozenset()
    completing: frozenset[str] = frozenset()
    contrast: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    reporting_verbs: frozenset[str] = frozenset()
    attribution: tuple[tuple[str, ...], ...] = ()
    generic_actors: WordSet = field(default_factory=WordSet)
    symmetric: WordSet = field(default_factory=WordSet)
    comparing: WordSet = field(default_factory=WordSet)
    compound_roots: tuple[str, ...] = ()
    passive: WordSet = field(default_factory=WordSet)
    agent: frozenset[str] = frozenset()
    weekdays: tuple[tuple[WordSet, int], ...] = ()
    ambiguous_days: frozenset[str] = frozenset()
    before_days: frozenset[str] = frozenset()
    relative_days: frozenset[str] = frozenset()
    more: frozenset[str] = frozenset()
    fewer: frozenset[str] = frozenset()
    demonstratives: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()

    def opposition(self, low: str) -> tuple[tuple[str, int], ...]:
        """Names and poles of the oppositions a word belongs to."""
        return _opposed(self.code, low)

    def ordinal(self, low: str) -> int | None:
        """The number an ordinal (fifth) is made of."""
        return next((number for stem, number in self.ordinals if low.startswith(stem)), None)

    def weekday(self, low: str) -> int | None:
        """Number, from 1 for Monday, of the day of the week a word names."""
        return next((number for words, number in self.weekdays if low in words), None)

    def month(self, low: str) -> int | None:
        """Number of the month a word names."""
        for words, number in self.months:
            if low in words:
                return number
        return None


#: Endings of names in languages without a list of their own; wide enough for Slavic, Baltic and Romance cases.
_GENERIC_ENDINGS = WordSet.of(
    [
        "a e i o u y ą ę ów om ami ach em iem owi ie ego emu im ym ej a's s es en er ens ns n ovi ou ům ech",
        "ách ův ova ovo ově ima ama ja ju jem ov ev ovy ой ом ем а у е и ът ят та то те",
    ]
).whole


@lru_cache(maxsize=50_000)
def _opposed(code: str, low: str) -> tuple[tuple[str, int], ...]:
    """Asked of every word of an article for every sentence of its summary: kept."""
    found = ((opposition.name, opposition.pole(low)) for opposition in lexicon(code).oppositions)
    return tuple((name, pole) for name, pole in found if pole is not None)


@cache
def lexicon(lang: str) -> Lexicon:
    """The lists of a language code; empty lists for a code without a file."""
    try:
        path = resource("grounding", f"{lang}.toml")
    except (FileNotFoundError, ValueError):
        return Lexicon(lang, False, name_endings=_GENERIC_ENDINGS, inflected=True)
    return _read(lang, tomllib.loads(path.read_text("utf-8")))


def _read(lang: str, data: dict[str, Any]) -> Lexicon:
    words: dict[str, list[str]] = data.get("words", {})

    def plain(name: str) -> frozenset[str]:
        return frozenset(word for line in words.get(name, ()) for word in line.split())

    synonyms: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(data.get("synonyms", ())):
        for word in line.split():
            synonyms[word] = (*synonyms.get(word, ()), f"={number}")
    irregular: dict[str, tuple[str, ...]] = {}
    for lemma, forms in data.get("irregular", {}).items():
        for form in forms.split():
            irregular[form] = (*irregular.get(form, ()), lemma)
    numerals = {form: float(value) for value, forms in data.get("numerals", {}).items() for form in forms.split()}
    function = plain("function") | plain("pronouns") | plain("prepositions") | plain("subordinators")
    function |= plain("negation") | plain("auxiliaries") | plain("connectors")
    return Lexicon(
        code=lang,
        known=True,
        function=function,
        pronouns=plain("pronouns"),
        subjects=plain("subjects"),
        orphans=plain("orphans") | plain("pronouns"),
        prepositions=plain("prepositions"),
        subordinators=plain("subordinators"),
        yet=plain("yet"),
        instead=plain("instead"),
        them=plain("them"),
        clause_prepositions=plain("clause_prepositions"),
        doing=WordSet.of(words.get("doing", ())),
        irrealis=WordSet.of(words.get("irrealis", ())),
        droppable=plain("droppable"),
        negation=plain("negation"),
        only=plain("only"),
        negative=WordSet.of(words.get("negative", ())),
        transparent=WordSet.of(words.get("transparent", ())),
        oppositions=tuple(
            Opposition(name, (WordSet.of([pair[0]]), WordSet.of([pair[1]])))
            for name, pair in data.get("oppositions", {}).items()
        ),
        name_endings=plain("name_endings") or _GENERIC_ENDINGS,
        inflected=bool(data.get("inflected", False)),
        not_names=WordSet.of(words.get("not_names", ())),
        titles=WordSet.of(words.get("titles", ())),
        connectors=plain("connectors"),
        months=tuple((WordSet.of([forms]), int(number)) for number, forms in data.get("months", {}).items()),
        year_words=plain("year_words"),
        general_nouns=WordSet.of(words.get("general_nouns", ())),
        change_roles={word: role for role, line in data.get("change_roles", {}).items() for word in line.split()},
        reporting=frozenset(key for word in plain("reporting") for key in (word, *synonyms.get(word, ()))),
        measures=WordSet.of(words.get("measures", ())),
        totals=WordSet.of(words.get("totals", ())),
        irregular=irregular,
        synonyms=synonyms,
        numerals=numerals,
        compounds=tuple(
            sorted(
                ((stem, float(value)) for value, stems in data.get("compounds", {}).items() for stem in stems.split()),
                key=lambda pair: -len(pair[0]),
            )
        ),
        compound_roots=tuple(sorted(plain("compound_roots"))),
        scales={form: float(value) for value, forms in data.get("scales", {}).items() for form in forms.split()},
        ordinals=tuple(
            (stem, int(number)) for number, stems in data.get("ordinals", {}).items() for stem in stems.split()
        ),
        every=plain("every"),
        verbs=plain("verbs"),
        pasts=plain("pasts"),
        completing=plain("completing"),
        contrast=plain("contrast"),
        joining=plain("joining"),
        sides=plain("sides"),
        parts=plain("parts"),
        reporting_verbs=frozenset(key for word in plain("saying") for key in (word, *synonyms.get(word, ()))),
        attribution=tuple(tuple(phrase.split()) for phrase in words.get("attribution", ())),
        generic_actors=WordSet.of(words.get("generic_actors", ())),
        symmetric=WordSet.of(words.get("symmetric", ())),
        comparing=WordSet.of(words.get("comparing", ())),
        prefixes=tuple(sorted(plain("prefixes"))),
        passive=WordSet.of(words.get("passive", ())),
        agent=plain("agent"),
        weekdays=tuple((WordSet.of([forms]), int(number)) for number, forms in data.get("weekdays", {}).items()),
        ambiguous_days=plain("ambiguous_days"),
        before_days=plain("before_days"),
        relative_days=plain("relative_days"),
        more=plain("more"),
        fewer=plain("fewer"),
        demonstratives=plain("demonstratives"),
        auxiliaries=plain("auxiliaries"),
    )
