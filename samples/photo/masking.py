"""A wall of a photo from taps on it and taps on what must stay.

Markers grow over the regions of the photo, the faintest edge first, until they meet: a marker watershed as a minimum
spanning forest (Cousty and others, 2009). Regions whose colour is far from every tap on the wall are markers of the
rest; how far is far is decided by a vote of three.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from samples.colour.cie import linear_to_lab
from samples.colour.srgb import to_linear
from samples.fault import Fault
from samples.photo.edges import Grid, smoothed
from samples.photo.regions import Places, Regions, cut

Taps = Sequence[tuple[int, int]]

GRID_PIXELS = 180_000
FAR = (6.0, 7.5, 9.0)
"""ΔE from the nearest tap on the wall, its lightness at LIGHTNESS: shadows change it more than paint does."""
LIGHTNESS = 0.2
COLOUR = 0.05
"""What a colour step of 1 between two regions adds to the edge between them."""
WALL, REST = 1, 2


class Wall:
    """A photo (rows, columns, 3; sRGB 0..255) made ready once, and then asked tap by tap."""

    def __init__(self, photo: NDArray[np.uint8]) -> None:
        self._rows, self._columns = photo.shape[:2]
        shrink = max(1.0, (self._rows * self._columns / GRID_PIXELS) ** 0.5)
        self._size = max(1, round(self._columns / shrink)), max(1, round(self._rows / shrink))
        small = np.asarray(Image.fromarray(photo).resize(self._size, Image.Resampling.BOX))
        self._regions = cut(linear_to_lab(to_linear(small / 255)).astype(np.float32))
        self._order = _faintest_first(self._regions)

    def mask(self, wall: Taps, keep: Taps = ()) -> NDArray[np.uint8]:
        """How much of each pixel is wall, 0..255, by taps (x, y); Fault `no_wall` without a tap on the wall.

        Raises Fault `outside_the_picture` with the tap's place.
        """
        if not wall:
            raise Fault("wall", "no_wall")
        on_wall, on_rest = self._places(wall, "wall"), self._places(keep, "keep")
        far = _far(self._regions.lab, on_wall)
        votes = np.sum(
            [_grown(self._order, self._seeds(far > limit, on_wall, on_rest)) == WALL for limit in FAR], axis=0
        )
        return self._full((2 * votes > len(FAR))[self._regions.label])

    def _places(self, taps: Taps, path: str) -> Places:
        width, height = self._size
        for at, (x, y) in enumerate(taps):
            if not (0 <= x < self._columns and 0 <= y < self._rows):
                raise Fault(f"{path}/{at}", "outside_the_picture", width=self._columns, height=self._rows)
        found = [self._regions.label[y * height // self._rows, x * width // self._columns] for x, y in taps]
        return np.array(found, dtype=np.intp)

    def _seeds(self, rest: NDArray[np.bool_], on_wall: Places, on_rest: Places) -> NDArray[np.int8]:
        seeds = np.where(rest, REST, 0).astype(np.int8)
        seeds[on_rest] = REST
        seeds[on_wall] = WALL
        return seeds

    def _full(self, inside: NDArray[np.bool_]) -> NDArray[np.uint8]:
        """At the photo's size, the edge as soft as the photo's own."""
        soft: Grid = smoothed(inside.astype(np.float32))
        level = np.clip((soft - 0.5) * 1.6 + 0.5, 0, 1) * 255 + 0.5
        image = Image.fromarray(level.astype(np.uint8))
        return np.asarray(image.resize((self._columns, self._rows), Image.Resampling.BICUBIC))


def _faintest_first(regions: Regions) -> list[list[int]]:
    one, other = regions.lab[regions.pairs.T]
    weight = regions.step + COLOUR * _apart(one, other)
    found: list[list[int]] = regions.pairs[np.argsort(weight, kind="stable")].tolist()
    return found


def _far(lab: Grid, on_wall: Places) -> Grid:
    far: Grid = np.min([_apart(lab, lab[place]) for place in on_wall], axis=0)
    return far


def _apart(one: Grid, other: Grid) -> Grid:
    apart: Grid = np.sqrt((((one - other) * np.array([LIGHTNESS, 1, 1], np.float32)) ** 2).sum(axis=-1))
    return apart


def _grown(order: list[list[int]], seeds: NDArray[np.int8]) -> NDArray[np.int8]:
    """Each region's marker: pairs unite in order, unless they would join two different markers."""
    root, marker = list(range(len(seeds))), seeds.tolist()
    for one, other in order:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        while root[other] != other:
            root[other] = root[root[other]]
            other = root[other]
        if one != other and not (marker[one] and marker[other] and marker[one] != marker[other]):
            root[other] = one
            marker[one] = marker[one] or marker[other]
    return np.array(marker, np.int8)[_ends(np.array(root))]


def _ends(root: Places) -> Places:
    while not np.array_equal(further := root[root], root):
        root = further
    return root
