"""How many small faults put into incentives/ its tests notice: `python -m tests.mutants`, a file at a time, resumable.

Each fault is one operator, constant or keyword changed. `MUTANTS_PER_FILE` tries so many of each file, by chance.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.proofs import ROOT, note_part, part_of

NEEDED = (
    "incentives",
    "tests/incentives",
    "tests/cases/incentives",
    "examples/terms",
    "docs/decisions.md",
    "pyproject.toml",
)
LEAST_PERCENT = 90
MOST_SECONDS = 300
SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.GtE: ast.Gt, ast.Gt: ast.GtE, ast.LtE: ast.Lt, ast.Lt: ast.LtE, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
}  # fmt: skip
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


def main() -> int:
    """Exit code 1 when fewer than nine in ten faults were noticed."""
    files = sorted((ROOT / "incentives").rglob("*.py"))
    most = int(os.environ.get("MUTANTS_PER_FILE", "0"))
    runs = killed = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for part, file in enumerate(files):
            if not most and part_of("mutants", part).exists():
                continue
            count = _count(file)
            places = Random(part).sample(range(count), min(count, most or count))  # noqa: S311 - seeded
            noticed = list(pool.map(lambda place, file=file: _is_noticed(file, place), places))  # type: ignore[misc]
            runs, killed = runs + len(noticed), killed + sum(noticed)
            lived = [_told(file, place) for place, was in zip(places, noticed, strict=True) if not was]
            print(f"{sum(noticed)}/{len(noticed)} {file.relative_to(ROOT)}", *lived, sep="\n  ", flush=True)  # noqa: T201
            if not most:
                note_part("mutants", part, runs=len(noticed), failures=[], killed=sum(noticed))
    print(f"{killed} of {runs} noticed")  # noqa: T201 - a proof tells
    return int(killed * 100 < LEAST_PERCENT * runs)


def _is_noticed(file: Path, place: int) -> bool:
    """Whether the tests fail, or never end, with this fault in a copy of what they need."""
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in NEEDED:
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, copy / name)
        changed, _ = _mutant(file, place)
        (copy / file.relative_to(ROOT)).write_text(ast.unparse(changed), "utf-8")
        first = [path for path in [f"tests/incentives/test_{file.stem}.py"] if (copy / path).exists()]
        told = [sys.executable, "-m", "pytest", "-x", "-q", *first, "tests/incentives"]
        try:
            done = subprocess.run(told, cwd=copy, capture_output=True, timeout=MOST_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return True
        return done.returncode != 0


def _count(file: Path) -> int:
    return len(list(_faults(ast.parse(file.read_text("utf-8")))))


def _told(file: Path, place: int) -> str:
    _, fault = _mutant(file, place)
    return fault


def _mutant(file: Path, place: int) -> tuple[ast.Module, str]:
    """The file's tree with its fault number `place`, and what that is."""
    tree = ast.parse(file.read_text("utf-8"))
    node, slot = list(_faults(tree))[place]
    before = ast.unparse(node)
    _put(node, slot)
    return tree, f"line {getattr(node, 'lineno', 0)}: {before} → {ast.unparse(node)}"


def _faults(tree: ast.Module) -> Iterator[tuple[ast.AST, int]]:
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


if __name__ == "__main__":
    sys.exit(main())
