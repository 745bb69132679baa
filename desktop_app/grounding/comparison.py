"""One summary sentence beside the article: what all checks of that sentence share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.article import Span
from desktop_app.grounding.alignment import Alignment
from desktop_app.grounding.lexicon import Lexicon, lexicon
from desktop_app.grounding.report import Claim, ClaimKind, Place, Problem, State
from desktop_app.grounding.slots import OTHER_SIDE_FIXED, OTHER_SIDE_FREE, Slot, slot_of
from desktop_app.grounding.source import Piece, Source
from desktop_app.grounding.words import Token

#: Words between the auxiliary of a passive and its agent's preposition.
_PASSIVE_REACH = 4


@dataclass(frozen=True, slots=True)
class Comparison:
    """``piece`` is the summary's sentence, ``lang`` its language; ``crossed`` when the article's is another one.

    Where ``piece`` is only a part of the sentence, ``whole`` is all of it.
    """

    text: str
    lang: str
    source: Source
    piece: Piece
    alignment: Alignment
    crossed: bool
    whole: Piece | None = None

    @property
    def all_of_it(self) -> Piece:
        """The whole sentence."""
        return self.whole or self.piece

    @property
    def words(self) -> Lexicon:
        """Word lists of the summary's language."""
        return lexicon(self.lang)

    @property
    def other_side(self) -> float:
        """What a context word on the other side is worth: word order tells more in uninflected languages."""
        return OTHER_SIDE_FREE if self.words.inflected else OTHER_SIDE_FIXED

    @property
    def reporting(self) -> frozenset[str]:
        """Keys of the verbs of saying, which stand beside any name."""
        return self.words.reporting

    def slot(self, first: int, last: int) -> Slot:
        """The slot of some tokens of the summary's sentence, within their clause."""
        return slot_of(self.piece, first, last, self.lang).within_clause(self.piece.token(first).clause)

    def source_slot(self, piece: Piece, first: int, last: int, passive: bool | None = None) -> Slot:
        """The slot of some tokens of an article's sentence, mirrored if its clause is not ``passive`` and should be."""
        slot = slot_of(piece, first, last, self.lang)
        before = piece.tokens[first - piece.base - 1].low if first > piece.base else ""
        theirs = before in self.words.agent or is_passive(piece, piece.token(first).clause, self.lang)
        if passive is None or passive == theirs:
            return slot
        return slot.mirrored(piece.token(first).clause)

    def claim(
        self,
        kind: ClaimKind,
        span: Span,
        state: State,
        places: Iterable[Place] = (),
        problem: Problem | None = None,
    ) -> Claim:
        """A claim on a stretch of the summary."""
        return Claim(kind, span, self.text[span.start : span.end], state, tuple(places), None, problem)


def is_passive(piece: Piece, clause: int, lang: str) -> bool:
    """Whether a clause names its actor after a preposition (English *by*); false in other languages."""
    words = lexicon(lang)
    seen = -1
    for token in piece.tokens:
        if token.clause != clause:
            continue
        if token.low in words.passive:
            seen = token.index
        elif token.low in words.agent and seen >= 0 and token.index - seen <= _PASSIVE_REACH:
            return True
    return False


def places_of(piece: Piece, tokens: Sequence[Token]) -> Place:
    """The place of some tokens of an article's sentence."""
    return Place(piece.place.section, Span(tokens[0].start, tokens[-1].end))
