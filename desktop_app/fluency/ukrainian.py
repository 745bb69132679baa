"""Which cases, numbers and genders a Ukrainian form may stand in, told by its lemma and its ending.

There is no free dictionary of Ukrainian morphology with a permissive licence, but simplemma's table (MIT; form → lemma,
600,000 forms) has whole paradigms. So a lemma is a noun of some declension if its telling forms are in the table
(*посаду*, *посадою* for *посада*), and the ending of a form says the rest (endings: Pugh & Press
1999, "Ukrainian: A Comprehensive Grammar"). What other lemmas may have the same form counts too: the answer is rather
too wide than too narrow, and empty where nothing is known.

A reading is two letters: the case (n, g, d, a, i, l, v) and the gender (m, f, n) or p for plural: ``"nf"``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop_app import word_tables
from desktop_app.resources import resource

Readings = frozenset[str]
_NONE: Readings = frozenset()

#: Endings of every declension, longest first; "" is any other form, which is the bare stem.
_PLURAL = {"ами": "ip", "ями": "ip", "ьми": "ip", "има": "ip", "ах": "lp", "ях": "lp"}
_ENDINGS: dict[str, dict[str, str]] = {
    "masculine": _PLURAL
    | {"ові": "dm lm", "еві": "dm lm", "єві": "dm lm", "ам": "dp", "ям": "dp", "ів": "gp ap", "їв": "gp ap"}
    | {"ом": "im", "ем": "im", "єм": "im", "ей": "gp ap", "у": "gm dm lm vm", "ю": "gm dm lm vm", "а": "gm am"}
    | {"я": "gm am", "и": "np ap vp", "ї": "lm np ap vp", "і": "lm np ap vp", "е": "vm np", "є": "vm", "": "gp ap"},
    "feminine": _PLURAL
    | {"ам": "dp", "ям": "dp", "ою": "if", "ею": "if", "єю": "if", "ей": "gp ap", "у": "af", "ю": "af"}
    | {"и": "gf np ap vp", "ї": "gf df lf np ap vp", "і": "gf df lf np ap vp", "о": "vf", "е": "vf", "є": "vf"}
    | {"": "gp ap"},
    "third": _PLURAL
    | {
        "ам": "dp",
        "ям": "dp",
        "ей": "gp ap",
        "'ю": "if",
        "ю": "if",
        "і": "gf df lf vf np ap vp",
        "и": "gf np ap",
        "": "gp ap",
    },
    "neuter": _PLURAL
    | {"ові": "dn ln", "еві": "dn ln", "ам": "dp", "ям": "dp in", "ом": "in", "ем": "in", "єм": "in", "ів": "gp ap"}
    | {
        "ей": "gp ap",
        "у": "dn ln gm dm lm",
        "ю": "dn ln",
        "а": "gn np ap vp",
        "я": "gn np ap vp",
        "і": "ln dn gn np ap",
    }
    | {"ї": "ln dn", "": "gp ap"},
    "long neuter": _PLURAL | {"ям": "dp in", "ю": "dn ln", "і": "ln dn", "ї": "ln dn", "": "gp ap"},
    "plural": _PLURAL | {"ам": "dp", "ям": "dp", "ми": "ip", "": "gp ap"},
}
#: The lemma itself.
_BASE = {
    "masculine": "nm am",
    "feminine": "nf vf",
    "third": "nf af vf",
    "neuter": "nn an vn",
    "long neuter": "nn an gn vn np ap vp",
    "plural": "np ap vp",
}
_ADJECTIVE = {"ього": "gm gn am", "ьому": "dm dn lm ln", "ьої": "gf", "ьою": "if"}
_ADJECTIVE |= {"ого": "gm gn am", "ому": "dm dn lm ln", "ої": "gf", "ою": "if", "ими": "ip", "іми": "ip"}
_ADJECTIVE |= {
    "ий": "nm am vm",
    "ій": "df lf",
    "их": "gp ap lp",
    "іх": "gp ap lp",
    "им": "im in dp",
    "ім": "lm ln im in dp",
}
_ADJECTIVE |= {"а": "nf vf", "я": "nf vf", "у": "af", "ю": "af", "е": "nn an vn", "є": "nn an vn", "і": "np ap vp"}
_HARD = ("", "а", "о", "ий", "е")
_SINGULAR = ("а", "я", "о", "е", "ин")
_SOFT = ("ь", "й", "я", "е", "є", "ій")
_VOWELS = "аеєиіїоуюя"
#: After these the plural of a masculine ends in -и alone.
_HARD_STEM = frozenset("бвдзлмнпстф")
#: What a form in -ці, -зі, -сі may be of a lemma in -к, -г, -х: *мороці*, *друзі*.
_SOFTENED = frozenset({"dm", "lm", "df", "lf", "dn", "ln", "gf", "np", "ap"})
_SOFTENING, _HARDENING = frozenset("яюєї"), frozenset("ауои")
_ANY_ENDING = frozenset({*_ADJECTIVE, *(end for table in _ENDINGS.values() for end in table)})
_LONGEST_ENDING = 4
#: Nouns so short are often also the genitive plural of another.
_SHORT = 4


@dataclass(frozen=True, slots=True)
class WordLists:
    """The closed lists of ``resources/fluency/ukrainian.toml``, lower case."""

    #: Words that look like a noun and are none, and lemmas behind which the table hides another.
    unjudged: frozenset[str]
    #: Nominatives whose form is also another word's in theory.
    sure: frozenset[str]
    #: People, whose nominative is not their accusative.
    persons: frozenset[str]
    #: Masculines in -а, -я.
    masculine: frozenset[str]
    #: Nouns of amount, whose verb may stand in the plural or the neuter.
    amounts: frozenset[str]
    #: Adjectives that stand for a noun or rule one.
    free: frozenset[str]
    #: Languages, as adjectives: the feminine stands for one.
    languages: frozenset[str]
    #: Measures, whose accusative may stand anywhere.
    times: frozenset[str]
    #: Nouns that are counted, never numbered.
    counted: frozenset[str]
    #: Nominatives that are genitive plurals too.
    uncounted: frozenset[str]
    #: Cardinals as words, and some that count like them.
    numerals: frozenset[str]
    months: frozenset[str]
    #: Forms of pronouns that are nominatives only, and that are accusatives too.
    nominative_pronouns: frozenset[str]
    accusative_pronouns: frozenset[str]
    #: What looks like a verb in the past.
    adverbs: frozenset[str]


@cache
def word_lists() -> WordLists:
    """The lists, read once."""
    table = tomllib.loads(resource("fluency", "ukrainian.toml").read_text("utf-8"))["words"]
    return WordLists(**{name: frozenset(words.split()) for name, words in table.items()})


@lru_cache(maxsize=50_000)
def lemma(form: str) -> str | None:
    """The lemma of a form that stands in the table; ``None`` for all others, whose lemma could only be guessed."""
    return word_tables.lemma(form, "uk") if form and word_tables.is_known(form, "uk") else None


@lru_cache(maxsize=20_000)
def noun(form: str) -> Readings:
    """The readings of ``form`` as a noun; empty if it is none, or in doubt."""
    return _readings(form, frozenset(_NOUN_CLASSES))


@lru_cache(maxsize=20_000)
def adjective(form: str) -> Readings:
    """The readings of ``form`` as an adjective, if its table entry says that it is one."""
    own = lemma(form)
    return _of(form, own, "adjective") if own and declension(own) == "adjective" else _NONE


@lru_cache(maxsize=20_000)
def nominal(form: str) -> Readings:
    """The readings of ``form`` as noun or adjective; empty if the table has no such word."""
    return _readings(form, frozenset({*_NOUN_CLASSES, "adjective"}))


_NOUN_CLASSES = tuple(_ENDINGS)


def _readings(form: str, classes: frozenset[str]) -> Readings:
    own, lists = lemma(form), word_lists()
    if own is None or not lists.unjudged.isdisjoint((form.lower(), own)) or (own[0].isupper() and form[0].islower()):
        return _NONE
    kind = declension(own)
    if kind is None or kind not in classes or (own.endswith("ок") and own not in lists.sure):
        return _NONE
    found = set(_of(form, own, kind))
    if form in lists.sure or not found:
        return frozenset(found)
    if kind == "masculine":
        if form == own and len(own) <= _SHORT:
            found.update(("gp", "ap"))  # круп: of круп or крупа
        if form != own and (own.endswith("ик") or any(lemma(own + end) for end in ("ою", "ею"))):
            # політика, кар'єра: beside політик, кар'єр
            found.update(
                _BASE["feminine"].split() if form == own + "а" else _by(own + "а", "feminine", form[len(own) :])
            )
    if form.endswith("і") and kind != "adjective" and found & {"lm", "lf", "ln"}:
        found.update(("dm", "lm", "df", "lf"), ("gf", "np", "ap") if own[-1] in "жчшщл" else ())
    if form.endswith(("ом", "ем")):
        found.add("im")
    for other, ending in _possible(form):
        if other == own or lemma(other) != other:
            continue
        alike = declension(other) or ("neuter" if other[-1] in "ое" and kind != "adjective" else None)
        if alike is not None:
            found.update(_by(other, alike, ending))
    return frozenset(found) if any(reading[0] != "v" for reading in found) else _NONE


def _of(form: str, base: str, kind: str) -> Readings:
    """The readings of a form of ``base`` by its ending; empty where another stem shows that it is of another word."""
    if form == base:
        return frozenset((_BASE | {"adjective": "nm am vm df lf" if base.endswith("ій") else "nm am vm"})[kind].split())
    table = _table(kind)
    stem = next((each for each in sorted(_bare(base, kind), key=len, reverse=True) if form.startswith(each)), None)
    exact = form[len(stem) :] if stem is not None else None
    if exact is not None and exact in table:
        return _by(base, kind, exact)
    if kind == "adjective":
        return _NONE
    ending = next((end for end in table if form.endswith(end)), "")
    if ending in _PLURAL or (not ending and kind in {"feminine", "neuter", "long neuter"}):
        return frozenset(table.get(ending, "").split())
    return _SOFTENED if form.endswith(("ці", "зі", "сі")) else _NONE


def _by(base: str, kind: str, ending: str) -> Readings:
    """The readings of an ending; -і is the plural's too unless the stem is hard."""
    if ending == "і" and kind == "masculine" and base[-1] in _HARD_STEM:
        return frozenset({"dm", "lm"})
    if ending == "і" and kind == "feminine" and base[-1] == "а" and base[-2] in _HARD_STEM:
        return frozenset({"df", "lf"})
    return frozenset(_table(kind).get(ending, "").split())


