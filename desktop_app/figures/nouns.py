"""The counted noun: the head noun behind the quantity, past its adjectives; for a bare number word maybe its own."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.figures.lexicon import SLAVIC, Lexicon
from desktop_app.figures.morphology import ADJ, DET, NOUN, NUM, PART, Morphology
from desktop_app.figures.quantity import Quantity
from desktop_app.figures.tokens import Token

_REACH = 6


def noun_place(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> int | None:
    """Index of the counted noun, or ``None``."""
    if found.unit is not None or found.joined:
        return None
    english = lex.code == "en"
    last: int | None = None
    for k in range(found.end, min(found.end + _REACH, len(tokens))):
        token = tokens[k]
        if token.kind != "w":
            if token.text in ("-", "«", '"') and last is None and english:
                continue
            break
        if "\n" in token.gap or (lex.code in SLAVIC and token.text[0].isupper() and tokens[k - 1].text == "."):
            break  # «ещё 24 млн. Профсоюз …»: another sentence
        word = morph.word(token)
        if english and token.low in lex.one_of and last is None:
            continue
        if english and word.pos == DET and tokens[k - 1].low not in lex.one_of:
            break
        if word.pos in (ADJ, PART, DET, NUM) and last is None:
            continue
        if word.pos != NOUN:
            break
        if not english:
            return k
        last = k
        if word.plural:
            return k
    return last


def counted_noun(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """Lemma of the counted noun."""
    if found.joined:
        return found.noun if found.unit is None else None
    place = noun_place(tokens, found, lex, morph)
    if place is None:
        return None
    lemma = morph.word(tokens[place]).lemma
    return lex.people_lemma.get(lemma, lemma)
