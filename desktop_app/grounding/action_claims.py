"""Who did what: denials, opposites, and what never meets in the article."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from desktop_app.article import Span
from desktop_app.grounding.alignment import align
from desktop_app.grounding.comparison import Comparison, places_of
from desktop_app.grounding.factuality import alike, check_factuality, denied_there, unreal
from desktop_app.grounding.report import Claim, ClaimKind, Problem, State
from desktop_app.grounding.slots import likeness
from desktop_app.grounding.source import Piece
from desktop_app.grounding.verbs import is_verb
from desktop_app.grounding.words import Token

#: Share of a clause's weight one sentence of the article and its neighbours must carry.
_MEETS = 0.37
#: Clauses with fewer words of the article than this are too short to judge.
_LEAST_WORDS = 5
#: How alike the places of two opposite words must be, as a share of the slot.
_SAME_PLACE = 0.4
#: Support from which a denial the article knows nothing of is suspect.
_WELL_SUPPORTED = 0.6


def check_actions(comparison: Comparison) -> list[Claim]:
    """Claims about denials, opposites and what meets; one ``EXACT`` claim for a clause in which nothing was found."""
    claims = [*_denials(comparison), *_opposites(comparison)]
    claims.extend(check_factuality(comparison))
    claims.extend(_scattered(comparison))
    return claims


def _claim(
    comparison: Comparison, tokens: Sequence[Token], piece: Piece, theirs: Sequence[Token], problem: Problem
) -> Claim:
    span = Span(tokens[0].start, tokens[-1].end)
    return comparison.claim(ClaimKind.ACTION, span, State.NOT_FOUND, [places_of(piece, theirs)], problem)


def _denials(comparison: Comparison) -> Iterator[Claim]:
    mine = comparison.piece.denied
    witnesses = comparison.alignment.witnesses
    if not witnesses:
        return
    denying = {token.clause for token in comparison.piece.tokens if token.index in mine.words}
    for token in comparison.piece.tokens:
        if token.kind != "word" or not token.content:
            continue
        if token.index in mine.firm:
            matches = [(piece, other) for piece in comparison.alignment.near for other in alike(token, piece, True)]
            if not matches and _plainly_affirmed(comparison, token):
                yield _claim(comparison, (token,), witnesses[0], witnesses[0].tokens, Problem.NEGATION)
            if matches and not any(
                denied_there(comparison, piece, other) or unreal(piece, other, comparison.lang)
                for piece, other in matches
            ):
                piece, other = matches[0]
                yield _claim(comparison, (token,), piece, (other,), Problem.NEGATION)
        elif not mine.touches(token.index):
            near = comparison.alignment.near
            matches = [(piece, other) for piece in near for other in alike(token, piece, False)]
            if not matches and comparison.words.inflected and is_verb(comparison.piece, token, comparison.lang):
                matches = [(piece, other) for piece in near for other in alike(token, piece, True)]
            if (
                matches
                and all(other.index in piece.denied.firm for piece, other in matches)
                and token.clause not in denying
            ):
                piece, other = matches[0]
                yield _claim(comparison, (token,), piece, (other,), Problem.NEGATION)


def _plainly_affirmed(comparison: Comparison, token: Token) -> bool:
    """Whether the article has no denial, nor a word that has an opposite, near what the denying clause is about."""
    words, own = comparison.words, comparison.piece
    if comparison.alignment.support < _WELL_SUPPORTED or words.opposition(token.low):
        return False
    if any(piece.denied.words for piece in comparison.alignment.near):
        return False
    clause = [other for other in own.content if other.clause == token.clause and other is not token]
    return not any(
        words.opposition(other.low) and _beside_any(piece, other, clause)
        for piece in comparison.alignment.near
        for other in piece.tokens
    )


def _beside_any(piece: Piece, token: Token, others: Sequence[Token]) -> bool:
    """Whether one of some words stands in the clause of a token."""
    return any(mine.same(theirs) for theirs in piece.content if theirs.clause == token.clause for mine in others)


def _opposites(comparison: Comparison) -> Iterator[Claim]:
    words = comparison.words
    for token in comparison.piece.tokens:
        for name, pole in words.opposition(token.low):
            if token.index in comparison.piece.denied.loose or unreal(comparison.piece, token, comparison.lang):
                continue
            turned = pole ^ (token.index in comparison.piece.denied.firm)
            same: list[tuple[Piece, Token]] = []
            opposite: list[tuple[Piece, Token]] = []
            for piece in comparison.alignment.near:
                for other in piece.tokens:
                    for other_name, other_pole in words.opposition(other.low) if other.kind == "word" else ():
                        if other_name == name:
                            maybe = other.index in piece.denied.loose or unreal(piece, other, comparison.lang)
                            agrees = maybe or other_pole ^ (other.index in piece.denied.firm) == turned
                            (same if agrees else opposite).append((piece, other))
            if not opposite or _has_other_pole(comparison, token, name, pole):
                continue
            slot = comparison.slot(token.index, token.index)
            best = [
                (
                    likeness(slot, comparison.source_slot(piece, other.index, other.index), comparison.other_side),
                    piece,
                    other,
                )
                for piece, other in opposite
            ]
            value, piece, other = max(best, key=lambda row: row[0])
            own = max(
                (likeness(slot, comparison.source_slot(p, o.index, o.index), comparison.other_side) for p, o in same),
                default=0.0,
            )
            if value >= _SAME_PLACE * slot.mass and own < 0.7 * value and slot.mass > 0.5:
                yield _claim(comparison, (token,), piece, (other,), Problem.OPPOSITE)
                break


def _has_other_pole(comparison: Comparison, token: Token, name: str, pole: int) -> bool:
    """Whether the summary says both: what the article has of the other pole then belongs there."""
    return any(
        other is not token and (name, 1 - pole) in comparison.words.opposition(other.low)
        for other in comparison.all_of_it.tokens
    )


def _scattered(comparison: Comparison) -> Iterator[Claim]:
    """Clauses whose words stand in the article, but far from each other."""
    for clause in _clauses(comparison.piece):
        known = tuple(token for token in clause if comparison.source.pieces_with(token))
        if len(known) < _LEAST_WORDS:
            continue
        together = align(comparison.source, known)
        if not together.sources:
            continue
        best = together.sources[0]
        close = (best.number, *comparison.source.neighbours(best.number))
        total = math.fsum(comparison.source.rarity(token) for token in known)
        met = math.fsum(
            comparison.source.rarity(token)
            for token in known
            if not comparison.source.pieces_with(token).isdisjoint(close)
        )
        if met < _MEETS * total:
            places = [piece.place for piece in together.sources]
            span = Span(clause[0].start, clause[-1].end)
            yield comparison.claim(ClaimKind.ACTION, span, State.NOT_FOUND, places, Problem.NEVER_MEET)


def _clauses(piece: Piece) -> list[tuple[Token, ...]]:
    clauses: dict[int, list[Token]] = {}
    for token in piece.content:
        clauses.setdefault(token.clause, []).append(token)
    return [tuple(tokens) for tokens in clauses.values()]
