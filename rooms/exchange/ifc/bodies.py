"""Where an element's body lies: its corners in its own frame, and its footprint on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import cos, pi, sin
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from rooms.exchange.ifc.text import StepFile, Typed
from rooms.fault import Fault

Doubles = NDArray[np.float64]

MOST_STEPS = 200
"""A chain of bodies or placements in one another is followed so far."""
MOST_MAPS = 8
MOST_SCALE = 1000.0
MOST_VISITED = 5_000_000
"""So many corners are looked at in all: bodies may be named by others without end."""
FINE = 2000
"""Of a body of more corners only those are kept that stick out."""
TURNS, TILTS = 64, (0.0, pi / 4, -pi / 4)
ROUND_CORNERS = 24
CUT = ("IFCBOOLEANCLIPPINGRESULT", "IFCBOOLEANRESULT")
STILL: Doubles = np.eye(4)
UP = (0.0, 0.0, 1.0)


class Bodies:
    """The bodies of a file; lengths are its own units."""

    def __init__(self, file: StepFile) -> None:
        self._file = file
        self._clouds: dict[int, Doubles] = {}
        self._lists: dict[int, Doubles] = {}
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
            if len(found := _curve(self._file, item)) >= 2:
                return found
        return []

    def _footprint(self, item: int) -> Iterator[shapely.Polygon]:
        item = self._solid(item)
        if self._file.type(item) == "IFCEXTRUDEDAREASOLID":
            frame = placement(self._file, self._file.ref(item, 1))
            corners = self._visited(profile(self._file, self._file.ref(item, 0)))
            ring = _moved(frame, np.array([(*one, 0.0) for one in corners]))
            if 2 < len(ring) <= FINE:
                whole = shapely.make_valid(shapely.Polygon(ring[:, :2]))
                yield from (part for part in shapely.get_parts(whole) if isinstance(part, shapely.Polygon))
        elif len(cloud := self._cloud(item)) > 2:
            hull = shapely.MultiPoint(cloud[:, :2]).convex_hull
            if isinstance(hull, shapely.Polygon):
                yield hull

    def _solid(self, item: int) -> int:
        """What a body was before it was cut."""
        for _step in range(MOST_STEPS):
            if self._file.type(item) not in CUT:
                return item
            item = self._file.ref(item, 1)
        return 0

    def _cloud(self, item: int, deep: int = 0) -> Doubles:
        if item not in self._clouds:
            self._clouds[item] = STILL[:0, :3]  # a body that holds itself has no corners
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
        return STILL[:0, :3]

    def _list(self, number: int) -> Doubles:
        """The points of a list, which many bodies may share."""
        if number not in self._lists:
            self._lists[number] = outer(_rows(self._file, number, 3))
        return self._lists[number]

    def _extruded(self, item: int) -> Doubles:
        file = self._file
        ring = outer(np.array([(*one, 0.0) for one in self._visited(profile(file, file.ref(item, 0)))]).reshape(-1, 3))
        way = np.array(_triple(file, file.ref(item, 2), UP)) * (file.real(item, 3) or 0.0)
        return _moved(placement(file, file.ref(item, 1)), np.vstack([ring, ring + way]))

    def _mapped(self, item: int, deep: int) -> Doubles:
        file = self._file
        source, target = file.ref(item, 0), file.ref(item, 1)
        held = self._together(self._cloud(one, deep + 1) for one in file.refs(file.ref(source, 1), 3))
        return _moved(_operator(file, target) @ placement(file, file.ref(source, 0)), held)

    def _faces(self, item: int) -> Doubles:
        """The corners of all loops of a body's shells."""
        file = self._file
        return self._together(map(self._shell, [file.ref(item, 0)] if file.ref(item, 0) else file.refs(item, 0)))

    def _shell(self, shell: int) -> Doubles:
        file = self._file
        if shell not in self._lists:
            loops = [file.ref(bound, 0) for face in file.refs(shell, 0) for bound in file.refs(face, 0)]
            corners = [point for loop in loops for point in self._visited(file.refs(loop, 0))]
            spots = [_triple(file, point, (0.0, 0.0, 0.0)) for point in dict.fromkeys(corners)]
            self._lists[shell] = outer(np.array(spots).reshape(-1, 3))
        return self._lists[shell]

    def _together(self, clouds: Iterable[Doubles]) -> Doubles:
        held = [self._visited(cloud) for cloud in clouds if len(cloud)]
        return outer(np.vstack(held)) if held else STILL[:0, :3]

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


