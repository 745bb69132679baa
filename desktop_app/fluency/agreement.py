"""Gross slips of Russian grammar: a noun in a case its preposition does not take, an adjective that fits no noun.

Judged on all dictionary readings of the words (pymorphy3, MIT; Korobov 2015, "Morphological analyzer and generator for
Russian and Ukrainian languages"): only where no reading fits is it a slip, so what is in doubt passes. Ukrainian is
judged by :mod:`desktop_app.fluency.agreement_uk`; other languages have no free dictionary with cases at hand.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any

from desktop_app.article import Span
from desktop_app.fluency.report import Problem, ProblemKind
from desktop_app.russian import russian_morphology

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[^\w\s]")
_GENITIVE = frozenset({"gent", "gen2", "gen1"})
_LOCATIVE = frozenset({"loct", "loc2", "loc1"})
_ACCUSATIVE = frozenset({"accs", "acc2"})
_GOVERNED = {
    "от ото до для без безо у около после против среди кроме вместо ради вокруг возле": _GENITIVE,
    "из изо из-за из-под вне внутри": _GENITIVE,
    "к ко благодаря вопреки": frozenset({"datv"}),
    "над надо перед передо": frozenset({"ablt"}),
    "про через сквозь": _ACCUSATIVE,
    "в во на о об обо": _LOCATIVE | _ACCUSATIVE,
    "за под": _ACCUSATIVE | {"ablt"},
    "с со": _GENITIVE | _ACCUSATIVE | {"ablt"},
    "при": _LOCATIVE,
    "по": _LOCATIVE | _ACCUSATIVE | {"datv"},
    "между": _GENITIVE | {"ablt"},
}
_CASES = {preposition: cases for words, cases in _GOVERNED.items() for preposition in words.split()}
_NOMINAL = frozenset({"NOUN", "ADJF", "PRTF"})
#: Readings that leave the form open: not inflected, or short for several words.
_OPEN = frozenset({"Fixd", "Abbr", "Surn", "Name", "Patr", "Geox", "Orgn", "Trad", "Init"})
#: «два великих музыкальных гения»: after such a number the noun is singular, the adjectives are not.
_NUMBER_REACH = 3
#: The accusative of time may follow a passive: отложена последние дни.
_TIMES = frozenset({"дни", "сутки", "часы", "минуты", "секунды", "недели", "месяцы", "годы", "века", "выходные"})
_SMALL_NUMBERS = re.compile(r"(?:\d+|дв[ау]х?|две|тр[иё]х?|четыр\w+|об[ае]|полтор\w+|пол)\Z")


def agreement_problems(summary: str) -> list[Problem]:
    """Slips in a Russian text, in order."""
    tokens = list(_TOKEN.finditer(summary))
    found: list[Problem] = []
    for i, (first, second) in enumerate(itertools.pairwise(tokens)):
        a, b = first.group().lower(), second.group().lower()
        if not (a[0].isalpha() and b[0].isalpha()):
            continue
        allowed = _CASES.get(a)
        if allowed is not None:
            slip = _breaks_government(a, second.group(), allowed)
        else:
            before = (token.group().lower() for token in tokens[max(0, i - _NUMBER_REACH) : i])
            slip = not any(map(_SMALL_NUMBERS.match, before)) and _breaks_concord(a, second.group())
        if slip:
            span = Span(first.start(), second.end())
            found.append(Problem(ProblemKind.AGREEMENT, span, summary[span.start : span.end]))
    for one, other, noun in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if _breaks_number(one.group(), other.group(), noun.group()):
            span = Span(one.start(), noun.end())
            found.append(Problem(ProblemKind.AGREEMENT, span, summary[span.start : span.end]))
    return sorted(found, key=lambda problem: problem.span.start)


def _readings(word: str) -> list[Any]:
    """Dictionary readings of a word; none for words the dictionary only guesses at, names and the uninflected."""
    if "-" in word or not russian_morphology().word_is_known(word.lower()):
        return []
    tags = [parse.tag for parse in russian_morphology().parse(word)]
    if any(mark in tag for tag in tags for mark in _OPEN):
        return []
    return tags


def _breaks_government(preposition: str, word: str, allowed: Iterable[str]) -> bool:
    tags = _readings(word)
    if not tags or any(tag.POS not in _NOMINAL for tag in tags):
        return False
    if preposition in {"в", "во"} and any(tag.case == "nomn" and tag.number == "plur" for tag in tags):
        return False  # избрать в депутаты
    return not any(tag.case in allowed for tag in tags)


def _breaks_concord(first: str, second: str) -> bool:
    if second[0].isupper():
        return False
    adjectives, nouns = _readings(first), _readings(second)
    if not adjectives or not nouns:
        return False
    # Participles and substantives govern nouns of their own, pronouns stand alone.
    if any(tag.POS != "ADJF" or "Apro" in tag or "Subx" in tag or "Anum" in tag for tag in adjectives):
        return False
    if any(tag.POS != "NOUN" for tag in nouns) or all(tag.case in {"ablt", "gent", "datv"} for tag in nouns):
        return False
    return not any(_agree(adjective, noun) for adjective, noun in _pairs(adjectives, nouns))


def _breaks_number(participle: str, adjective: str, noun: str) -> bool:
    """«внедрена новые станки»: a passive has no object, so the plural after its singular can only be its subject."""
    passive = _readings(participle)  # most words are no participles: the others are not looked up for them
    if not passive or any(tag.POS != "PRTS" or tag.number != "sing" for tag in passive):
        return False
    described, things = _readings(adjective), _readings(noun)
    if not (described and things) or noun.lower() in _TIMES:
        return False
    plural = all(tag.number == "plur" and tag.case in {"nomn", "accs"} for tag in described)
    plural = plural and any(tag.POS == "ADJF" for tag in described)
    return plural and any(tag.POS == "NOUN" and tag.number == "plur" and tag.case == "nomn" for tag in things)


def _pairs(first: Iterable[Any], second: list[Any]) -> Iterator[tuple[Any, Any]]:
    return ((a, b) for a in first for b in second)


def _agree(adjective: Any, noun: Any) -> bool:
    if _base(adjective.case) != _base(noun.case):
        return False
    if adjective.number != noun.number:
        return False
    common = "ms-f" in noun or "Ms-f" in noun or "GNdr" in noun
    return bool(adjective.number == "plur" or common or noun.gender is None or adjective.gender == noun.gender)


def _base(case: str | None) -> str | None:
    if case in _GENITIVE:
        return "gent"
    return "loct" if case in _LOCATIVE else case
