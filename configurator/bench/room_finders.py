"""Rooms that other planners find in the same walls, where they are installed."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely

from configurator.bench.rooms import javascript_ms, python_ms
from configurator.config import ROOT
from rooms.bench import grid_plan
from rooms.entities import Wall
from rooms.exchange import read
from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.walls.centreline import centre_line

CASES = ROOT / "tests" / "cases" / "outline"
PEERS = Path(__file__).parent / "peers"
PACKAGES = {"react-planner": "react_planner.mjs", "@pascal-app/core": "pascal.mjs"}
NEAR = 0.02
"""A share of the area: centre lines instead of inner faces are further off in any room of a flat."""
TIMED_WALLS = 480
"""The grid whose rooms are found for the time."""
Piece = dict[str, Any]
"""A straight stretch of wall: `a`, `b` (mm), `thickness`; what bends comes in chords."""
Finder = Callable[[Sequence[Sequence[Piece]]], list[dict[str, Any]]]


@dataclass(frozen=True)
class Question:
    """One level's walls and the areas of their rooms, mm²."""

    name: str
    pieces: list[Piece]
    areas_mm2: list[float]


def measure(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """One row for each finder: in how many plans it finds as many rooms as there are, and rooms of their size."""
    asked = [*_cases(), *_homes(options.homes)]
    document = grid_plan(TIMED_WALLS)
    timed = Question("grid", *_level(Plan(document), "l1"))
    yield {"bench": "room_finders", "finder": "ours", "python_ms": python_ms(document), "ms": javascript_ms(document)}
    for name, find in _finders(options.peers).items():
        *answers, last = find([question.pieces for question in [*asked, timed]])
        yield {"bench": "room_finders", "finder": name, "ms": last["ms"]} | _verdict(asked, answers)


def _verdict(asked: Sequence[Question], answers: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    pairs = list(zip(asked, answers, strict=True))
    counted = [question.name for question, answer in pairs if len(answer["areas_mm2"]) != len(question.areas_mm2)]
    sized = [question.name for question, answer in pairs if not _same_areas(question.areas_mm2, answer["areas_mm2"])]
    right = {"plans": len(pairs), "count_right": len(pairs) - len(counted), "areas_right": len(pairs) - len(sized)}
    return right | {"count_wrong_in": counted, "areas_wrong_in": sized}


def _same_areas(wanted: Sequence[float], found: Sequence[float]) -> bool:
    if len(wanted) != len(found):
        return False
    return all(abs(a - b) <= NEAR * a for a, b in zip(sorted(wanted), sorted(found), strict=True))


def _cases() -> Iterator[Question]:
    """The shared cases, whose rooms are worked out by hand; ours finds them all, or a test fails."""
    for path in sorted(CASES.glob("*.json")):
        case = json.loads(path.read_text("utf-8"))
        plan = Plan(case["plan"])
        for level in plan.levels:
            pieces, _ = _level(plan, level)
            areas = [room["area_mm2"] for room in case["found"]["rooms"] if room["level"] == level]
            yield Question(f"{path.stem} {level}", pieces, areas)


def _homes(folder: Path | None) -> Iterator[Question]:
    """Homes from a folder, with the rooms that ours finds."""
    for path in sorted(folder.glob("*.sh3d")) if folder else ():
        plan = Plan(read(path.name, path.read_bytes()).document)
        yield from (Question(f"{path.stem} {level}", *_level(plan, level)) for level in plan.levels)


def _level(plan: Plan, level: str) -> tuple[list[Piece], list[float]]:
    walls = [wall for wall in plan.walls.values() if wall.level == level]
    areas = [float(room.area_mm2) for room in find_rooms(plan).rooms if room.level == level]
    return [piece for wall in walls for piece in _pieces(wall)], areas


def _pieces(wall: Wall) -> Iterator[Piece]:
    line = centre_line(wall)
    if line is None:
        return
    ends = [list(point) for point in line.side(0.0)]
    ends[0], ends[-1] = list(wall.a), list(wall.b)
    for a, b in pairwise(ends):
        yield {"a": a, "b": b, "thickness": wall.thickness}


def _finders(folder: Path | None) -> dict[str, Finder]:
    """Those whose packages lie in the folder: its `node_modules`, and `sweethome3d.jar`."""
    if folder is None:
        return {}
    found: dict[str, Finder] = {}
    for package, script in PACKAGES.items():
        if (folder / "node_modules" / package).is_dir():
            found[package] = partial(_by_node, folder, script)
    if (folder / "sweethome3d.jar").is_file():
        found["Sweet Home 3D"] = partial(_by_java, folder / "sweethome3d.jar")
    return found


def _by_node(folder: Path, script: str, asked: Sequence[Sequence[Piece]]) -> list[dict[str, Any]]:
    """Split where they meet, as those editors split what is drawn; bundled, as Node cannot import the packages."""
    alias = "--alias:pascal=" + str(folder / "node_modules/@pascal-app/core/dist/lib/space-detection.js")
    build = [str(ROOT / "node_modules/.bin/esbuild"), str(PEERS / script), "--bundle", "--platform=node", alias]
    with tempfile.NamedTemporaryFile(suffix=".cjs") as bundle:
        build += [f"--outfile={bundle.name}", "--allow-overwrite"]
        nodes = os.environ | {"NODE_PATH": str(folder / "node_modules")}
        subprocess.run(build, env=nodes, check=True, capture_output=True)  # noqa: S603 - our own
        return _answers(["node", bundle.name], [_split(pieces) for pieces in asked])


def _split(pieces: Sequence[Piece]) -> list[Piece]:
    lines = shapely.node(shapely.MultiLineString([(piece["a"], piece["b"]) for piece in pieces]))
    runs = [pair for line in shapely.get_parts(lines) for pair in pairwise(line.coords)]
    return [{"a": list(a), "b": list(b), "thickness": pieces[0]["thickness"]} for a, b in runs]


def _by_java(jar: Path, asked: Sequence[Sequence[Piece]]) -> list[dict[str, Any]]:
    return _answers(["java", "-Djava.awt.headless=true", "-cp", str(jar), str(PEERS / "SweetHome.java")], asked)


def _answers(command: list[str], asked: Sequence[Sequence[Piece]]) -> list[dict[str, Any]]:
    """A line a level in, ax ay bx by thickness of each wall; a line out, milliseconds and then areas in mm²."""
    lines = [" ".join(str(n) for p in pieces for n in (*p["a"], *p["b"], p["thickness"])) for pieces in asked]
    said = "\n".join(lines) + "\n"
    ran = subprocess.run(command, input=said, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    found = [[float(number) for number in line.split()] for line in ran.stdout.splitlines()]
    return [{"ms": ms, "areas_mm2": areas} for ms, *areas in found]
