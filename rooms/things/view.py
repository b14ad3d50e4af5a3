"""What is seen of a part from above and from the front: outlines as path commands in whole mm.

From the front the second number is the height, upwards; `View.placed` turns it into SVG's downward y.
The browser's twin is `static/js/plan/view.js`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rooms.vocabulary.extent import extent
from rooms.vocabulary.forms import ELLIPSE, Box, Cushion, Extrusion, Flat, Leaf, Loft, Part, Pillow, Ring, Rod, Stretch

Command = tuple[Any, ...]
Way = list[Command]
Bounds = tuple[Flat, Flat]

PINCH = 12  # a pillow's sides are drawn in by a twelfth


@dataclass(frozen=True)
class View:
    """`across` and `along` are the axes of the picture, `depth` the one looked along, towards its far end."""

    name: str
    across: int
    along: int
    depth: int
    upwards: bool

    def nearness(self, part: Part) -> int:
        """How near to the viewer the part reaches, mm."""
        return extent(part)[1][self.depth]

    def bounds(self, part: Part) -> Bounds:
        least, most = extent(part)
        return (least[self.across], least[self.along]), (most[self.across], most[self.along])

    def flat(self, spot: Sequence[int]) -> Flat:
        return spot[self.across], spot[self.along]

    def stretched(self, command: Command, by: Stretch) -> Command:
        if by.built == by.wanted:
            return command
        letter, *numbers = command
        if letter == "A":
            along_x, along_y, turn, large, sweep, x, y = numbers
            return (
                "A", by.along(self.across, along_x), by.along(self.along, along_y), turn, large, sweep,
                by.along(self.across, x), by.along(self.along, y),
            )  # fmt: skip
        axes = (self.across, self.along)
        return (letter, *(by.along(axes[place % 2], number) for place, number in enumerate(numbers)))

    def placed(self, way: Way) -> Way:
        """The way in SVG's frame, where y runs down."""
        return [_downwards(command) for command in way] if self.upwards else way


TOP = View("symbol", 0, 1, 2, upwards=False)
FRONT = View("front", 0, 2, 1, upwards=True)


def seen(part: Part, view: View) -> list[Way]:
    """The part's outline and, after it, lines within it, in SVG's frame."""
    return [view.placed(way) for way in SEEN[part.form](part, view)]


