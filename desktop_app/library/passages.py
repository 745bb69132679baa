"""The passage of a text that shows why a search found it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.article import Span
from desktop_app.library.query import Query
from desktop_app.library.words import keys, words

_BEFORE = 60
_LENGTH = 200


def passage(texts: Sequence[str], query: Query, langs: Sequence[str], *, dictionaries: bool) -> tuple[str, list[Span]]:
    """About 200 characters around the first word of ``query`` in the first of ``texts`` that has one, and the places of
    such words in them. The beginning of the first text that is not empty, without places, if none has one.
    """
    # Loading a dictionary takes longer than looking; most words stand there as they were typed, or by their stem.
    for exact in (False, True) if dictionaries else (False,):
        for text in texts:
            first = next(
                (span for word, span in words(text) if query.meets(keys(word, langs, dictionaries=exact))), None
            )
            if first is not None:
                shown = _cut(text, first)
                marks = [
                    span for word, span in words(shown) if query.meets(keys(word, langs, dictionaries=dictionaries))
                ]
                return shown, marks
    return next((_cut(text, Span(0, 0)) for text in texts if text.strip()), ""), []


def _cut(text: str, first: Span) -> str:
    start = max(0, first.start - _BEFORE)
    if start:
        space = text.find(" ", start, first.start)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + _LENGTH)
    if end < len(text):
        space = text.rfind(" ", max(first.end, start), end)
        end = space if space > first.end else end
    shown = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{shown}{'…' if end < len(text) else ''}"
