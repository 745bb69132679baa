"""What every chapter of the gallery is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

#: Sizes of the window in device-independent pixels: three columns beside the library, just enough for summary beside
#: figures, stacked, and one column with tabs.
WIDE: Final = (1280, 800)
BESIDE: Final = (1000, 760)
STACKED: Final = (900, 760)
NARROW: Final = (560, 760)
SMALLEST: Final = (400, 640)
#: Enough for a message.
MESSAGE: Final = (1000, 640)


@dataclass(frozen=True, slots=True)
class State:
    """The ``name`` of the picture, what brings it up, and the ``size`` of the window; each follows the one before."""

    name: str
    show: Callable[[], object] = lambda: None
    size: tuple[int, int] = WIDE
