"""Which words are verbs, and which may be the subject of one, by what a language shows of it.

Russian asks pymorphy3 (MIT); Ukrainian goes by endings and the dictionary form; English by lists, endings and the word
before. Other languages have no verbs here.
"""

from __future__ import annotations

from functools import lru_cache

from desktop_app.article import Section, Span
from desktop_app.grounding.lexicon import lexicon
from desktop_app.grounding.source import Piece, take_apart
from desktop_app.grounding.words import Token, lemma_of
from desktop_app.russian import russian_morphology

LANGUAGES = frozenset({"ru", "uk", "en"})
_UKRAINIAN_FINITE = (
    "в",
    "ла",
    "ло",
    "ли",
    "вся",
    "лася",
    "лося",
    "лися",
    "ть",
    "ться",
    "є",
    "уть",
    "ить",
    "тиме",
    "на",
    "не",
)
_UKRAINIAN_VERB = ("ти", "тися", "тись")
_UKRAINIAN_DONE = ("ано", "ено", "ято", "уто")
_UKRAINIAN_PLURAL = ("и", "і", "ї", "а", "я")
_PAST = (("в", "m"), ("ла", "f"), ("ло", "n"), ("ли", "p"))
_GENDERS = {"masc": "m", "femn": "f", "neut": "n"}
#: After these an English word is a verb in its base form.
_BEFORE_BASE = frozenset({"to", "did", "does", "do", "didn't", "doesn't", "don't", "won't"})
_MODAL = frozenset({"will", "would", "can", "could", "shall", "should", "may", "might", "must"})
_BEFORE_NOUN = frozenset({"the", "a", "an", "this", "that", "these", "those", "no", "any", "some", "each", "every"})
_POSSESSIVE = frozenset({"its", "their", "his", "her", "our", "my", "your"})


def verb_spans(text: str, lang: str) -> tuple[Span, ...] | None:
    """Where finite verbs, and participles that stand for one, are in ``text``; ``None`` where it cannot be told."""
    if lang not in LANGUAGES:
        return None
    pieces = take_apart(text, lang, Section.BODY)
    found = (token for piece in pieces for token in piece.tokens if is_verb(piece, token, lang))
    return tuple(Span(token.start, token.end) for token in found)


def is_verb(piece: Piece, token: Token, lang: str) -> bool:
    """Whether a word is a finite verb or a participle that stands for one."""
    if token.kind != "word" or token.index in piece.entities:
        return False
    if lang == "ru":
        return _russian_verb(token.low)
    if lang == "uk":
        return _ukrainian_verb(token.low)
    return lang == "en" and _english_verb(piece, token)


@lru_cache(maxsize=20_000)
def _russian_verb(low: str) -> bool:
    parses = russian_morphology().parse(low)[:2]
    return any(("VERB" in parse.tag or "PRTS" in parse.tag) and parse.score > 0.2 for parse in parses)


@lru_cache(maxsize=20_000)
def _ukrainian_verb(low: str) -> bool:
    if low.endswith(_UKRAINIAN_DONE) and len(low) > 5:
        return True
    return low.endswith(_UKRAINIAN_FINITE) and lemma_of(low, "uk").endswith(_UKRAINIAN_VERB)


def _english_verb(piece: Piece, token: Token) -> bool:
    words = lexicon("en")
    if token.low in words.auxiliaries:
        return True
    at = token.index - piece.base
    before = piece.tokens[at - 1].low if at else ""
    if before in _BEFORE_NOUN or before in _POSSESSIVE or (before in words.prepositions and before != "to"):
        return False
    if before in _BEFORE_BASE or before in _MODAL:
        return token.content
    lemma = lemma_of(token.low, "en")
    if token.low in words.pasts or (token.low.endswith("ed") and lemma != token.low and len(token.low) > 3):
        return True
    following = piece.tokens[at + 1].low if at + 1 < len(piece.tokens) else ""
    if token.low in words.verbs:  # "farmers want", "and hire"
        return (
            before == "and"
            or before in words.subjects
            or (before.endswith("s") and len(before) > 3 and not before.endswith("'s"))
        ) and following not in ("in", "of")
    if before in words.pasts or before.endswith("ed"):
        return False  # "said repairs would"
    return token.low.endswith("s") and lemma in words.verbs and following not in ("in", "of", ".", "")


