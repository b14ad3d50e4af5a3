"""Light in the rooms of the stored cases: the room made out anew, and a new paint; against the limits of the page."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import Any

import numpy as np

from configurator.bench.timing import best_ms
from configurator.config import ROOT
from rooms.light import Enclosure, Room, enclosure
from rooms.plan import Plan
from rooms.scene import describe

NAMES = ("white", "ell", "furnished")
AIMS_MS = {"moved": 500, "painted": 50}
BANDS = 31


def measure(_: argparse.Namespace) -> Iterator[dict[str, Any]]:
    for name in NAMES:
        plan = json.loads((ROOT / "tests" / "cases" / "light" / f"{name}.json").read_text("utf-8"))["plan"]
        closing = enclosure(describe(Plan(plan), None, lambda code: code), 0)
        yield {
            "bench": "light",
            "room": name,
            "patches": len(Room(closing).patches),
            "aims_ms": AIMS_MS,
            **_spent(closing),
        }


def _spent(closing: Enclosure) -> dict[str, float]:
    room = Room(closing)
    reflecting = np.full((len(closing.parts), BANDS), 0.6)
    giving = np.array([[1.0 if part.of == "opening" else 0.0] * BANDS for part in closing.parts])
    before = room.lit(reflecting, giving)
    painted = reflecting.copy()
    painted[0] = np.linspace(0.1, 0.8, BANDS)
    moved_ms = best_ms(lambda: len(Room(closing).patches))
    return {"moved_ms": moved_ms, "painted_ms": best_ms(lambda: room.lit(painted, giving, before=before))}