def placement(file: StepFile, number: int) -> Doubles:
    """The frame (4 × 4) of an axis placement in two or three dimensions; none at all stands still."""
    if not number:
        return STILL
    spot = _triple(file, file.ref(number, 0), (0.0, 0.0, 0.0))
    if file.type(number) == "IFCAXIS2PLACEMENT2D":
        return _frame(spot, (0.0, 0.0, 1.0), _triple(file, file.ref(number, 1), (1.0, 0.0, 0.0)))
    up = _triple(file, file.ref(number, 1), (0.0, 0.0, 1.0))
    return _frame(spot, up, _triple(file, file.ref(number, 2), (1.0, 0.0, 0.0)))


def placed(file: StepFile, number: int) -> Doubles:
    """The frame of a local placement within all those that it stands in."""
    whole = STILL
    for _step in range(MOST_STEPS):
        if file.type(number) != "IFCLOCALPLACEMENT":
            break
        whole = placement(file, file.ref(number, 1)) @ whole
        number = file.ref(number, 0)
    return whole


def moved(frame: Doubles, cloud: Doubles) -> Doubles:
    return _moved(frame, cloud)


def profile(file: StepFile, number: int) -> list[tuple[float, float]]:
    """The outer ring of a profile; empty for one that is not read."""
    kind = file.type(number)
    if kind in ("IFCARBITRARYCLOSEDPROFILEDEF", "IFCARBITRARYPROFILEDEFWITHVOIDS"):
        return _curve(file, file.ref(number, 2))
    frame = placement(file, file.ref(number, 2))
    across, up = file.real(number, 3) or 0.0, file.real(number, 4) or 0.0
    if kind in ("IFCCIRCLEPROFILEDEF", "IFCCIRCLEHOLLOWPROFILEDEF"):
        turns = [2 * pi * place / ROUND_CORNERS for place in range(ROUND_CORNERS)]
        ring = [(across * cos(turn), across * sin(turn), 0.0) for turn in turns]
    elif kind in ("IFCRECTANGLEPROFILEDEF", "IFCROUNDEDRECTANGLEPROFILEDEF", "IFCRECTANGLEHOLLOWPROFILEDEF"):
        ring = [(x * across / 2, y * up / 2, 0.0) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    else:
        return []
    return [(x, y) for x, y, _z in _moved(frame, np.array(ring)).tolist()]


def _curve(file: StepFile, number: int) -> list[tuple[float, float]]:
    """The corners of a curve; of an arc its two ends and its middle."""
    match file.type(number):
        case "IFCPOLYLINE":
            return [_triple(file, point, (0.0, 0.0, 0.0))[:2] for point in file.refs(number, 0)]
        case "IFCINDEXEDPOLYCURVE":
            return _indexed(file, number)
        case "IFCTRIMMEDCURVE":
            return _trimmed(file, number)
        case "IFCCOMPOSITECURVE":
            parts = [_curve(file, file.ref(segment, 2)) for segment in file.refs(number, 0)]
            return [point for part in parts for point in part]
    return []


def _indexed(file: StepFile, number: int) -> list[tuple[float, float]]:
    spots = [(x, y) for x, y in _rows(file, file.ref(number, 0), 2).tolist()]
    segments = file.value(number, 1)
    if not isinstance(segments, list):
        return spots
    told = [one.value for one in segments if isinstance(one, Typed) and isinstance(one.value, list)]
    order = [int(place) - 1 for segment in told for place in segment if isinstance(place, float)]
    return [spots[place] for place in order if 0 <= place < len(spots)]


def _trimmed(file: StepFile, number: int) -> list[tuple[float, float]]:
    """A line's part by its two points, or a circle's by two angles in radians or degrees, or by its points."""
    basis = file.ref(number, 0)
    ends = [_end(file, file.value(number, place)) for place in (1, 2)]
    if file.type(basis) == "IFCLINE":
        start = _triple(file, file.ref(basis, 0), (0.0, 0.0, 0.0))
        vector = file.ref(basis, 1)
        way = np.array(_triple(file, file.ref(vector, 0), (1.0, 0.0, 0.0))) * (file.real(vector, 1) or 0.0)
        spots = [one if not isinstance(one, float) else tuple(np.array(start) + way * one)[:2] for one in ends]
        return [(float(one[0]), float(one[1])) for one in spots if one is not None]
    if file.type(basis) != "IFCCIRCLE" or None in ends:
        return []
    frame, radius = placement(file, file.ref(basis, 0)), file.real(basis, 1) or 0.0
    forward = file.value(number, 3) != "F"
    first, last = (_angle(frame, one) for one in (ends if forward else ends[::-1]))
    last = first + (last - first) % (2 * pi)
    turns = [first, (first + last) / 2, last]
    ring = np.array([(radius * cos(turn), radius * sin(turn), 0.0) for turn in turns])
    spots = [(x, y) for x, y, _z in _moved(frame, ring).tolist()]
    return spots if forward else spots[::-1]


def _end(file: StepFile, trim: Any) -> Any:
    """A trim as a point of the plane where it names one, else as its parameter; None when it tells neither."""
    given = trim if isinstance(trim, list) else []
    points = [one.number for one in given if hasattr(one, "number")]
    if points:
        return _triple(file, points[0], (0.0, 0.0, 0.0))[:2]
    numbers = [one.value for one in given if isinstance(one, Typed) and isinstance(one.value, float)]
    return numbers[0] if numbers else None


def _angle(frame: Doubles, end: Any) -> float:
    """Where on a circle an end lies; a parameter beyond a full turn of radians can only be degrees."""
    if isinstance(end, float):
        return end * pi / 180 if abs(end) > 2 * pi else end
    x, y = (np.linalg.inv(frame) @ np.array([*end, 0.0, 1.0]))[:2]
    return float(np.arctan2(y, x))


def _operator(file: StepFile, number: int) -> Doubles:
    """The frame of a transformation: two axes, an origin and one scale."""
    along, up = file.ref(number, 0), file.ref(number, 4)
    spot = _triple(file, file.ref(number, 2), (0.0, 0.0, 0.0))
    frame = _frame(spot, _triple(file, up, (0.0, 0.0, 1.0)), _triple(file, along, (1.0, 0.0, 0.0)))
    scale = min(abs(file.real(number, 3) or 1.0), MOST_SCALE)
    return frame @ np.diag([scale, scale, scale, 1.0])


def _frame(spot: Sequence[float], up: Sequence[float], along: Sequence[float]) -> Doubles:
    z = _unit(np.array(up, np.float64), (0.0, 0.0, 1.0))
    x = np.array(along, np.float64)
    x = _unit(x - z * float(x @ z), np.cross((0.0, 1.0, 0.0), z))
    frame = np.eye(4)
    frame[:3, 0], frame[:3, 1], frame[:3, 2], frame[:3, 3] = x, np.cross(z, x), z, spot
    return frame


def _unit(vector: Doubles, otherwise: Any) -> Doubles:
    length = float(np.linalg.norm(vector))
    if not 1e-9 < length < np.inf:
        return np.array(otherwise, np.float64)
    return vector / length


def _moved(frame: Doubles, cloud: Doubles) -> Doubles:
    if not len(cloud):
        return STILL[:0, :3]
    found: Doubles = cloud @ frame[:3, :3].T + frame[:3, 3]
    return found


def _triple(file: StepFile, number: int, missing: tuple[float, float, float]) -> tuple[float, float, float]:
    """A point or direction; its third number is 0 where it has but two."""
    given = file.value(number, 0) if number else None
    if not isinstance(given, list) or len(given) < 2 or not all(isinstance(one, float) for one in given):
        return missing
    x, y, z = (*given, 0.0)[:3] if len(given) == 2 else given[:3]
    return x, y, z


def _rows(file: StepFile, number: int, wide: int) -> Doubles:
    """A list of points as rows."""
    return np.array(file.points(number, wide)).reshape(-1, wide) if number else STILL[:0, :wide]
