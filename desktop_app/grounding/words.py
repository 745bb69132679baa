"""Tokens of a text with the keys by which two wordings of the same thing meet.

A word has its lemma (simplemma, MIT, https://github.com/adbar/simplemma) and, when long enough, its first letters: the
truncation stemming of McNamee & Mayfield 2004, which also joins ``погибли`` and ``погибших``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desktop_app import word_tables
from desktop_app.article import Span
from desktop_app.grounding.lexicon import Lexicon, lexicon
from desktop_app.russian import russian_morphology

_TOKEN = re.compile(
    r"(?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_]\w*(?:['’ʼ`´\-‐‑]\w+)*)|(?P<number>\d+(?:[.,:]\d+)*)|(?P<sign>[^\w\s])"
)
_STRESS = str.maketrans(
    {"\u0301": "", "\u0300": "", "ё": "е", "’": "'", "ʼ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-"}
)
#: Length from which the first letters of a word stand for the word.
_LONG = 6
_PREFIX = 5
_CASELESS = re.compile("[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u10a0-\u10ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
#: The form a participle is named by (OpenCorpora's grammemes).
_PARTICIPLE = frozenset({"sing", "masc", "nomn"})
_CLAUSE = frozenset(",;:()—–")
#: Languages simplemma has a dictionary for that is worth its loading time here.
_LEMMAS = frozenset(
    [
        "uk",
        "en",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "pl",
        "cs",
        "bg",
        "nl",
        "sv",
        "da",
        "nb",
        "sk",
        "sl",
        "ro",
        "hu",
        "fi",
        "tr",
        "lt",
        "lv",
        "et",
        "el",
        "id",
    ]
)


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of a word form, whatever its place: ``keys`` meet those of its other forms."""

    low: str
    keys: frozenset[str]
    content: bool


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign at ``start:end``; ``index`` counts tokens of the text, ``clause`` its clauses."""

    text: str
    start: int
    end: int
    index: int
    clause: int
    kind: str
    word: Word

    @property
    def low(self) -> str:
        """The lookup form: lower case, no stress marks, straight apostrophes."""
        return self.word.low

    @property
    def content(self) -> bool:
        """Whether the word carries meaning of its own."""
        return self.word.content

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.kind == "word" and self.text[0].isupper()

    def same(self, other: Token) -> bool:
        """Whether both may be forms of one word."""
        return self.low == other.low or not self.word.keys.isdisjoint(other.word.keys)


def normal(text: str) -> str:
    """The form words are looked up by."""
    return text.lower().translate(_STRESS)


def caseless(text: str) -> bool:
    """Whether the text is written in a script without capital letters."""
    letters = sum(1 for character in text if character.isalpha())
    return letters > 0 and len(_CASELESS.findall(text)) > 0.5 * letters


def tokenise(text: str, lang: str, span: Span | None = None) -> tuple[Token, ...]:
    """Tokens of ``text`` (of ``span``), with offsets into ``text``; linear in its length."""
    return tuple(_tokens(text, lang, span or Span(0, len(text))))


def _tokens(text: str, lang: str, span: Span) -> Iterator[Token]:
    clause = 0
    words = lexicon(lang)
    for index, match in enumerate(_TOKEN.finditer(text, span.start, span.end)):
        kind = match.lastgroup or "sign"
        piece = match.group()
        if kind == "sign" and piece in _CLAUSE:
            clause += 1
        known = _word(normal(piece), lang) if kind == "word" else _plain(piece)
        if kind == "word" and known.low in words.subordinators and not _merely_yet(known.low, text, match.end(), words):
            clause += 1
        yield Token(piece, match.start(), match.end(), index, clause, kind, known)


def _merely_yet(low: str, text: str, end: int, words: Lexicon) -> bool:
    """Whether a word that may begin a clause means *yet* here, before a denial: пока не."""
    return low in words.yet and normal(text[end : end + 4]).strip() in words.negation


@lru_cache(maxsize=4096)
def _plain(piece: str) -> Word:
    return Word(piece, frozenset(), False)


@lru_cache(maxsize=50_000)
def _word(low: str, lang: str) -> Word:
    table = lexicon(lang)
    keys = _keys(low, lang, table)
    content = low not in table.function and (len(low) > 2 or not table.known)
    return Word(low, keys, content)


def _keys(low: str, lang: str, table: Lexicon) -> frozenset[str]:
    lemma = lemma_of(low, lang)
    keys = {low, lemma}
    keys.update(table.irregular.get(low, ()))
    if len(low) >= _LONG:
        keys.add("~" + low[:_PREFIX])
    if len(lemma) >= _LONG:
        keys.add("~" + lemma[:_PREFIX])
    if "-" in low:
        for part in low.split("-"):
            if len(part) > 2:
                keys.update(_keys(part, lang, table))
    for key in tuple(keys):
        keys.update(table.synonyms.get(key, ()))
    return frozenset(keys)


@lru_cache(maxsize=50_000)
def lemma_of(low: str, lang: str) -> str:
    """Dictionary form of a lower-case word; the word itself where no dictionary has it."""
    if lang == "ru":
        return _russian_lemma(low)
    if lang not in _LEMMAS:
        return low
    return normal(word_tables.lemma(low, lang))


def _russian_lemma(low: str) -> str:
    analyser = russian_morphology()
    if not analyser.word_is_known(low):
        return low  # what is foretold for names would lay one beside another
    parse = analyser.parse(low)[0]
    if parse.tag.POS == "PRTF":
        # The dead and the injured are counted; pymorphy3 would name the verb.
        parse = parse.inflect(_PARTICIPLE) or parse
        return normal(parse.word)
    return normal(parse.normal_form)


@lru_cache(maxsize=20_000)
def known_word(low: str, lang: str) -> bool:
    """Whether a lower-case word stands in the language's dictionary."""
    if lang == "ru":
        return bool(russian_morphology().word_is_known(low))
    if lang not in _LEMMAS:
        return False
    return word_tables.is_known(low, lang)
