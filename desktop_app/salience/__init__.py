"""Choosing the sentences a model reads: the ones that matter, in source order, within a budget of tokens. No model."""

from desktop_app.salience.budget import reading_budget
from desktop_app.salience.focus import Passages, passages
from desktop_app.salience.scoring import points_back
from desktop_app.salience.selection import Selection, salient_sentences, select

__all__ = ["Passages", "Selection", "passages", "points_back", "reading_budget", "salient_sentences", "select"]
