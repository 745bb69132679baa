"""A figure as one line, so that tables of sentences can be read."""

from __future__ import annotations

from desktop_app.article import Figure


def line(figure: Figure) -> str:
    """``text | bound value..high unit (noun) kind | label | direction role``, what is missing left out."""
    high = "" if figure.high is None else f"..{figure.high:.12g}"
    noun = f"({figure.noun})" if figure.noun else ""
    what = " ".join(part for part in (figure.unit, noun) if part) or "-"
    kind = f" {figure.kind}" if figure.kind in ("age", "score") else ""
    change = f" | {figure.change.direction} {figure.change.role}" if figure.change else ""
    return f"{figure.text} | {figure.bound}{figure.value:.12g}{high} {what}{kind} | {figure.label}{change}"
