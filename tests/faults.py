"""Small faults that can be put into a Python file: one operator, constant or keyword changed in its tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.GtE: ast.Gt, ast.Gt: ast.GtE, ast.LtE: ast.Lt, ast.Lt: ast.LtE, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
}  # fmt: skip
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Fault:
    """The fault number `place` of a file, and the lines of the function in which it is; of the whole file in none."""

    file: Path
    place: int
    first: int
    last: int

    def changed(self) -> ast.Module:
        """The file's tree with the fault in it."""
        return _mutant(self.file, self.place)[0]

    def __str__(self) -> str:
        return _mutant(self.file, self.place)[1]


def faults_of(file: Path) -> Iterator[Fault]:
    """Every fault that can be put into the file."""
    text = file.read_text("utf-8")
    tree = ast.parse(text)
    spans = [
        (node.body[0].lineno, node.end_lineno or node.lineno)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    for place, (node, _) in enumerate(_places(tree)):
        line = getattr(node, "lineno", 0)
        around = [span for span in spans if span[0] <= line <= span[1]]
        yield Fault(file, place, *min(around, key=lambda span: span[1] - span[0], default=(1, text.count("\n"))))


def _mutant(file: Path, place: int) -> tuple[ast.Module, str]:
    tree = ast.parse(file.read_text("utf-8"))
    node, slot = list(_places(tree))[place]
    before = ast.unparse(node)
    _put(node, slot)
    return ast.fix_missing_locations(tree), f"line {getattr(node, 'lineno', 0)}: {before} → {ast.unparse(node)}"


def _places(tree: ast.Module) -> Iterator[tuple[ast.AST, int]]:
    """Every place where something small can be changed, decorators apart; of a comparison each operator is one."""
    declared = {
        inner for node in ast.walk(tree) for one in getattr(node, "decorator_list", ()) for inner in ast.walk(one)
    }
    for node in ast.walk(tree):
        if node in declared:
            continue
        if isinstance(node, ast.Compare):
            yield from ((node, slot) for slot, op in enumerate(node.ops) if type(op) in SWAPPED)
        elif (
            (isinstance(node, ast.BoolOp | ast.BinOp | ast.AugAssign) and type(node.op) in SWAPPED)
            or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not))
            or (isinstance(node, ast.Constant) and type(node.value) in (int, bool))
            or (isinstance(node, ast.Name) and node.id in NAMES)
        ):
            yield node, 0


def _put(node: ast.AST, slot: int) -> None:
    match node:
        case ast.Compare():
            node.ops[slot] = SWAPPED[type(node.ops[slot])]()  # type: ignore[call-overload]
        case ast.BoolOp() | ast.BinOp() | ast.AugAssign():
            node.op = SWAPPED[type(node.op)]()  # type: ignore[assignment]
        case ast.UnaryOp():
            node.op = ast.UAdd() if isinstance(node.operand, ast.Constant) else ast.Not()
            node.operand = ast.UnaryOp(ast.Not(), node.operand)
        case ast.Constant(value=bool()):
            node.value = not node.value
        case ast.Constant():
            node.value = int(str(node.value)) + 1
        case ast.Name():
            node.id = NAMES[node.id]
