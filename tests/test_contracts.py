"""What may import what, and whether types and style hold, as pyproject.toml, package.json and jsconfig.json say."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [
        [BIN / "ruff", "check", "."],
        [BIN / "ruff", "format", "--check", "."],
        [BIN / "mypy"],
        [BIN / "lint-imports"],
        [ROOT / "node_modules/.bin/tsc", "--project", "jsconfig.json"],
        ["node", "--test", "--test-reporter=dot", *sorted(ROOT.glob("tests/js/**/*.test.js"))],
    ],
    ids=["style", "format", "types", "imports", "types of the browser's code", "tests of the browser's code"],
)
def test_the_code_passes_the_check_of_its(command: list[str | Path]) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-6000:]
