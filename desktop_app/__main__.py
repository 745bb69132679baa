"""Where Kratko starts: the window by default, a command if one is named."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.cli.commands import COMMANDS

if TYPE_CHECKING:
    from desktop_app.export import Exporters


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Kratko with ``arguments`` (those of the process by default); returns the exit code."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    first = next((word for word in arguments if word != "--offline"), None)
    if first is not None and (first in COMMANDS or first in ("-h", "--help", "--version")):
        from desktop_app.cli.main import main as run_command

        return run_command(arguments, _exporters)
    # Nothing is loaded that the window can do without: who starts it waits for every module.
    sources, sample = _for_the_window(arguments) if arguments else ([], False)
    if not has_display():
        return _digest_in_terminal(sources, sample=sample)
    from desktop_app.gui.app import run

    return run(sources, sample=sample)


def _for_the_window(arguments: list[str]) -> tuple[list[str], bool]:
    """The sources among ``arguments``, and whether the sample is asked for; ``--offline`` is heeded."""
    import argparse

    from desktop_app.network import OFFLINE_VARIABLE

    parser = argparse.ArgumentParser(prog="kratko", add_help=False)
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--offline", action="store_true")
    parser.add_argument("source", nargs="*")
    options = parser.parse_args(arguments)
    if options.offline:
        os.environ[OFFLINE_VARIABLE] = "1"
    return options.source, options.sample


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere where there is a display server.

    Qt platforms that need no display, chosen with ``QT_QPA_PLATFORM``, count as one.
    """
    if sys.platform in ("win32", "darwin"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def _digest_in_terminal(sources: list[str], *, sample: bool) -> int:
    from desktop_app.cli.main import main as run_command
    from desktop_app.cli.output import ExitCode, tell
    from desktop_app.messages import system_language
    from desktop_app.resources import resource

    if not sources and not sample:
        tell("kratko: there is no display for the window. In a terminal: kratko digest SOURCE… (see kratko --help)")
        return ExitCode.FAILED
    if sources:
        tell("kratko: there is no display for the window, so the digest is printed here.")
    else:
        tell("kratko: there is no display for the window, so a sample article is digested here in the terminal.")
        sources = [str(resource("samples", f"{system_language()}.md"))]
    return run_command(["digest", *sources], _exporters)


def _exporters() -> Exporters:
    """Every format, those included that the window's part of the program paints."""
    from desktop_app.gui.painting.exporters import all_exporters

    return all_exporters()


if __name__ == "__main__":
    import multiprocessing

    multiprocessing.freeze_support()
    sys.exit(main())
