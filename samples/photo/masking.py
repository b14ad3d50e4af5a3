"""A wall of a photo from taps on it and taps on what must stay.

Markers grow over the regions of the photo, the faintest edge first, until they meet: a marker watershed as a minimum
spanning forest (Cousty and others, 2009). Regions whose colour is far from every tap on the wall are markers of the
rest; how far is far is decided by a vote of three. What all three gave to the wall stands beside the taps in a second
vote: a wall's light changes slowly. Nothing grows over the ceiling's line, nor over a line that was drawn. In the end
skirting boards and frames that came along are taken out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from samples.colour.cie import linear_to_lab
from samples.colour.srgb import to_linear
from samples.fault import Fault
from samples.photo.ceiling import Ceiling
from samples.photo.doubt import Doubt, doubt
from samples.photo.edges import Grid, smoothed, steepness
from samples.photo.fences import Fence, crossed, fence, kept_off, mirrored, parted
from samples.photo.finger import settled
from samples.photo.growing import REST, WALL, grown
from samples.photo.job import Line, Stroke
from samples.photo.likeness import apart, from_examples, from_taps
from samples.photo.matte import Matte
from samples.photo.regions import Places, Regions, basins, measured
from samples.photo.strokes import brushed
from samples.photo.trim import without_trim

Taps = Sequence[tuple[int, int]]
Chosen = NDArray[np.bool_]

GRID_PIXELS = 180_000
ABOUT = 4
"""How often colours are smoothed before a region takes its own: noise counts less than the surface."""
FAR = (6.0, 7.5, 9.0)
"""ΔE from the nearest tap on the wall."""
FAR_AGAIN = 0.53
"""The same limits, for what was found beside the taps, are so much closer."""
COLOUR = 0.05
"""What a colour step of 1 between two regions adds to the edge between them."""
FINGER_PX = 3
"""A tap means all regions so near to it that have its colour, within ALIKE ΔE."""
ALIKE = 2.5
BLOWN, BRIGHT = 252, 93
"""A level from which pixels are a window or a lamp, unless a tap is as light (L*) itself."""


@dataclass(frozen=True)
class _Ground:
    """What markers grow over: regions, their pairs from the faintest edge on, and the regions that are blown out."""

    regions: Regions
    pairs: Places
    blown: Chosen


@dataclass(frozen=True)
class _Marks:
    """Regions that were tapped as wall and as rest, colours of taps on the wall at their places, what is never wall."""

    wall: Places
    rest: Places
    colours: list[Grid]
    places: list[tuple[int, int]]
    never: Chosen

    def seeds(self, far: Chosen) -> NDArray[np.int8]:
        seeds = np.where(far | self.never, REST, 0).astype(np.int8)
        seeds[self.wall] = WALL
        seeds[self.rest] = REST
        return seeds


class Wall:
    """A photo (rows, columns, 3; sRGB 0..255) made ready once, and then asked tap by tap."""

    def __init__(self, photo: NDArray[np.uint8]) -> None:
        self._rows, self._columns = photo.shape[:2]
        shrink = max(1.0, (self._rows * self._columns / GRID_PIXELS) ** 0.5)
        self._size = max(1, round(self._columns / shrink)), max(1, round(self._rows / shrink))
        small = np.asarray(Image.fromarray(photo).resize(self._size, Image.Resampling.BOX))
        lab = linear_to_lab(to_linear(small / 255)).astype(np.float32)
        self._light = np.ascontiguousarray(lab[..., 0])
        self._steep, self._about, self._blown = steepness(lab), smoothed(lab, ABOUT), small.min(axis=2) >= BLOWN
        self._label = basins(self._steep)
        self._open = self._ground([])
        self._ceiling, self._matte = Ceiling(lab, self._steep), Matte(photo, small)

    def mask(
        self, wall: Taps, keep: Taps = (), *, lines: Sequence[Line] = (), brush: Sequence[Stroke] = ()
    ) -> NDArray[np.uint8]:
        """How much of each pixel is wall, 0..255, by taps (x, y); Fault `no_wall` without a tap on the wall.

        The wall does not cross `lines`, which replace the ceiling's line that is guessed without them, and the strokes
        of `brush` correct it in the end. Raises Fault `outside_the_picture` with the place of a tap or of a line's end.
        """
        if not wall:
            raise Fault("wall", "no_wall")
        on_wall, on_rest = self._small(wall, "wall"), self._small(keep, "keep")
        ends = [self._small(line, f"lines/{at}") for at, line in enumerate(lines)]
        fences = [fence(one, other, self._label.shape, on_wall) for one, other in ends if one != other]
        ground = self._ground(fences) if fences else self._open
        found = self._found(ground, self._marks(ground, on_wall, on_rest, fences))
        found = without_trim(found, self._light, on_wall, on_rest)
        return brushed(kept_off(self._matte.drawn(mirrored(found, fences)), fences), brush)

    def doubt(self, mask: NDArray[np.uint8], wall: Taps) -> Doubt | None:
        """What speaks against the mask that was found by these taps on the wall."""
        taps = self._small(wall, "wall")
        return doubt(mask, taps, self._steep, self._ceiling.line(taps))

    def _small(self, taps: Taps, path: str) -> list[tuple[int, int]]:
        width, height = self._size
        for at, (x, y) in enumerate(taps):
            if not (0 <= x < self._columns and 0 <= y < self._rows):
                raise Fault(f"{path}/{at}", "outside_the_picture", width=self._columns, height=self._rows)
        return [(x * width // self._columns, y * height // self._rows) for x, y in taps]

    def _ground(self, fences: Sequence[Fence]) -> _Ground:
        label = parted(self._label, fences)
        regions = measured(label, self._about, self._steep)
        one, other = regions.lab[regions.pairs.T]
        order = np.argsort(regions.step + COLOUR * apart(one, other), kind="stable")
        pairs = regions.pairs[order]
        blown = np.bincount(label.ravel(), self._blown.ravel()) > regions.size / 2
        return _Ground(regions, pairs[~crossed(label, pairs, fences)], blown)

    def _marks(self, ground: _Ground, on_wall: Taps, on_rest: Taps, fences: Sequence[Fence]) -> _Marks:
        regions = ground.regions
        rest = np.array([regions.label[y, x] for x, y in on_rest], np.intp)
        touched = [self._touched(regions, tap) for tap in on_wall]
        wall = np.setdiff1d(np.concatenate([places for places, _ in touched]), rest)
        colours = [colour for _, both in touched for colour in both]
        never = np.zeros(len(regions), bool) if fences else self._above(regions, on_wall)
        for one in fences:
            never[regions.label[one.rest]] = True
        if max(colour[0] for colour in colours) < BRIGHT:
            never |= ground.blown
        never[wall] = False
        return _Marks(wall, rest, colours, [tap for tap in on_wall for _ in range(2)], never)

    def _touched(self, regions: Regions, tap: tuple[int, int]) -> tuple[Places, tuple[Grid, Grid]]:
        """The regions under a finger at (x, y), and two colours for them: what lies about, and what lies there."""
        x, y = settled(tap, self._about, self._steep)
        own = regions.label[y, x]
        window = slice(max(0, y - FINGER_PX), y + FINGER_PX + 1), slice(max(0, x - FINGER_PX), x + FINGER_PX + 1)
        about: Grid = np.median(self._about[window].reshape(-1, 3), axis=0)
        near = np.unique(regions.label[window])
        alike = near[apart(regions.lab[near], about, 1.0) < ALIKE]
        return np.append(alike, own), (about, regions.lab[own])

    def _above(self, regions: Regions, on_wall: Taps) -> Chosen:
        line = self._ceiling.line(on_wall)
        above: Chosen = regions.place[:, 0] < line[np.rint(regions.place[:, 1]).astype(np.intp)]
        return above

    def _found(self, ground: _Ground, marks: _Marks) -> Chosen:
        """The small picture's pixels that are wall: a vote by the taps, and one by what they found as well."""
        regions, never = ground.regions, marks.never
        pairs = ground.pairs[never[ground.pairs[:, 0]] == never[ground.pairs[:, 1]]]

        def votes(far: Grid) -> Places:
            won: Places = np.sum([grown(pairs, marks.seeds(far > limit)) == WALL for limit in FAR], axis=0)
            return won

        far = from_taps(regions, marks.colours, marks.places, self._size[0])
        sure = np.union1d(np.flatnonzero((votes(far) == len(FAR)) & (regions.size > 6)), marks.wall)
        near = from_examples(regions, sure, self._size[0]) / FAR_AGAIN
        found: Chosen = 2 * votes(np.minimum(far, near)) > len(FAR)
        return found[regions.label]
