"""Key figures: the quantities of a text, each with its value, its label in the text's own words and its importance.

``find_in_text`` and ``find_in_article`` are pure: no model, no network, no state but cached lexicons, the same figures
for the same text. How it works and how a language is added: ``docs/figures.md``.
"""

from __future__ import annotations

from desktop_app.figures.engine import find_in_article, find_in_text, warm
from desktop_app.figures.json import to_json

__all__ = ["find_in_article", "find_in_text", "to_json", "warm"]
