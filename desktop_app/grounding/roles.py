"""What the form of a name and the word before it tell of its role in the sentence."""

from __future__ import annotations

from functools import lru_cache

from desktop_app import word_tables
from desktop_app.grounding.lexicon import lexicon
from desktop_app.grounding.names import Name
from desktop_app.grounding.source import Piece, Source
from desktop_app.grounding.words import Token, known_word
from desktop_app.russian import russian_morphology

NOMINATIVE, OBLIQUE = "nominative", "oblique"
#: Letter variants of one preposition.
_VARIANTS = {"во": "в", "у": "в", "со": "с", "ко": "к", "об": "о", "обо": "о", "із": "з", "зі": "з", "зо": "з"}
_UKRAINIAN_OBLIQUE = (
    "ського", "цького", "зького", "ському", "цькому", "зькому", "ським", "цьким", "ові", "еві", "єві", "ом", "ем", "єм",
    "ою", "ею", "єю", "ією", "ого", "ому",
)  # fmt: skip
_UKRAINIAN_NOMINATIVE = ("ський", "цький", "зький", "ська", "цька")
_RUSSIAN_SURNAMES = ("ов", "ев", "ин", "ын")
_RUSSIAN_OBLIQUE = (
    "ского",
    "скому",
    "ским",
    "ской",
    "ову",
    "еву",
    "ому",
    "ого",
    "ом",
    "ем",
    "ым",
    "у",
    "ю",
    "ой",
    "ией",
    "ами",
    "ах",
)
_ENGLISH_ADJECTIVES = ("ish", "lsh", "ian", "ese", "ican", "ean", "nch", "raeli", "aqi")
_CONSONANTS = "бвгґджзклмнпрстфхцчшщйь"
_OBLIQUE_ENDINGS = ("а", "я", "у", "ю", "ом", "ем", "єм", "ым", "им", "е", "і")


def preposition_before(name: Name, piece: Piece, lang: str) -> str | None:
    """The preposition right before a name, an opening quotation mark aside, if there is one."""
    position = name.first - piece.base - 1
    if position >= 0 and piece.tokens[position].text in '«"“„':
        position -= 1
    return plain_preposition(piece.tokens[position], lang) if position >= 0 else None


def plain_preposition(token: Token, lang: str) -> str | None:
    """The main form of a preposition; ``None`` for any other token."""
    return _VARIANTS.get(token.low, token.low) if token.low in lexicon(lang).prepositions else None


def case_of(name: Name, piece: Piece, source: Source) -> str | None:
    """``NOMINATIVE``, ``OBLIQUE`` or ``None`` where the form leaves it open.

    A form that might be either (Шмыгаля: a man's genitive, a woman's nominative) is settled by the other forms the
    article has of the name.
    """
    lang = source.lang
    if lang not in ("ru", "uk"):
        return None
    if preposition_before(name, piece, lang) is not None:
        return OBLIQUE
    cases = [_shorter(token.low, source) or _case(token.low, lang) for token in name.words]
    if OBLIQUE in cases:
        return OBLIQUE
    return NOMINATIVE if NOMINATIVE in cases else None


def may_fill(source: Source, one: tuple[Name, Piece], other: tuple[Name, Piece]) -> bool:
    """Whether two names could stand in one slot: like preposition, and cases that do not differ."""
    lang = source.lang
    agents = lexicon(lang).agent
    before = [preposition_before(name, piece, lang) for name, piece in (one, other)]
    if len({None if preposition in agents else preposition for preposition in before}) > 1:
        return False
    if one[0].possessive != other[0].possessive or _adjectival(*one) != _adjectival(*other):
        return False
    return len({case_of(*one, source), case_of(*other, source)} - {None}) < 2


def _adjectival(name: Name, piece: Piece) -> bool:
    """Whether a single word is an English adjective of nation before its noun: "British voters"."""
    if len(name.words) > 1 or not name.words[0].low.endswith(_ENGLISH_ADJECTIVES):
        return False
    position = name.last + 1 - piece.base
    return position < len(piece.tokens) and piece.tokens[position].content and not piece.tokens[position].capital


def _shorter(low: str, source: Source) -> str | None:
    """``OBLIQUE`` if the article has the name without its vowel: Шмыгаль beside Шмыгаля."""
    for ending in _OBLIQUE_ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            stem = low[: -len(ending)]
            bare = (stem, stem + "ь", stem + "й") if stem[-1] in _CONSONANTS else (stem + "й",)
            if any(form in source.capitalised for form in bare):
                return OBLIQUE
    return None


@lru_cache(maxsize=20_000)
def _case(low: str, lang: str) -> str | None:
    return _russian_case(low) if lang == "ru" else _ukrainian_case(low)


def _russian_case(low: str) -> str | None:
    analyser = russian_morphology()
    if not analyser.word_is_known(low):
        if low.endswith(_RUSSIAN_OBLIQUE):
            return OBLIQUE
        return NOMINATIVE if low[-1] in _CONSONANTS else None
    named = [p for p in analyser.parse(low) if {"Name", "Surn", "Patr", "Geox", "Orgn"} & set(p.tag.grammemes)]
    if not named:  # a surname that is also an ordinary word
        return NOMINATIVE if low.endswith(_RUSSIAN_SURNAMES) else None
    cases = {p.tag.case for p in named if p.tag.case and p.score > 0.02}
    if not cases:
        return None
    if "nomn" not in cases:
        return OBLIQUE
    return NOMINATIVE if cases <= {"nomn", "voct"} else None


def _ukrainian_case(low: str) -> str | None:
    if len(low) < 3:
        return None
    if low.endswith(_UKRAINIAN_OBLIQUE):
        return OBLIQUE
    if low.endswith(_UKRAINIAN_NOMINATIVE):
        return NOMINATIVE
    if not known_word(low, "uk"):
        return NOMINATIVE if low[-1] in _CONSONANTS else None
    if low.endswith("ко"):
        return None  # a woman's name of this kind has one form for all cases
    lemma = word_tables.lemma(low.capitalize(), "uk").lower()
    if lemma != low:
        return OBLIQUE
    return NOMINATIVE if low[-1] in _CONSONANTS else None
