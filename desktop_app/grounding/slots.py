"""The slot a name or number fills: the words around it, by side and distance.

Two sentences that say the same of one thing put like words around it. A number or name exchanged for another of the
article therefore sits in a slot that, in the article, belongs to the other one: the rival.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.grounding.lexicon import lexicon
from desktop_app.grounding.source import Piece
from desktop_app.grounding.words import Token

_REACH = 7
#: Weight of a word on the other side than expected: word order is free in inflected languages.
OTHER_SIDE_FREE = 0.75
OTHER_SIDE_FIXED = 0.3
_FUNCTION = 0.35
_BEYOND = 0.6
#: Worth of a word past another number, to which it rather belongs.
_PAST_NUMBER = 0.6
_ASIDE = frozenset(",(—–")
_LONGEST_ASIDE = 14
_FARTHEST = 60


@dataclass(frozen=True, slots=True)
class Slot:
    """Words to the left and right with their weights, nearest first."""

    left: tuple[tuple[Token, float], ...]
    right: tuple[tuple[Token, float], ...]
    #: Indices of the tokens that are denied where they stand.
    denied: frozenset[int] = frozenset()

    def within_clause(self, clause: int) -> Slot:
        """The slot without the words of other clauses."""
        return Slot(
            tuple(pair for pair in self.left if pair[0].clause == clause),
            tuple(pair for pair in self.right if pair[0].clause == clause),
            self.denied,
        )

    def mirrored(self, clause: int) -> Slot:
        """The slot with the words of a clause on the other side, as a passive puts them."""
        left = [pair for pair in self.right if pair[0].clause == clause] + [
            p for p in self.left if p[0].clause != clause
        ]
        right = [pair for pair in self.left if pair[0].clause == clause] + [
            p for p in self.right if p[0].clause != clause
        ]
        return Slot(tuple(left), tuple(right), self.denied)

    @property
    def mass(self) -> float:
        """The greatest likeness any slot can have to this one."""
        return math.fsum(weight for _, weight in self.left + self.right)


def slot_of(piece: Piece, first: int, last: int, lang: str) -> Slot:
    """The slot of the tokens ``first``…``last``; names and numbers are no context."""
    at, to = first - piece.base, last - piece.base
    words = lexicon(lang)
    skip = piece.entities | frozenset(token.index for token in piece.tokens if token.low in words.general_nouns)
    after = _without_aside(piece.tokens[to + 1 :])
    near = {piece.tokens[at].clause, piece.tokens[to].clause}
    if len(after) > 2 and after[0].text == "," and after[1].low in words.subjects:
        near.add(after[2].clause)  # "Tazi, who sold it": the relative clause is about the name
    return Slot(
        _side(_without_brackets(piece.tokens[:at][::-1]), near, skip, piece.numbers),
        _side(after, near, skip, piece.numbers),
        piece.denied.firm,
    )


def _without_aside(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens after a name without an aside between commas or dashes that follows it at once."""
    if not tokens or tokens[0].text not in _ASIDE:
        return tokens
    for position, token in enumerate(tokens[1:_LONGEST_ASIDE], 1):
        if token.text == tokens[0].text or (tokens[0].text == "(" and token.text == ")"):
            return tokens[position + 1 :]
    return tokens


def _without_brackets(tokens: Sequence[Token]) -> Sequence[Token]:
    """Tokens read backwards, without what stands in brackets."""
    kept: list[Token] = []
    depth = 0
    for token in tokens[:_FARTHEST]:
        if token.text == ")":
            depth += 1
        elif token.text == "(":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(token)
    return kept


def _side(
    tokens: Sequence[Token], near: set[int], skip: frozenset[int], numbers: frozenset[int]
) -> tuple[tuple[Token, float], ...]:
    found = []
    steps = 0.0
    share = 1.0
    for distance, token in enumerate(tokens):
        if steps >= _REACH:
            break
        if token.kind == "sign":
            continue
        steps += 1.0 if token.content or token.kind == "number" else 0.5
        if token.index in numbers:
            share = _PAST_NUMBER
        if token.index in skip or token.kind != "word":
            continue
        weight = share / (1.0 + steps / 3.0)
        if not token.content:
            if distance > 1:
                continue
            weight *= _FUNCTION
        if token.clause not in near:
            weight *= _BEYOND
        found.append((token, weight))
    return tuple(found)


def likeness(one: Slot, other: Slot, other_side: float) -> float:
    """How much of ``one`` is found around ``other``; at most ``one.mass``, reached by an identical slot.

    A word that one side denies and the other affirms is no likeness.
    """
    total = 0.0
    for mine, same_side, opposite in ((one.left, other.left, other.right), (one.right, other.right, other.left)):
        for token, weight in mine:
            best = _best(one, token, weight, other, same_side)
            if best < weight * other_side and token.content:
                best = max(best, other_side * _best(one, token, weight, other, opposite))
            total += best
    return total


def _best(one: Slot, token: Token, weight: float, other: Slot, side: Sequence[tuple[Token, float]]) -> float:
    denied = token.index in one.denied
    return max(
        (
            min(weight, theirs)
            for candidate, theirs in side
            if token.same(candidate) and (candidate.index in other.denied) == denied
        ),
        default=0.0,
    )
