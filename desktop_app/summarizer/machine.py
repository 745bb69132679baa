"""What this computer has: memory, cores, a graphics card."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from desktop_app.model_advice import Machine
from desktop_app.summarizer.cores import physical_cores

_CGROUP_LIMIT = Path("/sys/fs/cgroup/memory.max")
_MB = 1 << 20


def this_machine() -> Machine:
    """This computer, as far as this process may use it. Takes up to two seconds where there is a graphics card."""
    return Machine(ram_mb=_ram() // _MB, cores=physical_cores(), gpu_mb=_gpu_mb())


def _ram() -> int:
    if sys.platform == "win32":
        return _windows_ram()
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (OSError, ValueError):
        return 0
    # A container's share of the memory (cgroup v2): "max" or bytes.
    try:
        limit = _CGROUP_LIMIT.read_text().strip()
    except OSError:
        return total
    return min(total, int(limit)) if limit.isdigit() else total


def _windows_ram() -> int:
    # https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-globalmemorystatusex
    import ctypes

    class MemoryStatus(ctypes.Structure):
        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            *((name, ctypes.c_ulonglong) for name in ("total", "available", *"abcde")),
        )

    status = MemoryStatus(length=ctypes.sizeof(MemoryStatus))
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
    return int(status.total) if kernel.GlobalMemoryStatusEx(ctypes.byref(status)) else 0


def _gpu_mb() -> int:
    """Memory of the largest NVIDIA card; on Apple's own processors half the memory, which the graphics share."""
    if sys.platform == "darwin":
        return _ram() // _MB // 2 if os.uname().machine == "arm64" else 0
    tool = shutil.which("nvidia-smi")
    if tool is None:
        return 0
    command = [tool, "--query-gpu=memory.total", "--format=csv,noheader,nounits"]
    try:
        out = subprocess.run(command, capture_output=True, text=True, timeout=2, check=True).stdout
        return max((int(line) for line in out.split()), default=0)
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0
