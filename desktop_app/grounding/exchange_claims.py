"""What was exchanged in a sentence that otherwise follows the article word for word.

The sentence is laid over each sentence of the article it rests on (longest matching blocks, Ratcliff & Metzener 1988,
as in ``difflib``). Where equal words on both sides enclose different names, numbers or opposite words, or a denial
stands on one side only, the article says something else in that very place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from desktop_app.article import Span
from desktop_app.grounding.comparison import Comparison, places_of
from desktop_app.grounding.equivalents import same_bearer
from desktop_app.grounding.lexicon import Lexicon
from desktop_app.grounding.names import Name, same_name, same_word
from desktop_app.grounding.quantities import Quantity, equal
from desktop_app.grounding.report import Claim, ClaimKind, Problem, State
from desktop_app.grounding.roles import may_fill
from desktop_app.grounding.source import Piece
from desktop_app.grounding.words import Token, lemma_of

#: Share of the shorter sentence that must follow the other, and the fewest words.
_FOLLOWS = 0.55
_LEAST = 3
#: Equal words in a row that mean more than chance.
_FIRM = 2
#: Longest stretch that still counts as one thing exchanged for another.
_LONGEST = 6
#: Words beside the names in such a stretch.
_MOST_ELSE = 1


@dataclass(frozen=True, slots=True)
class _Gap:
    """Different words between equal ones: ``mine`` in the summary, ``theirs`` in the article's sentence."""

    mine: tuple[Token, ...]
    theirs: tuple[Token, ...]
    #: The word after the gap, in the summary, and how many equal words follow.
    after: Token | None
    follows: int = 0


@dataclass(frozen=True, slots=True)
class _Laying:
    """A sentence of the article under the summary's: the gaps, and the summary's tokens that stand in both."""

    piece: Piece
    gaps: tuple[_Gap, ...]
    kept: frozenset[int]


def check_exchanges(comparison: Comparison) -> list[Claim]:
    """Claims for the names, numbers, denials and opposites exchanged."""
    layings = [found for piece in comparison.alignment.witnesses if (found := _lay(comparison, piece)) is not None]
    claims: list[Claim] = []
    for laying in layings:
        for claim in _found(comparison, laying):
            tokens = [t for t in comparison.piece.tokens if claim.span.start <= t.start < claim.span.end]
            elsewhere = (other.kept for other in layings if other is not laying)
            if claim.problem is Problem.NEGATION or not any(
                all(token.index in kept for token in tokens if token.kind != "sign") for kept in elsewhere
            ):
                claims.append(claim)
    return claims


def _found(comparison: Comparison, laying: _Laying) -> list[Claim]:
    gaps = laying.gaps
    balanced = _denying(comparison, [t for gap in gaps for t in gap.mine]) == _denying(
        comparison, [t for gap in gaps for t in gap.theirs]
    )
    return [
        claim
        for gap in gaps
        for claim in _in_gap(comparison, laying.piece, gap)
        if not (balanced and claim.problem is Problem.NEGATION)
    ]


def _denying(comparison: Comparison, tokens: Sequence[Token]) -> int:
    return sum(token.low in comparison.words.negation or token.low.endswith("n't") for token in tokens)


def _line(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.kind != "sign"]


def _lay(comparison: Comparison, piece: Piece) -> _Laying | None:
    """Lay the sentence over ``piece``; ``None`` if it does not follow it."""
    mine, theirs = _line(comparison.piece.tokens), _line(piece.tokens)
    lang = comparison.lang
    blocks = SequenceMatcher(
        None,
        [lemma_of(token.low, lang) for token in mine],
        [lemma_of(token.low, lang) for token in theirs],
        autojunk=False,
    ).get_matching_blocks()
    covered = sum(block.size for block in blocks)
    if covered < _LEAST or covered < _FOLLOWS * min(len(mine), len(theirs)):
        return None
    gaps = []
    kept: set[int] = set()
    at, there = 0, 0
    for block in blocks:  # the last is empty, at both ends
        after = mine[block.a] if block.a < len(mine) else None
        gap = _Gap(tuple(mine[at : block.a]), tuple(theirs[there : block.b]), after, block.size)
        if (gap.mine or gap.theirs) and len(gap.mine) <= _LONGEST and len(gap.theirs) <= _LONGEST:
            gaps.append(gap)
        if block.size >= _FIRM:
            kept.update(token.index for token in mine[block.a : block.a + block.size])
        at, there = block.a + block.size, block.b + block.size
    return _Laying(piece, tuple(gaps), frozenset(kept))


def _in_gap(comparison: Comparison, piece: Piece, gap: _Gap) -> Iterator[Claim]:
    words = comparison.words
    mine = {token.index for token in gap.mine}
    theirs = {token.index for token in gap.theirs}
    my_names = [name for name in comparison.piece.names if mine & {token.index for token in name.words}]
    their_names = [name for name in piece.names if theirs & {token.index for token in name.words}]
    if my_names and their_names and _little_else(gap, my_names, their_names, words):
        pure = len(gap.mine) == sum(len(name.tokens) for name in my_names)
        yield from _names(comparison, piece, my_names, their_names, pure)
    my_numbers = [q for q in comparison.piece.quantities if mine & set(range(q.first, q.last + 1))]
    their_numbers = [q for q in piece.quantities if theirs & set(range(q.first, q.last + 1))]
    if my_numbers and their_numbers:
        yield from _numbers(comparison, piece, my_numbers, their_numbers)
    yield from _nouns(comparison, piece, gap)
    yield from _opposites(comparison, piece, gap)
    if gap.after is not None and (gap.after.content or gap.follows >= _FIRM) and _denial_alone(gap, words):
        span = Span(gap.after.start, gap.after.end)
        yield comparison.claim(ClaimKind.ACTION, span, State.NOT_FOUND, [piece.place], Problem.NEGATION)


