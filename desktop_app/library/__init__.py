"""The library of kept digests: list, search, compare; nothing here is kept unless somebody calls :meth:`Library.save`.

How it works, and what is promised: ``docs/library.md``.
"""

from __future__ import annotations

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
