"""The triangles of a part: positions in mm of the thing's frame, and indices counter-clockwise seen from outside.

The frame (x right, y down the page, z up) is left-handed: a viewer shows a point as (x, z, y), in which the triangles
are counter-clockwise by the right-hand rule; in plain numbers the outward normal of a, b, c is (c - a) × (b - a).
Vertices are shared only across edges that should look round, so normals weighted by area shade a part rightly.
Facets: ellipses 8 up to a half size of 12 mm, 16 up to 80 mm, else 24; rods 8, 12, 24 up to 20, 60 mm and above;
corners of boxes 3, of lofts 5, of cushions 2 up to a radius of 90 mm, else 4; pillows 6 × 6; leaves 4 lengthwise.
The browser's twin is `static/js/model/mesh.js`: the same operations in the same order, so the same numbers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from rooms.things.skin import Skin, Spot, triangulated
from rooms.vocabulary.forms import ELLIPSE, Box, Cushion, Extrusion, Leaf, Loft, Part, Pillow, Ring, Rod
from rooms.vocabulary.shape import cosine

BOX_CORNER_POINTS = 4
PILLOW_CELLS = 6
LEAF_WIDTHS = (0, 7, 10, 7, 0)
AXES: dict[str, tuple[int, int, int]] = {"x": (2, 0, 1), "y": (0, 2, 1), "z": (0, 1, 2)}


@dataclass(frozen=True)
class Mesh:
    """`positions` is flat, x, y, z of each vertex in mm; `indices` three for each triangle."""

    positions: tuple[float, ...]
    indices: tuple[int, ...]


def mesh_of(part: Part) -> Mesh:
    """The skin of a part, closed, as triangles."""
    skin = Skin()
    BUILDERS[part.form](part, skin)
    return Mesh(tuple(chain.from_iterable(skin.positions)), tuple(chain.from_iterable(skin.triangles)))


def _box(box: Box, skin: Skin) -> None:
    (x, y, z), (width, depth, height) = box.at, box.size
    corner = min(box.round, width // 2, depth // 2)
    points = BOX_CORNER_POINTS if corner > 0 else 1
    outline = _rounded(x + width / 2, y + depth / 2, width / 2, depth / 2, corner, points)
    low = [(px, py, float(z)) for px, py in outline]
    high = [(px, py + box.lean, float(z + height)) for px, py in outline]
    skin.loft([low, high])


def _cushion(cushion: Cushion, skin: Skin) -> None:
    (x, y, z), (width, depth, height) = cushion.at, cushion.size
    soft = min(cushion.soft, width // 2, depth // 2, height // 2)
    steps = 2 if soft <= 90 else 4
    rings: list[list[Spot]] = []
    for end in (-90, 0):
        for step in range(steps + 1):
            degrees = end + 90 * step // steps
            inset = soft * (1_000_000 - cosine(degrees)) / 1_000_000
            level = soft * cosine(degrees - 90) / 1_000_000 + (soft if end else height - soft)
            leant = cushion.lean * level / height
            outline = _rounded(
                x + width / 2, y + depth / 2, width / 2 - inset, depth / 2 - inset, soft - inset, steps + 1
            )
            rings.append([(px, py + leant, z + level) for px, py in outline])
    skin.loft(rings, sharp=False, soft=True)


def _pillow(pillow: Pillow, skin: Skin) -> None:
    first, second, across = AXES[pillow.axis]
    at, size = pillow.at, pillow.size
    for side in (1, -1):
        grid: list[list[Spot]] = []
        for row in range(PILLOW_CELLS + 1):
            line: list[Spot] = []
            for column in range(PILLOW_CELLS + 1):
                u = 2 * column / PILLOW_CELLS - 1
                v = 2 * row / PILLOW_CELLS - 1
                swell = (1 - u * u * u * u) * (1 - v * v * v * v)
                place = [0.0, 0.0, 0.0]
                place[first] = at[first] + size[first] * (u + 1) / 2
                place[second] = at[second] + size[second] * (v + 1) / 2
                place[across] = at[across] + size[across] * (1 + side * swell) / 2
                leant = pillow.lean * (place[2] - at[2]) / size[2]
                line.append((place[0], place[1] + leant, place[2]))
            grid.append(line)
        skin.sheet(grid, turned_over=(side == 1) == (pillow.axis != "y"))


def _extrusion(extrusion: Extrusion, skin: Skin) -> None:
    outline = extrusion.outline[::-1] if extrusion.axis == "y" else extrusion.outline
    order = {"x": (1, 2, 0), "y": (0, 2, 1), "z": (0, 1, 2)}[extrusion.axis]
    rings: list[list[Spot]] = []
    for level in (extrusion.start, extrusion.start + extrusion.length):
        ring: list[Spot] = []
        for point in outline:
            place = [0.0, 0.0, 0.0]
            place[order[0]], place[order[1]], place[order[2]] = point[0], point[1], level
            ring.append((place[0], place[1], place[2]))
        rings.append(ring)
    skin.loft(rings, caps=triangulated(outline))


def _loft(loft: Loft, skin: Skin) -> None:
    widest = max(max(ring[2], ring[3]) for ring in loft.rings)
    count = 8 if widest <= 12 else 16 if widest <= 80 else 24
    outlines = [_ring(ring, loft.outline, count) for ring in loft.rings]
    rings = [[(x, y, float(ring[4])) for x, y in outline] for ring, outline in zip(loft.rings, outlines, strict=True)]
    caps = triangulated(loft.outline) if loft.outline else None
    skin.loft(rings, profile=[(ring[2] + ring[3], 2 * ring[4]) for ring in loft.rings], caps=caps, closed=loft.closed)


def _ring(ring: Ring, outline: Sequence[tuple[int, int]], count: int) -> list[tuple[float, float]]:
    x, y, half_width, half_depth, _z, corner = ring
    if outline:
        return [(x + half_width * px / 1000, y + half_depth * py / 1000) for px, py in outline]
    if corner == ELLIPSE:
        return [_round_the(x, y, half_width, half_depth, 360 * step // count) for step in range(count)]
    return _rounded(x, y, half_width, half_depth, min(corner, half_width, half_depth), count // 4)


def _rod(rod: Rod, skin: Skin) -> None:
    widest = max(rod.radius, rod.radius_b)
    count = 8 if widest <= 20 else 12 if widest <= 60 else 24
    along = _unit([end - start for start, end in zip(rod.a, rod.b, strict=True)])
    least = min(range(3), key=lambda axis: abs(along[axis]))
    first = _unit(_cross(along, [1.0 if axis == least else 0.0 for axis in range(3)]))
    second = _cross(along, first)
    rings: list[list[Spot]] = []
    for middle, radius in ((rod.a, rod.radius), (rod.b, rod.radius_b)):
        ring: list[Spot] = []
        for step in range(count):
            degrees = 360 * step // count
            right, up = radius * cosine(degrees) / 1_000_000, radius * cosine(degrees - 90) / 1_000_000
            ring.append(
                (
                    middle[0] + (first[0] * right + second[0] * up),
                    middle[1] + (first[1] * right + second[1] * up),
                    middle[2] + (first[2] * right + second[2] * up),
                )
            )
        rings.append(ring)
    skin.loft(rings, sharp=False)


def _leaf(leaf: Leaf, skin: Skin) -> None:
    aside = _aside(leaf.b[0] - leaf.a[0], leaf.b[1] - leaf.a[1])
    left: list[Spot] = []
    right: list[Spot] = []
    for step, tenths in enumerate(LEAF_WIDTHS):
        share = step / 4
        half = leaf.width * tenths / 20
        x, y, z = (start + (end - start) * share for start, end in zip(leaf.a, leaf.b, strict=True))
        z -= leaf.droop * 4 * share * (1 - share)
        left.append((x - aside[0] * half, y - aside[1] * half, z))
        right.append((x + aside[0] * half, y + aside[1] * half, z))
    skin.sheet([left, right], turned_over=True)
    skin.sheet([left, right], turned_over=False)


def _aside(x: float, y: float) -> tuple[float, float]:
    length = math.sqrt(x * x + y * y)
    return (-y / length, x / length) if length > 0 else (1.0, 0.0)


def _rounded(
    x: float, y: float, half_width: float, half_depth: float, corner: float, points: int
) -> list[tuple[float, float]]:
    """A rectangle with so many points at each rounded corner, from +x towards +y; one point is a plain corner."""
    outline: list[tuple[float, float]] = []
    for quarter, (right, down) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1))):
        middle = (x + right * (half_width - corner), y + down * (half_depth - corner))
        for point in range(points):
            degrees = 90 * quarter + (90 * point // (points - 1) if points > 1 else 45)
            if points == 1:
                outline.append((x + right * half_width, y + down * half_depth))
            else:
                outline.append(_round_the(middle[0], middle[1], corner, corner, degrees))
    return outline


def _round_the(x: float, y: float, along_x: float, along_y: float, degrees: int) -> tuple[float, float]:
    return x + along_x * cosine(degrees) / 1_000_000, y + along_y * cosine(degrees - 90) / 1_000_000


def _unit(vector: Sequence[float]) -> list[float]:
    length = math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2])
    return [vector[0] / length, vector[1] / length, vector[2] / length]


def _cross(a: Sequence[float], b: Sequence[float]) -> list[float]:
    return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]


BUILDERS: dict[str, Callable[[Any, Skin], None]] = {
    "box": _box,
    "cushion": _cushion,
    "pillow": _pillow,
    "extrusion": _extrusion,
    "loft": _loft,
    "rod": _rod,
    "leaf": _leaf,
}
