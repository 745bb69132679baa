"""Furniture: the lines around an article that are no part of it, recognised by their wording in many languages."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from desktop_app.resources import resource

# ``\p`` in the word lists stands for a capital letter even where case is ignored elsewhere: "by Ann", not "by then".
_CAPITAL = r"(?-i:[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐΑ-Ω])"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = tomllib.loads(resource("extraction", "furniture.toml").read_text("utf-8"))
    patterns = []
    for kind, lists in data.items():
        for place, words in lists.items():
            joined = "|".join(word.replace(r"\p", _CAPITAL) for word in words)
            prefix = r"\A\W*" if place == "start" else ""
            name = kind if place == "start" else f"{kind}_{place}"
            patterns.append((name, re.compile(f"{prefix}(?:{joined})", re.I)))
    return tuple(patterns)


def kinds(text: str) -> frozenset[str]:
    """The kinds of furniture ``text`` is worded like.

    Kinds are the tables of ``resources/extraction/furniture.toml``: ``read_also``, ``call_to_action``, ``credit``,
    ``byline``, ``notice``, ``privacy``; a match elsewhere than at the start is called ``…_anywhere``. Only the first
    400 characters are looked at.
    """
    head = text[:400]
    return frozenset(name for name, pattern in _patterns() if pattern.search(head))
