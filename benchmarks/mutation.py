"""Do the tests notice? Small faults are put into the code one at a time, and the tests are run on each.

    python -m benchmarks.mutation desktop_app/figures --tests tests/unit/figures --sample 80 --seed 1

A fault is one of the usual mutation operators (DeMillo, Lipton, Sayward 1978): a comparison turned, ``and`` for ``or``,
a number off by one, a condition negated, ``True`` for ``False``, ``+`` for ``-``, a returned value lost. Faults are
drawn by ``--seed`` from all that could be made in functions and methods. Coverage contexts say once which tests run
which line; a fault is tried first on those that run its line, the quickest first, and then, as some results are kept
by the first test that asks for them, on all others (``--quick`` leaves that out). The score is the share of faults
that a test fails or hangs on. Survivors that change nothing anyone could see are listed in
``mutation_equivalent.toml``, each with its reason; they count as survivors in the first score and are left out of the
second. ``--jobs`` tries that many faults at once.

Why not a library: mutmut 3 leaves decorated functions alone (all that keep their results), chooses tests by function
and forks from a process that has run the tests, so that kept results hide faults; Cosmic Ray runs every test from the
start for each fault.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import random
import sys
import time
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.mutation_faults import Fault, faults, put
from benchmarks.mutation_trial import mapped, tried, warm

ROOT = Path(__file__).resolve().parent.parent
EQUIVALENT = Path(__file__).with_name("mutation_equivalent.toml")
#: How many times its usual processor time the tests of a fault may take.
_PATIENCE = 8


def reasons() -> dict[tuple[str, str, str, str], str]:
    """(file, function, before, after) → why that fault changes nothing."""
    if not EQUIVALENT.exists():
        return {}
    rows = tomllib.loads(EQUIVALENT.read_text("utf-8"))["fault"]
    return {(row["file"], row["function"], row["before"], row["after"]): row["reason"] for row in rows}


def key(fault: Fault) -> tuple[str, str, str, str]:
    return fault.file, fault.function, fault.before, fault.after


@dataclass(frozen=True, slots=True)
class Trial:
    """A fault, and the groups of tests to try it on: first those that run its line, then all others."""

    fault: Fault
    groups: tuple[tuple[str, ...], ...]
    limits: tuple[float, ...]

    def run(self) -> tuple[Fault, int, str, str | None]:
        """The fault, how many tests run its line, and what ``tried`` says of the last group that was needed."""
        tree = put(self.fault, (ROOT / self.fault.file).read_text("utf-8"))
        outcome: tuple[str, str | None] = ("survived", None)
        for tests, limit in zip(self.groups, self.limits, strict=True):
            if tests and outcome[0] == "survived":
                outcome = tried(ROOT, self.fault.file, tree, tests, limit)
        return self.fault, len(self.groups[0]), *outcome


def trial(fault: Fault, seconds: dict[str, float], lines: dict[int, list[str]], *, quick: bool) -> Trial:
    """``fault`` with its tests, the quickest first; ``lines`` are those of its file."""
    run = {test for line in range(fault.lines[0], fault.lines[1] + 1) for test in lines.get(line, ())}
    groups = (run,) if quick else (run, set(seconds) - run)
    return Trial(
        fault,
        tuple(tuple(sorted(group, key=lambda test: seconds.get(test, 0.0))) for group in groups),
        tuple(20 + _PATIENCE * sum(seconds.get(test, 0.0) for test in group) for group in groups),
    )


def tests_map(
    folder: Path, tests: list[str], kept: Path | None, jobs: int
) -> tuple[dict[str, float], dict[str, dict[int, list[str]]]]:
    """What ``mapped`` says, from the file ``kept`` while nothing has changed."""
    files = sorted(
        [*folder.rglob("*.py"), *(ROOT / "resources").rglob("*.toml"), *(ROOT / "tests" / "unit").rglob("*.*")]
    )
    digest = hashlib.sha256("\n".join(tests).encode())
    for path in files:
        if path.suffix in (".py", ".toml"):
            digest.update(path.read_bytes())
    if kept is not None and kept.exists():
        saved = json.loads(kept.read_text("utf-8"))
        if saved["digest"] == digest.hexdigest():
            return saved["seconds"], {f: {int(k): v for k, v in rows.items()} for f, rows in saved["lines"].items()}
    seconds, lines = mapped(ROOT, folder, tests, jobs)
    if kept is not None:
        kept.write_text(json.dumps({"digest": digest.hexdigest(), "seconds": seconds, "lines": lines}), "utf-8")
    return seconds, lines


def main() -> int:
    """Draw faults, try them, print the score."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tests", nargs="+", required=True)
    parser.add_argument("--sample", type=int, default=80)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="a part of the file name")
    parser.add_argument("--quick", action="store_true", help="only the tests that run the line")
    parser.add_argument("--map", type=Path, help="where to keep which tests run which line")
    parser.add_argument("--jobs", type=int, default=1, help="faults tried at once")
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    folder = (ROOT / chosen.folder).resolve()
    everything = [fault for fault in faults(folder, ROOT) if chosen.only in fault.file]
    drawn = random.Random(chosen.seed).sample(everything, min(chosen.sample, len(everything)))
    warm(ROOT, chosen.tests)
    begun = time.monotonic()
    seconds, lines = tests_map(folder, chosen.tests, chosen.map, chosen.jobs)
    print(f"{len(seconds)} tests mapped in {time.monotonic() - begun:.0f} s", file=sys.stderr)
    begun, rows, known = time.monotonic(), [], reasons()
    trials = [trial(fault, seconds, lines.get(fault.file, {}), quick=chosen.quick) for fault in drawn]
    # Forks of this process, for what it has loaded; they fork once more for each run of tests.
    with multiprocessing.get_context("fork").Pool(chosen.jobs) as pool:
        for fault, run, outcome, by in pool.imap_unordered(Trial.run, trials):
            rows.append({**asdict(fault), "outcome": outcome, "by": by, "tests": run})
            if outcome == "survived" and key(fault) in known:
                rows[-1]["equivalent"] = known[key(fault)]
            sign = "equals" if "equivalent" in rows[-1] else outcome
            at = f"{fault.file}:{fault.lines[0]} {fault.function}"
            print(f"{sign:8} {at}  {fault.before}  →  {fault.after}  [{run}]", flush=True)
    noticed = sum(row["outcome"] != "survived" for row in rows)
    same = sum("equivalent" in row for row in rows)
    print(f"{noticed} of {len(rows)} noticed: {noticed / len(rows):.2f}")
    print(f"{same} of the others change nothing; without them: {noticed / max(1, len(rows) - same):.2f}")
    print(f"{len(everything)} faults could be made; these took {time.monotonic() - begun:.0f} s")
    if chosen.json:
        chosen.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
