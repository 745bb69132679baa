"""The keys by which a search finds a word in all its forms: the word itself, its lemmas, its stem.

Lemmas come from pymorphy3 (Russian; MIT, dictionary of OpenCorpora) and simplemma (MIT,
https://github.com/adbar/simplemma); a form with several readings keeps them all, since finding too much is the smaller
evil. Stems are cut by rule for words no dictionary has, and where loading one would take too long.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop_app import word_tables
from desktop_app.article import Span
from desktop_app.resources import resource
from desktop_app.russian import russian_morphology

_LETTER = r"[^\W_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff]"
_WORD = re.compile(rf"(?:{_LETTER})+(?:['’ʼ`´](?:{_LETTER})+)*")
#: Scripts without spaces between words: every character is a word, a query is a run of them.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
#: Marks that do not make another letter; the breve of й and ў and the dots of ї do.
_MARKS = re.compile(
    r"(?<![иу])\u0306|(?<!і)\u0308|[\u0300-\u0305\u0307\u0309-\u036f]|[\u0591-\u05c7]|[\u064b-\u065f\u0670]"
)
_STRESS = str.maketrans({"\u0301": None, "\u0300": None, "’": "'", "ʼ": "'", "`": "'", "´": "'"})
_POSSESSIVE = re.compile(r"'s?$")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[a-z\u00df-\u024f]")
_CYRILLIC_LANGUAGES = ("ru", "uk", "bg", "mk")
#: Languages with a dictionary worth its loading time.
LEMMATISED = frozenset(
    {*_CYRILLIC_LANGUAGES, "en", "de", "fr", "es", "it", "pt", "pl", "cs", "sk", "nl", "sv", "da", "nb", "fi", "hu"}
    | {"ro", "tr", "lt", "lv", "et", "el"}
)
_GUESSES = ("ru", "uk", "en")


@dataclass(frozen=True, slots=True)
class Keys:
    """How a word is looked up; all in the form of :func:`normal`."""

    word: str
    lemmas: frozenset[str]
    stems: frozenset[str]


def normal(text: str) -> str:
    """The form words are stored and compared in: lower case, without accents and stress, ё as е."""
    # Decomposed before and after: some signs, such as mathematical letters, have capitals only inside.
    lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    return unicodedata.normalize("NFC", _MARKS.sub("", lower).replace("'", ""))


def words(text: str) -> Iterator[tuple[str, Span]]:
    """The words of ``text`` in lower case, with their places; characters one by one in scripts without spaces."""
    for match in _WORD.finditer(text):
        piece, start = match.group(), match.start()
        if _UNSPACED.search(piece):
            yield from ((sign, Span(start + i, start + i + 1)) for i, sign in enumerate(piece))
        else:
            yield piece.lower().translate(_STRESS), Span(start, match.end())


def keys(word: str, langs: Sequence[str], *, dictionaries: bool = True) -> Keys:
    """The keys of a word as :func:`words` gives it, read as a word of each of ``langs``.

    Without ``dictionaries`` there are no lemmas, and nothing is loaded.
    """
    plain = normal(word)
    fitting = _fitting(word, langs)
    found: set[str] = set()
    if dictionaries and not plain.isdigit():
        for lang in fitting:
            found.update(lemmas(word, lang))
    stems = frozenset(filter(None, (stem(plain, lang) for lang in fitting)))
    return Keys(plain, frozenset(found - {""}), stems)


def _fitting(word: str, langs: Sequence[str]) -> Sequence[str]:
    """Those of ``langs`` that are written in the script of ``word``; a guess where none is known."""
    if _CYRILLIC.search(word):
        chosen = [lang for lang in langs if lang in _CYRILLIC_LANGUAGES]
        return chosen or [lang for lang in _GUESSES if lang in _CYRILLIC_LANGUAGES]
    if _LATIN.search(word):
        chosen = [lang for lang in langs if lang in LEMMATISED and lang not in (*_CYRILLIC_LANGUAGES, "el")]
        return chosen or [lang for lang in _GUESSES if lang not in _CYRILLIC_LANGUAGES]
    return [lang for lang in langs if lang == "el"]


@lru_cache(maxsize=100_000)
def lemmas(word: str, lang: str) -> frozenset[str]:
    """Dictionary forms of a lower-case word; empty for a language without a dictionary."""
    if lang not in LEMMATISED:
        return frozenset()
    if lang == "ru":
        return frozenset(normal(parse.normal_form) for parse in russian_morphology().parse(word)[:5])
    word = _POSSESSIVE.sub("", word) if lang == "en" else word
    # Names have their dictionary form under a capital letter.
    forms = {word_tables.lemma(word, lang), word_tables.lemma(word.capitalize(), lang)}
    return frozenset(normal(form) for form in forms)


def stem(plain: str, lang: str) -> str | None:
    """``plain`` without its longest known ending; ``None`` for a language without endings, or a short word."""
    rules = _endings().get(lang)
    if rules is None or len(plain) < rules[0]:
        return None
    least, endings = rules
    for ending in endings:
        if plain.endswith(ending) and len(plain) - len(ending) >= least:
            return plain[: -len(ending)]
    return plain


def index_texts(text: str, langs: Sequence[str]) -> tuple[str, str, str]:
    """``text`` as three lists of keys with spaces between: its words, their lemmas, their stems."""
    found = [keys(word, langs) for word, _ in words(text)]
    return (
        " ".join(key.word for key in found),
        " ".join(_sorted(key.lemmas for key in found)),
        " ".join(_sorted(key.stems for key in found)),
    )


def _sorted(groups: Iterable[frozenset[str]]) -> Iterator[str]:
    for group in groups:
        yield from sorted(group)


@cache
def _endings() -> dict[str, tuple[int, tuple[str, ...]]]:
    table = tomllib.loads(resource("library", "endings.toml").read_text(encoding="utf-8"))
    return {
        lang: (rules["stem"], tuple(sorted(map(normal, rules["endings"].split()), key=len, reverse=True)))
        for lang, rules in table.items()
    }
