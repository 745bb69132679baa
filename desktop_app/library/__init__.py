"""The library of kept digests: list, search, compare; nothing here is kept unless somebody calls :meth:`Library.save`.

How it works, and what is promised: ``docs/library.md``. Names are imported when they are first asked for: whoever only
speaks of entries, as the window does, loads no database.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.library.comparison import Comparison, Difference, compare, left_over
    from desktop_app.library.entries import Entry, Facets, Filter, Hit, Saved, StoredSummary
    from desktop_app.library.library import Library

__all__ = [
    "Comparison",
    "Difference",
    "Entry",
    "Facets",
    "Filter",
    "Hit",
    "Library",
    "Saved",
    "StoredSummary",
    "compare",
    "left_over",
]

_HOMES = {"Library": "library"} | dict.fromkeys(("Comparison", "Difference", "compare", "left_over"), "comparison")


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'entries')}"), name)
