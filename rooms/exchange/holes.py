"""Which walls a door or window cuts, and where along each."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import shapely

from rooms.description import COLLECTIONS
from rooms.entities import Wall
from rooms.exchange.gathering import Gathering
from rooms.walls.centreline import CentreLine, centre_line
from rooms.walls.polygon import whole
from rooms.walls.thickness import half_mm, thickest_mm
from rooms.walls.vector import Vector, dot, minus

FIELDS: Mapping[str, Any] = COLLECTIONS["openings"]["fields"]
LEAST_COSINE = math.cos(math.radians(20))
"""A door may stand askew in its wall by so much."""
REACH_MM = 60
"""How far a door's middle may lie outside the wall's solid and still be in it."""
MOST_WALLS = 4
"""One door is put into so many walls at most."""
MOST_CANDIDATES = 64
"""Walls looked at for one door; where more than this cross at one place, no choice among them means anything."""
CUT_MM = 2
"""A hole may pass its wall's end by so much before anyone is told."""


@dataclass(frozen=True)
class Hole:
    """What a door cuts out: the middle, unit directions of width and front, width and depth, bottom and height, mm."""

    middle: Vector
    along: Vector
    outwards: Vector
    width: int
    depth: int
    sill: int
    height: int


@dataclass(frozen=True)
class Leaf:
    """The way a door swings: to its front or its back, its axis at the left or the right seen from the front."""

    forwards: bool = True
    axis_left: bool = True


@dataclass(frozen=True)
class Fit:
    """How a hole lies in a wall, in mm: its middle from a, the stretch that both have, the middle off the line."""

    wall: Wall
    line: CentreLine
    middle_mm: float
    shared_mm: float
    off_mm: float


class Walls:
    """The plan's walls by place, to be asked which holds a hole."""

    def __init__(self, walls: Mapping[str, Wall]) -> None:
        lines = ((wall, centre_line(wall)) for wall in walls.values())
        self._walls = [(wall, line) for wall, line in lines if line is not None]
        shapes = [shapely.box(*_bounds(line, thickest_mm(wall) / 2 + REACH_MM)) for wall, line in self._walls]
        self._tree = shapely.STRtree(shapes)

    def fits(self, hole: Hole, level: str) -> list[Fit]:
        """The walls of the level that hold a part of the hole, the best first."""
        near = sorted(self._tree.query(shapely.Point(hole.middle).buffer(hole.width / 2)).tolist())[:MOST_CANDIDATES]
        found = (_fit(hole, *self._walls[number]) for number in near if self._walls[number][0].level == level)
        return sorted((fit for fit in found if fit), key=lambda fit: (-fit.shared_mm, fit.off_mm))


def gather_opening(
    place: str, kind: str, hole: Hole, leaf: Leaf, level: str, *, walls: Walls, gathering: Gathering
) -> None:
    """Gather the opening in the wall that holds most of it, and a passage or window in every other that it cuts."""
    fits = walls.fits(hole, level)
    if not fits:
        gathering.note(place, "no_wall_here")
        return
    parts = [fits[0], *(fit for fit in fits[1:MOST_WALLS] if _cuts(hole, fit))]
    if len(parts) > 1:
        gathering.note(place, "spans_walls")
    elif fits[0].shared_mm < hole.width - CUT_MM:
        gathering.note(place, "opening_cut")
    heights = _heights(place, hole, gathering)
    for fit, kind_of_part in zip(parts, _kinds(kind, len(parts)), strict=True):
        values = _stretch(hole, fit) | heights | _swing(leaf, hole, fit)
        gathering.add("openings", place, values | {"kind": kind_of_part})


def _fit(hole: Hole, wall: Wall, line: CentreLine) -> Fit | None:
    middle = line.along(hole.middle)
    off = abs(line.right(hole.middle))
    if off > half_mm(wall, middle) + REACH_MM or abs(dot(_right(line, middle), hole.outwards)) < LEAST_COSINE:
        return None
    shared = min(middle + hole.width / 2, line.length_mm) - max(middle - hole.width / 2, 0.0)
    return Fit(wall, line, middle, shared, off) if shared >= FIELDS["width"]["from"] else None


def _cuts(hole: Hole, fit: Fit) -> bool:
    """Whether the hole, as deep as the door says, reaches into the wall's solid."""
    return fit.off_mm < half_mm(fit.wall, fit.middle_mm) + hole.depth / 2 - CUT_MM


def _kinds(kind: str, count: int) -> list[str]:
    if count > 1 and kind.endswith("window"):
        return ["window"] * count
    return [kind, *["passage"] * (count - 1)]


def _stretch(hole: Hole, fit: Fit) -> dict[str, Any]:
    """Wall, end, offset and width in whole mm: the part of the hole between the wall's ends, from the nearer one."""
    low = max(fit.middle_mm - hole.width / 2, 0.0)
    high = min(fit.middle_mm + hole.width / 2, fit.line.length_mm)
    from_b = fit.line.length_mm - high
    where = {"from": "a", "offset": whole(low)} if low <= from_b else {"from": "b", "offset": whole(from_b)}
    return {"wall": fit.wall.id} | where | {"width": min(whole(high - low), FIELDS["width"]["to"])}


def _heights(place: str, hole: Hole, gathering: Gathering) -> dict[str, int]:
    given = {"height": hole.height, "sill": hole.sill}
    return {
        name: gathering.size(place, value, FIELDS[name]["from"], FIELDS[name]["to"]) for name, value in given.items()
    }


def _swing(leaf: Leaf, hole: Hole, fit: Fit) -> dict[str, str]:
    """The side of the wall that the leaf swings to, and the hand its axis is at when looked at from there."""
    front_is_right = dot(_right(fit.line, fit.middle_mm), hole.outwards) > 0
    return {
        "hinge": "left" if leaf.axis_left == leaf.forwards else "right",
        "opens": "right" if front_is_right == leaf.forwards else "left",
    }


def _right(line: CentreLine, along_mm: float) -> Vector:
    """The unit direction to the right of the line at that place."""
    return minus(line.at(along_mm, 1.0), line.at(along_mm))


def _bounds(line: CentreLine, margin: float) -> tuple[float, float, float, float]:
    xs, ys = [point[0] for point in line.points], [point[1] for point in line.points]
    return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin
