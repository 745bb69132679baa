"""The hand-written articles of ``tests/golden/grounding_*.toml``: paraphrases are let through, wrong ones are caught.

The counts are the ones reached; they may only improve.
"""

from __future__ import annotations

import pytest

from benchmarks.paraphrases import GOLDEN, count

#: Most false alarms and misses allowed, by file.
LIMITS = {
    "grounding_ru": (2, 1),
    "grounding_uk": (0, 1),
    "grounding_en": (0, 1),
    "grounding_free_ru": (2, 12),
    "grounding_free_uk": (2, 12),
    "grounding_free_en": (4, 7),
}


@pytest.mark.parametrize("name", sorted(LIMITS))
def test_golden_paraphrases(name: str) -> None:
    found = count(GOLDEN / f"{name}.toml", "both")
    assert found.faithful >= 40
    most_alarms, most_missed = LIMITS[name]
    assert len(found.alarms) <= most_alarms
    assert len(found.missed) <= most_missed
