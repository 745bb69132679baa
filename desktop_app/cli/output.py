"""What the commands print: results to standard output, everything else to standard error."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from desktop_app.errors import KratkoError
from desktop_app.events import StageChanged
from desktop_app.json_form import error_json
from desktop_app.messages import describe_error, describe_stage, system_language

# What JSON leaves as it is: C1 controls, marks of direction, separators of lines.
_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")


class ExitCode(IntEnum):
    """Documented in ``kratko --help``."""

    OK = 0
    FAILED = 1
    USAGE = 2
    PARTIAL = 3
    INTERRUPTED = 130


def exit_code(done: int, failed: int) -> ExitCode:
    """The exit code after ``done`` sources went well and ``failed`` did not."""
    if not failed:
        return ExitCode.OK
    return ExitCode.PARTIAL if done else ExitCode.FAILED


def plain(text: str) -> str:
    """``text`` without characters that steer a terminal: titles come from strangers."""
    return "".join(
        character
        for character in text
        if character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cf") or character in "\u200c\u200d"
    )


def print_row(row: Mapping[str, Any]) -> None:
    """One JSON object on a line of its own, written at once; what would steer a terminal is written as an escape."""
    line = json.dumps(row, ensure_ascii=False)
    print(_STEERING.sub(lambda sign: f"\\u{ord(sign.group()):04x}", line), flush=True)


def tell(text: str) -> None:
    """Say something to the person at the terminal."""
    clear_status()
    print(plain(text), file=sys.stderr, flush=True)


def tell_error(error: KratkoError, source: str | None = None) -> None:
    """Say what went wrong and what to do, in the reader's language."""
    wording = describe_error(error, system_language())
    tell(": ".join(filter(None, ("kratko", source, wording.title))))
    if wording.advice:
        tell(f"  {wording.advice}")


def show_stage(event: StageChanged) -> None:
    """Show the step at work on one line that is written over; only on a terminal."""
    if not sys.stderr.isatty():
        return
    words = describe_stage(event.stage, system_language())
    share = f" {event.share:.0%}" if event.share is not None else ""
    print(f"\r\x1b[K{words}…{share}", end="", file=sys.stderr, flush=True)


def clear_status() -> None:
    """Remove the line of :func:`show_stage`."""
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def error_row(source: str, error: KratkoError) -> dict[str, Any]:
    """The JSON row of a source that failed."""
    return {"source": source, "error": error_json(error)}
