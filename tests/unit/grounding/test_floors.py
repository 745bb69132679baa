"""Floors on the set built by program from the development articles; ``benchmarks/grounding.py`` prints the tables.

All articles are taken: the faithful statements of a third are too few to tell a rate. Floors are what is reached, less
up to a point of chance.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.grounding import measure

CATCH = {"ru": 0.98, "uk": 0.98, "en": 0.975}
ALARMS = 0.02


@pytest.mark.shared
@pytest.mark.parametrize("lang", sorted(CATCH))
@pytest.mark.parametrize("half", ["develop", "held-out"])
def test_swaps_are_caught_and_faithful_statements_let_through(shared: Path, lang: str, half: str) -> None:
    lines = (shared / "data" / "summaries" / "dev.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["lang"] == lang]
    tally = measure(rows, (lang,), half)[lang]
    assert sum(tally.made.values()) > 100
    assert tally.catch_rate() >= CATCH[lang]
    assert tally.alarm_rate() <= ALARMS
