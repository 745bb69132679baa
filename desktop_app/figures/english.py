"""Parts of speech that English shows only in context: «a planned tunnel», «to care for her», «the run».

The order of words decides, as in the contextual rules of Brill (1992), *A simple rule-based part of speech tagger*:
a word that may be a verb is none behind an article, and is one behind a modal verb or the *to* of an infinitive.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.figures.lexicon import CURRENCY_SIGNS, Lexicon
from desktop_app.figures.morphology import (
    ADJ,
    ADV,
    AUX,
    DET,
    INF,
    NOUN,
    NUM,
    PART,
    PREP,
    PTCL,
    VERB,
    Morphology,
    may_be_verb,
)
from desktop_app.figures.tokens import Token

_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "shall", "should", "do", "does", "did"})
_ORDER = frozenset({"past", "last", "next", "previous", "coming", "final"})
_BARE = frozenset({"be", "have", "do"})
_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "you", "i", "who"})
#: Pronouns and determiners that can only open an object: what stands before them is no noun.
_OBJECTS = frozenset(
    {"her", "his", "him", "them", "us", "me", "their", "its", "our", "my", "your", "it", "the", "a", "an"}
)


def in_context(tokens: Sequence[Token], at: int, pos: str, lex: Lexicon, morph: Morphology) -> str:
    """The part of speech of the token at ``at``, which alone looks like ``pos``."""
    token = tokens[at]
    if token.kind != "w" or at == 0:
        return pos
    if token.low == "to" and at + 1 < len(tokens):
        return AUX if _opens_infinitive(tokens[at + 1], tokens[at + 2 : at + 3], morph) else pos
    if pos not in (NOUN, VERB, AUX, ADJ):
        return pos
    before = tokens[at - 1]
    if "\n" in token.gap:
        return pos
    earlier = morph.word(before).pos
    following = tokens[at + 1] if at + 1 < len(tokens) and "\n" not in tokens[at + 1].gap else None
    after = morph.word(following).pos if following is not None else ""
    if following is not None and following.text in CURRENCY_SIGNS:
        after = NUM
    if pos == AUX:  # «in May»
        return NOUN if token.text.istitle() and earlier == PREP else pos
    if (lex.ordinal_words.has(token.low) and after in (NOUN, ADJ, NUM)) or (token.low in _ORDER and after == NUM):
        return DET
    if token.low == "worth" and earlier in (AUX, ADV, PTCL):
        return VERB
    if pos == VERB:
        if before.low == "to" and not token.low.endswith(("ed", "s")):
            return INF
        return _no_verb(token, earlier, after, before)
    if pos == NOUN and token.text.islower() and may_be_verb(token.low):
        return _maybe_verb(tokens, at, following, after, morph)
    return pos


def _opens_infinitive(verb: Token, behind: Sequence[Token], morph: Morphology) -> bool:
    """Whether *to* before ``verb`` is that of an infinitive, not the preposition."""
    if verb.low in _BARE:
        return True
    pos = morph.word(verb).pos
    if pos == VERB:
        return verb.text.islower() and not verb.low.endswith(("ed", "s"))
    if pos != NOUN or not behind or not verb.text.islower() or verb.low.endswith("s"):
        return False
    after = morph.word(behind[0]).pos
    object_follows = behind[0].low in _OBJECTS or (after == PREP and behind[0].low != "of")
    return object_follows and behind[0].kind == "w" and may_be_verb(verb.low)


def _no_verb(token: Token, earlier: str, after: str, before: Token) -> str:
    """A word that looks like a verb behind an article, a number or a preposition is a participle or a noun."""
    modifies = after in (NOUN, ADJ, NUM)
    if earlier == DET and before.low not in ("that", "this", "these", "those", "all", "any", "each", "no"):
        return PART if modifies and token.low.endswith(("ed", "en", "wn", "ne", "ing", "ld", "id", "st")) else NOUN
    if modifies and token.low.endswith("ed") and (earlier in (NUM, PREP) or before.text in ("%", "%,")):
        return PART
    return VERB


def _maybe_verb(tokens: Sequence[Token], at: int, following: Token | None, after: str, morph: Morphology) -> str:
    """A word that can be noun or verb."""
    token, before = tokens[at], tokens[at - 1]
    if before.low in _MODALS:
        return VERB
    if following is None or following.kind != "w":
        return NOUN
    if before.low == "to" and not token.low.endswith("s"):
        return INF if following.low in _OBJECTS or (after == PREP and following.low != "of") else NOUN
    if before.low in _SUBJECTS:
        return VERB
    subject = morph.word(before).pos == NOUN and (after == DET or following.low in _OBJECTS)
    return VERB if subject and not _governed(tokens, at, morph) else NOUN


def _governed(tokens: Sequence[Token], at: int, morph: Morphology) -> bool:
    """Whether the noun phrase that ends at ``at`` hangs on a preposition: «over the school holidays the …»."""
    for k in range(at - 1, max(-1, at - 6), -1):
        pos = morph.word(tokens[k]).pos
        if pos not in (NOUN, ADJ, DET):
            return pos == PREP
    return False
