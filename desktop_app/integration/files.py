"""What is placed under a ``share`` folder, and where: the layout of the freedesktop.org specifications.

Desktop entries: https://specifications.freedesktop.org/desktop-entry-spec/ · icons:
https://specifications.freedesktop.org/icon-theme-spec/ · AppStream: https://www.freedesktop.org/software/appstream/docs/
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from desktop_app import APP_ID, __version__
from desktop_app.integration.completion import completion
from desktop_app.integration.manual import manual_page
from desktop_app.resources import resource

_DESKTOP_ENTRY = f"{APP_ID}.desktop"
#: Characters that make quotes necessary in the Exec key.
_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`")


def integration_files(parser: argparse.ArgumentParser, program: Sequence[str]) -> dict[str, bytes]:
    """Content of every file by its path below ``share``, with ``/``; ``program`` is the command that starts Kratko."""
    folder = resource("desktop")
    files = {
        f"applications/{_DESKTOP_ENTRY}": desktop_entry(program).encode(),
        f"metainfo/{APP_ID}.metainfo.xml": (folder / f"{APP_ID}.metainfo.xml").read_bytes(),
        f"icons/hicolor/scalable/apps/{APP_ID}.svg": resource("icons", "kratko.svg").read_bytes(),
        "man/man1/kratko.1": manual_page(parser, __version__).encode(),
        "bash-completion/completions/kratko": completion(parser, "bash").encode(),
        "zsh/site-functions/_kratko": completion(parser, "zsh").encode(),
        "fish/vendor_completions.d/kratko.fish": completion(parser, "fish").encode(),
    }
    for picture in sorted((folder / "icons").glob("*.png")):
        files[f"icons/hicolor/{picture.stem}x{picture.stem}/apps/{APP_ID}.png"] = picture.read_bytes()
    return files


def desktop_entry(program: Sequence[str]) -> str:
    """The desktop entry, started by ``program``."""
    entry = (resource("desktop") / _DESKTOP_ENTRY).read_text(encoding="utf-8")
    command = " ".join(_quoted(part) for part in program)
    return entry.replace("Exec=kratko ", f"Exec={command} ").replace(
        "TryExec=kratko\n", f"TryExec={_escaped(program[0])}\n"
    )


def _quoted(part: str) -> str:
    """``part`` as an argument of the Exec key: quoted by its rule, then escaped as a string, percent signs doubled."""
    if not _RESERVED & set(part):
        return part.replace("%", "%%")
    quoted = "".join(f"\\{character}" if character in '"`$\\' else character for character in part)
    return _escaped(f'"{quoted}"').replace("%", "%%")


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\")
