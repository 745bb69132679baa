"""What this machine can do at the most: bytes read from memory and multiplications a second, by all physical cores.

usage: python -m benchmarks.limits

Reading a prompt is bound by arithmetic, writing by memory: with the model's size these are the limits of tokens a
second. The arithmetic is that of 32-bit matrix products by the library torch comes with, once kept to AVX2, for which
the wheels of xllamacpp are built, once with all the processor has; 16-bit products show what its units for small
numbers add.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time

_ROUNDS = 40
_FLOATS = 1 << 28  # 1 GB, more than any cache holds
_SIDE = 1536


def _best(work: object) -> float:
    """Seconds of the fastest of many short rounds: what else runs on the machine disturbs some of them."""
    assert callable(work)
    work()
    times = []
    for _ in range(_ROUNDS):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


def _measure() -> None:
    import torch

    from desktop_app.summarizer.cores import physical_cores

    torch.set_num_threads(physical_cores())
    kept_to = os.environ.get("ONEDNN_MAX_CPU_ISA", "everything")
    if kept_to == "everything":
        block = torch.ones(_FLOATS)
        print(f"memory read: {4 * _FLOATS / _best(block.sum) / 1e9:.1f} GB/s")
        del block
    for kind in (torch.float32, torch.bfloat16):
        if kept_to != "everything" and kind is torch.bfloat16:
            continue
        left, right = torch.rand(_SIDE, _SIDE).to(kind), torch.rand(_SIDE, _SIDE).to(kind)
        seconds = _best(lambda left=left, right=right: left @ right)
        print(f"{str(kind).removeprefix('torch.')}, {kept_to}: {2 * _SIDE**3 / seconds / 1e9:.0f} GFLOP/s")


def main() -> None:
    """Measure in two processes: the libraries look at the environment once."""
    if "--here" in sys.argv:
        _measure()
        return
    for limits in ({}, {"ONEDNN_MAX_CPU_ISA": "AVX2", "MKL_ENABLE_INSTRUCTIONS": "AVX2"}):
        subprocess.run([sys.executable, "-m", "benchmarks.limits", "--here"], env={**os.environ, **limits}, check=True)


if __name__ == "__main__":
    main()
