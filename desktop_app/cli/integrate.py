"""``kratko integrate``: Kratko in the applications menu, with icon, file types, manual page and shell completion."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from desktop_app.cli.output import exit_code, tell


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``integrate`` to ``commands``."""
    parser = commands.add_parser(
        "integrate", help="put Kratko into the applications menu, with its icon, manual page and shell completion"
    )
    parser.add_argument("--remove", action="store_true", help="take it out again")
    parser.add_argument("--into", metavar="DIR", type=Path, help="a share folder other than your own, for packages")
    parser.add_argument("--program", metavar="PROGRAM", help="what the menu entry starts (this very program)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Place or remove the files; says where."""
    from desktop_app import integration
    from desktop_app.cli.main import build_parser

    if sys.platform in ("win32", "darwin") and arguments.into is None:
        tell("kratko: on this system the installer of the stand-alone program does this; there is nothing to do.")
        return exit_code(0, 1)
    program = (arguments.program,) if arguments.program else integration.program()
    files = integration.integration_files(build_parser(), program)
    share = arguments.into or integration.user_share()
    placed = integration.remove(files, share) if arguments.remove else integration.place(files, share)
    for path, error in placed.failed:
        tell(f"kratko: {path}: {error.strerror or error}")
    if arguments.remove:
        tell(f"kratko: {len(placed.files)} files removed from {share}")
    else:
        tell(f"kratko: {len(placed.files)} files placed in {share}; started by {' '.join(program)}")
        if placed.files and share == integration.user_share():
            tell(f"  zsh finds the completion once {share / 'zsh' / 'site-functions'} is in its fpath.")
    return exit_code(len(placed.files), len(placed.failed))
