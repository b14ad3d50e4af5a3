"""What stands in a plan, typed: one class for each collection of the document.

Lengths are integer millimetres, angles integer thousandths of a degree clockwise as seen on the page;
x goes right, y down the page, z up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import cos, floor, pi, sin
from typing import Any

Point = tuple[int, int]


@dataclass(frozen=True)
class Level:
    id: str
    name: str
    elevation: int
    height: int


@dataclass(frozen=True)
class Wall:
    """A centre line from a to b; a height of None is the level's, a height_b of None is the height.

    A straight wall tapers from its `thickness` at a to its `thickness_b` at b; None is as thick as at a.

    What is `locked` is not dragged: that makes no other wall of it. `round` is of a round column alone, which stands
    as a wall on its own: a to b is then its diameter.
    """

    id: str
    level: str
    a: Point
    b: Point
    thickness: int
    height: int | None
    height_b: int | None
    bulge: int
    thickness_b: int | None = None
    locked: bool = field(default=False, compare=False)
    round: bool = False


@dataclass(frozen=True)
class Opening:
    """A hole in a wall; `offset` runs along the centre line from the end `from_` to the nearer edge.

    A niche goes only so deep, `depth` mm, into the face of the side that it `opens` to.
    """

    id: str
    wall: str
    from_: str
    offset: int
    width: int
    height: int
    sill: int
    kind: str
    hinge: str
    opens: str
    depth: int


@dataclass(frozen=True)
class Item:
    """A thing standing in the plan: `at` is the middle of its footprint, `size` is width, depth, height.

    Things of one `group` are chosen together; what is `locked` stays where it is.
    """

    id: str
    level: str
    kind: str
    at: Point
    turn_mdeg: int
    mirrored: bool
    size: tuple[int, int, int]
    elevation: int
    name: str
    tint: str | None
    host: str | None
    product: Mapping[str, Any] | None
    group: str | None
    locked: bool


@dataclass(frozen=True)
class Label:
    """What is told of the found room that contains the point `at`.

    `before` is how light its walls are until they are painted, `ground` what is painted on; empty where untold.
    """

    id: str
    level: str
    at: Point
    name: str
    use: str
    before: str = ""
    ground: str = ""


@dataclass(frozen=True)
class Finish:
    """Paint or tile on the found face that contains it: a wall's side (with a band of heights), a floor, a ceiling,
    a room's skirting.

    Of a niche, which `opening` names, it covers one `face` (back, jambs, sill, head), or all of it; of a door, both
    sides.
    Of a bulkhead, which `wall` names, it covers the `face` sides or underside.
    """

    id: str
    wall: str | None
    side: str | None
    at: int | None
    z_from: int
    z_to: int | None
    room: str | None
    opening: str | None
    face: str | None
    paint: str | None
    tile: Mapping[str, Any] | None

    @property
    def coat(self) -> str | None:
        """The paint that is bought for it: none for a floor's, which tells the colour of a covering still to choose."""
        return None if self.face == "floor" else self.paint


@dataclass(frozen=True)
class Slope:
    """A sloping ceiling: `knee` mm high over the line a–b, rising to its left at the angle."""

    id: str
    level: str
    a: Point
    b: Point
    knee: int
    angle_mdeg: int


@dataclass(frozen=True)
class RoofWindow:
    """A window in a slope: `offset` runs along the slope's line from a to its nearer edge, `sill` is how high above the
    floor its lower edge lies, `height` goes up along the slope.
    """

    id: str
    slope: str
    offset: int
    sill: int
    width: int
    height: int


@dataclass(frozen=True)
class Dormer:
    """What lifts a slope over a rectangle of the plan, as deep as its ceiling lies over the slope.

    `offset` runs along the slope's line from a to its nearer edge, `front` from that line to its front, 0: the front is
    the wall that the slope rises from. `height` is that of its ceiling at the front, of a gable's where it is lowest;
    a shed rises on at the angle, a gable from both sides to the middle.
    """

    id: str
    slope: str
    offset: int
    width: int
    front: int
    height: int
    form: str
    angle_mdeg: int


@dataclass(frozen=True)
class Background:
    """A picture to draw over: its upper left corner lies at `at`, about which it is turned; `picture` is its id."""

    id: str
    level: str
    picture: str
    at: Point
    size_px: tuple[int, int]
    um_per_px: int
    turn_mdeg: int
    opacity_percent: int
    hidden: bool


@dataclass(frozen=True)
class Note:
    """What somebody wrote at a place of the plan."""

    id: str
    level: str
    at: Point
    text: str


@dataclass(frozen=True)
class Dimension:
    """A length that somebody measured in the plan, from point to point."""

    id: str
    level: str
    a: Point
    b: Point


@dataclass(frozen=True)
class Waiver:
    """A designer's word that a finding (`finding` is its key) may be let be, and why."""

    id: str
    finding: str
    reason: str


@dataclass(frozen=True)
class Block:
    """A column or shaft, which stands from the floor, or a bulkhead, which hangs from `z_from` to the ceiling.

    `at` is its middle, `size` its width and depth; a round one has its width for its diameter; a `z_to` of None is
    the level's height.
    """

    id: str
    level: str
    kind: str
    at: Point
    size: Point
    turn_mdeg: int
    round: bool
    z_from: int
    z_to: int | None
    locked: bool = field(default=False, compare=False)

    @property
    def stands(self) -> bool:
        return self.kind != "bulkhead"

    def as_wall(self) -> Wall:
        """What it is to rooms, faces and scenes: a wall that nothing joins, its ends to the whole millimetre."""
        half, turn = self.size[0] / 2, self.turn_mdeg * pi / 180_000
        ends = [
            (floor(self.at[0] + way * half * cos(turn) + 0.5), floor(self.at[1] + way * half * sin(turn) + 0.5))
            for way in (-1, 1)
        ]
        deep = self.size[0] if self.round else self.size[1]
        return Wall(self.id, self.level, ends[0], ends[1], deep, self.z_to, None, 0, round=self.round)


@dataclass(frozen=True)
class View:
    """A view of the model that somebody has kept, with its light; a `level` of None is the whole house.

    From outside it is turned about `at` and `height` and seen from `distance` away, from the azimuth (0 from the foot
    of the page, anticlockwise) and `tilt` above it. Inside one stands at `at` on the floor at `height` and looks
    along the azimuth (0 up the page, clockwise) and `tilt` up. `season` and `minute`, by the clock, are of the sun.
    """

    id: str
    name: str
    level: str | None
    inside: bool
    at: Point
    height: int
    azimuth_mdeg: int
    tilt_mdeg: int
    distance: int
    light: str
    season: str
    minute: int


ENTITIES: Mapping[str, type] = {
    "levels": Level,
    "walls": Wall,
    "openings": Opening,
    "items": Item,
    "rooms": Label,
    "finishes": Finish,
    "slopes": Slope,
    "skylights": RoofWindow,
    "dormers": Dormer,
    "backgrounds": Background,
    "notes": Note,
    "dimensions": Dimension,
    "waivers": Waiver,
    "solids": Block,
    "views": View,
}
