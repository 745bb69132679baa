"""Words a reader would stumble over: mixed scripts, letters of another language, words nobody knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.article import Span
from desktop_app.fluency.dictionary import has_dictionary, known, lemma
from desktop_app.fluency.report import Problem, ProblemKind
from desktop_app.fluency.scripts import foreign_letters, scripts

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_NAME_STEM = 5
_LONGEST_ABBREVIATION = 6
_POSSESSIVE = re.compile(r"['’ʼ]s?\Z")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Lower-case words of an article and their first letters."""

    words: frozenset[str]
    stems: frozenset[str]

    def holds(self, word: str) -> bool:
        """Whether the article has ``word``, or a name that begins like it."""
        low = word.lower()
        return low in self.words or (word[0].isupper() and low[:_NAME_STEM] in self.stems)


@lru_cache(maxsize=8)
def vocabulary(source: str) -> Vocabulary:
    """The words of ``source``, and the parts of its hyphenated ones."""
    words: set[str] = set()
    for match in WORD.finditer(source.lower()):
        words.add(match.group())
        words.update(match.group().split("-"))
    return Vocabulary(frozenset(words), frozenset(word[:_NAME_STEM] for word in words))


def word_problems(summary: str, source: str, lang: str) -> list[Problem]:
    """Problems of single words, in order; words of the article are taken as they are."""
    own = vocabulary(source)
    found: list[Problem] = []
    for match in WORD.finditer(summary):
        kind = _judge(match.group(), own, lang)
        if kind is not None:
            found.append(Problem(kind, Span(match.start(), match.end()), match.group()))
    return found


def _judge(word: str, own: Vocabulary, lang: str) -> ProblemKind | None:
    if any(len(scripts(part)) > 1 for part in re.split("['’ʼ-]", word)):
        return ProblemKind.MIXED_SCRIPT
    if own.holds(word) or all(own.holds(part) for part in word.split("-") if part):
        return None
    if foreign_letters(word, lang):
        return ProblemKind.FOREIGN_LETTERS
    short = _POSSESSIVE.sub("", word)
    if short.isupper() and 1 < len(short) <= _LONGEST_ABBREVIATION:
        return None  # an abbreviation, which the check of names looks up
    if has_dictionary(lang) and not known(word, lang) and not _another_form(word, own, lang):
        return ProblemKind.UNKNOWN_WORD
    return None


def _another_form(word: str, own: Vocabulary, lang: str) -> bool:
    """Whether a word no dictionary has is a form of one of the article's, as pymorphy3 foretells it for Russian."""
    if lang != "ru":
        return False
    low = word.lower()
    alike = (other for other in own.words if other[:_NAME_STEM] == low[:_NAME_STEM] and not known(other, lang))
    return any(lemma(other, lang) == lemma(low, lang) for other in alike)
