"""Digests as plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from desktop_app.article import BULLET, Digest
from desktop_app.export.exporter import ExportOptions
from desktop_app.export.sheet import Line, Sheet, sheet_of, words

_WIDTH = 80


class TextExporter:
    """Plain text, wrapped at 80 characters."""

    name = "Text"
    suffix = ".txt"
    media_type = "text/plain"
    single = False

    def export(self, digests: Sequence[Digest], options: ExportOptions) -> bytes:
        """See :class:`~desktop_app.export.exporter.Exporter`."""
        pages = ["\n".join(_page(sheet_of(digest, options), options)) for digest in digests]
        return ("\n\n" + "\n\n".join(pages)).lstrip("\n").encode() + b"\n"


def _page(sheet: Sheet, options: ExportOptions) -> Iterator[str]:
    table = words(options.lang)["words"]
    yield from _wrapped(sheet.title)
    yield "=" * min(_WIDTH, len(sheet.title))
    if sheet.facts:
        yield from _wrapped(" · ".join(sheet.facts))
    if source := sheet.address or sheet.place:
        yield source
    if sheet.summary:
        yield ""
        for point in sheet.points:
            yield from _wrapped(BULLET + point)
        if not sheet.points:
            yield from _wrapped(sheet.summary)
    for notice in sheet.notices:
        yield ""
        yield from _wrapped(f"({notice})")
    for heading, lines in ((table["figures"], sheet.figures), (table["related"], sheet.related)):
        if lines:
            yield ""
            yield f"{heading}:"
            yield from map(figure_text, lines)
    for paragraph in sheet.paragraphs:
        yield ""
        yield from _wrapped(paragraph)
    if sheet.made:
        yield ""
        yield from _wrapped(sheet.made)


def figure_text(line: Line) -> str:
    """A figure on one line, for text and the clipboard."""
    value = " ".join(filter(None, (line.lead, line.value)))
    return f"- {value} — {line.label}" if line.label else f"- {value}"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
