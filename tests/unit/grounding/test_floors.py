"""Floors on the set built by program from the development articles; ``benchmarks/grounding.py`` prints the tables.

Only every third article is taken, to stay quick. Floors are what is reached, less one point of chance.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.grounding import measure

CATCH = {"ru": 0.97, "uk": 0.97, "en": 0.96}
ALARMS = 0.025


@pytest.mark.shared
@pytest.mark.parametrize("lang", sorted(CATCH))
@pytest.mark.parametrize("half", ["develop", "held-out"])
def test_swaps_are_caught_and_faithful_statements_let_through(shared: Path, lang: str, half: str) -> None:
    lines = (shared / "data" / "summaries" / "dev.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["lang"] == lang][::3]
    tally = measure(rows, (lang,), half)[lang]
    assert sum(tally.made.values()) > 100
    assert tally.catch_rate() >= CATCH[lang]
    assert tally.alarm_rate() <= ALARMS
