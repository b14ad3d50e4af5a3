"""docs/proof.json: what the long proofs found, each with the hash of the code that it proved.

A proof goes in parts, each noted under var/ when it is through, so that one that was cut off goes on where it stopped;
`python -m tests.proofs` sums up the parts of the present code.
"""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
FILE = ROOT / "docs" / "proof.json"
CODE = ("configurator", "incentives", "rooms", "samples", "static", "templates", "tests")
ONLY = {
    "mutants": (
        "incentives", "tests/incentives", "tests/cases/incentives", "tests/mutants.py", "tests/faults.py",
        "examples/terms", "docs/decisions.md",
    ),
}  # fmt: skip
"""What a proof is about, when that is not all of the code."""


def part_of(name: str, part: int) -> Path:
    """Where a part of a proof of the present code is noted; it is there when the part is through."""
    return _folder(name) / f"{part}.json"


def note_part(name: str, part: int, *, runs: int, failures: list[str], **counts: int) -> None:
    """Note a part that is through; `counts` tell more of it in numbers that can be summed."""
    file = part_of(name, part)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"runs": runs, "failures": failures} | counts), "utf-8")


def sum_up() -> None:
    """Put the sums of all parts of the present code into docs/proof.json, in the place of the last ones."""
    kept = json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}
    for folder in sorted((ROOT / "var" / "proofs").glob("*/*")):
        if folder == _folder(folder.name):
            parts = [json.loads(file.read_text("utf-8")) for file in folder.glob("*.json")]
            kept[folder.name] = _sum(parts) | {"code": code_hash(folder.name)}
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(kept[name])}" for name in sorted(kept))
    FILE.write_text(f"{{\n{lines}\n}}\n", "utf-8")


def code_hash(name: str) -> str:
    """SHA-256 over the names and contents of all files that the proof is about and git knows."""
    listed = subprocess.run(["git", "ls-files", "-z", *ONLY.get(name, CODE)], cwd=ROOT, capture_output=True, check=True)
    digest = sha256()
    for file in sorted(listed.stdout.decode().split("\0")):
        if file and (ROOT / file).is_file():
            digest.update(f"{file}\0".encode() + sha256((ROOT / file).read_bytes()).digest())
    return digest.hexdigest()


def _folder(name: str) -> Path:
    return ROOT / "var" / "proofs" / code_hash(name)[:16] / name


def _sum(parts: list[dict[str, Any]]) -> dict[str, Any]:
    """Seeds are the parts' numbers, from 0."""
    counts = {name: sum(part[name] for part in parts) for name in parts[0] if name != "failures"}
    failures = sum(len(part["failures"]) for part in parts)
    date = datetime.now(UTC).date().isoformat()
    return counts | {"failures": failures, "seeds": len(parts), "date": date}


if __name__ == "__main__":
    sum_up()
