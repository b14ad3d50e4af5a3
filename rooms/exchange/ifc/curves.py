"""Curves and profiles of a building model, as the corners that they go through."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin
from typing import Any

import numpy as np

from rooms.exchange.ifc.frames import ALONG, ORIGIN, Doubles, moved, placement, rows, triple
from rooms.exchange.ifc.text import Ref, StepFile, Typed
from rooms.fault import Fault
from rooms.walls.vector import Vector

MOST_CORNERS = 5_000_000
"""Curves may name others without end."""
ROUND_CORNERS = 24
POLYGONS = ("IFCARBITRARYCLOSEDPROFILEDEF", "IFCARBITRARYPROFILEDEFWITHVOIDS")
CIRCLES = ("IFCCIRCLEPROFILEDEF", "IFCCIRCLEHOLLOWPROFILEDEF")
RECTANGLES = ("IFCRECTANGLEPROFILEDEF", "IFCROUNDEDRECTANGLEPROFILEDEF", "IFCRECTANGLEHOLLOWPROFILEDEF")


class Curves:
    """Of a file; what is not read has no corners."""

    def __init__(self, file: StepFile) -> None:
        self._file = file
        self._radians = _angle_unit(file)
        self._count = 0

    def profile(self, number: int) -> list[Vector]:
        """The outer ring of a profile."""
        file, kind = self._file, self._file.type(number)
        if kind in POLYGONS:
            return self.curve(file.ref(number, 2))
        across, up = file.real(number, 3) or 0.0, file.real(number, 4) or 0.0
        if kind in CIRCLES:
            ring = _round(across, [2 * pi * place / ROUND_CORNERS for place in range(ROUND_CORNERS)])
        elif kind in RECTANGLES:
            ring = np.array([(x * across / 2, y * up / 2, 0.0) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))])
        else:
            return []
        return _flat(moved(placement(file, file.ref(number, 2)), ring))

    def curve(self, number: int) -> list[Vector]:
        """The corners of a curve; of an arc its two ends and its middle between them.

        Raises Fault `too_large` when the file has had more corners looked at than it may.
        """
        if self._file.type(number) != "IFCCOMPOSITECURVE":
            return self._plain(number)
        parts = (self._plain(self._file.ref(segment, 2)) for segment in self._file.refs(number, 0))
        return [point for part in parts for point in part]

    def _plain(self, number: int) -> list[Vector]:
        corners = self._corners(number)
        self._count += len(corners)
        if self._count > MOST_CORNERS:
            raise Fault("", "too_large", most=MOST_CORNERS)
        return corners

    def _corners(self, number: int) -> list[Vector]:
        match self._file.type(number):
            case "IFCPOLYLINE":
                return [triple(self._file, point, ORIGIN)[:2] for point in self._file.refs(number, 0)]
            case "IFCINDEXEDPOLYCURVE":
                return self._indexed(number)
            case "IFCTRIMMEDCURVE":
                return self._trimmed(number)
        return []

    def _indexed(self, number: int) -> list[Vector]:
        spots = [(x, y) for x, y in rows(self._file, self._file.ref(number, 0), 2).tolist()]
        segments = self._file.value(number, 1)
        if not isinstance(segments, list):
            return spots
        told = [one.value for one in segments if isinstance(one, Typed) and isinstance(one.value, list)]
        order = [int(place) - 1 for segment in told for place in segment if isinstance(place, float)]
        return [spots[place] for place in order if 0 <= place < len(spots)]

    def _trimmed(self, number: int) -> list[Vector]:
        """A part of a line or of a circle, between two points or two parameters of it."""
        basis, ends = self._file.ref(number, 0), [self._end(number, place) for place in (1, 2)]
        if self._file.type(basis) == "IFCLINE":
            return list(self._on_line(basis, ends))
        if self._file.type(basis) != "IFCCIRCLE" or None in ends:
            return []
        frame, radius = placement(self._file, self._file.ref(basis, 0)), self._file.real(basis, 1) or 0.0
        forward = self._file.value(number, 3) != "F"
        first, last = (self._angle(frame, one) for one in (ends if forward else ends[::-1]))
        sweep = (last - first) % (2 * pi)
        spots = _flat(moved(frame, _round(radius, [first, first + sweep / 2, first + sweep])))
        return spots if forward else spots[::-1]

    def _on_line(self, basis: int, ends: list[Any]) -> Iterator[Vector]:
        x, y, _z = triple(self._file, self._file.ref(basis, 0), ORIGIN)
        vector = self._file.ref(basis, 1)
        across, down, _up = triple(self._file, self._file.ref(vector, 0), ALONG)
        far = self._file.real(vector, 1) or 0.0
        for end in ends:
            if isinstance(end, float):
                yield x + across * far * end, y + down * far * end
            elif end is not None:
                yield end

    def _end(self, number: int, place: int) -> Vector | float | None:
        """A trim as a point of the plane where it names one, else as its parameter; None when it tells neither."""
        trim = self._file.value(number, place)
        given = trim if isinstance(trim, list) else []
        for one in given:
            if isinstance(one, Ref):
                return triple(self._file, one.number, ORIGIN)[:2]
        numbers = [one.value for one in given if isinstance(one, Typed) and isinstance(one.value, float)]
        return numbers[0] if numbers else None

    def _angle(self, frame: Doubles, end: Any) -> float:
        """Where on a circle an end lies, in radians."""
        if isinstance(end, float):
            return end * self._radians
        x, y = (np.linalg.inv(frame) @ np.array([*end, 0.0, 1.0]))[:2]
        return float(np.arctan2(y, x))


def _angle_unit(file: StepFile) -> float:
    """The model's unit of angles in radians: degrees where it names another than the radian."""
    for unit in file.all("IFCCONVERSIONBASEDUNIT"):
        if file.value(unit, 1) == "PLANEANGLEUNIT":
            return file.real(file.ref(unit, 3), 0) or pi / 180
    return 1.0


def _round(radius: float, turns: list[float]) -> Doubles:
    return np.array([(radius * cos(turn), radius * sin(turn), 0.0) for turn in turns])


def _flat(cloud: Doubles) -> list[Vector]:
    return [(x, y) for x, y, _z in cloud.tolist()]
