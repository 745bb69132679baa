"""A letter's own words, told from the thread it quotes and from signatures.

Signs of a quotation are those mail programs leave: ``>`` before lines (RFC 3676, section 4.5), a line that names who
wrote, a copied head of fields. The words for them, by language, are in ``resources/documents/letters.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache

from desktop_app.resources import resource

_LONGEST_ATTRIBUTION = 300
_LONGEST_SIGNATURE = 15
_RULE = re.compile(r"\s*[-_=*~]{2,}\s*(.{3,60}?)\s*[-_=*~]{2,}\s*:?\s*|\s*(.{3,60}?):?\s*")
_LIST_FOOTER = re.compile(r"_{20,}\s*")
_QUOTED = re.compile(r"\s{0,3}[>|»]\s?")


def own_lines(lines: Sequence[str]) -> list[bool]:
    """For each of ``lines`` whether it is the writer's own.

    If nothing but a quotation is there (a message forwarded without comment), the quotation is kept instead.
    """
    kept = _own(lines)
    if any(keep and line.strip() for keep, line in zip(kept, lines, strict=True)):
        return kept
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    while start < len(lines) and (not lines[start].strip() or _is_separator(lines[start]) or _field(lines[start])):
        start += 1
    rest = _own([_QUOTED.sub("", line) for line in lines[start:]])
    return [False] * start + (rest if any(rest) else [True] * (len(lines) - start))


def subject_of(subject: str) -> str:
    """``subject`` without the marks of answers (``Re:``, ``Fwd:``)."""
    return _answer_marks().sub("", subject).strip()


def _own(lines: Sequence[str]) -> list[bool]:
    kept = [True] * len(lines)
    number = 0
    while number < len(lines):
        line = lines[number]
        if _QUOTED.match(line):
            kept[number] = False
        elif length := _attribution(lines, number):
            following = next((n for n in range(number + length, len(lines)) if lines[n].strip()), len(lines))
            end = number + length
            if following == len(lines) or not _QUOTED.match(lines[following]):
                end = len(lines)  # the quotation is not marked, so it is all that follows
            kept[number:end] = [False] * (end - number)
            number = end
            continue
        elif _is_separator(line) or (_field(line) and _is_head(lines, number)):
            kept[number:] = [False] * (len(lines) - number)
            break
        number += 1
    _drop_signature(lines, kept)
    return kept


def _attribution(lines: Sequence[str], number: int) -> int:
    """How many lines from ``number`` say who wrote what is quoted below; 0 if none does."""
    text = ""
    for length in (1, 2, 3):
        if number + length > len(lines) or not (line := lines[number + length - 1].strip()):
            return 0
        text = f"{text} {line}".strip()
        if len(text) > _LONGEST_ATTRIBUTION:
            return 0
        if text.endswith((":", "：")):
            # A date or an address tells it from a sentence such as “He wrote:”.
            told = re.search(r"\d|@", text) is not None
            return length if told and _wrote().search(text) else 0
    return 0


def _is_head(lines: Sequence[str], number: int) -> bool:
    """Whether the fields of a copied head stand together from here."""
    found: set[str] = set()
    for line in lines[number : number + 8]:
        if line.strip():
            found.add(_field(line))
    return len(found - {""}) >= 3


def _field(line: str) -> str:
    """The name of the field that ``line`` gives, in small letters; empty if it gives none."""
    name = re.match(r"[\s*>]*([^\W\d_][\w' -]{0,24}?)\s?\*?[:：]\*?(?:\s|$)", line)
    word = name.group(1).lower() if name else ""
    return word if word in _fields() else ""


def _is_separator(line: str) -> bool:
    match = _RULE.fullmatch(line) if len(line) < 120 else None
    return match is not None and (match.group(1) or match.group(2)).lower().replace("’", "'") in _separators()


def _drop_signature(lines: Sequence[str], kept: list[bool]) -> None:
    own = [number for number, keep in enumerate(kept) if keep and lines[number].strip()]
    for place, number in enumerate(own):
        line = lines[number]
        left = len(own) - place
        if (line.rstrip() == "--" or _LIST_FOOTER.fullmatch(line)) and left <= _LONGEST_SIGNATURE and place:
            kept[number:] = [False] * (len(kept) - number)
            return
    for number in reversed(own):
        if not lines[number].strip().lower().startswith(_sent_from()) or len(lines[number]) > 80:
            break
        kept[number] = False


@cache
def _words(key: str) -> tuple[str, ...]:
    data = tomllib.loads(resource("documents", "letters.toml").read_text(encoding="utf-8"))
    return tuple(data[key])


@cache
def _wrote() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s,>])(?:{'|'.join(_words('wrote'))})(?:[\s,:：(]|$)|写道|寫道|のメール", re.I)


@cache
def _separators() -> frozenset[str]:
    return frozenset(_words("separators"))


@cache
def _fields() -> frozenset[str]:
    return frozenset(_words("fields"))


@cache
def _sent_from() -> tuple[str, ...]:
    return _words("sent_from")


@cache
def _answer_marks() -> re.Pattern[str]:
    marks = "|".join(map(re.escape, _words("answer_marks")))
    return re.compile(rf"^\s*(?:(?:{marks})(?:\s?\[\d+\])?\s?[:：]\s*)+", re.I)
