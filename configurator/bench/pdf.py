"""The whole PDF of a plan: seconds of processor time and the most memory, each in a process of its own."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from configurator.config import ROOT
from configurator.start.starts import starts

ONE = """
import json, resource, sys
from configurator.cli import main
code = main(["pdf", sys.argv[1], "-o", sys.argv[2]])
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps([code, round(used.ru_utime + used.ru_stime, 2), used.ru_maxrss // 1024]))
"""


def measure(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """The starting rooms, and the plan that `--plan` names."""
    with tempfile.TemporaryDirectory() as folder:
        for key in ("bathroom", "moving_in"):
            plan = Path(folder) / f"{key}.json"
            plan.write_text(json.dumps(starts()[key].document), "utf-8")
            yield _measured(plan, Path(folder))
        if options.plan:
            yield _measured(options.plan, Path(folder))


def _measured(plan: Path, folder: Path) -> dict[str, Any]:
    made = folder / "made.pdf"
    ran = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", ONE, str(plan.resolve()), str(made)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    _, seconds, memory_mb = json.loads(ran.stdout.splitlines()[-1])
    row = {"bench": "pdf", "plan": plan.name, "processor_s": seconds, "memory_mb": memory_mb}
    return row | {"kilobytes": made.stat().st_size // 1000}