def infinitive_after(piece: Piece, token: Token, lang: str) -> Token | None:
    """The infinitive right after a word, or after it and English *to*; ``None`` if something else stands there."""
    at = token.index + 1 - piece.base
    if lang == "en":
        if at + 1 >= len(piece.tokens) or piece.tokens[at].low != "to":
            return None
        return piece.tokens[at + 1]
    if at >= len(piece.tokens):
        return None
    following = piece.tokens[at]
    return following if following.kind == "word" and _slavic_infinitive(following.low, lang) else None


def is_infinitive(piece: Piece, token: Token, lang: str) -> bool:
    """Whether a word is an infinitive; in English after *to*, adverbs let through, or after a modal of doubt."""
    if token.kind != "word":
        return False
    if lang != "en":
        return _slavic_infinitive(token.low, lang)
    at = token.index - piece.base - 1
    while at > 0 and (piece.tokens[at].low.endswith("ly") or piece.tokens[at].low == "not"):
        at -= 1
    return at >= 0 and piece.tokens[at].low == "to"


def is_past(token: Token, lang: str) -> bool:
    """Whether a verb form tells what happened, participles of the passive included."""
    if lang == "ru":
        return _russian_past(token.low)
    if lang == "uk":
        plain = token.low.removesuffix("ся").removesuffix("сь")
        return is_impersonal(token.low, lang) or (
            plain.endswith(("в", "ла", "ло", "ли")) and lemma_of(token.low, "uk").endswith(_UKRAINIAN_VERB)
        )
    words = lexicon("en")
    return token.low in words.pasts or (token.low.endswith("ed") and lemma_of(token.low, "en") != token.low)


@lru_cache(maxsize=20_000)
def _russian_past(low: str) -> bool:
    return any("past" in parse.tag and parse.score > 0.2 for parse in russian_morphology().parse(low)[:2])


@lru_cache(maxsize=20_000)
def _slavic_infinitive(low: str, lang: str) -> bool:
    if lang == "ru":
        return "INFN" in russian_morphology().parse(low)[0].tag
    return lang == "uk" and low.endswith(_UKRAINIAN_VERB) and lemma_of(low, "uk").endswith(_UKRAINIAN_VERB)


def is_gerund(piece: Piece, token: Token, lang: str) -> bool:
    """Whether a word is a verb that has its subject from another: ", beating her", опередив, випередивши."""
    if token.kind != "word" or token.index in piece.entities or not token.content:
        return False
    if lang == "ru":
        return _russian_gerund(token.low)
    if lang == "uk":
        return token.low.endswith(("вши", "вшись", "ючи", "ючись", "ячи", "ачи")) and len(token.low) > 5
    before = piece.tokens[token.index - 1 - piece.base].text if token.index > piece.base else ""
    return token.low.endswith("ing") and before in ("", ",", ";") and _of_gerund(token.low) is not None


@lru_cache(maxsize=20_000)
def _russian_gerund(low: str) -> bool:
    return "GRND" in russian_morphology().parse(low)[0].tag


def may_be_subject(piece: Piece, token: Token, lang: str) -> bool:
    """Whether a word's form allows it to be the subject; prepositions are for the caller to see."""
    if token.kind != "word" or not (token.content or token.low in lexicon(lang).subjects):
        return False
    if lang == "ru":
        return _russian_nominative(token.low, token.capital)
    if lang == "uk":
        return token.index in piece.entities or _ukrainian_nominative(token.low)
    return True


@lru_cache(maxsize=20_000)
def _russian_nominative(low: str, capital: bool) -> bool:
    analyser = russian_morphology()
    if capital and not analyser.word_is_known(low):
        return True
    parses = analyser.parse(low)
    return any("nomn" in parse.tag and parse.score > 0.05 for parse in parses)


