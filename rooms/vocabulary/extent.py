"""The box around a part, whole mm; the browser's twin is `static/js/model/extent.js`."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from rooms.vocabulary.forms import Block, Extrusion, Leaf, Loft, Part, Rod, Spot

Extent = tuple[Spot, Spot]


def extent(part: Part) -> Extent:
    """The least and the most corner of the box around the part."""
    return EXTENTS[part.form](part)


def _extent_of_block(block: Block) -> Extent:
    (x, y, z), (width, depth, height) = block.at, block.size
    return (x, y + min(block.lean, 0), z), (x + width, y + depth + max(block.lean, 0), z + height)


def _extent_of_extrusion(extrusion: Extrusion) -> Extent:
    first, second = (sorted(along) for along in zip(*extrusion.outline, strict=True))
    start, end = extrusion.start, extrusion.start + extrusion.length
    if extrusion.axis == "z":
        return (first[0], second[0], start), (first[-1], second[-1], end)
    if extrusion.axis == "y":
        return (first[0], start, second[0]), (first[-1], end, second[-1])
    return (start, first[0], second[0]), (end, first[-1], second[-1])


def _extent_of_loft(loft: Loft) -> Extent:
    xs = [x + side * half_width for x, _, half_width, *_ in loft.rings for side in (-1, 1)]
    ys = [y + side * half_depth for _, y, _, half_depth, *_ in loft.rings for side in (-1, 1)]
    zs = [ring[4] for ring in loft.rings]
    return (min(xs), min(ys), min(zs)), (max(xs), max(ys), max(zs))


def _extent_of_rod(rod: Rod) -> Extent:
    """The ends as discs, each reaching out by its radius times the sine of its slant to the axis."""
    along = [end - start for start, end in zip(rod.a, rod.b, strict=True)]
    length = math.sqrt(along[0] * along[0] + along[1] * along[1] + along[2] * along[2])
    slants = [math.sqrt(max(0.0, 1 - (step / length) * (step / length))) for step in along]
    reach_a, reach_b = ([_nearest(radius * slant) for slant in slants] for radius in (rod.radius, rod.radius_b))
    least = [min(rod.a[axis] - reach_a[axis], rod.b[axis] - reach_b[axis]) for axis in range(3)]
    most = [max(rod.a[axis] + reach_a[axis], rod.b[axis] + reach_b[axis]) for axis in range(3)]
    return (least[0], least[1], least[2]), (most[0], most[1], most[2])


def _extent_of_leaf(leaf: Leaf) -> Extent:
    (ax, ay, az), (bx, by, bz) = leaf.a, leaf.b
    length = math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
    out_x, out_y = (
        (_nearest(leaf.width * abs(by - ay) / length / 2), _nearest(leaf.width * abs(bx - ax) / length / 2))
        if length > 0
        else (leaf.width // 2, 0)
    )
    x, y, z = (ax + bx) // 2, (ay + by) // 2, (az + bz) // 2 - leaf.droop
    return (
        (min(ax, bx, x - out_x), min(ay, by, y - out_y), min(az, bz, z)),
        (max(ax, bx, x + out_x), max(ay, by, y + out_y), max(az, bz, z)),
    )


def _nearest(value: float) -> int:
    return math.floor(value + 0.5)


EXTENTS: Mapping[str, Callable[[Any], Extent]] = {
    "box": _extent_of_block,
    "cushion": _extent_of_block,
    "pillow": _extent_of_block,
    "extrusion": _extent_of_extrusion,
    "loft": _extent_of_loft,
    "rod": _extent_of_rod,
    "leaf": _extent_of_leaf,
}
