"""Walls as solids: mitred corners, tees, caps; their sides, and the stretch of wall that an opening takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import cos, pi, sin

import shapely

from rooms.entities import Opening, Wall
from rooms.plan import Plan
from rooms.walls.centreline import CentreLine, centre_line, facet_count
from rooms.walls.ends import Body, Corner, End, Joint, capped, square_corner
from rooms.walls.joints import joints
from rooms.walls.polygon import Ring, signed_area
from rooms.walls.thickness import face_line, half_mm
from rooms.walls.vector import Vector, across, length, minus

FIT_MM = 1
"""An opening may pass its wall's end by this much: the lengths of slanting walls are not whole millimetres."""


@dataclass(frozen=True)
class Solid:
    """What a wall stands on: a polygon clockwise on the page, and for each of its edges what it is of the wall.

    `sides[n]` (left, right, or the end a or b) belongs to the edge from `polygon[n]` to the next corner.
    `left` and `right` are the lines one sees of the two sides, from a to b: between mitres, from face to face of
    the walls that it runs into. `line` is the wall's centre line, which turns plan points into mm along it and back.
    An arc so long that its ends lie on one another `overlaps` itself.
    """

    wall: str
    line: CentreLine
    polygon: Ring
    sides: tuple[str, ...]
    left: tuple[Vector, ...]
    right: tuple[Vector, ...]
    overlaps: bool = False

    @property
    def pieces(self) -> list[tuple[Ring, tuple[str, ...]]]:
        """Simple polygons and their sides that make up the wall: itself, or facet by facet when it overlaps itself."""
        if not self.overlaps:
            return [(self.polygon, self.sides)]
        half = len(self.polygon) // 2
        facets = zip(pairwise(self.polygon[:half]), pairwise(self.polygon[: half - 1 : -1]), strict=True)
        return [((p, q, s, r), ("left", "b", "right", "a")) for (p, q), (r, s) in facets]


def solids(plan: Plan, level_id: str) -> Mapping[str, Solid]:
    """The solids of a level's walls and, after them, of its columns and shafts by id, in the document's order.

    Walls of no length have none.
    """
    lines = [(wall, line) for wall in plan.walls.values() if wall.level == level_id if (line := centre_line(wall))]
    ends = [end for place, (wall, line) in enumerate(lines) for end in _ends(place, wall, line)]
    joined = joints(ends, [_body(wall, line) for wall, line in lines])
    walls = {
        wall.id: _solid(wall, line, ends[2 * place : 2 * place + 2], joined[2 * place : 2 * place + 2])
        for place, (wall, line) in enumerate(lines)
    }
    blocks = (plan.bodies[block.id] for block in plan.solids.values() if block.stands and block.level == level_id)
    return walls | {block.id: alone for block in blocks if (alone := _standing_alone(block))}


def wall_solids(plan: Plan, level_id: str) -> Mapping[str, Ring]:
    """The polygons (mm, floats, clockwise on the page) of a level's walls by id."""
    return {id_: solid.polygon for id_, solid in solids(plan, level_id).items()}


def side_line(wall: Wall, side: str) -> tuple[Vector, ...]:
    """The face line of the wall taken alone, from a to b, as if no other wall met it; empty when of no length."""
    line = centre_line(wall)
    return face_line(wall, line, side) if line else ()


def seen_length_mm(solid: Solid, side: str) -> float:
    """How long the side is to somebody who stands before it: between mitres, from face to face of crossing walls."""
    line = solid.right if side == "right" else solid.left
    return sum(length(minus(q, p)) for p, q in pairwise(line))


def wall_length_mm(wall: Wall) -> float:
    """The length of the centre line."""
    line = centre_line(wall)
    return line.length_mm if line else 0.0


def opening_span(wall: Wall, opening: Opening) -> tuple[float, float] | None:
    """The stretch (from, to) mm from a that the opening takes of its wall, cut at the ends; None when beyond them."""
    whole, length_mm = _wanted_span(wall, opening), wall_length_mm(wall)
    low, high = max(whole[0], 0.0), min(whole[1], length_mm)
    return (low, high) if low < high else None


def opening_fits(wall: Wall, opening: Opening) -> bool:
    low, high = _wanted_span(wall, opening)
    return low >= -FIT_MM and high <= wall_length_mm(wall) + FIT_MM


def _wanted_span(wall: Wall, opening: Opening) -> tuple[float, float]:
    near = float(opening.offset)
    if opening.from_ == "b":
        near = wall_length_mm(wall) - opening.offset - opening.width
    return near, near + opening.width


