"""The JSON shape of a figure, as the command line prints it."""

from __future__ import annotations

from typing import Any

from desktop_app.article import Figure


def to_json(figure: Figure) -> dict[str, Any]:
    """A figure as plain values: whole numbers as ``int``, ``change`` as ``{"direction", "role"}`` or ``None``."""
    change = figure.change
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": _number(figure.value),
        "high": None if figure.high is None else _number(figure.high),
        "bound": str(figure.bound),
        "unit": figure.unit,
        "noun": figure.noun,
        "label": figure.label,
        "context": figure.context,
        "section": str(figure.section),
        "kind": figure.kind,
        "change": None if change is None else {"direction": change.direction, "role": change.role},
        "same_as": figure.same_as,
        "in_summary": figure.in_summary,
    }


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value
