"""Choosing the sentences a model reads: the ones that matter, in source order, within a budget of tokens. No model."""

from desktop_app.salience.selection import Selection, select

__all__ = ["Selection", "select"]
