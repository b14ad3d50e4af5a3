"""Where an element's body lies: its corners in its own frame, and its footprint on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import cos, pi, sin
from typing import Any

import numpy as np
import shapely

from rooms.exchange.ifc.curves import Curves
from rooms.exchange.ifc.frames import NOTHING, ORIGIN, UP, Doubles, moved, operator, placement, rows, triple
from rooms.exchange.ifc.text import StepFile
from rooms.fault import Fault

MOST_CUTS = 200
"""A chain of cuts in one another is followed so far."""
MOST_MAPS = 8
MOST_VISITED = 5_000_000
"""So many corners are looked at in all: bodies may be named by others without end."""
FINE = 2000
"""Of a body of more corners only those are kept that stick out."""
TURNS, TILTS = 64, (0.0, pi / 4, -pi / 4)
CUT = ("IFCBOOLEANCLIPPINGRESULT", "IFCBOOLEANRESULT")


class Bodies:
    """The bodies of a file; lengths are its own units."""

    def __init__(self, file: StepFile) -> None:
        self._file = file
        self._clouds: dict[int, Doubles] = {}
        self._lists: dict[int, Doubles] = {}
        self._curves = Curves(file)
        self._count = 0

    def items(self, product: int, identifier: str) -> Iterator[int]:
        """The items of an element's representation of that name: `Body` or `Axis`."""
        for representation in self._file.refs(self._file.ref(product, 6), 2):
            if self._file.text(representation, 1).upper() == identifier.upper():
                yield from self._file.refs(representation, 3)

    def cloud(self, product: int) -> Doubles:
        """The corners (n, 3) of the element's body in its own frame; of none at all no rows."""
        return self._together(self._cloud(item) for item in self.items(product, "Body"))

    def footprints(self, product: int) -> list[shapely.Polygon]:
        """What the body's extrusions stand on, in the element's frame; of other bodies the hulls of their parts."""
        return [shape for item in self.items(product, "Body") for shape in self._footprint(item) if shape.area > 0]

    def line(self, product: int) -> list[tuple[float, float]]:
        """The axis: two ends, or an arc's two ends and its middle between them; empty when there is none."""
        for item in self.items(product, "Axis"):
            if len(found := self._curves.curve(item)) >= 2:
                return found
        return []

    def _footprint(self, item: int) -> Iterator[shapely.Polygon]:
        item = self._solid(item)
        if self._file.type(item) == "IFCEXTRUDEDAREASOLID":
            frame = placement(self._file, self._file.ref(item, 1))
            corners = self._curves.profile(self._file.ref(item, 0))
            ring = moved(frame, np.array([(*one, 0.0) for one in corners]))
            if 2 < len(ring) <= FINE:
                whole = shapely.make_valid(shapely.Polygon(ring[:, :2]))
                yield from (part for part in shapely.get_parts(whole) if isinstance(part, shapely.Polygon))
        elif len(cloud := self._cloud(item)) > 2:
            hull = shapely.MultiPoint(cloud[:, :2]).convex_hull
            if isinstance(hull, shapely.Polygon):
                yield hull

    def _solid(self, item: int) -> int:
        """What a body was before it was cut."""
        for _step in range(MOST_CUTS):
            if self._file.type(item) not in CUT:
                return item
            item = self._file.ref(item, 1)
        return 0

    def _cloud(self, item: int, deep: int = 0) -> Doubles:
        if item not in self._clouds:
            self._clouds[item] = NOTHING  # a body that holds itself has no corners
            self._clouds[item] = self._corners(item, deep)
        return self._clouds[item]

    def _corners(self, item: int, deep: int) -> Doubles:
        file, item = self._file, self._solid(item)
        match file.type(item):
            case "IFCEXTRUDEDAREASOLID":
                return self._extruded(item)
            case "IFCMAPPEDITEM" if deep < MOST_MAPS:
                return self._mapped(item, deep)
            case "IFCTRIANGULATEDFACESET" | "IFCPOLYGONALFACESET":
                return self._list(file.ref(item, 0))
            case "IFCFACETEDBREP" | "IFCSHELLBASEDSURFACEMODEL" | "IFCFACEBASEDSURFACEMODEL":
                return self._faces(item)
        return NOTHING

    def _list(self, number: int) -> Doubles:
        """The points of a list, which many bodies may share."""
        if number not in self._lists:
            self._lists[number] = outer(rows(self._file, number, 3))
        return self._lists[number]

    def _extruded(self, item: int) -> Doubles:
        file = self._file
        ring = outer(
            np.array([(*one, 0.0) for one in self._visited(self._curves.profile(file.ref(item, 0)))]).reshape(-1, 3)
        )
        way = np.array(triple(file, file.ref(item, 2), UP)) * (file.real(item, 3) or 0.0)
        return moved(placement(file, file.ref(item, 1)), np.vstack([ring, ring + way]))

    def _mapped(self, item: int, deep: int) -> Doubles:
        file = self._file
        source, target = file.ref(item, 0), file.ref(item, 1)
        held = self._together(self._cloud(one, deep + 1) for one in file.refs(file.ref(source, 1), 3))
        return moved(operator(file, target) @ placement(file, file.ref(source, 0)), held)

    def _faces(self, item: int) -> Doubles:
        """The corners of all loops of a body's shells."""
        file = self._file
        return self._together(map(self._shell, [file.ref(item, 0)] if file.ref(item, 0) else file.refs(item, 0)))

    def _shell(self, shell: int) -> Doubles:
        file = self._file
        if shell not in self._lists:
            loops = [file.ref(bound, 0) for face in file.refs(shell, 0) for bound in file.refs(face, 0)]
            corners = [point for loop in loops for point in self._visited(file.refs(loop, 0))]
            spots = [triple(file, point, ORIGIN) for point in dict.fromkeys(corners)]
            self._lists[shell] = outer(np.array(spots).reshape(-1, 3))
        return self._lists[shell]

    def _together(self, clouds: Iterable[Doubles]) -> Doubles:
        held = [self._visited(cloud) for cloud in clouds if len(cloud)]
        return outer(np.vstack(held)) if held else NOTHING

    def _visited(self, corners: Any) -> Any:
        """The same; raises Fault `too_large` when the file has had more corners looked at than it may."""
        self._count += len(corners)
        if self._count > MOST_VISITED:
            raise Fault("", "too_large", most=MOST_VISITED)
        return corners


def outer(cloud: Doubles) -> Doubles:
    """A fine cloud's corners that stick out, each way round and up and down; a coarse one as it is."""
    if len(cloud) <= FINE:
        return cloud
    turns = np.arange(TURNS) * (2 * pi / TURNS)
    ways = [(cos(tilt) * cos(turn), cos(tilt) * sin(turn), sin(tilt)) for tilt in TILTS for turn in turns]
    ways += [UP, (0.0, 0.0, -1.0)]
    kept: Doubles = cloud[np.unique(np.argmax(cloud @ np.array(ways).T, axis=0))]
    return kept
