"""Figures of whole articles against those kept in ``pins/``: a regression pin, see ``pinned.py``."""

from __future__ import annotations

import pytest

from tests.unit.figures.pinned import articles, kept, read

CASES = [(name, at) for name, rows in articles().items() for at in range(len(rows))]


@pytest.mark.parametrize(("name", "at"), CASES)
def test_no_figure_of_an_article_is_read_otherwise(name: str, at: int) -> None:
    """A change that is meant is pinned anew with ``python -m tests.unit.figures.pinned``."""
    lang, text = articles()[name][at]
    assert read(text, lang) == kept(name)[at]
