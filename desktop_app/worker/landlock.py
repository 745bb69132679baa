"""Folders that a process may read, and nothing else of the file system: Linux's Landlock, from 5.13 on.

https://docs.kernel.org/userspace-api/landlock.html
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

# The same on every processor.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION_FLAG = 1
_PATH_BENEATH = 1
_SET_NO_NEW_PRIVS = 38
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
#: How many rights over files each version knows: making links elsewhere, truncating and device requests came later.
_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
_ALL_RIGHTS = 16
#: Version 4: binding and connecting TCP sockets.
_NET = 0b11
#: Version 6: abstract sockets, and signals to processes outside.
_SCOPES = 0b11


def version() -> int:
    """The version of Landlock this system has, 0 for none."""
    if not sys.platform.startswith("linux"):
        return 0
    return max(0, _call(_CREATE_RULESET, None, 0, _VERSION_FLAG))


def allow_only_reading(readable: Iterable[Path]) -> bool:
    """Let this thread, and those it starts, read what is in ``readable``, and open nothing else by its name.

    What is open already stays open. Nothing can be run, written, removed or made; from version 4 on no TCP connection
    either. Paths that do not exist are passed over. Returns whether the system does that.
    """
    known = version()
    if known == 0:
        return False
    rights = (1 << _RIGHTS.get(known, _ALL_RIGHTS)) - 1
    attributes = struct.pack("Q", rights)
    if known >= 4:
        attributes += struct.pack("Q", _NET)
    if known >= 6:
        attributes += struct.pack("Q", _SCOPES)
    rules = _call(_CREATE_RULESET, ctypes.c_char_p(attributes), len(attributes), 0)
    if rules < 0:
        return False
    try:
        for path in readable:
            with suppress(OSError):
                _allow_reading(rules, path)
        if ctypes.CDLL(None, use_errno=True).prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
            return False
        return _call(_RESTRICT_SELF, rules, 0) == 0
    finally:
        os.close(rules)


def _allow_reading(rules: int, path: Path) -> None:
    handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        rule = struct.pack("=Qi", _READ_FILE | (_READ_DIR if folder else 0), handle)
        _call(_ADD_RULE, rules, _PATH_BENEATH, ctypes.c_char_p(rule), 0)
    finally:
        os.close(handle)


def _call(number: int, *arguments: object) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    converted = [ctypes.c_long(one) if isinstance(one, int) else one for one in arguments]
    return int(libc.syscall(ctypes.c_long(number), *converted))
