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
    "grounding_free_ru": (1, 3),
    "grounding_free_uk": (1, 3),
    "grounding_free_en": (1, 4),
    "grounding_fresh_ru": (1, 6),
    "grounding_fresh_uk": (0, 5),
    "grounding_fresh_en": (1, 3),
    "grounding_wide_ru": (4, 1),
    "grounding_wide_uk": (2, 2),
    "grounding_wide_en": (3, 4),
    "grounding_fresh_de": (0, 0),
    "grounding_fresh_pl": (0, 0),
    "grounding_fresh_fr": (1, 0),
}


@pytest.mark.parametrize("name", sorted(LIMITS))
def test_golden_paraphrases(name: str) -> None:
    found = count(GOLDEN / f"{name}.toml", "both")
    assert found.faithful >= 4
    most_alarms, most_missed = LIMITS[name]
    assert len(found.alarms) <= most_alarms
    assert len(found.missed) <= most_missed
