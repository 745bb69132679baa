"""What the processes measured use: time of the processor and memory. Linux only; elsewhere zeros."""

from __future__ import annotations

import os
import platform
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from unittest.mock import patch

_MB = 1e6


def cache_at(folder: str) -> AbstractContextManager[object]:
    """Children started meanwhile find what Kratko can make again in ``folder``."""
    return patch.dict(os.environ, XDG_CACHE_HOME=folder)


def cpu_seconds(pid: int | None) -> float:
    """Seconds of the processor that process ``pid`` has used, all its threads together."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int | None) -> dict[str, float]:
    """MB resident now and at the most (proc_pid_status(5)), and what of it is mapped from files."""
    names = {"VmRSS": "now", "VmHWM": "peak", "RssFile": "files"}
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return dict.fromkeys(names.values(), 0.0)
    values = {name: rest.split()[0] for name, _, rest in (line.partition(":") for line in lines) if rest.split()}
    return {told: round(int(values.get(name, 0)) * 1024 / _MB, 1) for name, told in names.items()}


def machine() -> dict[str, Any]:
    """The processor, its cores, and the libraries' versions."""
    from importlib import metadata

    from desktop_app.summarizer.cores import physical_cores

    name = platform.processor() or platform.machine()
    try:
        found = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
        name = found[0].partition(":")[2].strip() if found else name
    except OSError:
        pass
    versions = {}
    for library in ("xllamacpp", "torch", "transformers", "ctranslate2", "sumy"):
        try:
            versions[library] = metadata.version(library)
        except metadata.PackageNotFoundError:
            continue
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return {"processor": name, "cores": physical_cores(), "load": round(load, 2), "versions": versions}
