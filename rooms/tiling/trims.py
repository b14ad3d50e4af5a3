"""Where a tiled wall needs a trim: free upper and lower edges, the edges of openings, corners that stand out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import shapely

from rooms.outline import Found
from rooms.surfaces import Face, Surfaces
from rooms.tiling.patterns import Flat
from rooms.tiling.surface import Tiled
from rooms.tiling.tiled import is_outer, reveal_edges

Edge = Literal["top", "bottom", "opening", "corner"]

STOCK_MM = 2500
"""Tile trims are sold by 2.5 m."""
LEAST_MM = 10
SAME_MM = 1


@dataclass(frozen=True)
class Trim:
    """One straight piece on an edge of a tiled wall."""

    edge: Edge
    wall: str
    room: int
    length_mm: float


def trims_of(tiled: Sequence[Tiled], found: Found, surfaces: Surfaces) -> tuple[Trim, ...]:
    """Wall by wall, then niches in walls that are not tiled, then the outer corners where two tiled walls meet.

    Inner corners take none.
    """
    walls = [one for one in tiled if one.face == "wall"]
    flat = [trim for one in walls for trim in _of_wall(one)]
    mouths = [Trim("opening", one.wall or "", one.room, one.free_mm) for one in tiled if one.free_mm > LEAST_MM]
    return (*flat, *mouths, *_corners(walls, found, surfaces))


def _of_wall(one: Tiled) -> Iterator[Trim]:
    borders: list[tuple[Edge, float]] = []
    if one.z_to is not None and one.highest is not None and one.z_to < one.highest - SAME_MM:
        borders.append(("top", one.z_to))
    if one.z_from > 0:
        borders.append(("bottom", one.z_from))
    for edge, z in borders:
        for mm in _along(one, z):
            yield Trim(edge, one.wall or "", one.room, mm)
    for hole in one.holes.values():
        yield from (Trim("opening", one.wall or "", one.room, mm) for mm in reveal_edges(one, hole) if mm > LEAST_MM)


def _along(one: Tiled, z: float) -> list[float]:
    """The lengths of the outline's border at a height."""
    left, _low, right, _high = one.outline.bounds
    line = shapely.LineString([(left - 1, z), (right + 1, z)])
    shared = shapely.get_parts(shapely.line_merge(shapely.intersection(one.outline.boundary, line)))
    return [part.length for part in shared if part.length > LEAST_MM]


def _corners(walls: Sequence[Tiled], found: Found, surfaces: Surfaces) -> Iterator[Trim]:
    """Once for each corner: as high as both of its walls are tiled."""
    by_face: dict[tuple[str, str, float], list[Tiled]] = {}
    for one in walls:
        by_face.setdefault((one.wall or "", one.side or "", one.from_mm), []).append(one)
    for before, after, corner in _meetings(surfaces.faces):
        ends = before.points[-2], after.points[1]
        held = [by_face.get((face.wall, face.side, face.from_mm), ()) for face in (before, after)]
        if all(held) and is_outer(found.rooms[before.room], corner, *ends):
            for one in held[0]:
                for other in held[1]:
                    shared = min(_top(one), _top(other)) - max(one.z_from, other.z_from)
                    if shared > LEAST_MM:
                        yield Trim("corner", one.wall or "", one.room, shared)


def _meetings(faces: Sequence[Face]) -> Iterator[tuple[Face, Face, Flat]]:
    """Faces of one room that follow one another about it, and the corner between them."""
    begins = {(face.room, face.points[0]): face for face in faces if len(face.points) > 1}
    for face in faces:
        after = begins.get((face.room, face.points[-1]))
        if after is not None and after is not face:
            yield face, after, face.points[-1]


def _top(one: Tiled) -> float:
    return float(one.outline.bounds[3])


def edges_by_kind(trims: Sequence[Trim]) -> dict[Edge, float]:
    """Millimetres of each kind of edge."""
    told: dict[Edge, float] = {}
    for trim in trims:
        told[trim.edge] = told.get(trim.edge, 0.0) + trim.length_mm
    return told
