"""Summaries in bullet points: one point a line, each line beginning with a bullet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.article import BULLET, Span

#: What models begin the lines of a list with.
_MARK = re.compile(r"\s*(?:[-*•–—·▪◦‣]|\(?\d{1,2}[.)])\s+")


def unmarked(line: str) -> str:
    """``line`` without the sign of a list at its head."""
    match = _MARK.match(line)
    return (line[match.end() :] if match else line).strip()


def points(summary: str) -> list[str]:
    """The points of a list, without their signs."""
    found = (unmarked(line) for line in summary.splitlines())
    return [point for point in found if any(map(str.isalnum, point))]


def as_list(found: Iterable[str]) -> str:
    """``found`` as a summary in bullet points."""
    return "\n".join(BULLET + point for point in found)


def plain_points(summary: str) -> str:
    """``summary`` with blanks in place of its bullets: places in it stay what they are."""
    blank = " " * len(BULLET)
    return "\n".join(blank + line[len(BULLET) :] if line.startswith(BULLET) else line for line in summary.split("\n"))


def line_spans(summary: str) -> tuple[Span, ...]:
    """Where the points stand, bullets included."""
    spans: list[Span] = []
    at = 0
    for line in summary.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return tuple(spans)