@lru_cache(maxsize=20_000)
def _ukrainian_nominative(low: str) -> bool:
    lemma = lemma_of(low, "uk")
    if lemma.endswith(_UKRAINIAN_VERB) or low.endswith(("ого", "ому", "ою", "ією", "ами", "ями", "ах", "ях")):
        return False
    if lemma == low:
        return True
    if lemma.endswith("а"):
        return low.endswith("и")
    return low.endswith(_UKRAINIAN_PLURAL if lemma.endswith(("о", "е", "я")) else ("и", "і", "ї"))


def base(token: Token, lang: str) -> str:
    """The base of an English -ing form; any other word's dictionary form."""
    if lang == "en" and token.low.endswith("ing"):
        return _of_gerund(token.low) or token.low
    return lemma_of(token.low, lang)


@lru_cache(maxsize=20_000)
def _of_gerund(low: str) -> str | None:
    """The known verb an -ing form is made of: beating, making, cutting."""
    stem, words = low[:-3], lexicon("en")
    return next((f for f in (stem, stem + "e", stem[:-1]) if f in words.verbs or f in words.pasts), None)


@lru_cache(maxsize=20_000)
def past_gender(low: str, lang: str) -> str | None:
    """``m``, ``f``, ``n`` or, in any tense, ``p`` (plural) of a Russian or Ukrainian verb; else ``None``."""
    if lang == "ru":
        for parse in russian_morphology().parse(low)[:2]:
            if "VERB" in parse.tag and "past" not in parse.tag:
                return "p" if parse.tag.number == "plur" else None
            if "past" in parse.tag and ("VERB" in parse.tag or "PRTS" in parse.tag):
                return "p" if parse.tag.number == "plur" else _GENDERS.get(parse.tag.gender or "")
        return None
    plain = low.removesuffix("ся").removesuffix("сь")
    if lang == "uk" and lemma_of(low, "uk").endswith(_UKRAINIAN_VERB):
        if plain.endswith(("уть", "ють", "ать", "ять")):
            return "p"
        return next((gender for ending, gender in _PAST if plain.endswith(ending)), None)
    return None


def agrees(verb: str, noun: str, lang: str, several: bool) -> bool:
    """Whether a common noun may be the subject of a verb's form. Titles in the masculine may mean a woman."""
    asked, genders = past_gender(verb, lang), _genders(noun, lang)
    if asked is None or not genders:
        return True
    if asked == "p":
        return several or "p" in genders
    return asked in genders or (asked == "f" and "m" in genders)


@lru_cache(maxsize=20_000)
def _genders(low: str, lang: str) -> frozenset[str]:
    """Genders, or plural, a noun may have in the nominative; empty where nothing is known."""
    if lang == "ru":
        found: set[str] = set()
        for parse in russian_morphology().parse(low):
            if "NOUN" in parse.tag and "nomn" in parse.tag:
                gender = _GENDERS.get(parse.tag.gender or "")
                found.add("p" if parse.tag.number == "plur" else gender or "m")
        return frozenset(found)
    if lang != "uk":
        return frozenset()
    lemma = lemma_of(low, "uk")
    if lemma != low:
        return frozenset("p")
    if low.endswith(("ння", "ття", "ство", "о", "е")):
        return frozenset("n")
    return frozenset("f") if low.endswith(("а", "я")) else frozenset(("m", "f"))


@lru_cache(maxsize=20_000)
def is_noun(low: str, lang: str) -> bool:
    """Whether a lower-case Russian or Ukrainian word is a noun rather than what stands before one."""
    if lang == "ru":
        return "NOUN" in russian_morphology().parse(low)[0].tag
    lemma = lemma_of(low, "uk")
    return lang == "uk" and not lemma.endswith(("ий", "ій", *_UKRAINIAN_VERB)) and len(low) > 2


def is_plural(low: str, lang: str) -> bool:
    """Whether a noun is in the plural, as far as its form tells."""
    return low.endswith("s") if lang == "en" else "p" in _genders(low, lang)


def is_impersonal(low: str, lang: str) -> bool:
    """Whether a Ukrainian verb form has no subject: поранено, збито."""
    return lang == "uk" and low.endswith(_UKRAINIAN_DONE)
