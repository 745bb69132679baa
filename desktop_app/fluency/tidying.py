"""What of a summary can be mended without a model and without changing what it says."""

from __future__ import annotations

import itertools
import re

from desktop_app.choices import Style
from desktop_app.fluency.phrases import finished, preamble, without_frame
from desktop_app.fluency.points import as_list, points
from desktop_app.fluency.repeats import repeated_sentences
from desktop_app.fluency.report import Limit
from desktop_app.fluency.scripts import without_lookalikes
from desktop_app.fluency.words import WORD
from desktop_app.sentences import sentences

_MARKUP = re.compile(r"\*\*|__|^#+\s*|^\s*(?:[-*•–—]|\d{1,2}[.)])\s+(?=\S)", re.MULTILINE)
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"))
_NO_SPACE_BEFORE = re.compile(r"[ \t]+(?=[,.;!?…](?:\s|\Z))")
_FRENCH = frozenset({"fr"})
_STOPS = {"zh": "。", "ja": "。", "hi": "।"}
_WORDS_FOR_A_SENTENCE = 4
#: A headline has no full stop.
_HEADLINE_STOPS = frozenset(".。।")


def tidy(
    summary: str,
    *,
    lang: str,
    source: str = "",
    limit: Limit | None = None,
    complete: bool = True,
    keep_lines: bool = False,
) -> str:
    """``summary`` without preamble, talk about the article at its head, markup, stray quotes and spaces, repeated
    sentences, a broken end, and what is over ``limit``.

    ``source`` is the article's text; ``complete`` whether the model ended by itself. With ``keep_lines`` paragraphs and
    list items stay. Cuts only at sentences: at least one is left, so a single long one may still be over the limit.
    Points of a list are tidied one by one; a headline loses its full stop.
    """
    if limit is not None and limit.style is Style.BULLETS:
        return _tidy_points(summary, lang, source, limit, complete=complete)
    if limit is not None and limit.style is Style.HEADLINE:
        line = tidy(summary, lang=lang, source=source, limit=Limit(1, limit.words), complete=complete)
        return _unquoted(line[:-1] if line[-1:] in _HEADLINE_STOPS and not line.endswith("..") else line)
    plain = " ".join(source.lower().split())
    text = _MARKUP.sub("", summary).strip()
    for _ in range(2):  # one preamble may follow another
        span = preamble(text, plain)
        if span is None:
            break
        text = text[span.end :].strip()
    text = without_frame(_spaces(_unquoted(text), lang, keep_lines=keep_lines), lang)
    text = WORD.sub(lambda match: without_lookalikes(match.group()), text)
    if not text:
        return text
    text = _cut(text, lang, limit, complete=complete)
    if text[:1].islower() and (not source or text.split()[0] not in source.split("\n", 1)[0].split()[:1]):
        text = text[0].upper() + text[1:]
    return _balanced(text)


def _tidy_points(summary: str, lang: str, source: str, limit: Limit, *, complete: bool) -> str:
    found = points(summary)
    last = len(found) - 1
    kept: list[str] = []
    words = 0
    for place, told in enumerate(found):
        point = tidy(told, lang=lang, source=source, complete=complete or place < last)
        words += len(point.split())
        if not point or (kept and (words > limit.words or (place == last and not complete and not finished(point)))):
            words -= len(point.split())
            continue
        kept.append(point)
    twice = set(repeated_sentences(kept))
    return as_list([point for place, point in enumerate(kept) if place not in twice][: limit.sentences])


def _unquoted(text: str) -> str:
    """``text`` without one pair of quotes around all of it."""
    if len(text) > 2 and (text[0], text[-1]) in {("«", "»"), ("“", "”"), ('"', '"')} and text.count(text[0]) == 1:
        return text[1:-1].strip() if text[0] != '"' else text
    if len(text) > 2 and text[0] == text[-1] == '"' and text.count('"') == 2:
        return text[1:-1].strip()
    return text


def _spaces(text: str, lang: str, *, keep_lines: bool) -> str:
    if keep_lines:
        text = "\n".join(" ".join(line.split()) for line in text.splitlines())
        text = re.sub(r"\n{3,}", "\n\n", text).strip()
    else:
        text = " ".join(text.split())
    return text if lang in _FRENCH else _NO_SPACE_BEFORE.sub("", text)


def _cut(text: str, lang: str, limit: Limit | None, *, complete: bool) -> str:
    """Whole sentences of ``text``, none twice, as many as the limit allows."""
    spans = list(sentences(text, lang))
    broken = bool(spans) and not finished(text)
    if broken and len(spans) > 1 and (not complete or spans[-1].end - spans[-1].start < _WORDS_FOR_A_SENTENCE * 4):
        spans.pop()
        broken = False
    twice = set(repeated_sentences([text[s.start : s.end] for s in spans]))
    kept = [span for i, span in enumerate(spans) if i not in twice]
    if twice and kept and kept[-1] is not spans[-1]:
        broken = False
    if limit is not None:
        while len(kept) > 1 and (
            len(kept) > limit.sentences or sum(len(text[s.start : s.end].split()) for s in kept) > limit.words
        ):
            kept.pop()
            broken = False
    if not kept:
        return text
    out = text[kept[0].start : kept[0].end]
    for before, span in itertools.pairwise(kept):
        gap = text[before.end : span.start]
        out += ("\n\n" if gap.count("\n") > 1 else "\n" if "\n" in gap else " ") + text[span.start : span.end]
    if broken and complete and out[-1].isalnum():
        out += _STOPS.get(lang, ".")
    return out


def _balanced(text: str) -> str:
    """``text`` without a quote or bracket whose partner is missing."""
    for left, right in _PAIRS:
        opened = text.count(left) - text.count(right)
        if opened == 1 and text.count(left) == 1:
            text = text.replace(left, "")
        elif opened == -1 and text.count(right) == 1:
            text = text.replace(right, "")
    if text.count('"') == 1:
        text = text.replace('"', "")
    return re.sub(r" {2,}", " ", text).strip()