def _bare(base: str, kind: str) -> set[str]:
    """What of a lemma stands before its endings."""
    if kind in {"masculine", "third"}:
        return _stems(base)
    return {base[:-2] if kind == "adjective" else base[:-1]}


def _table(kind: str) -> dict[str, str]:
    return _ADJECTIVE if kind == "adjective" else _ENDINGS[kind]


def _possible(form: str) -> Iterator[tuple[str, str]]:
    """What else ``form`` could be a form of by its letters, and the ending it would have: *вина* of *вино*."""
    for cut in range(min(_LONGEST_ENDING + 1, len(form) - 1)):
        stem, ending = (form[:-cut], form[-cut:]) if cut else (form, "")
        if ending not in _ANY_ENDING:
            continue
        soft = ending[:1] in _SOFTENING
        for end in _SINGULAR if not cut else _SOFT if soft else _HARD if ending[:1] in _HARDENING else (*_HARD, *_SOFT):
            for base in _fuller(stem, end) if cut else _shorter(stem, end):
                if base != form:
                    yield base, ending


def _fuller(stem: str, end: str) -> Iterator[str]:
    """Lemmas of a stem: *рівн-я* is a form of *рівень*, *рок-у* of *рік*."""
    yield stem + end
    if end not in {"", "ь"} or stem[-2:-1] == "":
        return
    yield from (stem[:-1] + vowel + stem[-1] + end for vowel in "оеі" if stem[-2] not in _VOWELS)
    for place in (-2, -3):
        if stem[place:][:1] in {"о", "е"}:
            yield stem[:place] + "і" + stem[place + 1 :] + end


