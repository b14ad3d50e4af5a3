"""How many small faults put into incentives/ its tests notice: `python -m tests.mutants`, a file at a time, resumable.

Each fault is one operator, constant or keyword changed. Only tests that ran the faulty function are asked, each fault
in a process of its own: it is noticed when one of them fails, or never ends. What runs while the modules are loaded is
asked of all tests. `MUTANTS_PER_FILE` tries so many of each file, by chance; `MUTANTS_AT_ONCE` at the same time.
"""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.machinery import SourceFileLoader
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import CodeType
from typing import Any

import hypothesis  # noqa: F401 - loaded once, before each fault's process is made
import pytest
from coverage import Coverage, CoverageData

from tests.faults import Fault, faults_of
from tests.proofs import ROOT, note_part, part_of

LEAST_PERCENT = 90
MOST = {resource.RLIMIT_CPU: 60, resource.RLIMIT_AS: 4 * 1024**3}
"""Seconds of the processor, not of the clock, so that a busy machine kills nothing; bytes of memory."""
AS_EVER = ("-x", "-q", "--noconftest", "-p", "no:xdist", "-W", "ignore::pytest.PytestAssertRewriteWarning")
LONGEST = ("test_properties.py", "test_bulk.py")

Runs = Mapping[str, Mapping[int, Sequence[str]]]
"""For each file the tests that run each of its lines; the test with no name is loading the modules."""


def main() -> int:
    """Exit code 1 when fewer than nine in ten faults were noticed."""
    files = sorted((ROOT / "incentives").rglob("*.py"))
    most = int(os.environ.get("MUTANTS_PER_FILE", "0"))
    runs, tried, killed = _recorded(), 0, 0
    with ProcessPoolExecutor(int(os.environ.get("MUTANTS_AT_ONCE", os.cpu_count() or 1)), get_context("fork")) as pool:
        for part, file in enumerate(files):
            if not most and part_of("mutants", part).exists():
                continue
            faults = list(faults_of(file))
            chosen = Random(part).sample(faults, min(len(faults), most or len(faults)))  # noqa: S311 - seeded
            noticed = list(pool.map(_is_noticed, chosen, [_asked(fault, runs) for fault in chosen]))
            tried, killed = tried + len(noticed), killed + sum(noticed)
            lived = [str(fault) for fault, was in zip(chosen, noticed, strict=True) if not was]
            print(f"{sum(noticed)}/{len(noticed)} {file.relative_to(ROOT)}", *lived, sep="\n  ", flush=True)  # noqa: T201
            if not most:
                note_part("mutants", part, runs=len(noticed), failures=[], killed=sum(noticed))
    print(f"{killed} of {tried} noticed")  # noqa: T201 - a proof tells
    return int(killed * 100 < LEAST_PERCENT * tried)


def _recorded() -> Runs:
    """Which tests run which lines, and that they all pass without a fault."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "coverage"
        if _in_a_process(lambda: _recorded_into(file)):
            raise SystemExit("the tests fail without any fault")
        data = CoverageData(str(file))
        data.read()
        return {name: data.contexts_by_lineno(name) for name in data.measured_files()}


def _recorded_into(file: Path) -> int:
    cover = Coverage(data_file=str(file), source=["incentives"])
    cover.start()
    code = pytest.main([*AS_EVER, "tests/incentives"], plugins=[_Recorder(cover)])
    cover.stop()
    cover.save()
    return int(code)


class _Recorder:
    def __init__(self, cover: Coverage) -> None:
        self.cover = cover

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self.cover.switch_context(_plain(nodeid))


class _Chosen:
    """Only these tests, the quickest first, those named after the file before others."""

    def __init__(self, names: Sequence[str], first: str) -> None:
        self.names, self.first = frozenset(names), first

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        wanted = [item for item in items if not self.names or _plain(item.nodeid) in self.names]
        items[:] = sorted(wanted, key=lambda item: (item.path.name in LONGEST, item.path.name != self.first))


def _asked(fault: Fault, runs: Runs) -> Sequence[str]:
    """The tests that run the function in which the fault is; none named means all."""
    lines = runs[str(fault.file)]
    found = {name for line in range(fault.first, fault.last + 1) for name in lines.get(line, ())}
    return () if "" in found else sorted(found)


def _is_noticed(fault: Fault, names: Sequence[str]) -> bool:
    status = _in_a_process(lambda: _asked_with(fault, names))
    if status in (pytest.ExitCode.USAGE_ERROR, pytest.ExitCode.NO_TESTS_COLLECTED):
        raise SystemExit(f"nothing was asked about {fault}")
    return status != 0


def _asked_with(fault: Fault, names: Sequence[str]) -> int:
    loaded, own = SourceFileLoader.get_code, str(fault.file)
    code = compile(fault.changed(), own, "exec", dont_inherit=True)

    def get_code(self: SourceFileLoader, name: str) -> CodeType | None:
        return code if self.path == own else loaded(self, name)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign]
    files = sorted({name.partition("::")[0] for name in names}) or ["tests/incentives"]
    return int(pytest.main([*AS_EVER, *files], plugins=[_Chosen(names, f"test_{fault.file.stem}.py")]))


def _in_a_process(work: Any) -> int:
    """The exit code of this work in a copy of this process, other than 0 when it was too long or too large."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = int(pytest.ExitCode.INTERNAL_ERROR)
    try:
        for limit, most in MOST.items():
            resource.setrlimit(limit, (most, most))
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        code = work()
    finally:
        os._exit(code)


def _plain(nodeid: str) -> str:
    """A test's name without its parameters."""
    return nodeid.partition("[")[0]


if __name__ == "__main__":
    sys.exit(main())
