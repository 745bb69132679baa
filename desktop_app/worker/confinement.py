"""Rights that the process which takes foreign documents apart gives up before it sees the first.

It keeps what parsers need: its memory, the program's own files and tables of words to read, and the pipe its work
comes through. No network, no other file to read or write, no program to run, no other process to touch. Where the
system knows how, which is Linux: by :mod:`~desktop_app.worker.landlock` (5.13) and
:mod:`~desktop_app.worker.seccomp`; each does what it can without the other.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.paths import private_folder
from desktop_app.resources import shipped_folders
from desktop_app.word_tables import tables_folder
from desktop_app.worker import landlock, seccomp

#: ``off`` leaves the process all its rights: for finding out whether a fault comes of it.
VARIABLE: Final = "KRATKO_CONFINE"
#: Where systems keep programs and libraries, never people's files.
_SYSTEM = ("/usr", "/lib", "/lib32", "/lib64", "/bin", "/etc", "/opt", "/nix", "/gnu", "/app", "/snap")
_DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom", "/proc/cpuinfo", "/proc/meminfo")
#: Libraries that take documents apart; where they lie is looked up, in case an import hook hides it from ``sys.path``.
_PARSERS = (
    "desktop_app",
    "lxml",
    "trafilatura",
    "readability",
    "pypdfium2",
    "pymorphy3",
    "simplemma",
    "babel",
    "httpx2",
)


@dataclass(frozen=True, slots=True)
class Confinement:
    """What is given up: ``files`` to read and write, by Landlock; ``calls`` for the network and other programs, by
    seccomp."""

    files: bool
    calls: bool

    @property
    def whole(self) -> bool:
        """Whether all is given up that is meant to be."""
        return self.files and self.calls


def wanted() -> bool:
    """Whether the environment leaves it on."""
    return os.environ.get(VARIABLE, "").strip().lower() not in ("0", "off", "no", "false")


def possible() -> Confinement:
    """What :func:`confine` would do here; changes nothing."""
    if not wanted():
        return Confinement(files=False, calls=False)
    return Confinement(files=landlock.version() > 0, calls=seccomp.has_filters())


def described() -> str:
    """What :func:`confine` would use here, for those who look for a fault."""
    found = possible()
    names = [f"Landlock {landlock.version()}"] if found.files else []
    names += ["seccomp"] if found.calls else []
    return " and ".join(names) or "no confinement"


def confine() -> Confinement:
    """Give up what this process can do without, for ever; to be called while it has one thread."""
    if not wanted():
        return Confinement(files=False, calls=False)
    sys.dont_write_bytecode = True  # it could not
    tempfile.tempdir = tempfile.gettempdir()  # libraries that are imported later ask for its name
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # what is read is not left on the disk by a crash
    return Confinement(files=landlock.allow_only_reading(_readable()), calls=seccomp.give_up_calls())


def _readable() -> list[Path]:
    """The program, its libraries and what they read."""
    found = [Path(name) for name in (*_SYSTEM, *_DEVICES, sys.prefix, sys.base_prefix)]
    found += [path for path in map(Path, filter(None, sys.path)) if not _holds_private_files(path)]
    for name in _PARSERS:
        with suppress(ImportError, ValueError):
            spec = importlib.util.find_spec(name)
            if spec is not None:
                found += [Path(folder) for folder in spec.submodule_search_locations or ()]
    with suppress(OSError):
        found.append(private_folder(tables_folder()))  # to be named it must be there; filled it is by another process
    return [*dict.fromkeys(found), *shipped_folders()]


def _holds_private_files(path: Path) -> bool:
    """Whether the user's home is in ``path``, as where the program was started there: not all of it is the program."""
    try:
        return Path.home().resolve().is_relative_to(path.resolve())
    except (OSError, RuntimeError):
        return True
