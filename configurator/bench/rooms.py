"""Rooms found in 12, 60 and 480 walls, in Python and in JavaScript; the peer is the bare union of the wall solids."""

from __future__ import annotations

import argparse
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely

from configurator.bench.timing import best_ms
from configurator.config import ROOT
from rooms.bench import grid_plan
from rooms.description import Document
from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.walls import solids

WALLS = (12, 60, 480)
AIM_MS = {"python": 10, "javascript": 5}
"""For 60 walls."""
SCRIPT = Path(__file__).with_suffix(".mjs")


def measure(_: argparse.Namespace) -> Iterator[dict[str, Any]]:
    for walls in WALLS:
        document = grid_plan(walls)
        peer_ms = _union_ms(document)
        for language, spent_ms in (("python", python_ms(document)), ("javascript", javascript_ms(document))):
            row = {"bench": "rooms", "language": language, "walls": walls, "ms": spent_ms}
            aim = {"aim_ms": AIM_MS[language]} if walls == 60 else {}
            yield row | aim | {"ratio_to_union": round(spent_ms / peer_ms, 2)}


def python_ms(document: Document) -> float:
    """With a new plan each time: a plan keeps what was found in it."""
    return best_ms(lambda: find_rooms(Plan(document)))


def _union_ms(document: Document) -> float:
    rings = [solid.polygon for solid in solids(Plan(document), "l1").values()]
    return best_ms(lambda: shapely.union_all([shapely.Polygon(ring) for ring in rings]))


def javascript_ms(document: Document) -> float:
    ran = subprocess.run(  # noqa: S603 - our own script
        ["node", SCRIPT],  # noqa: S607 - the Node that the project's start has put on the path
        input=json.dumps(document),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return float(ran.stdout)
