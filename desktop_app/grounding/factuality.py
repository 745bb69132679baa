"""Whether the article says that something was done, or only that it was wanted, planned or not done.

After Saurí & Pustejovsky 2009 (FactBank): an event may be certain, possible or counterfactual, and words like *want*,
*plan* or *refuse* govern which. Here three questions are asked: is a word an infinitive under such a word, does the
summary tell as done what the article has only so, and does it tell as done what the article denies.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from desktop_app.article import Span
from desktop_app.grounding.comparison import Comparison, places_of
from desktop_app.grounding.lexicon import lexicon
from desktop_app.grounding.polarity import one_stretch
from desktop_app.grounding.predicates import Predicate, predicates
from desktop_app.grounding.report import Claim, ClaimKind, Problem, State
from desktop_app.grounding.source import Piece
from desktop_app.grounding.verbs import base, infinitive_after, is_infinitive, is_past, is_verb
from desktop_app.grounding.words import Token

#: Tokens before an infinitive among which stands what governs it.
_REACH = 6
#: Share of the other words of a predicate that the article's sentence must have.
_ALIKE = 0.6

_Found = tuple[Piece, Token]


def alike(token: Token, piece: Piece, near: bool) -> list[Token]:
    """Tokens of the piece that are forms of the word; synonyms count only where ``near`` asks for them."""
    close = {key for key in token.word.keys if near or not key.startswith(("=", "~"))}
    return [
        other
        for other in piece.tokens
        if other.kind == "word" and other.content and not close.isdisjoint(other.word.keys)
    ]


def unreal(piece: Piece, token: Token, lang: str) -> bool:
    """Whether a word is an infinitive governed by a word of wish, plan or attempt: wanted to abolish."""
    if not is_infinitive(piece, token, lang):
        return False
    words = lexicon(lang)
    at = token.index - piece.base
    before = piece.tokens[max(0, at - _REACH) : at]
    return any(t.low in words.irrealis for t in before if t.clause == token.clause)


def check_factuality(comparison: Comparison) -> Iterator[Claim]:
    """A claim for each predicate told as done that the article has only as wanted, or as not done."""
    for predicate in predicates(comparison.piece, comparison.lang):
        if _real(comparison, predicate):
            found = _undone(comparison, predicate) or _intended(comparison, predicate)
            if found is not None:
                yield found


def _real(comparison: Comparison, predicate: Predicate) -> bool:
    """Whether the summary's clauses of the predicate neither deny nor doubt: wants to shut, would be shut."""
    own, words = comparison.piece, comparison.words
    clauses = {token.clause for token in predicate.verbs}
    others = [t for t in own.tokens if t.clause in clauses and t is not predicate.verb]
    return not any(t.index in own.denied.words or t.low in words.irrealis for t in others)


def _undone(comparison: Comparison, predicate: Predicate) -> Claim | None:
    """What the summary says was done, and the article only that it was not: a buyer who could not be found."""
    own, words = comparison.piece, comparison.words
    if not any(token.low in words.doing for token in predicate.verbs) or predicate.passive:
        return None
    after = [t for t in predicate.rest if t.index > predicate.verb.index and t.kind == "word"]
    done = next((t for t in after if t.index not in own.entities), None)
    if done is None:
        return None
    matches = [(piece, other) for piece in comparison.alignment.near for other in alike(done, piece, False)]
    if not matches or not all(denied_there(comparison, piece, other) for piece, other in matches):
        return None
    return _claim(comparison, (*predicate.verbs, done), matches[0], Problem.NEGATION)


def _intended(comparison: Comparison, predicate: Predicate) -> Claim | None:
    """What the summary says happened, and the article everywhere only that it was wanted."""
    source, lang = comparison.source, comparison.lang
    verb = predicate.verb
    if not verb.content or not is_past(verb, lang) or comparison.piece.denied.touches(verb.index):
        return None
    near = {piece.number for piece in comparison.alignment.near}
    matches = [
        (source.pieces[number], other)
        for number in sorted(source.pieces_with(verb))
        for other in source.pieces[number].tokens
        if other.kind == "word" and base(other, lang) == base(verb, lang)
    ]
    if not matches or not all(unreal(piece, other, lang) for piece, other in matches):
        return None
    rest = [token for token in (*predicate.subject, *predicate.rest) if token.kind == "word"]
    total = math.fsum(source.rarity(token) for token in rest)
    for piece, other in matches:
        met = math.fsum(source.rarity(token) for token in rest if piece.number in source.pieces_with(token))
        if piece.number in near and total and met >= _ALIKE * total:
            return _claim(comparison, predicate.verbs, (piece, other), Problem.INTENDED)
    return None


def denied_there(comparison: Comparison, piece: Piece, token: Token) -> bool:
    """Whether the article denies the word, or something else in its clause: a buyer could not be found, no buyer."""
    if piece.denied.touches(token.index):
        return True
    return any(
        other.clause == token.clause
        and other.index in piece.denied.words
        and one_stretch(piece.tokens, token.index - piece.base, other.index - piece.base)
        and not _of_another_verb(comparison, piece, token, other)
        for other in piece.tokens
    )


def _of_another_verb(comparison: Comparison, piece: Piece, token: Token, denier: Token) -> bool:
    """Whether a denial goes with an infinitive after the word: he urged them not to wait.

    If the summary has the infinitive without a firm denial, it may have moved the denial to the verb before, which with
    many verbs says the same (negative raising: advises not to wait, does not advise waiting).
    """
    if token.index > denier.index or not is_verb(piece, token, comparison.lang):
        return False
    denied = infinitive_after(piece, denier, comparison.lang)
    if denied is None:
        return False
    own = comparison.piece
    return not any(mine.same(denied) and mine.index not in own.denied.firm for mine in own.content)


def _claim(comparison: Comparison, tokens: Sequence[Token], found: _Found, problem: Problem) -> Claim:
    span = Span(tokens[0].start, tokens[-1].end)
    piece, theirs = found
    return comparison.claim(ClaimKind.ACTION, span, State.NOT_FOUND, [places_of(piece, (theirs,))], problem)