def rectangle(left: int, low: int, right: int, high: int, corner: int = 0) -> Way:
    """A rectangle, its corners rounded by so much or as far as they go."""
    r = max(0, min(corner, (right - left) // 2, (high - low) // 2))
    if r == 0:
        return polygon([(left, low), (right, low), (right, high), (left, high)], closed=True)
    return [
        ("M", left + r, low),
        ("L", right - r, low),
        ("A", r, r, 0, 0, 1, right, low + r),
        ("L", right, high - r),
        ("A", r, r, 0, 0, 1, right - r, high),
        ("L", left + r, high),
        ("A", r, r, 0, 0, 1, left, high - r),
        ("L", left, low + r),
        ("A", r, r, 0, 0, 1, left + r, low),
        ("Z",),
    ]


def ring_path(x: int, y: int, along_x: int, along_y: int) -> Way:
    """An ellipse."""
    return [
        ("M", x - along_x, y),
        ("A", along_x, along_y, 0, 1, 1, x + along_x, y),
        ("A", along_x, along_y, 0, 1, 1, x - along_x, y),
        ("Z",),
    ]


def polygon(points: Iterable[Sequence[int]], *, closed: bool) -> Way:
    way: Way = [("L", x, y) for x, y in points]
    way[0] = ("M", *way[0][1:])
    return [*way, ("Z",)] if closed else way


def _downwards(command: Command) -> Command:
    letter, *numbers = command
    if letter == "A":
        along_x, along_y, turn, large, sweep, x, y = numbers
        return letter, along_x, along_y, turn, large, 1 - sweep, x, -y
    return (letter, *(-number if place % 2 else number for place, number in enumerate(numbers)))


def _see_box(box: Box, view: View) -> list[Way]:
    return [_bounding(box, view, box.round if view is TOP else 0)]


def _see_cushion(cushion: Cushion, view: View) -> list[Way]:
    return [_bounding(cushion, view, cushion.soft)]


def _bounding(part: Part, view: View, corner: int) -> Way:
    (left, low), (right, high) = view.bounds(part)
    return rectangle(left, low, right, high, corner)


def _see_pillow(pillow: Pillow, view: View) -> list[Way]:
    (left, low), (right, high) = view.bounds(pillow)
    if "xyz".index(pillow.axis) != view.depth:
        return [rectangle(left, low, right, high, min(right - left, high - low) // 2)]
    x, y = (left + right) // 2, (low + high) // 2
    aside, upright = (right - left) // PINCH, (high - low) // PINCH
    return [
        [
            ("M", left, low),
            ("Q", x, low + upright, right, low),
            ("Q", right - aside, y, right, high),
            ("Q", x, high - upright, left, high),
            ("Q", left + aside, y, left, low),
            ("Z",),
        ]
    ]


def _see_extrusion(extrusion: Extrusion, view: View) -> list[Way]:
    if "xyz".index(extrusion.axis) == view.depth:
        return [polygon(extrusion.outline, closed=True)]
    return [_bounding(extrusion, view, 0)]


def _see_loft(loft: Loft, view: View) -> list[Way]:
    if view is FRONT:
        return [_silhouette(loft)]
    widest = max(loft.rings, key=lambda ring: ring[2] * ring[3])
    ways = [_ring_from_above(widest, loft)]
    if (rim := _inner_rim(loft)) is not None and rim != widest:
        ways.append(_ring_from_above(rim, loft))
    return ways


def _ring_from_above(ring: Ring, loft: Loft) -> Way:
    x, y, half_width, half_depth, _z, corner = ring
    if loft.outline:
        points = ((x + half_width * px // 1000, y + half_depth * py // 1000) for px, py in loft.outline)
        return polygon(points, closed=True)
    if corner == ELLIPSE:
        return ring_path(x, y, half_width, half_depth)
    return rectangle(x - half_width, y - half_depth, x + half_width, y + half_depth, corner)


def _inner_rim(loft: Loft) -> Ring | None:
    """Where the skin turns inwards and down, as at the rim of a bath."""
    for ring, following in zip(loft.rings, loft.rings[1:], strict=False):
        if following[4] < ring[4]:
            return ring
    return None


def _silhouette(loft: Loft) -> Way:
    """The rings' sides up to where the skin turns down into the inside."""
    rising = [loft.rings[0]]
    for ring in loft.rings[1:]:
        if ring[4] < rising[-1][4]:
            break
        rising.append(ring)
    right = [(ring[0] + ring[2], ring[4]) for ring in rising]
    left = [(ring[0] - ring[2], ring[4]) for ring in reversed(rising)]
    return polygon([*right, *left], closed=True)


def _see_rod(rod: Rod, view: View) -> list[Way]:
    (ax, ay), (bx, by) = view.flat(rod.a), view.flat(rod.b)
    length = math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
    is_end_on = length <= abs(rod.b[view.depth] - rod.a[view.depth])
    if is_end_on and length < max(rod.radius, rod.radius_b):
        radius = max(rod.radius, rod.radius_b)
        return [ring_path(ax, ay, radius, radius)]
    aside_x, aside_y = (ay - by) / length, (bx - ax) / length
    corners = (
        (ax + aside_x * rod.radius, ay + aside_y * rod.radius),
        (bx + aside_x * rod.radius_b, by + aside_y * rod.radius_b),
        (bx - aside_x * rod.radius_b, by - aside_y * rod.radius_b),
        (ax - aside_x * rod.radius, ay - aside_y * rod.radius),
    )
    return [polygon([(_nearest(x), _nearest(y)) for x, y in corners], closed=True)]


def _see_leaf(leaf: Leaf, view: View) -> list[Way]:
    (ax, ay), (bx, by) = view.flat(leaf.a), view.flat(leaf.b)
    length = math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
    if length == 0:
        return [polygon([(ax - leaf.width // 2, ay), (ax + leaf.width // 2, ay)], closed=False)]
    middle_x, middle_y = (ax + bx) / 2, (ay + by) / 2 - (leaf.droop if view is FRONT else 0)
    aside_x, aside_y = (ay - by) / length * leaf.width, (bx - ax) / length * leaf.width
    return [
        [
            ("M", ax, ay),
            ("Q", _nearest(middle_x + aside_x), _nearest(middle_y + aside_y), bx, by),
            ("Q", _nearest(middle_x - aside_x), _nearest(middle_y - aside_y), ax, ay),
            ("Z",),
        ]
    ]


def _nearest(value: float) -> int:
    return math.floor(value + 0.5)


SEEN: Mapping[str, Callable[[Any, View], list[Way]]] = {
    "box": _see_box,
    "cushion": _see_cushion,
    "pillow": _see_pillow,
    "extrusion": _see_extrusion,
    "loft": _see_loft,
    "rod": _see_rod,
    "leaf": _see_leaf,
}
