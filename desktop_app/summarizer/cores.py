"""How many threads the arithmetic should use: the physical cores this process may run on.

Two threads on one core share its arithmetic units, so that hyper-threads slow matrix products down.
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

#: Turns libgomp spins at a barrier before the thread sleeps.
_SPIN_VARIABLE, _SPINS = "GOMP_SPINCOUNT", "1000"

_CPUS = Path("/sys/devices/system/cpu")
_CGROUP_QUOTA = Path("/sys/fs/cgroup/cpu.max")


@cache
def physical_cores() -> int:
    """Number of physical cores this process may use, at least 1 (performance cores only, where they differ)."""
    if sys.platform == "darwin":
        count = _sysctl("hw.perflevel0.physicalcpu") or _sysctl("hw.physicalcpu")
    elif sys.platform == "linux":
        count = min(_linux_cores(), _quota())
    else:
        count = 0
    return count or max(1, (os.cpu_count() or 2) // 2)


def _sysctl(name: str) -> int:
    try:
        out = subprocess.run(["/usr/sbin/sysctl", "-n", name], capture_output=True, timeout=2, check=True).stdout
        return int(out)
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0


def _linux_cores() -> int:
    allowed = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set(range(os.cpu_count() or 1))
    cores = set()
    for cpu in allowed:
        try:
            cores.add((_CPUS / f"cpu{cpu}/topology/thread_siblings_list").read_text().strip())
        except OSError:
            cores.add(str(cpu))
    return len(cores)


def _quota() -> int:
    # A container's share of the processors (cgroup v2): "max 100000" or "150000 100000".
    try:
        quota, period = _CGROUP_QUOTA.read_text().split()
        return max(1, int(quota) // int(period))
    except (OSError, ValueError):
        return os.cpu_count() or 1


def calm_threads() -> None:
    """Keep OpenMP's threads from spinning for long; call before a native library is first imported.

    Left to itself libgomp spins for milliseconds at every barrier. With any other work on the machine the thread that
    is waited for then finds no core, and decoding was five times slower. libgomp reads the variable once, when loaded
    (https://gcc.gnu.org/onlinedocs/libgomp/GOMP_005fSPINCOUNT.html); a setting of the user's own is left alone.
    """
    os.environ.setdefault(_SPIN_VARIABLE, _SPINS)
