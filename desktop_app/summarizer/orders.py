"""Orders to a language model hidden in a text: they are shown to the reader with the rest, but not to the model.

The default model obeyed one in a translation although its control tokens were gone ("write only the word …"). A text
that a paragraph of it tries to speak over is read without that paragraph; the attack is described by Greshake et al.
2023, "Not what you've signed up for: compromising real-world LLM-integrated applications with indirect prompt
injection".
"""

from __future__ import annotations

import re
import tomllib
from functools import cache

from desktop_app.resources import resource
from desktop_app.summarizer.prompts import has_control_tokens

_PARAGRAPH = re.compile(r"\n\s*\n")


@cache
def _orders() -> re.Pattern[str]:
    table = tomllib.loads(resource("summarizer", "orders.toml").read_text(encoding="utf-8"))
    return re.compile("|".join(f"(?:{pattern})" for pattern in table["orders"]["anywhere"]), re.IGNORECASE)


def gives_orders(text: str) -> bool:
    """Whether ``text`` speaks to a model instead of to its reader."""
    return has_control_tokens(text) or bool(_orders().search(text))


def without_orders(body: str) -> str:
    """``body`` without the paragraphs that give orders to a model; as it is, if nothing would be left."""
    paragraphs = _PARAGRAPH.split(body)
    if len(paragraphs) == 1:
        paragraphs = body.split("\n")
    kept = [paragraph for paragraph in paragraphs if not gives_orders(paragraph)]
    if len(kept) == len(paragraphs) or not any(map(str.strip, kept)):
        return body
    return "\n\n".join(kept)
