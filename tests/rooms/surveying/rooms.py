"""Random rooms of four to eight walls, measured with a tape by somebody who gets one wall wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from math import cos, hypot, radians, sin
from random import Random

from rooms.surveying.measured import Check, Measured
from rooms.surveying.verdict import Verdict, judge
from rooms.walls.vector import Vector

TAPE_MM, CROSSING_MM, BUILT_MM, DRAWN_DEG = 3.0, 5.0, 2.0, 1.0


@dataclass(frozen=True)
class Trial:
    """A room with one wrong wall, and whoever measures it; `measured` grows by the checks that are asked for."""

    shape: str
    corners: tuple[Vector, ...]
    wrong: int
    measured: Measured
    random: Random

    def with_check(self, ends: tuple[int, int]) -> Trial:
        (x0, y0), (x1, y1) = self.corners[ends[0]], self.corners[ends[1]]
        told = Check(*ends, round(hypot(x1 - x0, y1 - y0) + self.random.gauss(0, CROSSING_MM)))
        return replace(self, measured=replace(self.measured, checks=(*self.measured.checks, told)))

    def found_in(self, verdict: Verdict, first: int) -> bool:
        named = verdict.suspects[:first]
        return any(not one.is_check and one.place == self.wrong for one in named)


def trial(random: Random) -> Trial:
    """All walls measured, a few mm off each, and one of them 5 to 30 cm."""
    shape, ring = _shape(random)
    corners = tuple((x + random.gauss(0, BUILT_MM), y + random.gauss(0, BUILT_MM)) for x, y in ring)
    true = [hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise((*corners, corners[0]))]
    told = [round(long + random.gauss(0, TAPE_MM)) for long in true]
    wrong = random.randrange(len(told))
    by = random.uniform(50, 300) * random.choice((-1, 1))
    told[wrong] += round(by if told[wrong] + by > 100 else -by)
    return Trial(shape, corners, wrong, Measured(_drawn(ring, random), tuple(told)), random)


def asked_first(one: Trial) -> Trial:
    """With the check that the guide asks for before anything is known to be wrong: of the drawn room."""
    right = replace(one.measured, walls=tuple(round(hypot(*way)) for way in one.measured.drawn))
    ends = judge(right).next_check
    return one.with_check(ends) if ends else one


def _drawn(ring: list[Vector], random: Random) -> tuple[Vector, ...]:
    """Right angles as they are; a slanting wall only as somebody has drawn it."""
    walls = [(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise((*ring, ring[0]))]
    return tuple(way if 0 in way else _turned(way, radians(random.gauss(0, DRAWN_DEG))) for way in walls)


def _turned(way: Vector, by: float) -> Vector:
    return way[0] * cos(by) - way[1] * sin(by), way[0] * sin(by) + way[1] * cos(by)


def _shape(random: Random) -> tuple[str, list[Vector]]:
    name = random.choice(("rectangle", "L", "U", "T", "Z", "cut", "cut", "cut L"))
    w, h = random.uniform(1800, 6500), random.uniform(1800, 6500)
    a, b = w * random.uniform(0.25, 0.4), h * random.uniform(0.25, 0.5)
    c, d = w * random.uniform(0.6, 0.75), h * random.uniform(0.55, 0.75)
    rings: dict[str, list[Vector]] = {
        "rectangle": [(0, 0), (w, 0), (w, h), (0, h)],
        "L": [(0, 0), (w, 0), (w, b), (a, b), (a, h), (0, h)],
        "U": [(0, 0), (a, 0), (a, b), (c, b), (c, 0), (w, 0), (w, h), (0, h)],
        "T": [(0, 0), (w, 0), (w, b), (c, b), (c, h), (a, h), (a, b), (0, b)],
        "Z": [(0, 0), (c, 0), (c, b), (w, b), (w, h), (a, h), (a, d), (0, d)],
        "cut L": [(0, 0), (w - a / 2, 0), (w, b / 2), (w, b), (a, b), (a, h), (0, h)],
    }
    return (name, rings[name]) if name in rings else ("cut", _cut(w, h, random))


def _cut(w: float, h: float, random: Random) -> list[Vector]:
    """A rectangle with one to four corners cut off at a slant."""
    many = random.choice((1, 1, 2, 3, 4))
    ring: list[Vector] = []
    for place, (x, y, right, down) in enumerate(((0, 0, 1, 1), (w, 0, -1, 1), (w, h, -1, -1), (0, h, 1, -1))):
        along, aside = w * random.uniform(0.15, 0.35) * right, h * random.uniform(0.15, 0.35) * down
        ends = [(x, y + aside), (x + along, y)]
        ring += (ends if place % 2 == 0 else ends[::-1]) if place < many else [(float(x), float(y))]
    return ring