def _shorter(stem: str, end: str) -> Iterator[str]:
    """Lemmas whose genitive plural is ``stem``: *ставок* of *ставка*, *ніг* of *нога*."""
    yield stem + end
    if stem.endswith("й"):
        yield stem[:-1] + "я"
    if stem.endswith("ь"):
        yield stem[:-1] + stem[-2] + "я"
    if stem[-2] in "оеі" and end:
        yield stem[:-2] + stem[-1] + end
    if stem[-2] == "і" and end:
        yield from (stem[:-2] + vowel + stem[-1] + end for vowel in "ое")


@lru_cache(maxsize=50_000)
def declension(base: str) -> str | None:
    """How a lemma is declined: "masculine", "feminine", "third" (feminines without ending), "neuter", "long neuter"
    (*життя*, whose genitive is like the nominative), "plural", "adjective"; ``None`` if the table does not tell.
    """
    stem, last = base[:-1], base[-1:]
    if len(base) < 3:
        return None
    if base.endswith(("ий", "ій")) and _has(base, base[:-2], ("ого" if base.endswith("ий") else "ього",)):
        return "adjective"
    if last == "а":
        return "feminine" if _has(base, stem, ("ою", "ею")) else None
    if last == "я":
        if _has(base, stem, ("ею", "єю")) and (stem[-1] != stem[-2:-1] or base in word_lists().sure):
            return "feminine"
        return "long neuter" if _has(base, stem, ("ям",)) and _has(base, stem, ("ю",)) else None
    if last in "ое":
        return "neuter" if _has(base, stem, ("ом", "ем", "ям")) and _has(base, stem, ("а", "я", "у", "ю")) else None
    if last in "иі":
        return "plural" if _has(base, stem, ("ам", "ям")) and _has(base, stem, ("ах", "ях")) else None
    if last in _VOWELS:
        return None
    bare = base.removesuffix("ь")
    if any(_has(base, each, ("ом", "ем", "єм")) for each in _stems(base)):
        return "masculine"
    if any(lemma(bare + end) == base for end in (bare[-1] + "ю", "'ю")):
        return "third"
    if any(_has(base, each, ("ів", "їв")) for each in _stems(base)):
        return "masculine"
    return "third" if lemma(bare + "ю") == base else None


def _has(base: str, stem: str, endings: tuple[str, ...]) -> bool:
    return any(lemma(stem + end) == base for end in endings)


def _stems(base: str) -> set[str]:
    """The stems a masculine may have before an ending: *рок* of *рік*, *початк* of *початок*, *дн* of *день*."""
    bare = base.removesuffix("ь").removesuffix("й")
    found = {bare}
    for place in range(max(0, len(bare) - 2), len(bare)):
        if bare[place] == "і":
            found |= {bare[:place] + vowel + bare[place + 1 :] for vowel in "ое"}
        if bare[place] in "оеі" and place == len(bare) - 2:
            found.add(bare[:place] + bare[place + 1 :])
    return found
