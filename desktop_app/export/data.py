"""Digests for other programs: JSON with everything, CSV of the figures."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from desktop_app.article import Digest, Figure
from desktop_app.export.exporter import ExportOptions
from desktop_app.export.sheet import address_of, clean, place_of
from desktop_app.json_form import dump_digests

#: What begins a formula in spreadsheet programs, in their full-width forms too
#: (https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")

_COLUMNS = (
    "title", "site", "published", "address", "section", "text", "label", "value", "high", "bound", "unit", "noun",
    "kind", "change", "role", "repeats", "page", "sentence",
)  # fmt: skip


class JsonExporter:
    """Everything there is; ``kratko export`` and the library read it again."""

    name = "JSON"
    suffix = ".json"
    media_type = "application/json"
    single = False

    def export(self, digests: Sequence[Digest], options: ExportOptions) -> bytes:
        """See :class:`~desktop_app.export.exporter.Exporter`."""
        return dump_digests(digests).encode("utf-8", "replace")


class CsvExporter:
    """One row a figure, repeated mentions included (RFC 4180).

    A cell of text that a spreadsheet could take for a formula (it begins with ``= + - @``, their full-width forms, a
    tab or a line break, spaces before them aside) gets an apostrophe in front. Cells of numbers hold nothing but a
    number.
    """

    name = "CSV"
    suffix = ".csv"
    media_type = "text/csv"
    single = False

    def export(self, digests: Sequence[Digest], options: ExportOptions) -> bytes:
        """See :class:`~desktop_app.export.exporter.Exporter`."""
        table = io.StringIO(newline="")
        writer = csv.writer(table)
        writer.writerow(_COLUMNS)
        for digest in digests:
            writer.writerows(_row(digest, figure) for figure in digest.figures)
        return table.getvalue().encode("utf-8-sig" if options.bom else "utf-8", "replace")


def safe_cell(text: str) -> str:
    """``text`` such that no spreadsheet program takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text


def _row(digest: Digest, figure: Figure) -> list[str]:
    article, change = digest.article, figure.change
    head = [
        article.title,
        article.site,
        article.published,
        address_of(article) or place_of(article.source),
        str(figure.section),
    ]
    moves = (change.direction, change.role) if change else (None, None)
    return [
        *_texts([*head, figure.text, figure.label]),
        number_text(figure.value),
        "" if figure.high is None else number_text(figure.high),
        # A bound is one of our own words, not the article's: "=" would be taken for a formula.
        figure.bound.name.lower(),
        *_texts([figure.unit, figure.noun, figure.kind, *moves]),
        "" if figure.same_as is None else str(figure.same_as),
        str(article.page_of(figure) or ""),
        *_texts([figure.context]),
    ]


def _texts(texts: Sequence[str | None]) -> list[str]:
    return [safe_cell(clean(text or "")) for text in texts]


def number_text(value: float) -> str:
    """``value`` for a program to read, whole numbers without a point."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
