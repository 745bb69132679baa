"""Compiling translations with Qt's own ``lrelease``, which comes with PySide6.

Loads no library of Qt, so that a build without a screen can use it too.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import PySide6

from desktop_app.resources import resource


class TranslationsNotCompiled(RuntimeError):
    """``lrelease`` is missing or refused a file."""


def compile_translations(folder: Path | None = None) -> list[Path]:
    """Compile every ``.ts`` into a ``.qm`` in ``folder`` (beside it by default); returns the written files.

    Raises :class:`TranslationsNotCompiled`.
    """
    return [
        compile_translation(source, (folder or source.parent) / f"{source.stem}.qm")
        for source in sorted(resource("translations").glob("kratko_*.ts"))
    ]


def compile_translation(source: Path, target: Path) -> Path:
    """Compile the ``.ts`` file ``source`` into ``target``. Raises :class:`TranslationsNotCompiled`."""
    tool = Path(PySide6.__path__[0]) / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    try:
        done = subprocess.run(
            [tool, "-silent", source, "-qm", target], check=False, capture_output=True, text=True, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise TranslationsNotCompiled(f"{tool}: {error}") from error
    if done.returncode:
        raise TranslationsNotCompiled(done.stderr.strip() or f"{tool} ended with {done.returncode}")
    return target
