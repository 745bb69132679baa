"""Sentence boundaries as spans of the original text.

Lines are split first: a line feed always ends a sentence (headlines, list items and captions carry no full stop).
Russian uses razdel (MIT, https://github.com/natasha/razdel); other languages a rule over the sign, what follows it and
the abbreviation before it, as in Unicode Standard Annex #29, section 5.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from desktop_app.article import Span
from desktop_app.resources import resource

_END = re.compile(r"[.!?…。！？।؟]+[\"'”’»)\]]*")
_WORD = re.compile(r"[^\W\d_]+")
_CJK = "。！？"
#: razdel's look-behind is local, but its regular expressions are not meant for pathological lines.
_LONGEST_LINE = 20_000


def sentences(text: str, lang: str | None = None) -> tuple[Span, ...]:
    """Spans of the sentences of ``text``, in order, without surrounding white space; ``lang`` is a language code."""
    spans: list[Span] = []
    for start, end in _lines(text):
        split = _russian if lang == "ru" and end - start <= _LONGEST_LINE else _by_rule
        spans.extend(split(text, start, end, lang or "en"))
    return tuple(spans)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            lead = len(line) - len(line.lstrip())
            yield start + lead, start + lead + len(body)
        start += len(line)


def _russian(text: str, start: int, end: int, lang: str) -> Iterator[Span]:
    from razdel import sentenize

    for piece in sentenize(text[start:end]):
        yield Span(start + piece.start, start + piece.stop)


def _by_rule(text: str, start: int, end: int, lang: str) -> Iterator[Span]:
    known = _words(lang)
    begin = start
    for match in _END.finditer(text, start, end):
        after = match.end()
        if after >= end:
            break
        if text[match.start()] not in _CJK:
            if not text[after].isspace():
                continue
            following = after
            while following < end and text[following].isspace():
                following += 1
            nxt = text[following] if following < end else ""
            if nxt.islower() or nxt in ",;:)":
                continue
            if match.group()[0] == "." and len(match.group().rstrip("\"'”’»)]")) == 1:
                word = _word_before(text, match.start(), begin)
                low = word.lower()
                if (low in known.short and not (low in known.enders and nxt.isupper())) or (
                    len(word) == 1 and word.isupper() and nxt.isupper()
                ):
                    continue
                if word.isdigit() and len(word) <= 2:
                    head = match.start() - len(word)
                    if head == begin or _ordinal(text, begin, head, following, end, known):
                        continue
        yield Span(begin, after)
        while after < end and text[after].isspace():
            after += 1
        begin = after
    if begin < end:
        yield Span(begin, end)


def _word_before(text: str, at: int, floor: int) -> str:
    begin = at
    while begin > floor and at - begin < 24 and (text[begin - 1].isalnum() or text[begin - 1] == "."):
        begin -= 1
    return text[begin:at]


def _ordinal(text: str, begin: int, head: int, following: int, end: int, known: _Words) -> bool:
    """Whether a number with a full stop is one of a row, in a language that writes nouns with a capital."""
    if not known.before_ordinals:
        return False
    before = text[begin:head].split()[-1:]
    after = _WORD.match(text, following, end)
    return (bool(before) and before[0].lower() in known.before_ordinals) or (
        after is not None and after.group().lower() in known.months
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of a language, in lower case, that tell whether a full stop ends a sentence.

    ``enders`` are abbreviations that end one before a capital («3 млн грн. Суд …»).
    """

    short: frozenset[str] = frozenset()
    enders: frozenset[str] = frozenset()
    before_ordinals: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()


@cache
def _words(lang: str) -> _Words:
    try:
        path = resource("figures", f"{lang}.toml")
    except FileNotFoundError:
        return _Words()
    data = tomllib.loads(path.read_text("utf-8"))

    def lower(table: str, name: str) -> frozenset[str]:
        return frozenset(str(word).lower() for word in data.get(table, {}).get(name, ()))

    short = lower("words", "abbreviations")
    enders = short & lower("words", "sentence_enders")
    return _Words(short, enders, lower("dates", "ordinal_after"), lower("dates", "months"))
