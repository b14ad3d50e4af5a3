"""Lines that a wall does not cross: who touches them is cut in two, and the side without a tap is the rest."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from samples.photo.regions import Places

Point = tuple[float, float]
NEAR_PX = 8.0
"""How far from a line its two sides are told apart."""
MIRRORED_PX = 4.0
"""So far beyond a line the wall is taken to go on while its edge is drawn: less than what is cut off again."""
LONGER_PX = 3.0
"""A hand-drawn line is so much longer at both ends, or as long as the picture where it nearly is."""
NEAR_BORDER = 0.03


@dataclass(frozen=True)
class Fence:
    """A line in a picture: `side` is each pixel's distance from it, signed, and `beside` who lies along it.

    `across` is the step (down, right) by which a pixel's distance grows by one.
    """

    side: NDArray[np.float32]
    across: tuple[float, float]
    beside: NDArray[np.bool_]
    rest: NDArray[np.bool_]
    """Along the line, on the side without a tap on the wall; nowhere, if both have one."""


def fence(one: Point, other: Point, shape: tuple[int, ...], wall: Sequence[Point]) -> Fence:
    """The fence of a line between two points (x, y) in a picture of that shape, by the taps on the wall."""
    start, end = _longer(one, other, shape)
    length = math.dist(start, end)
    along = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    y, x = np.indices(shape, np.float32)
    side = (y - start[1]) * along[0] - (x - start[0]) * along[1]
    far = (x - start[0]) * along[0] + (y - start[1]) * along[1]
    beside = (far >= 0) & (far <= length) & (np.abs(side) < NEAR_PX)
    taps = tuple(zip(*((tap[1], tap[0]) for tap in wall), strict=True))
    facing = (far[taps] >= 0) & (far[taps] <= length)
    signs = np.sign(side[taps][facing] if facing.any() else side[taps])
    rest = beside & (side * signs[0] < 0) if abs(signs.sum()) == len(signs) else np.zeros(shape, bool)
    return Fence(side, (along[0], -along[1]), beside, rest)


def parted(label: Places, fences: Sequence[Fence]) -> Places:
    """The regions again, each that lies across a fence as two."""
    for one in fences:
        across = one.side > 0
        touched = np.intersect1d(label[one.beside & across], label[one.beside & ~across])
        label = np.where(np.isin(label, touched) & across, label + label.max() + 1, label)
        label = np.unique(label, return_inverse=True)[1].reshape(label.shape)
    return label


def crossed(label: Places, pairs: Places, fences: Sequence[Fence]) -> NDArray[np.bool_]:
    """Which pairs of regions meet across a fence."""
    total, keys = int(label.max()) + 1, [np.empty(0, np.intp)]
    for one in fences:
        for region, beside, across in ((label, one.beside, one.side > 0), (label.T, one.beside.T, one.side.T > 0)):
            over = beside[:-1] & beside[1:] & (across[:-1] != across[1:])
            two = np.sort(np.stack([region[:-1][over], region[1:][over]]), axis=0)
            keys.append(two[0] * total + two[1])
    return np.isin(pairs.min(axis=1) * total + pairs.max(axis=1), np.concatenate(keys))


def mirrored(found: NDArray[np.bool_], fences: Sequence[Fence]) -> NDArray[np.bool_]:
    """What was found, and its mirror image on each fence's empty side: its edge there is cut, and is not to be soft."""
    most = np.array(found.shape) - 1
    for one in fences:
        places = np.argwhere(one.rest & (np.abs(one.side) < MIRRORED_PX))
        side = one.side[tuple(places.T)][:, None]
        facing = np.rint(places - 2 * side * np.array(one.across)).astype(np.intp)
        rows, columns = np.clip(facing, 0, most).T
        found = found.copy()
        found[tuple(places.T)] = found[rows, columns]
    return found


def kept_off(mask: NDArray[np.uint8], fences: Sequence[Fence]) -> NDArray[np.uint8]:
    """The mask (rows, columns; any size) without what reaches over a fence to its empty side."""
    rows, columns = mask.shape
    for one in fences:
        if not one.rest.any():
            continue
        beside, side = (np.asarray(Image.fromarray(layer).resize((columns, rows))) for layer in (one.beside, one.side))
        sign = 1 if one.side[one.rest][0] > 0 else -1
        level = np.clip(0.5 - side * (sign * columns / one.side.shape[1]), 0, 1) * 255
        mask = np.where(beside, np.minimum(mask, level), mask).astype(np.uint8)
    return mask


def _longer(one: Point, other: Point, shape: tuple[int, ...]) -> tuple[Point, Point]:
    length, margin = math.dist(one, other), NEAR_BORDER * max(shape)

    def further(end: Point, start: Point) -> Point:
        x, y = end
        at_border = min(x, y, shape[1] - 1 - x, shape[0] - 1 - y) < margin
        more = (3 * margin if at_border else LONGER_PX) / length
        return x + more * (x - start[0]), y + more * (y - start[1])

    return further(one, other), further(other, one)
