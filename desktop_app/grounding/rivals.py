"""Whether the slot of a name or number in the summary belongs, in the article, to another one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.grounding.slots import Slot, likeness

#: Share of the slot's mass a rival must match to be believed.
STRONG = 0.42
#: The true bearer matches less than this share of what the rival does.
CLEARLY = 0.68
#: Slots with fewer words than this say nothing.
LEAST_MASS = 0.7


@dataclass(frozen=True, slots=True)
class Verdict:
    """The best likeness of the bearer's own places and of the best rival's; ``rival`` is its position in the input."""

    own: float
    rival: float
    mass: float
    best_rival: int | None

    @property
    def lost(self) -> bool:
        """Whether the rival fits the slot clearly better."""
        return self.mass >= LEAST_MASS and self.rival >= STRONG * self.mass and self.own < CLEARLY * self.rival


def weigh(slot: Slot, own: Iterable[Slot], rivals: Iterable[Slot], other_side: float) -> Verdict:
    """Compare a slot of the summary with those of the same bearer and of its rivals."""
    mine = max((likeness(slot, candidate, other_side) for candidate in own), default=0.0)
    best, position = 0.0, None
    for number, candidate in enumerate(rivals):
        value = likeness(slot, candidate, other_side)
        if value > best:
            best, position = value, number
    return Verdict(mine, best, slot.mass, position)
