"""The hand-written articles of ``tests/golden/grounding_*.toml``: paraphrases are let through, wrong ones are caught.

The counts are the ones reached; they may only improve.
"""

from __future__ import annotations

import tomllib

import pytest

from desktop_app.article import Article
from desktop_app.grounding import Source, check
from tests.conftest import REPOSITORY

#: Most false alarms and misses allowed, by language.
LIMITS = {"ru": (3, 2), "uk": (0, 2), "en": (0, 2)}


@pytest.mark.parametrize("lang", sorted(LIMITS))
def test_golden_paraphrases(lang: str) -> None:
    data = tomllib.loads((REPOSITORY / "tests" / "golden" / f"grounding_{lang}.toml").read_text("utf-8"))
    alarms, missed, faithful = [], [], 0
    for item in data["article"]:
        source = Source(Article(source="-", body=item["text"].strip(), title=item["title"], lang=lang))
        faithful += len(item["faithful"])
        alarms += [text for text in item["faithful"] if check(text, source, summary_lang=lang).flags]
        missed += [row["text"] for row in item["unfaithful"] if not check(row["text"], source, summary_lang=lang).flags]
    assert faithful >= 40
    most_alarms, most_missed = LIMITS[lang]
    assert len(alarms) <= most_alarms, alarms
    assert len(missed) <= most_missed, missed
