"""Light in rooms: the room made out anew, and a new paint, each against its limit."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from configurator.bench.timing import best_ms
from configurator.colours.service import longest_mm
from configurator.config import ROOT
from rooms.light import Enclosure, Room, enclosure
from rooms.light.radiosity import LONGEST_MM
from rooms.plan import Plan
from rooms.scene import describe

CASES = ("white", "ell", "furnished")
FLATS = ("family", "studio", "attic")
AIMS_MS = {"moved": 500, "painted": 50}
BANDS = 31


def measure(_: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """The stored cases by their places, and every room of the example flats by its surfaces, as the studio asks."""
    for name in CASES:
        closing = enclosure(_scene(ROOT / "tests" / "cases" / "light" / f"{name}.json", "plan"), 0)
        yield {"bench": "light", "room": name, "aims_ms": AIMS_MS, **_spent(closing, LONGEST_MM)}
    for name in FLATS:
        scene = _scene(ROOT / "examples" / "flats" / f"{name}.json")
        for room in range(len(scene["rooms"])):
            closing = enclosure(scene, room)
            told = {"room": f"{name} {room}", "things": len(closing.boxes), "aims_ms": AIMS_MS}
            yield {"bench": "light", **told, **_spent(closing, longest_mm(closing))}


def _scene(file: Path, *keys: str) -> Mapping[str, Any]:
    document = json.loads(file.read_text("utf-8"))
    for key in keys:
        document = document[key]
    return describe(Plan(document), None, lambda code: code)


def _spent(closing: Enclosure, longest: float) -> dict[str, float]:
    room = Room(closing, longest)
    reflecting = np.full((len(closing.parts), BANDS), 0.6)
    giving = np.array([[1.0 if part.of == "opening" else 0.0] * BANDS for part in closing.parts])
    before = room.lit(reflecting, giving)
    painted = reflecting.copy()
    painted[0] = np.linspace(0.1, 0.8, BANDS)
    moved_ms = best_ms(lambda: len(Room(closing, longest).patches))
    return {
        "patches": len(room.patches),
        "moved_ms": moved_ms,
        "painted_ms": best_ms(lambda: room.lit(painted, giving, before=before)),
    }