def _denial_alone(gap: _Gap, words: Lexicon) -> bool:
    """Whether a denial stands on one side only, and nothing else of weight: initially fell, did not fall."""
    tokens = (*gap.mine, *gap.theirs)
    denied = [token for token in tokens if token.low in words.negation or token.low.endswith("n't")]
    if len(denied) != 1:
        return False
    if len(tokens) <= _FIRM:
        return len(gap.mine) != len(gap.theirs) or denied[0].low.endswith("n't")
    own, other = (gap.mine, gap.theirs) if denied[0] in gap.mine else (gap.theirs, gap.mine)
    if any(token.low not in words.auxiliaries for token in own if token is not denied[0]):
        return False
    return len(other) <= 1 and all(token.low.endswith("ly") or token.low in words.auxiliaries for token in other)


def _little_else(gap: _Gap, mine: Sequence[Name], theirs: Sequence[Name], words: Lexicon) -> bool:
    """Whether a gap holds hardly more than names: then one was put for the other."""
    return all(
        _beside(tokens, names, words) <= _MOST_ELSE for tokens, names in ((gap.mine, mine), (gap.theirs, theirs))
    )


def _beside(tokens: Sequence[Token], names: Sequence[Name], words: Lexicon) -> int:
    """How many words stand beside the names, in their clauses; titles do not count."""
    inside = {token.index for name in names for token in name.tokens}
    clauses = {token.clause for name in names for token in name.tokens}
    return sum(t.index not in inside and t.clause in clauses and t.low not in words.titles for t in tokens)


def _names(
    comparison: Comparison, piece: Piece, mine: Sequence[Name], theirs: Sequence[Name], pure: bool
) -> Iterator[Claim]:
    lang = comparison.lang
    for name in mine:
        if any(same_bearer(name, other, lang) or _shared(name, other, lang) for other in theirs):
            continue
        if _only_moved(comparison, piece, name):
            continue
        replaced = [
            other
            for other in theirs
            if not any(same_name(other, n, lang) for n in mine)
            and (pure or may_fill(comparison.source, (name, comparison.piece), (other, piece)))
        ]
        if replaced:
            place = places_of(piece, replaced[0].tokens)
            span = Span(name.start, name.end)
            yield comparison.claim(ClaimKind.NAME, span, State.NOT_FOUND, [place], Problem.OTHER_PLACE)


def _shared(one: Name, other: Name, lang: str) -> bool:
    return same_word(one.words[-1].low, other.words[-1].low, lang)


def _only_moved(comparison: Comparison, piece: Piece, name: Name) -> bool:
    """Whether an inflected language shows the name elsewhere in the sentence in the very same form."""
    if not comparison.words.inflected:
        return False
    forms = {token.low for token in piece.tokens}
    return all(token.low in forms for token in name.words)


def _numbers(
    comparison: Comparison, piece: Piece, mine: Sequence[Quantity], theirs: Sequence[Quantity]
) -> Iterator[Claim]:
    for quantity in mine:
        if any(equal(quantity.value, other.value) or other.has(quantity.value) for other in theirs):
            continue
        same = [other for other in theirs if other.kindred(quantity)]
        if same and len(mine) == len(theirs):
            place = places_of(piece, [piece.token(same[0].first), piece.token(same[0].last)])
            span = Span(quantity.start, quantity.end)
            yield comparison.claim(ClaimKind.NUMBER, span, State.NOT_FOUND, [place], Problem.OTHER_PLACE)


def _nouns(comparison: Comparison, piece: Piece, gap: _Gap) -> Iterator[Claim]:
    """Another noun after the same number."""
    if not (0 < len(gap.mine) <= 2 and 0 < len(gap.theirs) <= 2):
        return
    for mine in comparison.piece.quantities:
        for theirs in piece.quantities:
            if mine.noun is None or theirs.noun is None or not mine.has(theirs.value) or mine.unit or theirs.unit:
                continue
            if mine.noun is not gap.mine[0] or theirs.noun is not gap.theirs[0] or mine.noun.same(theirs.noun):
                continue
            if mine.lemma is None or mine.noun.low in comparison.words.general_nouns:
                continue
            place = places_of(piece, [piece.token(theirs.first), theirs.noun])
            span = Span(mine.start, mine.end)
            yield comparison.claim(ClaimKind.NUMBER, span, State.NOT_FOUND, [place], Problem.OTHER_NOUN)


def _opposites(comparison: Comparison, piece: Piece, gap: _Gap) -> Iterator[Claim]:
    words = comparison.words
    for token in gap.mine:
        for name, pole in words.opposition(token.low):
            there = {
                other_pole: other
                for other in gap.theirs
                for other_name, other_pole in words.opposition(other.low)
                if other_name == name
            }
            if 1 - pole in there and pole not in there:
                other = there[1 - pole]
                if comparison.piece.denied.touches(token.index) != piece.denied.touches(other.index):
                    continue
                span = Span(token.start, token.end)
                place = places_of(piece, [other])
                yield comparison.claim(ClaimKind.ACTION, span, State.NOT_FOUND, [place], Problem.OPPOSITE)
