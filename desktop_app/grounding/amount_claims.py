"""*More* or *fewer* of something against what the article says rose or fell: fewer passengers; their number rose."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.article import Span
from desktop_app.grounding.comparison import Comparison, places_of
from desktop_app.grounding.report import Claim, ClaimKind, Problem, State
from desktop_app.grounding.source import Piece
from desktop_app.grounding.verbs import is_verb
from desktop_app.grounding.words import Token

_LEVEL = "level"
#: Tokens after *fewer* among which its noun stands.
_REACH = 2


def check_amounts(comparison: Comparison) -> Iterator[Claim]:
    """A claim for each *more* or *fewer* where the article's words of change beside the noun all go the other way."""
    words = comparison.words
    for token in comparison.piece.tokens:
        pole = 0 if token.low in words.more else 1 if token.low in words.fewer else None
        if pole is None or token.index in comparison.piece.denied.firm or _compares(comparison.piece, token):
            continue
        noun = _noun(comparison, token)
        found = _changes(comparison, noun) if noun is not None else []
        if found and all(theirs != pole for _, _, theirs in found):
            piece, other, _ = found[0]
            span = Span(token.start, token.end)
            place = places_of(piece, (other,))
            yield comparison.claim(ClaimKind.ACTION, span, State.NOT_FOUND, [place], Problem.OPPOSITE)


def _compares(piece: Piece, token: Token) -> bool:
    """Whether a number or an object of comparison follows: more than 300, больше 300."""
    at = token.index + 1 - piece.base
    following = piece.tokens[at] if at < len(piece.tokens) else None
    return following is not None and (following.index in piece.numbers or following.kind == "number")


def _noun(comparison: Comparison, token: Token) -> Token | None:
    """What there is more of: in English the next content word, else the first of the clause that is no verb."""
    piece, words = comparison.piece, comparison.words
    at = token.index + 1 - piece.base
    after = [t for t in piece.tokens[at : at + _REACH] if t.clause == token.clause and t.content]
    if not words.inflected:
        return after[0] if after and piece.tokens[at] is after[0] else None
    own = [t for t in piece.content if t.clause == token.clause and t is not token]
    nouns = [t for t in own if not is_verb(piece, t, comparison.lang) and t.low not in words.measures]
    return nouns[0] if nouns else None


def _changes(comparison: Comparison, noun: Token) -> list[tuple[Piece, Token, int]]:
    """Words of rise and fall in the clauses of the article's sentences nearby that have the noun, with their poles."""
    found = []
    for piece in comparison.alignment.near:
        clauses = {token.clause for token in piece.content if token.same(noun)}
        for token in piece.tokens:
            if token.clause not in clauses or token.kind != "word" or piece.denied.touches(token.index):
                continue
            found += [(piece, token, pole) for name, pole in comparison.words.opposition(token.low) if name == _LEVEL]
    return found
