"""``kratko completion`` and ``kratko manual``: what shells and man read about the command line."""

from __future__ import annotations

import argparse

from desktop_app.cli.output import ExitCode


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``completion`` and ``manual`` to ``commands``."""
    from desktop_app.integration.completion import SHELLS

    parser = commands.add_parser("completion", help="print the completion script of a shell")
    parser.add_argument("shell", choices=SHELLS, help="the shell")
    parser.set_defaults(run=run)
    commands.add_parser("manual", help="print the manual page, for man").set_defaults(run=run_manual)


def run(arguments: argparse.Namespace) -> int:
    """Print the completion script."""
    from desktop_app.cli.main import build_parser
    from desktop_app.integration import completion

    print(completion(build_parser(), arguments.shell), flush=True)
    return ExitCode.OK


def run_manual(_arguments: argparse.Namespace) -> int:
    """Print the manual page."""
    from desktop_app import __version__
    from desktop_app.cli.main import build_parser
    from desktop_app.integration import manual_page

    print(manual_page(build_parser(), __version__), end="", flush=True)
    return ExitCode.OK
