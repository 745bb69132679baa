"""Who did what: denials, opposites, and what never meets in the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.article import Span
from desktop_app.grounding.alignment import align
from desktop_app.grounding.comparison import Comparison, places_of
from desktop_app.grounding.polarity import one_stretch
from desktop_app.grounding.predicates import predicates
from desktop_app.grounding.report import Claim, ClaimKind, Problem, State
from desktop_app.grounding.slots import likeness
from desktop_app.grounding.source import Piece
from desktop_app.grounding.verbs import infinitive_after, is_verb
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
    claims.extend(_undone(comparison))
    claims.extend(_scattered(comparison))
    return claims


def _claim(
    comparison: Comparison, tokens: Sequence[Token], piece: Piece, theirs: Sequence[Token], problem: Problem
) -> Claim:
    span = Span(tokens[0].start, tokens[-1].end)
    return comparison.claim(ClaimKind.ACTION, span, State.NOT_FOUND, [places_of(piece, theirs)], problem)


def _alike(token: Token, piece: Piece, near: bool) -> list[Token]:
    """Tokens of the piece that are forms of the word; synonyms count only where ``near`` asks for them."""
    close = {key for key in token.word.keys if near or not key.startswith(("=", "~"))}
    return [
        other
        for other in piece.tokens
        if other.kind == "word" and other.content and not close.isdisjoint(other.word.keys)
    ]


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
            matches = [(piece, other) for piece in comparison.alignment.near for other in _alike(token, piece, True)]
            if not matches and _plainly_affirmed(comparison, token):
                yield _claim(comparison, (token,), witnesses[0], witnesses[0].tokens, Problem.NEGATION)
            if matches and not any(_denied_there(comparison, piece, other) for piece, other in matches):
                piece, other = matches[0]
                yield _claim(comparison, (token,), piece, (other,), Problem.NEGATION)
        elif not mine.touches(token.index):
            near = comparison.alignment.near
            matches = [(piece, other) for piece in near for other in _alike(token, piece, False)]
            if not matches and comparison.words.inflected and is_verb(comparison.piece, token, comparison.lang):
                matches = [(piece, other) for piece in near for other in _alike(token, piece, True)]
            if (
                matches
                and all(other.index in piece.denied.firm for piece, other in matches)
                and token.clause not in denying
            ):
                piece, other = matches[0]
                yield _claim(comparison, (token,), piece, (other,), Problem.NEGATION)


def _denied_there(comparison: Comparison, piece: Piece, token: Token) -> bool:
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


def _plainly_affirmed(comparison: Comparison, token: Token) -> bool:
    """Whether the article has no denial, nor a word that has an opposite, near what the denying clause is about."""
    words = comparison.words
    if comparison.alignment.support < _WELL_SUPPORTED or words.opposition(token.low):
        return False
    return not any(
        piece.denied.words or any(words.opposition(other.low) for other in piece.tokens)
        for piece in comparison.alignment.near
    )


def _undone(comparison: Comparison) -> Iterator[Claim]:
    """What the summary says was done, and the article only that it was not: a buyer who could not be found."""
    own, words = comparison.piece, comparison.words
    for predicate in predicates(own, comparison.lang):
        clauses = {token.clause for token in predicate.verbs}
        if not any(token.low in words.doing for token in predicate.verbs) or predicate.passive:
            continue
        if any(t.clause in clauses and (t.index in own.denied.words or t.low in words.irrealis) for t in own.tokens):
            continue
        after = [t for t in predicate.rest if t.index > predicate.verb.index and t.kind == "word"]
        done = next((t for t in after if t.index not in own.entities), None)
        if done is None:
            continue
        matches = [(piece, other) for piece in comparison.alignment.near for other in _alike(done, piece, False)]
        if matches and all(_denied_there(comparison, piece, other) for piece, other in matches):
            yield _claim(comparison, (*predicate.verbs, done), *_place(matches), Problem.NEGATION)


def _place(matches: Sequence[tuple[Piece, Token]]) -> tuple[Piece, tuple[Token, ...]]:
    piece, token = matches[0]
    return piece, (token,)


def _opposites(comparison: Comparison) -> Iterator[Claim]:
    words = comparison.words
    for token in comparison.piece.tokens:
        for name, pole in words.opposition(token.low):
            if token.index in comparison.piece.denied.loose:
                continue
            turned = pole ^ (token.index in comparison.piece.denied.firm)
            same: list[tuple[Piece, Token]] = []
            opposite: list[tuple[Piece, Token]] = []
            for piece in comparison.alignment.near:
                for other in piece.tokens:
                    for other_name, other_pole in words.opposition(other.low) if other.kind == "word" else ():
                        if other_name == name:
                            maybe = other.index in piece.denied.loose
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
        for other in comparison.piece.tokens
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
        total = sum(comparison.source.rarity(token) for token in known)
        met = sum(
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
