"""The command line: one module a command, this one puts them together."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop_app import __version__
from desktop_app.cli import (
    compare,
    completion,
    digest,
    export,
    extract,
    figures,
    integrate,
    library,
    models,
    summarize,
    watch,
)
from desktop_app.cli.output import ExitCode, tell_error
from desktop_app.errors import KratkoError
from desktop_app.network import OFFLINE_VARIABLE
from desktop_app.worker.exporting import core_exporters

if TYPE_CHECKING:
    from desktop_app.export import Exporters

_EXIT_CODES = """\
exit codes:
  0    everything asked for was done
  1    nothing could be done; standard error says why
  2    the command was not understood
  3    a part was done: some sources failed, or were read but are no articles
  130  stopped by Ctrl+C
"""

_OFFLINE_HELP = f"contact nobody, whatever is asked ({OFFLINE_VARIABLE}=1 does the same)"


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="kratko",
        usage="kratko [SOURCE…] | kratko COMMAND …",
        description="Reads an article for you: a short summary beside the key figures, all on this computer. "
        "Without a command the window opens on the given sources (addresses, files).",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--offline", action="store_true", help=_OFFLINE_HELP)
    parser.add_argument("--version", action="version", version=f"kratko {__version__}")
    parser.add_argument("--sample", action="store_true", help="open the window with a sample article")
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", dest="command", required=True, prog=parser.prog
    )
    for module in (digest, extract, figures, summarize, library, export, compare, models, watch, integrate, completion):
        module.add_parser(commands)
    for command in set(commands.choices.values()):
        # Understood before the command and after it; not given again, it leaves alone what was given before.
        command.add_argument("--offline", action="store_true", default=argparse.SUPPRESS, help=_OFFLINE_HELP)
    return parser


def main(arguments: Sequence[str], exporters: Callable[[], Exporters] = core_exporters) -> int:
    """Run the command in ``arguments`` (without the program's name); returns the exit code.

    ``exporters`` gives the formats on offer when a command needs them; the program's start adds those that are painted.
    """
    options = build_parser().parse_args(arguments)
    options.exporters = exporters
    if options.offline:
        os.environ[OFFLINE_VARIABLE] = "1"
    try:
        code = int(options.run(options))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (head, less) has had enough; the interpreter must not flush into the void again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK
    except KratkoError as error:
        tell_error(error)
        return ExitCode.FAILED
    return code
