"""What the child that takes foreign documents apart may use up."""

from __future__ import annotations

import contextlib
import sys

#: Bytes of address space beyond what the child has when it starts: room for the largest documents
#: ``sources.source.Limits`` allows and for the libraries that read them.
MEMORY = 4 << 30


def bound_memory(most: int = MEMORY) -> bool:
    """Let this process have ``most`` more bytes than now, for good; beyond, allocations fail with ``MemoryError``.

    Returns whether the system does that: Linux does (setrlimit(2), ``RLIMIT_AS``); macOS does not keep it, and Windows
    knows no such limit.
    """
    if not sys.platform.startswith("linux"):
        return False
    import resource

    with open("/proc/self/statm", encoding="ascii") as sizes:
        now = int(sizes.read().split()[0]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = now + most if hard == resource.RLIM_INFINITY else min(now + most, hard)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (wanted, wanted))
        return True
    return False
