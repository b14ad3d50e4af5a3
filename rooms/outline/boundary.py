"""Which stretch of which wall bounds a room: the room's rings followed along the faces of the wall solids."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter

import shapely

from rooms.walls import Solid
from rooms.walls.polygon import Ring, bends, cleaned, edges, fine, signed_area, topmost
from rooms.walls.vector import Vector, across, dot, length, minus, moved

ON_FACE_MM = 2e-5
"""How far rounding may carry a room's edge from the face that made it."""


@dataclass(frozen=True)
class Edge:
    """A stretch of one wall's side about a room, `points` in the order of the room's ring.

    `side` is left or right, or the end a or b of a wall that ends in the room. `from_mm` <= `to_mm` are the feet of
    the stretch along the wall's centre line from a; the outer face of a corner reaches beyond the centre line's ends.
    """

    wall: str
    side: str
    from_mm: float
    to_mm: float
    points: Ring


@dataclass(frozen=True)
class Faces:
    """The edges of a level's solids: whose the n-th is, its two ends, and a tree to find those near a line."""

    owners: Sequence[tuple[Solid, str]]
    lines: Sequence[tuple[Vector, Vector]]
    tree: shapely.STRtree


def faces_of(standing: Collection[Solid]) -> Faces:
    owners = [(solid, side) for solid in standing for _ring, sides in solid.pieces for side in sides]
    lines = [edge for solid in standing for ring, _sides in solid.pieces for edge in edges(ring)]
    return Faces(owners, lines, shapely.STRtree(shapely.linestrings(lines or [((0, 0), (0, 0))]).tolist()))


@dataclass(frozen=True)
class Rim:
    """One ring of a room's outline, the room on the right hand: its corners, and whose the edge from each is."""

    points: Sequence[Vector]
    owners: Sequence[int]


def rim_of(ring: Ring, faces: Faces, *, clockwise: bool) -> Rim:
    """The ring walked in the wanted direction from its topmost corner; of walls on one another the first owns it."""
    ordered = ring if (signed_area(ring) > 0) == clockwise else ring[::-1]
    points, owners = cleaned(*_owned(ordered, faces))
    start = topmost(points)
    return Rim(points[start:] + points[:start], owners[start:] + owners[:start])


def stretches(rim: Rim, faces: Faces) -> list[Edge]:
    """The stretches of wall along the rim, one for each run along one side of a wall."""
    owners = [(faces.owners[owner][0].wall, faces.owners[owner][1]) for owner in rim.owners]
    runs = [[place for place, _owner in run] for _owner, run in groupby(enumerate(owners), key=itemgetter(1))]
    if len(runs) > 1 and owners[0] == owners[-1]:
        runs = [[*runs[-1], *runs[0]], *runs[1:-1]]
    corners = [[rim.points[place] for place in (*run, (run[-1] + 1) % len(owners))] for run in runs]
    return [_edge(points, *faces.owners[rim.owners[run[0]]]) for points, run in zip(corners, runs, strict=True)]


def _owned(ring: Ring, faces: Faces) -> tuple[list[Vector], list[int]]:
    """The ring cut where the first face along it changes, and the face of each edge."""
    sides = list(edges(ring))
    near: list[list[int]] = [[] for _ in sides]
    for place, face in faces.tree.query(shapely.linestrings(sides), "dwithin", ON_FACE_MM).T.tolist():
        near[place].append(face)
    pieces = [piece for side, places in zip(sides, near, strict=True) for piece in _cut(*side, sorted(places), faces)]
    return [point for point, _face in pieces], [face for _point, face in pieces]


def _cut(start: Vector, stop: Vector, near: Sequence[int], faces: Faces) -> Iterator[tuple[Vector, int]]:
    """Where each piece of the edge starts that one face covers, and that face, the first where there are several."""
    way, long = minus(stop, start), length(minus(stop, start))
    covers = [(*cover, face) for face in near if (cover := _cover(start, way, long, faces.lines[face]))]
    if len(covers) < 2:
        yield start, covers[0][2] if covers else near[0]
        return
    stops = sorted({place for low, high, _face in covers for place in (low, high)})
    for low, high in pairwise([0.0, *stops[1:-1], long]):
        middle = (low + high) / 2
        face = next((face for least, most, face in covers if least <= middle <= most), covers[0][2])
        yield moved(start, way, low / long), face


def _cover(start: Vector, way: Vector, long: float, face: tuple[Vector, Vector]) -> tuple[float, float] | None:
    """From where to where along the edge, in mm, the face lies on it."""
    p, q = minus(face[0], start), minus(face[1], start)
    foot, other_foot = dot(way, p) / long, dot(way, q) / long
    low, high = max(min(foot, other_foot), 0.0), min(max(foot, other_foot), long)
    if high - low <= ON_FACE_MM:
        return None
    off, other_off = across(way, p) / long, across(way, q) / long
    slope = (other_off - off) / (other_foot - foot)
    off_low, off_high = off + slope * (low - foot), off + slope * (high - foot)
    return (low, high) if max(abs(off_low), abs(off_high)) <= ON_FACE_MM else None


def _edge(points: Sequence[Vector], solid: Solid, side: str) -> Edge:
    feet = solid.line.along(points[0]), solid.line.along(points[-1])
    written = tuple((fine(x), fine(y)) for x, y in bends(points))
    return Edge(solid.wall, side, fine(min(feet)), fine(max(feet)), written)
