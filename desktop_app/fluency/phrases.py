"""Preambles, talk about the article, and signs of a broken end, by ``resources/fluency/phrases.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from desktop_app.article import Span
from desktop_app.fluency.report import Problem, ProblemKind
from desktop_app.resources import resource

_FINISHED = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*\s*\Z")

#: Languages whose subordinate clauses cannot stand alone for the place of their verb.
_VERB_LAST = frozenset({"de", "nl", "lb"})
#: Fewer characters are no sentence.
_SENTENCE = 20


@dataclass(frozen=True, slots=True)
class Phrases:
    """Compiled patterns of the resource."""

    preamble: re.Pattern[str]
    about: re.Pattern[str]
    frame: re.Pattern[str]


@cache
def phrases() -> Phrases:
    """The patterns, read and compiled once."""
    data = tomllib.loads(resource("fluency", "phrases.toml").read_text("utf-8"))
    preamble = "|".join(f"(?:{p})" for p in data["preamble"]["start"])
    about = "|".join(f"(?:{p})" for p in (*data["about"]["anywhere"], *data["apology"]["anywhere"]))
    opening = rf"\s*[*#_\"«]*(?:{preamble})[*_\"»]*\s*"
    about_it = "|".join(f"(?:{p})" for p in data["about"]["anywhere"])
    filler = "|".join(f"(?:{p})" for p in data["filler"]["start"])
    frame = rf"\s*(?:(?:{about_it}){data['about']['joint']}|{filler})\s+"
    return Phrases(*(re.compile(pattern, re.IGNORECASE) for pattern in (opening, about, frame)))


def preamble(summary: str, source: str) -> Span | None:
    """The words before the summary proper; none if the article itself has them."""
    match = phrases().preamble.match(summary)
    if match is None or match.end() >= len(summary):
        return None
    return None if " ".join(match.group().lower().split()) in source else Span(match.start(), match.end())


def without_frame(text: str, lang: str) -> str:
    """``text`` without an opening such as "The article says that" or "It should be noted that".

    Only where the rest is a sentence by itself.
    """
    match = phrases().frame.match(text)
    if match is None or lang in _VERB_LAST or len(text) - match.end() < _SENTENCE:
        return text
    rest = text[match.end() :]
    return rest[0].upper() + rest[1:]


def phrase_problems(summary: str, source: str) -> list[Problem]:
    """Preambles and talk about the article; ``source`` is the article in lower case, one space between words."""
    found: list[Problem] = []
    span = preamble(summary, source)
    if span is not None:
        found.append(Problem(ProblemKind.PREAMBLE, span, summary[span.start : span.end]))
    for match in phrases().about.finditer(summary):
        if match.group().lower() not in source:
            found.append(Problem(ProblemKind.ABOUT_ARTICLE, Span(match.start(), match.end()), match.group()))
    return found


def finished(text: str) -> bool:
    """Whether ``text`` ends as a sentence ends."""
    return bool(_FINISHED.search(text))
