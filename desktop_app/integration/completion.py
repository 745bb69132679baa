"""Completion of the command line in shells, made by shtab (https://docs.iterative.ai/shtab) from the parser."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Final

#: Shells with a completion of their own.
SHELLS: Final = ("bash", "zsh", "fish")

#: What arguments that are named like this are completed with.
_FILES = frozenset({"SOURCE", "FILE", "IN", "IN.json", "OUT", "OUT.jsonl", "PROGRAM", "MODEL"})
_FOLDERS = frozenset({"DIR", "FOLDER"})


def completion(parser: argparse.ArgumentParser, shell: str) -> str:
    """The completion script of ``shell``, one of :data:`SHELLS`, for the command line that ``parser`` understands."""
    import shtab

    for action in all_actions(parser):
        if action.metavar in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif action.metavar in _FOLDERS:
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
    return str(shtab.complete(parser, shell))


def all_actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every argument and option of ``parser`` and of its commands."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from all_actions(command)
