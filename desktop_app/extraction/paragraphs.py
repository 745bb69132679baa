"""Lines and paragraphs of plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

# Mails and manuals are wrapped at 65 to 80 signs; poems, lists and code are narrower or ragged.
_NARROWEST_WRAP, _WIDEST_WRAP = 55, 100
_LIST_ITEM = re.compile(r"\s*(?:[-*•·–—>|]|\d{1,3}[.)])\s")
_LONG_LINE = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; ``after_blank`` if an empty line stands before it or it is the first."""

    text: str
    after_blank: bool


def lines_of(text: str) -> list[Line]:
    """The lines of ``text`` that are not empty; hard-wrapped paragraphs become one line each."""
    text = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n\n")
        .replace("\f", "\n")
    )
    groups = [group for part in re.split(r"\n[^\S\n]*\n", text) if (group := _group(part))]
    # A copied text without empty lines has its paragraphs on lines of their own.
    single = (
        len(groups) == 1 and len(groups[0]) > 2 and median(map(len, groups[0])) > _LONG_LINE and not _wrapped(groups[0])
    )
    lines: list[Line] = []
    for group in groups:
        parts = [" ".join(part.strip() for part in group)] if _wrapped(group) else group
        lines += [Line(part, single or index == 0) for index, part in enumerate(parts)]
    return lines


def _group(part: str) -> list[str]:
    # Indentation is kept: it is all that shows the shape of code and verse.
    return [line.rstrip().replace("\u00a0", " ") for line in part.strip("\n").split("\n") if line.strip()]


def _wrapped(group: Sequence[str]) -> bool:
    if len(group) < 3 or any(_LIST_ITEM.match(line) for line in group):
        return False
    widths = [len(line) for line in group[:-1]]
    if not _NARROWEST_WRAP <= max(widths) <= _WIDEST_WRAP or median(widths) < 0.8 * max(widths):
        return False
    broken = sum(line.rstrip()[-1] not in '.!?:;…»”"' for line in group[:-1])
    return 2 * broken > len(widths) and not any(line.startswith(("    ", "\t")) for line in group)


def joined(lines: Sequence[Line]) -> str:
    """The text of ``lines``: an empty line between paragraphs, a line feed within."""
    text = ""
    for line in lines:
        text += ("\n\n" if line.after_blank else "\n") + line.text if text else line.text
    return text.strip("\n")
