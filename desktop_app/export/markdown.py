"""Digests as Markdown (CommonMark, https://spec.commonmark.org); nothing of an article can act as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop_app.article import Digest
from desktop_app.export.exporter import ExportOptions
from desktop_app.export.sheet import Line, Sheet, sheet_of, words

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&])")
_BEGINS_BLOCK = re.compile(r"^(?:(?P<number>\d{1,9})(?=[.)])|(?=[-+=]))")


class MarkdownExporter:
    """Markdown with one heading a digest."""

    name = "Markdown"
    suffix = ".md"
    media_type = "text/markdown"
    single = False

    def export(self, digests: Sequence[Digest], options: ExportOptions) -> bytes:
        """See :class:`~desktop_app.export.exporter.Exporter`."""
        pages = ["\n\n".join(_page(sheet_of(digest, options), options)) for digest in digests]
        return "\n\n---\n\n".join(pages).encode() + b"\n"


def _page(sheet: Sheet, options: ExportOptions) -> Iterator[str]:
    table = words(options.lang)["words"]
    yield f"# {escape(sheet.title)}"
    if sheet.facts:
        yield escape(" · ".join(sheet.facts))
    if sheet.address:
        yield f"{escape(table['source'])}: <{sheet.address}>"
    elif sheet.place:
        yield f"{escape(table['source'])}: {escape(sheet.place)}"
    if sheet.summary:
        yield f"## {escape(table['summary'])}"
        yield "\n".join(f"- {escape(point)}" for point in sheet.points) or escape(sheet.summary)
    for notice in sheet.notices:
        yield f"> {escape(notice)}"
    for heading, lines in ((table["figures"], sheet.figures), (table["related"], sheet.related)):
        if lines:
            yield f"## {escape(heading)}"
            yield "\n".join(map(_item, lines))
    if sheet.paragraphs:
        yield f"## {escape(table['article'])}"
        yield from map(escape, sheet.paragraphs)
    if sheet.made:
        yield f"*{escape(sheet.made)}*"


def _item(line: Line) -> str:
    lead = f"{escape(line.lead)} " if line.lead else ""
    label = f" — {escape(line.label)}" if line.label else ""
    return f"- {lead}**{escape(line.value)}**{label}"


def escape(text: str) -> str:
    """``text`` of one line as Markdown that shows just that."""
    text = _MARKUP.sub(r"\\\1", text)
    return _BEGINS_BLOCK.sub(lambda match: (match["number"] or "") + "\\", text)
