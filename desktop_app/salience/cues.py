"""Words that tell what a sentence is for, from ``resources/salience/cues.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from desktop_app.resources import resource


@dataclass(frozen=True, slots=True)
class Cues:
    """Lower-case words and openings; see the resource for what each table means."""

    anaphora: frozenset[str]
    possessives: frozenset[str]
    pronouns: frozenset[str]
    joining: frozenset[str]
    background: tuple[str, ...]
    asking: frozenset[str]
    gist: frozenset[str]
    appendix: frozenset[str]


@cache
def cues() -> Cues:
    """The cues of all languages, read once."""
    data = tomllib.loads(resource("salience", "cues.toml").read_text("utf-8"))
    return Cues(
        anaphora=frozenset(data["anaphora"]["words"]),
        possessives=frozenset(data["anaphora"]["possessives"]),
        pronouns=frozenset(data["anaphora"]["pronouns"]),
        joining=frozenset(data["anaphora"]["joining"]),
        background=tuple(data["background"]["start"]),
        asking=frozenset(data["asking"]["words"]),
        gist=frozenset(data["gist"]["heading"]),
        appendix=frozenset(data["appendix"]["heading"]),
    )