def _ends(place: int, wall: Wall, line: CentreLine) -> tuple[End, End]:
    at_a, at_b = _halves_mm(wall, line)
    left, right = face_line(wall, line, "left"), face_line(wall, line, "right")
    out_a, out_b = line.normals[0], line.normals[-1]
    return (
        End(place, line.points[0], (out_a[1], -out_a[0]), at_a, line.length_mm, left, right),
        End(place, line.points[-1], (-out_b[1], out_b[0]), at_b, line.length_mm, right[::-1], left[::-1]),
    )


def _body(wall: Wall, line: CentreLine) -> Body:
    xs, ys = [point[0] for point in line.points], [point[1] for point in line.points]
    return Body(line.points, _halves_mm(wall, line), (min(xs), min(ys), max(xs), max(ys)))


def _halves_mm(wall: Wall, line: CentreLine) -> tuple[float, float]:
    return half_mm(wall, 0.0), half_mm(wall, line.length_mm)


def _solid(wall: Wall, line: CentreLine, ends: Sequence[End], joined: Sequence[Joint]) -> Solid:
    solid = _assembled(wall, line, ends, joined)
    plain = wall.bulge == 0 and all(len(joint.between) < 2 for joint in joined)
    if plain or _is_simple(solid.polygon):
        return solid
    alone = _assembled(wall, line, ends, [capped(end) for end in ends])
    return alone if _is_simple(alone.polygon) else replace(alone, overlaps=True)


def _standing_alone(block: Wall) -> Solid | None:
    """A column or shaft: nothing joins it, and its ends are square, or it is round in facets like an arc's."""
    line = centre_line(block)
    if line is None:
        return None
    left, right = (line.side(-block.thickness / 2), line.side(block.thickness / 2))
    if block.round:
        left, right = _half_circle(line, -1), _half_circle(line, 1)
        sides = ("left",) * (len(left) - 1) + ("right",) * (len(right) - 1)
        return Solid(block.id, line, (*left, *right[-2:0:-1]), sides, left, right)
    return Solid(block.id, line, (*left, *right[::-1]), ("left", "b", "right", "a"), left, right)


def _half_circle(line: CentreLine, side: int) -> tuple[Vector, ...]:
    """The half of a circle about the line that lies to its left (-1) or right (1), from a to b."""
    radius = line.length_mm / 2
    facets = facet_count(radius, pi)
    turns = [pi * place / facets for place in range(facets + 1)]
    inner = [line.at(radius - radius * cos(turn), side * radius * sin(turn)) for turn in turns[1:-1]]
    return (line.points[0], *inner, line.points[-1])


def _is_simple(ring: Ring) -> bool:
    """Only bevels and tight arcs can cross themselves: mitres alone keep both sides and the ends in order."""
    return signed_area(ring) > 0 and bool(shapely.Polygon(ring).is_valid)


def _assembled(wall: Wall, line: CentreLine, ends: Sequence[End], joined: Sequence[Joint]) -> Solid:
    a, b = joined
    left, seen_left = _side(ends[0].left, a.left, b.right)
    right, seen_right = _side(ends[0].right, a.right, b.left)
    at_b = _bent((left[-1], *b.between, right[-1])) if b.between else ()
    at_a = _bent((right[0], *a.between, left[0])) if a.between else ()
    polygon = (*left, *at_b, *right[::-1], *at_a)
    sides = ("left",) * (len(left) - 1) + ("b",) * (len(at_b) + 1)
    sides += ("right",) * (len(right) - 1) + ("a",) * (len(at_a) + 1)
    return Solid(wall.id, line, polygon, sides, seen_left, seen_right)


def _side(line: tuple[Vector, ...], at_a: Corner, at_b: Corner) -> tuple[tuple[Vector, ...], tuple[Vector, ...]]:
    """A side between its corners, whole and as seen; where the corners pass one another both are left square."""
    facets = len(line) - 1
    if at_a.place + at_b.place >= facets:
        at_a, at_b = square_corner(line), square_corner(line[::-1])
    inner = line[max(int(at_a.place) + 1, 1) : facets - max(int(at_b.place), 0)]
    return (at_a.point, *inner, at_b.point), (at_a.seen, *inner, at_b.seen)


def _bent(chain: tuple[Vector, ...]) -> tuple[Vector, ...]:
    """The inner points of a chain without those that lie straight between the two ends of it."""
    first, last = chain[0], chain[-1]
    way = minus(last, first)
    if all(abs(across(minus(point, first), way)) <= 1e-6 * length(way) for point in chain[1:-1]):
        return ()
    return chain[1:-1]
