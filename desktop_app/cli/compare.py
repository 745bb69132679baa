"""``kratko compare``: figures about the same things in exported digests, side by side."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.cli.export import read_exported
from desktop_app.cli.output import ExitCode, exit_code, plain, print_row, tell, tell_error
from desktop_app.errors import UnknownExportFormat
from desktop_app.json_form import figure_to_json
from desktop_app.messages import INTERFACE_LANGUAGES, system_language

if TYPE_CHECKING:
    from desktop_app.article import Digest
    from desktop_app.library import Comparison


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``compare`` to ``commands``."""
    parser = commands.add_parser("compare", help="figures about the same things in exported digests, side by side")
    parser.add_argument("input", nargs="+", metavar="IN.json", help="exported JSON, or rows of kratko digest --json")
    add_comparison_options(parser)
    parser.set_defaults(run=run)


def add_comparison_options(parser: argparse.ArgumentParser) -> None:
    """Add where a comparison goes, shared with the library's."""
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.add_argument("--out", metavar="FILE", help="write it to FILE, which ends in .md, .html, .csv or .txt")
    parser.add_argument("--headings", choices=INTERFACE_LANGUAGES, default=None, help="language of the headings")


def run(arguments: argparse.Namespace) -> int:
    """Compare all digests of all inputs; one that cannot be read does not stop the others."""
    digests, done, failed = read_exported(arguments.input)
    code = compare_digests(digests, arguments)
    return exit_code(done, failed) if code == ExitCode.OK else code


def compare_digests(digests: Sequence[Digest], arguments: argparse.Namespace) -> int:
    """Print the comparison, or write it to the file of ``arguments``. Raises ``ExportFailed``."""
    from desktop_app.export.comparison import comparison_of
    from desktop_app.export.comparison_formats import export_comparison, format_for, to_text
    from desktop_app.library import compare

    if len(digests) < 2:
        tell("kratko: two digests at least are needed for a comparison")
        return ExitCode.FAILED
    if arguments.out:
        try:
            format_for(arguments.out)
        except UnknownExportFormat as error:
            tell_error(error)
            return ExitCode.USAGE
    if arguments.json:
        for row in compare(digests):
            print_row(_row(row))
    if arguments.out or not arguments.json:
        sheet = comparison_of(digests, arguments.headings or system_language())
        if arguments.out:
            export_comparison(Path(arguments.out), sheet)
            tell(f"kratko: {arguments.out}: {len(digests)} digests compared")
        else:
            print(plain(to_text(sheet)), end="")
    return ExitCode.OK


def _row(row: Comparison) -> dict[str, Any]:
    return {
        "label": row.label,
        "unit": row.unit,
        "figures": [None if figure is None else figure_to_json(figure) for figure in row.figures],
        "differences": [
            None if difference is None else {"amount": difference.amount, "share": difference.share}
            for difference in row.differences
        ],
    }
