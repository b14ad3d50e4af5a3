"""Which two cut tiles can come out of one: what is left of a tile is used at most once more.

A side of a part that lies on a side of its tile meets a joint, so it has to be a factory edge of the tile it is cut
from: a part may be shifted only in directions in which it touches neither of the tile's sides. `oriented` parts are not
turned (tiles with a pattern or a direction); `turned` ones may be, as far as the tile's outline comes to lie on itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Literal

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from rooms.tiling.matching import FREE, most_pairs
from rooms.tiling.patterns import Ring

Reuse = Literal["none", "oriented", "turned"]
REUSES: tuple[Reuse, ...] = ("none", "oriented", "turned")

NEAR_MM = 0.05
"""Parts that differ by less are alike, and a side so near to the tile's is on it."""
LEAST_MM2 = 1.0
MOST_EXACT = 240
"""Up to so many parts the pairs are the most there can be; more are paired by first fit, the largest part first."""
MOST_LOOKS = 30_000
"""Placings of irregular parts that are compared; pairs beyond count as not fitting: tiles too many, not too few."""


@dataclass(frozen=True)
class Kind:
    """Parts alike in shape, and every way in which they may lie in a tile; the first `upright` are not turned."""

    count: int
    area_mm2: float
    is_box: bool
    upright: int
    placings: tuple[BaseGeometry, ...]


def pairs_of(blank: Ring, shapes: Sequence[BaseGeometry], reuse: Reuse, kerf_mm: float = 0.0) -> int:
    """How many of the cut parts come from what another leaves; `kerf_mm` is what a saw takes between two."""
    if reuse == "none" or len(shapes) < 2:
        return 0
    kinds = _kinds(shapely.Polygon(blank), shapes, reuse)
    fits = _fitting(kinds, shapely.Polygon(blank).area, kerf_mm)
    if sum(kind.count for kind in kinds) > MOST_EXACT:
        return _first_fit(kinds, fits)
    owner = [place for place, kind in enumerate(kinds) for _each in range(kind.count)]
    beside = [[b for b, of_b in enumerate(owner) if a != b and fits[of_a, of_b]] for a, of_a in enumerate(owner)]
    return sum(mate != FREE for mate in most_pairs(beside)) // 2


def _kinds(blank: shapely.Polygon, shapes: Sequence[BaseGeometry], reuse: Reuse) -> list[Kind]:
    """The largest first."""
    counts: dict[bytes, int] = {}
    like: dict[bytes, BaseGeometry] = {}
    for shape in shapes:
        key = shapely.to_wkb(shapely.normalize(shapely.set_precision(shape, 2 * NEAR_MM)))
        counts[key] = counts.get(key, 0) + 1
        like.setdefault(key, shape)
    kinds = [_kind(blank, like[key], count, reuse) for key, count in counts.items()]
    return sorted(kinds, key=lambda kind: -kind.area_mm2)


def _kind(blank: shapely.Polygon, shape: BaseGeometry, count: int, reuse: Reuse) -> Kind:
    box = shapely.box(*shape.bounds)
    is_box = len(blank.exterior.coords) == 5 and box.area - shape.area < LEAST_MM2
    turns = _turns(blank) if reuse == "turned" else (0,)
    middle = blank.envelope.centroid
    slid = [(box if is_box else shape), *_slid(blank, box if is_box else shape)]
    placings = tuple(affinity.rotate(one, turn, origin=middle) for turn, one in product(turns, slid))
    return Kind(count, shape.area, is_box, len(slid), placings)


def _turns(blank: shapely.Polygon) -> tuple[int, ...]:
    """The turns about its middle that leave a tile's outline where it is."""
    left, low, right, high = blank.bounds
    if len(blank.exterior.coords) != 5:
        return (0, 60, 120, 180, 240, 300)
    return (0, 90, 180, 270) if right - left == high - low else (0, 180)


def _slid(blank: shapely.Polygon, shape: BaseGeometry) -> Iterator[BaseGeometry]:
    """The part pushed as far as it goes in each direction in which no factory edge holds it."""
    if len(blank.exterior.coords) != 5:
        return
    own, tile = shape.bounds, blank.bounds
    moves = []
    for axis in (0, 1):
        low, high = own[axis] - tile[axis], tile[axis + 2] - own[axis + 2]
        moves.append((0.0, -low, high) if low > NEAR_MM and high > NEAR_MM else (0.0,))
    yield from (affinity.translate(shape, x, y) for x, y in product(*moves) if x or y)


def _fitting(kinds: Sequence[Kind], blank_mm2: float, kerf_mm: float) -> NDArray[np.bool_]:
    """Which kind goes with which into one tile; to turn both alike changes nothing, so the one stays upright."""
    fits = np.zeros((len(kinds), len(kinds)), np.bool_)
    placings = [np.array(kind.placings, dtype=object) for kind in kinds]
    bounds = [shapely.bounds(held) for held in placings]
    grown = [shapely.buffer(held, kerf_mm, join_style="mitre") if kerf_mm else held for held in placings]
    looks = 0
    for a, kind in enumerate(kinds):
        for b in range(a, len(kinds)):
            if kind.area_mm2 + kinds[b].area_mm2 > blank_mm2 + LEAST_MM2:
                continue
            found = bool(_apart(bounds[a][: kind.upright], bounds[b], kerf_mm).any())
            if not found and not (kind.is_box and kinds[b].is_box) and looks < MOST_LOOKS:
                looks += kind.upright * len(kinds[b].placings)
                found = _clear(grown[a][: kind.upright], placings[b])
            fits[a, b] = fits[b, a] = found
    return fits


def _apart(one: NDArray[Any], other: NDArray[Any], kerf_mm: float) -> NDArray[np.bool_]:
    """Boxes with the kerf between them."""
    a, b = one[:, None, :], other[None, :, :]
    gaps = np.maximum(a[..., :2] - b[..., 2:], b[..., :2] - a[..., 2:])
    found: NDArray[np.bool_] = (gaps >= kerf_mm - NEAR_MM).any(axis=-1)
    return found


def _clear(one: NDArray[Any], other: NDArray[Any]) -> bool:
    """Whether any two placings leave each other free."""
    shared = shapely.area(shapely.intersection(one[:, None], other[None, :]))
    return bool((shared < LEAST_MM2).any())


def _first_fit(kinds: Sequence[Kind], fits: NDArray[np.bool_]) -> int:
    """Each part in turn, the largest first, takes the largest that still goes with it."""
    left = [kind.count for kind in kinds]
    pairs = 0
    for a in range(len(kinds)):
        for b in range(a, len(kinds)):
            if fits[a, b]:
                made = left[a] // 2 if a == b else min(left[a], left[b])
                left[a] -= made
                left[b] -= made
                pairs += made
    return pairs
