"""What the lengths mean when the model's family says nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.article import Length
from desktop_app.model_store.catalogue import LengthRule
from desktop_app.summarizer.protocol import Summarizer

_DEFAULT: Mapping[Length, LengthRule] = {
    Length.SHORT: LengthRule(sentences=2, words=40, max_tokens=200),
    Length.MEDIUM: LengthRule(sentences=5, words=110, max_tokens=450),
    Length.LONG: LengthRule(sentences=14, words=300, max_tokens=1000),
}


def length_rule(summarizer: Summarizer, length: Length) -> LengthRule:
    """The rule for ``length``: that of the summarizer's ``lengths`` if it has any, else the default."""
    lengths: Mapping[Length, LengthRule] = getattr(summarizer, "lengths", _DEFAULT)
    return lengths[length]
