"""System calls that a process gives up for ever: Linux's seccomp, with a filter of the classic Berkeley kind.

https://docs.kernel.org/userspace-api/seccomp_filter.html; numbers of calls from the kernel's tables for x86-64
(``arch/x86/entry/syscalls/syscall_64.tbl``) and for all newer processors (``include/uapi/asm-generic/unistd.h``).
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass

_SET_NO_NEW_PRIVS = 38
_SET_SECCOMP = 22
_GET_SECCOMP = 21
_MODE_FILTER = 2

# Instructions of the filter: load a word of what is asked for, compare, test bits, answer.
_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _JUMP_BITS, _ANSWER = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL, _REFUSE = 0x7FFF0000, 0x80000000, 0x00050000
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16
#: From here on x86-64 counts the calls of its 32-bit pointers.
_X32 = 0x40000000

# open(2): O_WRONLY, O_RDWR, O_CREAT, O_TRUNC and O_TMPFILE, alike on both.
_WRITING = 0x1 | 0x2 | 0x40 | 0x200 | 0x400000
_CLONE_THREAD = 0x10000
#: ioctl(2) requests that type into the terminal: TIOCSTI, TIOCLINUX.
_TYPING = (0x5412, 0x541C)


@dataclass(frozen=True, slots=True)
class _Calls:
    """Numbers of system calls on one kind of processor; ``open`` is ``None`` where there is only ``openat``."""

    architecture: int
    refused: tuple[int, ...]
    open: int | None
    openat: int
    openat2: int
    clone: int
    clone3: int
    tgkill: int
    ioctl: int
    prlimit: int


#: Refused on both under the same numbers: pidfd_send_signal, io_uring (3), open_tree, move_mount, fsopen, fsconfig,
#: fsmount, fspick, pidfd_open, pidfd_getfd, mount_setattr, fchmodat2.
_NEWER = (424, 425, 426, 427, 428, 429, 430, 431, 432, 433, 434, 438, 442, 452)

_X86_64 = _Calls(
    architecture=0xC000003E,
    refused=(
        *(59, 322, 57, 58),  # execve, execveat, fork, vfork
        *(41, 42, 43, 44, 46, 49, 50, 53, 288, 307),  # sockets: made, connected, bound, sent through
        *(101, 310, 311, 62, 200, 129, 297),  # other processes: ptrace, their memory, signals to them
        *(85, 86, 87, 88, 82, 83, 84, 133, 258, 259, 263, 264, 265, 266, 316),  # files made, moved, unlinked
        *(90, 91, 92, 93, 94, 260, 268, 76, 77, 132, 235, 261, 280, 188, 189, 190, 197, 198, 199),  # and changed
        *(165, 166, 155, 161, 272, 308, 167, 168, 169, 170, 171, 163, 179, 303, 304),  # mounts and name spaces
        *(175, 176, 313, 246, 320, 321, 298, 323, 248, 249, 250, 103, 135, 319, 240),  # the kernel's workshop
        *(164, 227, 159, 305, 172, 173, 160),  # the clock, ports of devices, limits
        *_NEWER,
    ),
    open=2,
    openat=257,
    openat2=437,
    clone=56,
    clone3=435,
    tgkill=234,
    ioctl=16,
    prlimit=302,
)
_AARCH64 = _Calls(
    architecture=0xC00000B7,
    refused=(
        *(221, 281),
        *(198, 199, 200, 201, 202, 203, 206, 211, 242, 269),
        *(117, 270, 271, 129, 130, 138, 240),
        *(33, 34, 35, 36, 37, 38, 276),
        *(52, 53, 54, 55, 45, 46, 88, 5, 6, 7, 14, 15, 16),
        *(40, 39, 41, 51, 97, 268, 224, 225, 142, 161, 162, 89, 60, 264, 265),
        *(105, 106, 273, 104, 294, 280, 241, 282, 217, 218, 219, 116, 92, 279, 180),
        *(170, 112, 171, 266, 164),
        *_NEWER,
    ),
    open=None,
    openat=56,
    openat2=437,
    clone=220,
    clone3=435,
    tgkill=131,
    ioctl=29,
    prlimit=261,
)


def give_up_calls() -> bool:
    """Give up sockets, other programs and processes, and writing to files, in this thread and those it starts.

    Reading stays, and so do threads and what is open already. What is given up fails with ``EPERM``. Returns whether
    the system took the filter.
    """
    calls = _calls()
    if calls is None:
        return False
    program = b"".join(_program(calls, os.getpid()))
    code = ctypes.create_string_buffer(program, len(program))
    # struct sock_fprog: how many instructions of eight bytes, and where they are
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_SET_SECCOMP, _MODE_FILTER, ctypes.c_char_p(header), 0, 0) == 0)


def has_filters() -> bool:
    """Whether :func:`give_up_calls` can do anything here."""
    return _calls() is not None and ctypes.CDLL(None).prctl(_GET_SECCOMP, 0, 0, 0, 0) >= 0


def _calls() -> _Calls | None:
    # A 32-bit program has other numbers, whatever the processor.
    if not sys.platform.startswith("linux") or struct.calcsize("P") != 8:
        return None
    return {"x86_64": _X86_64, "aarch64": _AARCH64}.get(platform.machine())


def _step(code: int, value: int, then: int = 0, otherwise: int = 0) -> bytes:
    return struct.pack("HBBI", code, then, otherwise, value)


def _program(calls: _Calls, pid: int) -> Iterator[bytes]:
    refuse, unknown = _step(_ANSWER, _REFUSE | errno.EPERM), _step(_ANSWER, _REFUSE | errno.ENOSYS)
    allow = _step(_ANSWER, _ALLOW)
    yield _step(_LOAD, _ARCHITECTURE_AT)
    yield _step(_JUMP_EQUAL, calls.architecture, then=1)
    yield _step(_ANSWER, _KILL)
    yield _step(_LOAD, _NUMBER_AT)
    yield _step(_JUMP_AT_LEAST, _X32, otherwise=1)
    yield refuse
    # These hide their flags behind a pointer; told that they are unknown, the C library takes the older ones.
    for number in (calls.openat2, calls.clone3):
        yield _step(_JUMP_EQUAL, number, otherwise=1)
        yield unknown
    if calls.open is not None:
        yield from _asked(calls.open, 1, _JUMP_BITS, _WRITING, refuse, allow)
    yield from _asked(calls.openat, 2, _JUMP_BITS, _WRITING, refuse, allow)
    yield from _asked(calls.clone, 0, _JUMP_BITS, _CLONE_THREAD, allow, refuse)
    yield from _asked(calls.tgkill, 0, _JUMP_EQUAL, pid, allow, refuse)  # abort(3) signals itself
    yield _step(_JUMP_EQUAL, calls.ioctl, otherwise=5)
    yield _step(_LOAD, _ARGUMENTS_AT + 8)
    yield _step(_JUMP_EQUAL, _TYPING[0], then=1)
    yield _step(_JUMP_EQUAL, _TYPING[1], otherwise=1)
    yield refuse
    yield allow
    # Limits may be asked for, with no pointer to new ones, but not set.
    yield _step(_JUMP_EQUAL, calls.prlimit, otherwise=6)
    yield _step(_LOAD, _ARGUMENTS_AT + 8 * 2)
    yield _step(_JUMP_EQUAL, 0, otherwise=2)
    yield _step(_LOAD, _ARGUMENTS_AT + 8 * 2 + 4)
    yield _step(_JUMP_EQUAL, 0, then=1)
    yield refuse
    yield allow
    for number in dict.fromkeys(calls.refused):
        yield _step(_JUMP_EQUAL, number, otherwise=1)
        yield refuse
    yield allow


def _asked(number: int, argument: int, test: int, value: int, then: bytes, otherwise: bytes) -> Iterator[bytes]:
    """Answer call ``number`` by its ``argument``, counted from 0, of which the lower 32 bits count."""
    yield _step(_JUMP_EQUAL, number, otherwise=4)
    yield _step(_LOAD, _ARGUMENTS_AT + 8 * argument)
    yield _step(test, value, otherwise=1)
    yield then
    yield otherwise
