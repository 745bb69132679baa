"""Whole reports and readings against those kept in ``pins/``: a regression pin, see ``pinned.py``."""

from __future__ import annotations

import pytest

from tests.unit.grounding.pinned import MAKERS, files, kept

CASES = [(kind, name, at) for kind in MAKERS for name, rows in files().items() for at in range(len(rows))]


@pytest.mark.parametrize(("kind", "name", "at"), CASES)
def test_nothing_is_read_or_reported_otherwise(kind: str, name: str, at: int) -> None:
    """Names the first text that differs, and both readings of it.

    A change that is meant is pinned anew with ``python -m tests.unit.grounding.pinned``.
    """
    now, before = MAKERS[kind](name, files()[name][at]), kept(kind, name)[at]
    for (text, lines), (their_text, their_lines) in zip(now, before, strict=False):
        assert (text, lines) == (their_text, their_lines)
    assert [text for text, _ in now] == [text for text, _ in before]
