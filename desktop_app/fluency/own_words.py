"""Content words of a summary that its article does not have: the model's own.

A good writer brings words of their own; where the default model did, it was mostly wrong ("found" for a stolen caravan,
a purpose nobody named). So a wording without them is preferred, and clauses that hold them are the first to go.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache

from desktop_app.article import Article, Span
from desktop_app.fluency.dictionary import ELISION, lemma
from desktop_app.fluency.words import WORD
from desktop_app.resources import resource

_SHORTEST = 4
_ELIDING = frozenset({"fr", "it", "ca"})
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_OWNER = re.compile(r"['’]s?\Z")
#: Letters that two forms of a word have in common: all but the ending, at most so many.
_ENDING, _STEM = 2, 6
#: Prefixes that make of a verb its perfective twin: тушить, потушить.
_PREFIXES = {
    "ru": ("по", "за", "на", "при", "про", "вы", "от", "до", "с", "о", "у"),
    "uk": ("по", "за", "на", "при", "про", "ви", "від", "до", "з", "с", "о", "у"),
    "pl": ("po", "za", "na", "przy", "prze", "wy", "od", "do", "z", "s", "o", "u"),
}


@cache
def _neutral() -> dict[str, frozenset[str]]:
    table = tomllib.loads(resource("fluency", "neutral.toml").read_text("utf-8"))["words"]
    return {lang: frozenset(words.split()) for lang, words in table.items()}


def own_words(summary: str, article: Article, lang: str) -> tuple[Span, ...]:
    """Where ``summary``, in the article's language, has content words that the article has in no form.

    Names and numbers are left to ``desktop_app.grounding``. Empty for languages whose function words are not known.
    """
    neutral = _neutral().get(lang)
    if neutral is None or lang != article.lang:
        return ()
    held = _held(f"{article.title or ''}\n{article.body}", lang)
    found: list[Span] = []
    for match in WORD.finditer(summary):
        word = match.group()
        low = word.lower()
        name = word[0].isupper() and lang != "de" and (match.start() > 0 or word[:2].isupper())
        if len(word) < _SHORTEST or low in neutral or name:
            continue
        if not _has(held, low, lang):
            found.append(Span(match.start(), match.end()))
    return tuple(found)


def new_to(title: str, summary: str, lang: str) -> float | None:
    """Share of the content words and numbers of ``summary`` that ``title`` has in no form.

    ``None`` where it has none, and for languages whose function words are not known.
    """
    neutral = _neutral().get(lang)
    if neutral is None:
        return None
    held = _held(title, lang)
    words = [low for match in WORD.finditer(summary) if len(low := match.group().lower()) >= _SHORTEST]
    told = [_has(held, low, lang) for low in words if low not in neutral]
    told += [number in title for number in _NUMBER.findall(summary)]
    return told.count(False) / len(told) if told else None


def _has(held: tuple[frozenset[str], frozenset[str]], low: str, lang: str) -> bool:
    stems, lemmas = held
    return all(
        lemma(part, lang) in lemmas or any(_stem(form) in stems for form in _twins(part, lang))
        for part in _parts(low, lang)
        if len(part) >= _SHORTEST
    )


def _twins(word: str, lang: str) -> list[str]:
    """``word``, and what it is without a prefix."""
    cut = (word[len(prefix) :] for prefix in _PREFIXES.get(lang, ()) if word.startswith(prefix))
    return [word, *(rest for rest in cut if len(rest) > _SHORTEST)]


def _parts(word: str, lang: str) -> list[str]:
    """What hyphens part, without an elided article (l'appartement) and the sign of an English owner."""
    if lang in _ELIDING:
        word = ELISION.sub("", word)
    return (_OWNER.sub("", word) if lang == "en" else word).split("-")


def _stem(word: str) -> str:
    return word[: max(_SHORTEST, min(_STEM, len(word) - _ENDING))]


@lru_cache(maxsize=2)
def _held(source: str, lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """All beginnings of the words of ``source``, and their lemmas."""
    plain = source.lower().replace("\xad", "")
    words = {part for match in WORD.finditer(plain) for part in (match.group(), *_parts(match.group(), lang))}
    stems = {word[:length] for word in words for length in range(_SHORTEST, min(_STEM, len(word)) + 1)}
    return frozenset(stems), frozenset(lemma(word, lang) for word in words)
