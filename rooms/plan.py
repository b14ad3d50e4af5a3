"""The plan document, version 1: what it may hold, checked on reading, and typed.

Lengths are integer millimetres, angles integer thousandths of a degree clockwise as seen on the page;
x goes right, y down the page, z up. The document's own description is `plan.json`, read by the browser too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import cos, floor, pi, sin
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from rooms.fault import Fault
from rooms.fields import check_field

Point = tuple[int, int]
Document = dict[str, Any]

DESCRIPTION: Mapping[str, Any] = json.loads(Path(__file__).with_name("plan.json").read_text("utf-8"))
VERSION: int = DESCRIPTION["version"]
COLLECTIONS: Mapping[str, Any] = DESCRIPTION["collections"]


@dataclass(frozen=True)
class Level:
    id: str
    name: str
    elevation: int
    height: int


@dataclass(frozen=True)
class Wall:
    """A centre line from a to b; a height of None is the level's, a height_b of None is the height.

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
    "backgrounds": Background,
    "notes": Note,
    "dimensions": Dimension,
    "waivers": Waiver,
    "solids": Block,
    "views": View,
}
Entity = TypeVar("Entity")


@dataclass(frozen=True)
class Plan:
    """A checked plan document and its typed entities, keyed by id in the document's order."""

    document: Document

    @classmethod
    def read(cls, document: object) -> Plan:
        """The plan of a whole document; Fault names the first place that is not as described."""
        return cls(checked(document))

    @classmethod
    def empty(cls) -> Plan:
        return cls({"version": VERSION, "plan": {}} | {name: {} for name in COLLECTIONS})

    @property
    def name(self) -> str:
        return str(self._head("name"))

    @property
    def purpose(self) -> str:
        return str(self._head("purpose"))

    @property
    def north_mdeg(self) -> int:
        return int(self._head("north_mdeg"))

    @cached_property
    def levels(self) -> Mapping[str, Level]:
        return self._typed("levels", Level)

    @cached_property
    def walls(self) -> Mapping[str, Wall]:
        return self._typed("walls", Wall)

    @cached_property
    def openings(self) -> Mapping[str, Opening]:
        return self._typed("openings", Opening)

    @cached_property
    def items(self) -> Mapping[str, Item]:
        return self._typed("items", Item)

    @cached_property
    def rooms(self) -> Mapping[str, Label]:
        return self._typed("rooms", Label)

    @cached_property
    def finishes(self) -> Mapping[str, Finish]:
        return self._typed("finishes", Finish)

    @cached_property
    def slopes(self) -> Mapping[str, Slope]:
        return self._typed("slopes", Slope)

    @cached_property
    def skylights(self) -> Mapping[str, RoofWindow]:
        return self._typed("skylights", RoofWindow)

    @cached_property
    def backgrounds(self) -> Mapping[str, Background]:
        return self._typed("backgrounds", Background)

    @cached_property
    def notes(self) -> Mapping[str, Note]:
        return self._typed("notes", Note)

    @cached_property
    def dimensions(self) -> Mapping[str, Dimension]:
        return self._typed("dimensions", Dimension)

    @cached_property
    def waivers(self) -> Mapping[str, Waiver]:
        return self._typed("waivers", Waiver)

    @cached_property
    def solids(self) -> Mapping[str, Block]:
        return self._typed("solids", Block)

    @cached_property
    def views(self) -> Mapping[str, View]:
        return self._typed("views", View)

    @cached_property
    def bodies(self) -> Mapping[str, Wall]:
        """All that stands in the way of a room: the walls, and after them columns and shafts as walls of their own."""
        standing = {block.id: block.as_wall() for block in self.solids.values() if block.stands}
        return MappingProxyType({**self.walls, **standing})

    @cached_property
    def niches(self) -> Mapping[str, tuple[Opening, ...]]:
        """The niches of each wall that has any."""
        held = [one for one in self.openings.values() if one.kind == "niche"]
        return {wall: tuple(one for one in held if one.wall == wall) for wall in {one.wall for one in held}}

    def wall_heights(self, wall: Wall) -> tuple[int, int]:
        """The wall's height in mm at a and at b, taken from its level where it has none of its own."""
        at_a = wall.height if wall.height is not None else self.level_height(wall.level)
        return at_a, wall.height_b if wall.height_b is not None else at_a

    def level_height(self, level: str) -> int:
        found = self.levels.get(level)
        return found.height if found else COLLECTIONS["levels"]["fields"]["height"]["default"]

    def _head(self, name: str) -> Any:
        return self.document.get("plan", {}).get(name, DESCRIPTION["plan"][name]["default"])

    def _typed(self, collection: str, kind: type[Entity]) -> Mapping[str, Entity]:
        fields = COLLECTIONS[collection]["fields"]
        held = self.document.get(collection, {})
        return MappingProxyType({id_: _entity(kind, id_, entity, fields) for id_, entity in held.items()})


def _entity(kind: Callable[..., Entity], id_: str, values: Mapping[str, Any], fields: Mapping[str, Any]) -> Entity:
    known = {
        ("from_" if name == "from" else name): _frozen(values.get(name, rule.get("default")))
        for name, rule in fields.items()
    }
    return kind(id=id_, **known)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def checked(document: object) -> Document:
    """The document itself, when every place in it is as `plan.json` describes; else Fault with the place."""
    if not isinstance(document, dict):
        raise Fault("", "not_an_object")
    if document.get("version") != VERSION:
        raise Fault("version", "unknown_version", wanted=VERSION)
    for name in document:
        if name not in COLLECTIONS and name not in ("version", "plan"):
            raise Fault(name, "unknown_collection")
    check_head(document.get("plan", {}))
    for collection in COLLECTIONS:
        _check_collection(collection, document.get(collection, {}))
    return document


def check_head(values: object, path: str = "plan") -> None:
    """The plan's own fields: name, purpose, north."""
    if not isinstance(values, dict):
        raise Fault(path, "not_an_object")
    for name, value in values.items():
        if name not in DESCRIPTION["plan"]:
            raise Fault(f"{path}/{name}", "unknown_field")
        check_field(f"{path}/{name}", value, DESCRIPTION["plan"][name])


def check_entity(collection: str, id_: str, values: object, *, whole: bool) -> None:
    """One entity's fields; `whole` wants the required ones too, as a document does and an edit does not."""
    path = f"{collection}/{id_}"
    described = COLLECTIONS[collection]
    check_field(path, id_, {"type": "id"})
    if id_[0] != described["letter"]:
        raise Fault(path, "wrong_letter", wanted=described["letter"])
    if not isinstance(values, dict):
        raise Fault(path, "not_an_object")
    for name, value in values.items():
        if name not in described["fields"]:
            raise Fault(f"{path}/{name}", "unknown_field")
        check_field(f"{path}/{name}", value, described["fields"][name])
    if whole and (lacking := missing_fields(collection, values)):
        raise Fault(f"{path}/{lacking[0]}", "missing")


def missing_fields(collection: str, values: Mapping[str, Any]) -> list[str]:
    """The required fields that the entity lacks."""
    fields = COLLECTIONS[collection]["fields"]
    return [name for name, rule in fields.items() if rule.get("required") and values.get(name) is None]


def _check_collection(collection: str, entities: object) -> None:
    if not isinstance(entities, dict):
        raise Fault(collection, "not_an_object")
    if len(entities) > COLLECTIONS[collection]["most"]:
        raise Fault(collection, "too_many", most=COLLECTIONS[collection]["most"], found=len(entities))
    for id_, values in entities.items():
        check_entity(collection, id_, values, whole=True)
