"""A Floorplanner design's walls, of which `balance` tells how their thickness lies about the line, and openings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import dist
from typing import Any

from rooms.description import COLLECTIONS
from rooms.entities import Point
from rooms.exchange.corners import End, Line, join
from rooms.exchange.gathering import Gathering
from rooms.exchange.holes import Hole, Leaf, Walls, gather_opening
from rooms.exchange.json_text import length, real
from rooms.exchange.naming import opening_kind
from rooms.fault import Fault
from rooms.walls.polygon import whole
from rooms.walls.vector import Vector, minus, moved

CM = 10.0
USUAL_THICKNESS_MM, USUAL_HEIGHT_MM = 150, 2600
FLOATING_MM = 600
"""A wall that begins higher above its floor is a lintel or a gable."""
FIELDS: Mapping[str, Any] = COLLECTIONS["walls"]["fields"]
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
USUAL_OPENING_MM = {"window": (900, 1500), "door": (0, 2050)}


@dataclass(frozen=True)
class Drawn:
    """A wall on the page, mm: the line it is drawn by, and where the middle of its thickness lies."""

    place: str
    given: Mapping[str, Any]
    line: tuple[Point, Point]
    ends: tuple[Point, Point]
    thickness: int
    heights: tuple[int, int]
    bulge: int


@dataclass(frozen=True)
class Called:
    """An opening has no name: its sill and height tell what it is."""

    name: str
    catalog_id: str
    size: tuple[int, int, int]
    elevation: int


def read_walls(design: Mapping[str, Any], level: str, gathering: Gathering) -> Sequence[Drawn]:
    """Gather the walls, those drawn to one corner meeting in one point, and the colours of their sides."""
    drawn = [
        wall
        for number, given in enumerate(design["walls"])
        if (wall := _drawn(f"walls/{number + 1}", given, gathering))
    ]
    joined = join([Line(level, wall.ends, not wall.bulge) for wall in drawn], _links(drawn))
    for wall, line in zip(drawn, joined.lines, strict=True):
        if line.ends[0] == line.ends[1]:
            gathering.note(wall.place, "no_length")
            continue
        sizes = {
            "thickness": wall.thickness,
            "height": wall.heights[0],
            "height_b": wall.heights[1],
            "bulge": wall.bulge,
        }
        values = {
            field: gathering.size(wall.place, size, FIELDS[field]["from"], FIELDS[field]["to"])
            for field, size in sizes.items()
        }
        if values["height_b"] == values["height"]:
            values.pop("height_b")
        a, b = line.ends
        id_ = gathering.add("walls", wall.place, {"level": level, "a": list(a), "b": list(b)} | values)
        decor = wall.given.get("decor")
        for side in ("left", "right"):
            finish = decor.get(side) if isinstance(decor, dict) else None
            colour = str(finish.get("color")) if isinstance(finish, dict) else ""
            if id_ and COLOUR.fullmatch(colour):
                gathering.colour({"wall": id_, "side": side}, colour.lower())
    return drawn


def _drawn(place: str, given: Any, gathering: Gathering) -> Drawn | None:
    try:
        a, b = ((length(given, end, "x", unit_mm=CM), length(given, end, "y", unit_mm=CM)) for end in "ab")
        thickness = length(given, "thickness", unit_mm=CM, missing_mm=USUAL_THICKNESS_MM)
        foot = min(length(given, end, "z", unit_mm=CM, missing_mm=0) for end in ("az", "bz"))
        tops = [length(given, end, "h", unit_mm=CM, missing_mm=USUAL_HEIGHT_MM) for end in ("az", "bz")]
        balance = min(max(real(given, "balance", missing=0.5), 0.0), 1.0)
        control = given.get("c")
        bulge = _bulge(a, b, control) if isinstance(control, dict) else 0
    except Fault as fault:
        gathering.note(place, fault.reason)
        return None
    if a == b or foot > FLOATING_MM:
        gathering.note(place, "floating" if foot > FLOATING_MM else "no_length")
        return None
    if bulge:
        gathering.note(place, "arc_of_a_curve")
    aside = (0.5 - balance) * thickness
    ends = (_aside(a, a, b, aside), _aside(b, a, b, aside))
    return Drawn(place, given, (a, b), ends, thickness, (max(tops[0], 1), max(tops[1], 1)), bulge)


def _bulge(a: Point, b: Point, control: Mapping[str, Any]) -> int:
    """The sagitta of the arc through the middle of a quadratic curve, half way to its control point."""
    way = minus(b, a)
    x, y = length(control, "x", unit_mm=CM) - a[0], length(control, "y", unit_mm=CM) - a[1]
    return whole((way[0] * y - way[1] * x) / (dist(a, b) or 1.0) / 2)


def _aside(point: Vector, a: Point, b: Point, right_mm: float) -> Point:
    way = minus(b, a)
    far = dist(a, b)
    x, y = moved(point, (-way[1] / far, way[0] / far), right_mm)
    return whole(x), whole(y)


def _links(drawn: Sequence[Drawn]) -> list[tuple[End, End]]:
    """The ends that are drawn to the same corner."""
    corners: dict[Point, End] = {}
    links = []
    for number, wall in enumerate(drawn):
        for side in (0, 1):
            first = corners.setdefault(wall.line[side], (number, side))
            if first[0] != number:
                links.append((first, (number, side)))
    return links


def read_openings(drawn: Sequence[Drawn], level: str, gathering: Gathering) -> None:
    """Gather the walls' doors and windows; the file's description does not tell which way they swing."""
    standing = Walls(gathering.plan.walls)
    for wall in drawn:
        openings = wall.given.get("openings")
        for number, opening in enumerate(openings if isinstance(openings, list) else ()):
            place = f"openings/{wall.place.partition('/')[2]}-{number + 1}"
            try:
                hole = _hole(opening, wall)
            except Fault as fault:
                gathering.note(place, fault.reason)
                continue
            called = Called(str(opening.get("type") or ""), "", (hole.width, hole.depth, hole.height), hole.sill)
            kind, guessed = opening_kind(called)
            if guessed:
                gathering.note(place, "kind_guessed")
            gather_opening(place, kind, hole, Leaf(), level, walls=standing, gathering=gathering)


def _hole(opening: Any, wall: Drawn) -> Hole:
    """`t` is how far along its wall's line the opening's middle lies, as a share."""
    share = min(max(real(opening, "t"), 0.0), 1.0)
    low, tall = USUAL_OPENING_MM.get(str(opening.get("type")), USUAL_OPENING_MM["door"])
    (ax, ay), (bx, by) = wall.ends
    along = minus((bx, by), (ax, ay))
    far = dist((ax, ay), (bx, by)) or 1.0
    along = along[0] / far, along[1] / far
    return Hole(
        middle=(ax + (bx - ax) * share, ay + (by - ay) * share),
        along=along,
        outwards=(-along[1], along[0]),
        width=max(length(opening, "width", unit_mm=CM), 1),
        depth=wall.thickness,
        sill=max(length(opening, "z", unit_mm=CM, missing_mm=low), 0),
        height=length(opening, "z_height", unit_mm=CM, missing_mm=tall),
    )
