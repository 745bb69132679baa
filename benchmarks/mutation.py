"""Do the tests notice? Small faults are put into the code one at a time, and the tests are run on each.

    python -m benchmarks.mutation desktop_app/figures --tests tests/unit/figures tests/golden/test_figures.py

A fault is one of the usual mutation operators (DeMillo, Lipton, Sayward 1978; the set of mutmut and Cosmic Ray): a
comparison turned, ``and`` for ``or``, a number off by one, a condition negated, ``True`` for ``False``, ``+`` for
``-``, a returned value lost. Faults are drawn by ``--seed`` from all that could be made, each is tried in a copy of
the project, and the score is the share that some test fails on (or hangs on). Faults that change nothing that matters
count as survivors, so that a score of 1 is neither reached nor wanted.
"""

from __future__ import annotations

import argparse
import ast
import copy
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_TURNED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_OPERATORS = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult}


@dataclass(frozen=True)
class Fault:
    """One fault: where, and what becomes of what."""

    file: str
    line: int
    before: str
    after: str
    place: int


def changed(node: ast.AST) -> ast.AST | None:
    """``node`` with a fault in it, ``None`` if none of the operators fits."""
    new = copy.deepcopy(node)
    match new:
        case ast.Compare(ops=[op, *_]) if type(op) in _TURNED:
            new.ops[0] = _TURNED[type(op)]()
        case ast.BoolOp():
            new.op = ast.Or() if isinstance(new.op, ast.And) else ast.And()
        case ast.BinOp() if type(new.op) in _OPERATORS and not _is_text(new):
            new.op = _OPERATORS[type(new.op)]()
        case ast.Constant(value=bool()):
            new.value = not new.value
        case ast.Constant(value=int() | float()):
            new.value += 1
        case ast.If() | ast.IfExp() | ast.While():
            new.test = ast.UnaryOp(ast.Not(), new.test)
        case ast.UnaryOp(op=ast.Not()):
            return new.operand
        case ast.Return(value=ast.expr()) if not (isinstance(new.value, ast.Constant) and new.value.value is None):
            new.value = ast.Constant(None)
        case _:
            return None
    return new


def _is_text(node: ast.BinOp) -> bool:
    return any(isinstance(side, ast.JoinedStr | ast.List | ast.Tuple) for side in (node.left, node.right))


def nodes(tree: ast.Module) -> Iterator[ast.AST]:
    """Every node inside functions, in a fixed order, but for those of type hints."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for statement in function.body:
                yield from ast.walk(statement)


def faults(folder: Path) -> list[Fault]:
    """All faults that could be put into the modules under ``folder``."""
    found = []
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for place, node in enumerate(nodes(tree)):
            new = changed(node)
            if new is not None:
                before, after = (ast.unparse(ast.fix_missing_locations(one)).splitlines()[0] for one in (node, new))
                line = getattr(node, "lineno", 0)
                found.append(Fault(path.relative_to(ROOT).as_posix(), line, before[:100], after[:100], place))
    return found


def put(fault: Fault, source: str) -> str:
    """``source`` with ``fault`` in it."""
    tree = ast.parse(source)
    target = next(node for place, node in enumerate(nodes(tree)) if place == fault.place)

    class Put(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            if node is target:
                return changed(node) or node
            return self.generic_visit(node)

    return ast.unparse(ast.fix_missing_locations(Put().visit(tree)))


def tested(copy_of_project: Path, tests: list[str], patience: float) -> str:
    """``killed``, ``hung`` or ``survived``."""
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(command, check=False, cwd=copy_of_project, capture_output=True, timeout=patience)
    except subprocess.TimeoutExpired:
        return "hung"
    return "survived" if done.returncode == 0 else "killed"


def main() -> int:
    """Draw faults, try them, print the score."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tests", nargs="+", required=True)
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    everything = faults((ROOT / chosen.folder).resolve())
    drawn = random.Random(chosen.seed).sample(everything, min(chosen.sample, len(everything)))
    rows = []
    with tempfile.TemporaryDirectory(prefix="kratko-mutation-") as temporary:
        project = Path(temporary) / "project"
        shutil.copytree(ROOT, project, ignore=shutil.ignore_patterns(".*", "dist", "build", "__pycache__"))
        begun = time.monotonic()
        if tested(project, chosen.tests, 3600) != "survived":
            print("the tests fail without any fault", file=sys.stderr)
            return 2
        patience = 3 * (time.monotonic() - begun) + 30
        for fault in drawn:
            path = project / fault.file
            whole = path.read_text(encoding="utf-8")
            path.write_text(put(fault, whole), encoding="utf-8")
            outcome = tested(project, chosen.tests, patience)
            path.write_text(whole, encoding="utf-8")
            rows.append({**asdict(fault), "outcome": outcome})
            print(f"{outcome:8} {fault.file}:{fault.line}  {fault.before}  →  {fault.after}", flush=True)
    noticed = sum(row["outcome"] != "survived" for row in rows)
    print(f"{noticed} of {len(rows)} noticed ({noticed / len(rows):.2f}); {len(everything)} faults could be made")
    if chosen.json:
        chosen.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
