"""The seven forms that every part of a thing has, in plain millimetres of the thing's own frame.

The frame: origin in the middle of the footprint at the thing's underside, x right along the width, y along the depth
with the back at -d/2 and the front at +d/2, z up. The browser's twin is `static/js/model/forms.js`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self

Axis = Literal["x", "y", "z"]
Flat = tuple[int, int]
Spot = tuple[int, int, int]
Size = tuple[int, int, int]
Ring = tuple[int, int, int, int, int, int]

ELLIPSE = -1


@dataclass(frozen=True)
class Stretch:
    """From the size a thing was built at to the size it is wanted at, axis by axis; halves go up."""

    built: Size
    wanted: Size

    def along(self, axis: int, value: int) -> int:
        built, wanted = self.built[axis], self.wanted[axis]
        return (2 * value * wanted + built) // (2 * built)

    def spot(self, at: Spot) -> Spot:
        return self.along(0, at[0]), self.along(1, at[1]), self.along(2, at[2])

    def flat(self, point: Flat, axis: Axis) -> Flat:
        """A point of an outline that is drawn across the axis."""
        first, second = ACROSS[axis]
        return self.along(first, point[0]), self.along(second, point[1])

    def least(self, value: int) -> int:
        """A radius, which follows the axis that shrinks most."""
        return min(self.along(axis, value) for axis in range(3))


ACROSS: dict[Axis, tuple[int, int]] = {"x": (1, 2), "y": (0, 2), "z": (0, 1)}
ALONG: dict[Axis, int] = {"x": 0, "y": 1, "z": 2}


@dataclass(frozen=True, kw_only=True)
class Part:
    """One piece of one material; `colour` is #rrggbb."""

    form: ClassVar[str]
    material: str
    colour: str

    def stretched(self, by: Stretch) -> Self:
        raise NotImplementedError

    @property
    def is_solid(self) -> bool:
        """Has it any volume left? What a small size leaves no room for vanishes."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Block(Part):
    """What fills a box: `at` is its least corner; the top stands `lean` further along y."""

    at: Spot
    size: Size
    lean: int

    def stretched(self, by: Stretch) -> Self:
        return replace(self, at=by.spot(self.at), size=by.spot(self.size), lean=by.along(1, self.lean))

    @property
    def is_solid(self) -> bool:
        return min(self.size) > 0


@dataclass(frozen=True, kw_only=True)
class Box(Block):
    """`round` is the radius of the upright edges."""

    form: ClassVar[str] = "box"
    round: int

    def stretched(self, by: Stretch) -> Self:
        return replace(super().stretched(by), round=by.least(self.round))


@dataclass(frozen=True, kw_only=True)
class Cushion(Block):
    """A box with every edge rounded by `soft`."""

    form: ClassVar[str] = "cushion"
    soft: int

    def stretched(self, by: Stretch) -> Self:
        return replace(super().stretched(by), soft=by.least(self.soft))


@dataclass(frozen=True, kw_only=True)
class Pillow(Block):
    """Thick in the middle and pinched at its seam, across `axis`."""

    form: ClassVar[str] = "pillow"
    axis: Axis


@dataclass(frozen=True, kw_only=True)
class Extrusion(Part):
    """An outline drawn across an axis (x: y, z; y: x, z; z: x, y) and pulled along it from `start`."""

    form: ClassVar[str] = "extrusion"
    axis: Axis
    outline: tuple[Flat, ...]
    start: int
    length: int

    def stretched(self, by: Stretch) -> Self:
        along = ALONG[self.axis]
        return replace(
            self,
            outline=without_repeats(by.flat(point, self.axis) for point in self.outline),
            start=by.along(along, self.start),
            length=by.along(along, self.length),
        )

    @property
    def is_solid(self) -> bool:
        return self.length > 0 and double_area(self.outline) != 0


@dataclass(frozen=True, kw_only=True)
class Loft(Part):
    """Rings joined into a skin: (x, y, half width, half depth, z, corner radius), a radius of -1 meaning an ellipse.

    The rings run from the outside's bottom upwards and, where the inside shows too, on inwards and down;
    the first and the last are closed with caps, or joined to each other when `closed`. `outline`, in thousandths
    of the half sizes, takes the place of the ellipse.
    """

    form: ClassVar[str] = "loft"
    rings: tuple[Ring, ...]
    outline: tuple[Flat, ...]
    closed: bool

    def stretched(self, by: Stretch) -> Self:
        return replace(self, rings=tuple(_stretched_ring(ring, by) for ring in self.rings))

    @property
    def is_solid(self) -> bool:
        return len(self.rings) > 1 and max(min(ring[2], ring[3]) for ring in self.rings) > 0


@dataclass(frozen=True, kw_only=True)
class Rod(Part):
    """A round bar from a to b, its radius there `radius_b`."""

    form: ClassVar[str] = "rod"
    a: Spot
    b: Spot
    radius: int
    radius_b: int

    def stretched(self, by: Stretch) -> Self:
        return replace(
            self,
            a=by.spot(self.a),
            b=by.spot(self.b),
            radius=by.least(self.radius),
            radius_b=by.least(self.radius_b),
        )

    @property
    def is_solid(self) -> bool:
        return self.a != self.b and self.radius >= 0 and self.radius_b >= 0 and self.radius + self.radius_b > 0


@dataclass(frozen=True, kw_only=True)
class Leaf(Part):
    """A blade from stem a to tip b, `width` across at its middle, which hangs `droop` below the straight line."""

    form: ClassVar[str] = "leaf"
    a: Spot
    b: Spot
    width: int
    droop: int

    def stretched(self, by: Stretch) -> Self:
        return replace(
            self,
            a=by.spot(self.a),
            b=by.spot(self.b),
            width=by.least(self.width),
            droop=by.along(2, self.droop),
        )

    @property
    def is_solid(self) -> bool:
        return self.a != self.b and self.width > 0


def double_area(outline: tuple[Flat, ...]) -> int:
    """Twice the signed area in mm²; above zero when the outline runs from its first axis towards its second."""
    following = outline[1:] + outline[:1]
    return sum(x * y_next - x_next * y for (x, y), (x_next, y_next) in zip(outline, following, strict=True))


def without_repeats(points: Iterable[Flat]) -> tuple[Flat, ...]:
    """The outline without points that equal the one before them."""
    kept: list[Flat] = []
    for point in points:
        if not kept or point != kept[-1]:
            kept.append(point)
    while len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return tuple(kept)


def _stretched_ring(ring: Ring, by: Stretch) -> Ring:
    x, y, half_width, half_depth, z, corner = ring
    return (
        by.along(0, x),
        by.along(1, y),
        by.along(0, half_width),
        by.along(1, half_depth),
        by.along(2, z),
        corner if corner == ELLIPSE else min(by.along(0, corner), by.along(1, corner)),
    )
