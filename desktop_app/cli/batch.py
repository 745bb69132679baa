"""Many sources in one command: folders and patterns become files, and what is done already is skipped."""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from desktop_app.cli.inputs import STANDARD_INPUT, open_argument, standard_input
from desktop_app.errors import ExportFailed, FileUnreadable
from desktop_app.sources.source import FileSource, Source, UrlSource

_ROW_BEGINS = b'{"source"'


@dataclass(frozen=True, slots=True)
class Argument:
    """A source on the command line; ``found`` if it was not named itself, but lies in a folder or meets a pattern.

    ``source`` is there where ``text`` alone does not tell it.
    """

    text: str
    found: bool = False
    source: Source | None = None

    def open(self) -> Source:
        """What is to be read."""
        return self.source or open_argument(self.text)


def expand(arguments: Sequence[str]) -> Iterator[Argument]:
    """The sources that ``arguments`` stand for, in order, each once.

    A folder stands for all files in it and below, in the order of their names; hidden ones are left out, links to
    folders not followed. A pattern with ``*``, ``?`` or ``[…]`` (``**`` for any folders) that is no file itself stands
    for the files it meets. A folder or pattern without files stays as it is, to be told as an error. Standard input
    stands for the addresses in it if it is nothing else.
    """
    seen: set[str] = set()
    for argument in arguments:
        if argument == STANDARD_INPUT:
            for source in standard_input():
                name = source.url if isinstance(source, UrlSource) else STANDARD_INPUT
                if name not in seen:
                    seen.add(name)
                    yield Argument(name, source=source)
            continue
        files = [] if "://" in argument else _files(argument)
        for text in files or [argument]:
            if text not in seen:
                seen.add(text)
                yield Argument(text, found=bool(files))


def _files(argument: str) -> list[str]:
    from desktop_app.sources.folders import files_below

    try:
        path = Path(argument).expanduser()
        if path.is_dir():
            return [str(file) for file in files_below(path)]
        if path.exists() or not glob.has_magic(argument):
            return []
        met = (Path(name) for name in sorted(glob.iglob(str(path), recursive=True)))
        return [str(name) for name in met if name.is_file()]
    except (OSError, RuntimeError, ValueError):
        return []  # too long, or no path at all


class ResumeFile:
    """Rows of ``kratko digest`` in a file: those that are there, and those that are added, each at once and for good.

    A source is done if it has a row without ``error``; one that failed is tried again, and its new row counts. A last
    line that a killed run left unfinished is removed. Raises ``FileUnreadable`` if ``path`` holds anything else,
    ``ExportFailed`` if it cannot be written.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._done: set[str] = set()
        try:
            self._file: BinaryIO = open(path, "a+b")  # noqa: SIM115 - closed by close()
            self._read()
        except OSError as error:
            raise self._failed(error) from error

    def done(self, argument: str) -> bool:
        """Whether ``argument`` needs not be done again."""
        if argument == STANDARD_INPUT:
            return False
        match open_argument(argument):
            case UrlSource(url=name):
                pass
            case FileSource(path=path):
                name = str(path)
            case _:
                return False
        return name in self._done or argument in self._done

    def add(self, row: Mapping[str, Any]) -> None:
        """Write ``row``; when this returns, it is on the disk."""
        try:
            self._file.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise self._failed(error) from error

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> ResumeFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self) -> None:
        self._file.seek(0)
        start, line = 0, b""
        for number, line in enumerate(self._file, 1):
            if line.strip() and not self._note(line):
                if line.endswith(b"\n") or not (line.startswith(_ROW_BEGINS) or _ROW_BEGINS.startswith(line)):
                    self.close()
                    raise FileUnreadable(path=self._path, reason=f"line {number}: no row of “kratko digest --json”")
                self._file.truncate(start)
                return
            start += len(line)
        if line and not line.endswith(b"\n"):
            self._file.write(b"\n")

    def _note(self, line: bytes) -> bool:
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            return False
        if not isinstance(row, dict) or not isinstance(row.get("source"), str):
            return False
        if "error" not in row:
            self._done.add(row["source"])
        return True

    def _failed(self, error: OSError) -> ExportFailed:
        reason = os.strerror(error.errno) if error.errno else str(error)
        return ExportFailed(path=self._path, reason=reason)
