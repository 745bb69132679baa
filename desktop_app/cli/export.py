"""``kratko export``: digests from JSON files as a document, a table or one JSON file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.inputs import STANDARD_INPUT
from desktop_app.cli.output import ExitCode, exit_code, tell, tell_error
from desktop_app.errors import FileUnreadable, KratkoError, UnknownExportFormat
from desktop_app.messages import INTERFACE_LANGUAGES, system_language

if TYPE_CHECKING:
    from desktop_app.article import Digest
    from desktop_app.export import ExportOptions

#: The endings of all formats, which are not loaded for the sake of ``--help``.
ENDINGS = (".md", ".html", ".docx", ".txt", ".json", ".csv", ".pdf", ".png")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``export`` to ``commands``."""
    parser = commands.add_parser("export", help="turn digests in JSON into a document, a table or a picture")
    parser.add_argument(
        "input",
        nargs="+",
        metavar="IN.json",
        help="exported JSON, rows of kratko digest --json, or - for standard input",
    )
    add_output(parser)
    add_export_options(parser)
    parser.set_defaults(run=run)


def add_output(parser: argparse.ArgumentParser) -> None:
    """Add the file to write, whose ending names the format."""
    parser.add_argument("output", metavar="OUT", help=f"the file to write; its ending is one of {' '.join(ENDINGS)}")


def add_export_options(parser: argparse._ActionsContainer) -> None:
    """Add what can be chosen about an export, shared by several commands."""
    parser.add_argument("--text", action="store_true", help="with the text of the articles")
    parser.add_argument("--figures", type=int, default=20, metavar="N", help="most key figures of a document (20)")
    parser.add_argument("--headings", choices=INTERFACE_LANGUAGES, default=None, help="language of the headings")
    parser.add_argument("--bom", action="store_true", help="begin CSV such that spreadsheet programs know it is UTF-8")
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help="paper of PDF (a4)")
    parser.add_argument(
        "--size", choices=("wide", "square"), default="wide", help="picture of 1200×630 (wide) or 1080×1080 pixels"
    )
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="colours of the picture (light)")


def export_options(arguments: argparse.Namespace) -> ExportOptions:
    """The options of :func:`add_export_options`."""
    from desktop_app.export import ExportOptions, PaperSize, PictureSize, PictureTheme

    return ExportOptions(
        lang=arguments.headings or system_language(),
        with_text=arguments.text,
        figures=max(0, arguments.figures),
        bom=arguments.bom,
        paper=PaperSize(arguments.paper),
        picture=PictureSize(arguments.size),
        theme=PictureTheme(arguments.theme),
    )


def run(arguments: argparse.Namespace) -> int:
    """Read all inputs and write the output; an input that cannot be read does not stop the others."""
    if not can_export(arguments, arguments.output):
        return ExitCode.USAGE
    digests, done, failed = read_exported(arguments.input)
    if digests:
        write(arguments, digests)
    return exit_code(done, failed)


def can_export(arguments: argparse.Namespace, name: str) -> bool:
    """Whether the ending of ``name`` is one of a format; says so if not, before any work is done."""
    try:
        arguments.exporters().for_name(name)
    except UnknownExportFormat as error:
        tell_error(error)
        return False
    return True


def write(arguments: argparse.Namespace, digests: list[Digest]) -> None:
    """Write ``digests`` as the arguments say. Raises ``ExportFailed``."""
    write_to(arguments, Path(arguments.output), digests)


def write_to(arguments: argparse.Namespace, path: Path, digests: list[Digest]) -> None:
    """Write ``digests`` to ``path``, with the options of :func:`add_export_options`, and say so.

    Raises ``ExportFailed``.
    """
    from desktop_app.export import export_to

    paths = export_to(path, digests, export_options(arguments), arguments.exporters())
    names = str(paths[0]) if len(paths) == 1 else f"{paths[0]} … {paths[-1].name}"
    tell(f"kratko: {names}: {len(digests)} {'digest' if len(digests) == 1 else 'digests'}")


def read_exported(names: Sequence[str]) -> tuple[list[Digest], int, int]:
    """The digests of all inputs, and how many inputs were read and how many not; those are told on the way."""
    from desktop_app.json_form import parse_digests

    digests: list[Digest] = []
    done = failed = 0
    for name in names:
        try:
            digests += parse_digests(read_input(name), name)
            done += 1
        except KratkoError as error:
            failed += 1
            tell_error(error, name)
    return digests, done, failed


def read_input(name: str) -> str:
    """The text of the file ``name``, or of standard input.

    Raises ``FileMissing``, ``FileUnreadable`` or ``TooLarge``.
    """
    from desktop_app.export.reading import read_text

    if name != STANDARD_INPUT:
        return read_text(Path(name))
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except (OSError, ValueError) as error:
        raise FileUnreadable(path=name, reason=str(error)) from error
