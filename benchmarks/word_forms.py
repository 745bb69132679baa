"""Forms of words for :mod:`benchmarks.perturbations`: case, and which words are finite verbs."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from benchmarks.perturbation_words import FINITE_EN
from desktop_app.grounding.names import Name, same_word
from desktop_app.grounding.source import Source


@cache
def russian() -> Any:
    """The morphological analyser."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def case_of(word: str) -> str | None:
    """Case of a Russian name."""
    parses = russian().parse(word)
    named = [p for p in parses if {"Name", "Surn", "Geox", "Orgn"} & set(p.tag.grammemes)] or parses
    return named[0].tag.case


@cache
def inflect(word: str, case: str) -> str:
    """A Russian name in a case; any other word as it is."""
    if not word[:1].isupper() or not re.fullmatch("[А-Яа-яёЁ]+", word):
        return word
    parses = russian().parse(word)
    named = [p for p in parses if {"Name", "Surn", "Geox", "Orgn"} & set(p.tag.grammemes)] or parses
    form = named[0].inflect({case})
    if form is None:
        return word
    return form.word.upper() if word.isupper() and len(word) > 1 else form.word.capitalize()


def ukrainian_forms(one: Name, other: Name, source: Source) -> tuple[str, str] | None:
    """Forms of both one-word names for each other's place, taken from the dictionary or the article."""
    import simplemma

    if len(one.words) != 1 or len(other.words) != 1:
        return None
    if simplemma.lemmatize(one.words[0].text, lang="uk").lower() != one.words[0].low:
        return None
    nominative = simplemma.lemmatize(other.words[0].text, lang="uk")
    if nominative == other.words[0].text:
        return None
    declined = _declined(one.words[0].text, other.words[0].low)
    if declined is not None:
        return declined, nominative[:1].upper() + nominative[1:]
    ending = other.words[0].low[len(_common(nominative.lower(), other.words[0].low)) :]
    for piece in source.pieces:
        for name in piece.names:
            for token in name.words:
                low = token.low
                if (
                    low != one.words[0].low
                    and same_word(low, one.words[0].low, "uk")
                    and low.endswith(ending[-2:] or "\0")
                ):
                    return token.text, nominative[:1].upper() + nominative[1:]
    return None


def _declined(name: str, like: str) -> str | None:
    """A Ukrainian man's surname in the case of another name, by the commonest endings."""
    case = next((number for number, endings in enumerate(_UK_CASES) if like.endswith(endings)), None)
    if case is None:
        return None
    if name.endswith("ський"):
        return name[:-2] + ("ого", "ому", "им")[case]
    if name.endswith("ко"):
        return name[:-1] + ("а", "у", "ом")[case]
    if name[-1] in "бвгдзклмнпрстфх":
        return name + ("а", "у", "ом")[case]
    return None


#: Endings of the genitive, dative and instrumental.
_UK_CASES = (("ського", "а", "я"), ("ському", "ові", "еві", "у", "ю"), ("ським", "ом", "ем", "єм"))


def _common(one: str, other: str) -> str:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return one[:length]


def finite(word: str, lang: str) -> bool:
    """Whether a word is a finite verb."""
    low = word.lower()
    if lang == "ru":
        tag = russian().parse(low)[0].tag
        return "VERB" in tag or "PRTS" in tag
    if lang == "uk":
        return bool(re.search(r"(?:ти|тися)$", lemma(low, "uk"))) and bool(
            re.search(r"(?:в|ла|ло|ли|вся|лася|лося|лися|ть|ться|є|ють|уть|ить)$", low)
        )
    return low in FINITE_EN or (bool(re.search(r"[a-z]{3}ed$", low)) and lemma(low, "en") != low)


@cache
def lemma(low: str, lang: str) -> str:
    """Dictionary form."""
    import simplemma

    return str(simplemma.lemmatize(low, lang=lang))
