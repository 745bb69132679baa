"""How long work is asked to stop: a check it calls again and again, in whatever thread or process it runs."""

from __future__ import annotations

from collections.abc import Callable

#: Whether the work should stop now.
CancelCheck = Callable[[], bool]


def never() -> bool:
    """The check of work nobody stops."""
    return False
