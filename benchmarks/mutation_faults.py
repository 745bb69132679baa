"""Small faults for ``mutation``: where they could be put into a module, and the module with one of them in it."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_TURNED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_OPERATORS = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult}


@dataclass(frozen=True)
class Fault:
    """One fault: where (``lines`` of the file, from 1, both included), and what becomes of what."""

    file: str
    function: str
    lines: tuple[int, int]
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


def _places(tree: ast.Module) -> Iterator[tuple[str, ast.stmt, ast.AST]]:
    """Every node inside functions, in a fixed order, with the function's name and the statement it is part of."""
    owners = [("", tree.body)] + [(f"{c.name}.", c.body) for c in ast.walk(tree) if isinstance(c, ast.ClassDef)]
    for owner, body in owners:
        for function in body:
            if isinstance(function, ast.FunctionDef):
                for statement in function.body:
                    for node, home in _inside(statement, statement):
                        yield owner + function.name, home, node


def _inside(node: ast.AST, home: ast.stmt) -> Iterator[tuple[ast.AST, ast.stmt]]:
    home = node if isinstance(node, ast.stmt) else home
    yield node, home
    for name, value in ast.iter_fields(node):
        if name != "annotation":
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from _inside(child, home)


def faults(folder: Path, root: Path) -> list[Fault]:
    """All faults that could be put into the modules under ``folder``; files are named from ``root``."""
    found = []
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for place, (function, home, node) in enumerate(_places(tree)):
            new = changed(node)
            if new is None:
                continue
            before, after = (ast.unparse(ast.fix_missing_locations(one)).splitlines()[0] for one in (node, new))
            inner = getattr(node, "test", node) if isinstance(node, ast.If | ast.While) else node
            lines = (home.lineno, getattr(inner, "end_lineno", None) or home.lineno)
            found.append(Fault(path.relative_to(root).as_posix(), function, lines, before[:120], after[:120], place))
    return found


def put(fault: Fault, source: str) -> ast.Module:
    """The module of ``source`` with ``fault`` in it."""
    tree = ast.parse(source)
    target = next(node for place, (_, _, node) in enumerate(_places(tree)) if place == fault.place)

    class Put(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return (changed(node) or node) if node is target else self.generic_visit(node)

    return ast.fix_missing_locations(Put().visit(tree))
