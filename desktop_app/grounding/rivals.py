"""Whether the slot of a name or number in the summary belongs, in the article, to another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.grounding.slots import Slot, likeness

#: Share of the slot's mass a rival must match to be believed.
STRONG = 0.42
#: The true bearer matches less than this share of what the rival does.
CLEARLY = 0.68
#: Slots with fewer words than this say nothing.
LEAST_MASS = 0.7


#: Worth of the other side from which word order is taken to be free.
_FREE = 0.5
#: Weight from which a word stands right beside.
BESIDE = 0.7


@dataclass(frozen=True, slots=True)
class Verdict:
    """The best likeness of the bearer's own places and of the best rival's; ``rival`` is its position in the input.

    ``adjacent`` is true where the word right beside stands beside the rival, too, and nowhere near the bearer.
    """

    own: float
    rival: float
    mass: float
    best_rival: int | None
    adjacent: bool = False

    @property
    def lost(self) -> bool:
        """Whether the rival fits the slot clearly better."""
        if self.mass < LEAST_MASS:
            return False
        if self.adjacent and self.own < self.rival:
            return True
        return self.rival >= STRONG * self.mass and self.own < CLEARLY * self.rival


def weigh(
    slot: Slot, own: Sequence[Slot], rivals: Sequence[Slot], other_side: float, ignore: frozenset[str]
) -> Verdict:
    """Compare a slot of the summary with those of the same bearer and of its rivals.

    A word with one of the keys ``ignore`` right beside (said, told) proves nothing alone.
    """
    mine = max((likeness(slot, candidate, other_side) for candidate in own), default=0.0)
    best, position = 0.0, None
    for number, candidate in enumerate(rivals):
        value = likeness(slot, candidate, other_side)
        if value > best:
            best, position = value, number
    adjacent = position is not None and _adjacent(slot, own, rivals[position], ignore, other_side < _FREE)
    return Verdict(mine, best, slot.mass, position, adjacent)


def _adjacent(slot: Slot, own: Sequence[Slot], rival: Slot, ignore: frozenset[str], fixed_order: bool) -> bool:
    for mine, theirs in ((slot.left, rival.left), (slot.right, rival.right))[0 if fixed_order else 1 :]:
        beside = next((token for token, weight in mine if token.content and weight >= BESIDE), None)
        if beside is None or not ignore.isdisjoint(beside.word.keys):
            continue
        there = any(weight >= BESIDE and beside.same(token) for token, weight in theirs if token.content)
        if there and not any(beside.same(token) for place in own for token, _ in place.left + place.right):
            return True
    return False
