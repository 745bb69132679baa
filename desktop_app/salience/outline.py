"""The plan of a text: its sentences, which paragraph and section each stands in, which lines are headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from desktop_app.article import Span
from desktop_app.salience.cues import cues
from desktop_app.sentences import sentences

_PARAGRAPH = re.compile(r"\S.*?(?=\n\s*\n|\Z)", re.DOTALL)
_ENDED = re.compile(r"[.!?…。！？।؟:;,\"”»'’)\]]\s*\Z")
_NUMBERING = re.compile(r"\A[\W\d_ivxIVX]*[.):\s#*]+\s*")
_HEADING_WORDS = 14
#: A text without headings is taken as sections of about this many words, so that all of it has a voice.
_SECTION_WORDS = 700


class Part(Enum):
    """What a section is for, by its heading."""

    MAIN = "main"
    GIST = "gist"
    APPENDIX = "appendix"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or heading at ``span`` of the body; ``place`` counts the sentences of its section."""

    span: Span
    text: str
    paragraph: int
    section: int
    place: int
    opens_paragraph: bool
    heading: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """Lines in order, and what each section is for."""

    lines: tuple[Line, ...]
    parts: tuple[Part, ...]


def outline(body: str, lang: str) -> Outline:
    """Read the plan of ``body``, plain text with paragraphs set apart by empty lines."""
    lines: list[Line] = []
    parts = [Part.MAIN]
    place = words = 0
    headed = False
    for paragraph, (span, heading) in enumerate(_paragraphs(body)):
        if heading or (not headed and words > _SECTION_WORDS):
            parts.append(_part(body[span.start : span.end]) if heading else Part.MAIN)
            place = words = 0
            headed = headed or heading
        pieces = (span,) if heading else _shifted(sentences(body[span.start : span.end], lang), span.start)
        for number, piece in enumerate(pieces):
            text = body[piece.start : piece.end]
            lines.append(Line(piece, text, paragraph, len(parts) - 1, place, number == 0, heading))
            place += not heading
            words += len(text.split())
    return Outline(tuple(lines), tuple(parts))


def _paragraphs(body: str) -> Iterator[tuple[Span, bool]]:
    spans = [Span(m.start(), m.start() + len(m.group().rstrip())) for m in _PARAGRAPH.finditer(body)]
    if len(spans) == 1:  # paragraphs set apart by single line feeds
        spans = [Span(m.start(), m.start() + len(m.group().rstrip())) for m in re.finditer(r"\S[^\n]*", body)]
    texts = [body[span.start : span.end] for span in spans]
    plain = [len(text.split()) > _HEADING_WORDS or bool(_ENDED.search(text)) for text in texts]
    for i, (span, text) in enumerate(zip(spans, texts, strict=True)):
        # A heading is a short line without a full stop and has text of its own after it.
        yield span, not plain[i] and "\n" not in text and any(plain[i + 1 : i + 3]) and any(c.isalpha() for c in text)


def _shifted(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + by, span.end + by) for span in spans)


def _part(heading: str) -> Part:
    name = _NUMBERING.sub("", heading).strip(" .:#*").lower()
    if name in cues().gist:
        return Part.GIST
    return Part.APPENDIX if name in cues().appendix else Part.MAIN
