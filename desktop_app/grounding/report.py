"""What the checker says of a summary. Only the standard library is imported: reports cross process boundaries.

Spans of a :class:`Sentence` or :class:`Claim` count in the summary's text; a :class:`Place` counts in
``Article.section_text(place.section)``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.article import Section, Span


class ClaimKind(StrEnum):
    """What a claim is about."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    ACTION = "action"


class State(StrEnum):
    """Where a claim stands in the article."""

    EXACT = "exact"
    OTHER_FORM = "other_form"
    DERIVABLE = "derivable"
    NOT_FOUND = "not_found"


class Derivation(StrEnum):
    """How a number follows from numbers of the article; the operands are the claim's places, in order."""

    ROUNDING = "rounding"
    SUM = "sum"
    DIFFERENCE = "difference"
    PERCENTAGE = "percentage"
    CHANGE = "change"
    COUNT = "count"


class Problem(StrEnum):
    """Why a claim is not supported."""

    ABSENT = "absent"
    #: The number stands in the article with another unit or currency.
    OTHER_UNIT = "other_unit"
    #: The number stands in the article but counts something else.
    OTHER_NOUN = "other_noun"
    #: The change goes another way, or a change *by* became a change *to*.
    OTHER_CHANGE = "other_change"
    #: The article says this of another number or name.
    OTHER_PLACE = "other_place"
    #: The parts of a name belong to different names of the article.
    MIXED_NAME = "mixed_name"
    #: Who acted and who was acted on changed places.
    ROLES = "roles"
    #: The article affirms what the summary denies, or the reverse.
    NEGATION = "negation"
    #: The article says only that this was wanted, planned or tried.
    INTENDED = "intended"
    #: The article has the opposite word: rose for fell, bought for sold.
    OPPOSITE = "opposite"
    #: What the clause brings together never meets in one sentence of the article or in neighbours.
    NEVER_MEET = "never_meet"


class Checked(StrEnum):
    """What was compared; nothing else about a summary was looked at."""

    NUMBERS = "numbers"
    DATES = "dates"
    NAMES = "names"
    ACTIONS = "actions"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of the article's title or body."""

    section: Section
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing a summary says that can be looked up.

    ``places`` are where the article says it (best first); for a ``DERIVABLE`` number they are the operands of ``how``.
    A claim that is ``NOT_FOUND`` has a ``problem``; its places then are what the article has instead, if anything.
    """

    kind: ClaimKind
    span: Span
    text: str
    state: State
    places: tuple[Place, ...] = ()
    how: Derivation | None = None
    problem: Problem | None = None

    @property
    def supported(self) -> bool:
        """Whether the article carries the claim, as it stands or by arithmetic."""
        return self.state is not State.NOT_FOUND


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the summary with the sentences of the article it rests on, best first.

    ``support`` (0…1) is the share of its content words, weighted by rarity, found in those; ``None`` when the languages
    differ and words cannot be compared.
    """

    span: Span
    sources: tuple[Place, ...]
    support: float | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Grounding:
    """The report on a whole summary; ``checked`` says what was compared."""

    sentences: tuple[Sentence, ...]
    checked: tuple[Checked, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, in the order of the text."""
        return tuple(claim for sentence in self.sentences for claim in sentence.claims)

    @property
    def flags(self) -> tuple[Claim, ...]:
        """The claims the article does not carry: to be repaired or shown as such."""
        return tuple(claim for claim in self.claims if not claim.supported)

    @property
    def support(self) -> float:
        """A figure (0…1) to rank candidates by: mean support of the sentences, less a share for every flag."""
        if not self.sentences:
            return 0.0
        scores = [1.0 if sentence.support is None else sentence.support for sentence in self.sentences]
        claims = self.claims
        penalty = len(self.flags) / len(claims) if claims else 0.0
        return max(0.0, math.fsum(scores) / len(scores) - penalty)
