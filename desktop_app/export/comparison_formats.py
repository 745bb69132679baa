"""The formats of a comparison: Markdown, HTML, CSV, and text for the terminal."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path, PurePath
from typing import Final

from desktop_app.errors import UnknownExportFormat
from desktop_app.export.comparison import Cell, ComparisonSheet, head_text, value_text
from desktop_app.export.data import number_text, safe_cell
from desktop_app.export.html import language, page
from desktop_app.export.markdown import escape as escape_markdown
from desktop_app.export.plain import figure_text
from desktop_app.export.sheet import words
from desktop_app.export.writing import write_file

#: Most figures of one digest alone that documents list.
_ALONE: Final = 40


def to_markdown(sheet: ComparisonSheet) -> str:
    """A table (GitHub Flavored Markdown, https://github.github.com/gfm/#tables-extension-) and lists."""
    return "\n\n".join(_markdown(sheet)) + "\n"


def _markdown(sheet: ComparisonSheet) -> Iterator[str]:
    table = words(sheet.lang)
    yield f"# {escape_markdown(table['comparison']['title'])}"
    for number, head in enumerate(sheet.heads, 1):
        facts = [escape_markdown(" · ".join(head.facts)), f"<{head.address}>" if head.address else ""]
        yield "  \n".join(filter(None, (f"**{number}. {escape_markdown(head.title)}**", *facts)))
    if sheet.rows:
        top = [table["words"]["about"], *(f"{number}. {head_text(head)}" for number, head in enumerate(sheet.heads, 1))]
        lines = [_markdown_row(map(escape_markdown, top)), _markdown_row(["---"] * len(top))]
        for row in sheet.rows:
            lines.append(_markdown_row([escape_markdown(row.label), *map(_markdown_cell, row.cells)]))
        yield "\n".join(lines)
    else:
        yield escape_markdown(table["comparison"]["nothing"])
    for number, (head, lines_) in enumerate(zip(sheet.heads, sheet.alone, strict=True), 1):
        if lines_:
            yield f"## {escape_markdown(table['comparison']['alone'].format(title=f'{number}. {head_text(head)}'))}"
            yield "\n".join(
                f"- **{escape_markdown(value_text(line))}**"
                + (f" — {escape_markdown(line.label)}" if line.label else "")
                for line in lines_[:_ALONE]
            )


def _markdown_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _markdown_cell(cell: Cell | None) -> str:
    if cell is None:
        return "–"
    difference = f" {escape_markdown(cell.difference)}" if cell.difference else ""
    return f"**{escape_markdown(value_text(cell.line))}**{difference}"


def to_html(sheet: ComparisonSheet) -> str:
    """One page that loads nothing, like that of :class:`~desktop_app.export.html.HtmlExporter`."""
    return page("\n".join(_html(sheet)), words(sheet.lang)["comparison"]["title"], sheet.lang, wide=True)


def _html(sheet: ComparisonSheet) -> Iterator[str]:
    table = words(sheet.lang)
    yield f"<article><h1>{escape(table['comparison']['title'])}</h1>"
    yield f"<table><thead><tr><th scope='col'>{escape(table['words']['about'])}</th>"
    for head in sheet.heads:
        title = f"<bdi>{escape(head_text(head))}</bdi>"
        if head.address:
            title = f'<a href="{escape(head.address)}" rel="noreferrer nofollow">{title}</a>'
        facts = escape(" · ".join(head.facts))
        yield f"<th scope='col'{language(head.lang, rtl=head.rtl)}>{title}<small>{facts}</small></th>"
    yield "</tr></thead><tbody>"
    for row in sheet.rows:
        yield f"<tr><th scope='row'><bdi>{escape(row.label)}</bdi></th>{''.join(map(_html_cell, row.cells))}</tr>"
    yield "</tbody></table>"
    if not sheet.rows:
        yield f"<p>{escape(table['comparison']['nothing'])}</p>"
    for head, lines in zip(sheet.heads, sheet.alone, strict=True):
        if lines:
            yield f"<h2>{escape(table['comparison']['alone'].format(title=head_text(head)))}</h2><ul>"
            for line in lines[:_ALONE]:
                label = f" — {escape(line.label)}" if line.label else ""
                yield f"<li><bdi><b>{escape(value_text(line))}</b>{label}</bdi></li>"
            yield "</ul>"
    yield "</article>"


def _html_cell(cell: Cell | None) -> str:
    if cell is None:
        return "<td>–</td>"
    difference = f"<small>{escape(cell.difference)}</small>" if cell.difference else ""
    return f"<td><bdi>{escape(value_text(cell.line))}</bdi>{difference}</td>"


def to_csv(sheet: ComparisonSheet) -> str:
    """One row a thing (RFC 4180): for each digest the figure, its value, and how it differs from the first."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    titles = [safe_cell(f"{number}. {head.title}") for number, head in enumerate(sheet.heads, 1)]
    writer.writerow(
        [
            "about",
            "unit",
            *(f"{title}{part}" for title in titles for part in ("", " (value)", " (difference)", " (share)")),
        ]
    )
    for row in sheet.rows:
        writer.writerow(
            [safe_cell(row.label), safe_cell(row.unit), *(part for cell in row.cells for part in _csv_cell(cell))]
        )
    for number, lines in enumerate(sheet.alone):
        for line in lines:
            blanks = [""] * (4 * len(sheet.heads))
            blanks[4 * number] = safe_cell(value_text(line))
            writer.writerow([safe_cell(line.label), "", *blanks])
    return target.getvalue()


def _csv_cell(cell: Cell | None) -> tuple[str, str, str, str]:
    if cell is None:
        return ("", "", "", "")
    numbers = (cell.value, cell.amount, cell.share)
    value, amount, share = ("" if number is None else number_text(number) for number in numbers)
    return (safe_cell(value_text(cell.line)), value, amount, share)


def to_text(sheet: ComparisonSheet) -> str:
    """For the terminal."""
    return "\n".join(_text(sheet)) + "\n"


def _text(sheet: ComparisonSheet) -> Iterator[str]:
    table = words(sheet.lang)
    for number, head in enumerate(sheet.heads, 1):
        yield f"{number}. {' · '.join((head.title, *head.facts))}"
    if not sheet.rows:
        yield f"\n{table['comparison']['nothing']}"
    for row in sheet.rows:
        yield f"\n{row.label or '–'}"
        for number, cell in enumerate(row.cells, 1):
            if cell is not None:
                yield "  ".join(filter(None, (f"  {number}. {value_text(cell.line)}", cell.difference)))
    for head, lines in zip(sheet.heads, sheet.alone, strict=True):
        if lines:
            yield f"\n{table['comparison']['alone'].format(title=head_text(head))}"
            yield from map(figure_text, lines[:_ALONE])


#: Formats of a comparison, by the ending of their files.
FORMATS: Final[dict[str, Callable[[ComparisonSheet], str]]] = {
    ".md": to_markdown,
    ".html": to_html,
    ".csv": to_csv,
    ".txt": to_text,
}


def format_for(name: str | PurePath) -> Callable[[ComparisonSheet], str]:
    """What makes a file called ``name``. Raises ``UnknownExportFormat``."""
    try:
        return FORMATS[PurePath(name).suffix.lower()]
    except KeyError:
        raise UnknownExportFormat(name=PurePath(name).name, known=", ".join(FORMATS)) from None


def export_comparison(path: Path, sheet: ComparisonSheet) -> None:
    """Write ``sheet`` to ``path`` in the format its ending names.

    Raises ``UnknownExportFormat`` and ``ExportFailed``.
    """
    write_file(path, format_for(path)(sheet).encode("utf-8", "replace"))
