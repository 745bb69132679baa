"""What lengths and styles mean when the model's family says nothing else."""

from __future__ import annotations

from typing import Final

from desktop_app.choices import Length, Style
from desktop_app.model_store.catalogue import LengthRule, Prompt
from desktop_app.summarizer.protocol import Summarizer

_DEFAULT: Final = Prompt(
    system="",
    user="{text}",
    lengths={
        Length.SHORT: LengthRule(sentences=2, words=40, max_tokens=200),
        Length.MEDIUM: LengthRule(sentences=5, words=110, max_tokens=450),
        Length.LONG: LengthRule(sentences=14, words=300, max_tokens=1000),
    },
    bullets={
        Length.SHORT: LengthRule(sentences=3, words=60, max_tokens=250),
        Length.MEDIUM: LengthRule(sentences=5, words=110, max_tokens=450),
        Length.LONG: LengthRule(sentences=9, words=220, max_tokens=900),
    },
    headline=LengthRule(sentences=1, words=16, max_tokens=80),
)


def length_rule(summarizer: Summarizer, length: Length, style: Style = Style.PARAGRAPH) -> LengthRule:
    """The rule for ``length`` in ``style``: that of the summarizer's ``prompt`` if it has one, else the default."""
    prompt: Prompt = getattr(summarizer, "prompt", _DEFAULT)
    return prompt.rule(length, style)
