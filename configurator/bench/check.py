"""All checks on furnished flats: those of the examples, and a plan of one's own by --plan.

`ms` is the answer without ways out, from a document that nobody has looked at yet; `with_fixes_ms` with all of them
tried.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import Any

from configurator.bench.timing import best_ms
from configurator.commands.plan_argument import read_plan
from configurator.config import ROOT
from rooms.checks import check
from rooms.description import Document
from rooms.plan import Plan
from samples.demo import demo_deck

FLATS = ROOT / "examples" / "flats"
AIM_MS = 50


def measure(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    for name, document in _documents(options):
        found = check(Plan(document), colours=demo_deck().hex_of)
        yield {
            "bench": "check",
            "plan": name,
            "rooms": len(document.get("rooms", {})),
            "items": len(document.get("items", {})),
            "findings": len(found),
            "fixes": sum(finding.fix is not None for finding in found),
            "ms": _spent_ms(document, with_fixes=False),
            "aim_ms": AIM_MS,
            "with_fixes_ms": _spent_ms(document, with_fixes=True),
        }


def _documents(options: argparse.Namespace) -> Iterator[tuple[str, Document]]:
    for file in sorted(FLATS.glob("*.json")):
        yield file.stem, json.loads(file.read_text("utf-8"))
    if options.plan:
        yield options.plan.stem, read_plan(str(options.plan)).document


def _spent_ms(document: Document, *, with_fixes: bool) -> float:
    """With a new plan each time: a plan keeps what was found in it."""
    return best_ms(lambda: check(Plan(document), colours=demo_deck().hex_of, with_fixes=with_fixes))
