"""A room as a scheme sees it: its slots, what fills them now, how much of each is seen, which wall is second."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from configurator.errors import NotFound
from rooms.entities import Finish, Item
from rooms.kinds import KINDS
from rooms.outline import Found, Room, find_rooms
from rooms.outline.wall_letters import LetteredSide, lettered
from rooms.plan import Plan
from rooms.quantities.woodwork import Seen, seen_woodwork
from rooms.surfaces import Face, Surfaces, find_surfaces
from rooms.surfaces.woodwork import DOORS
from samples.deck import Deck
from samples.schemes.scheme import Fill

SOFT = frozenset(("fabric", "fabric_dark", "cushion", "linen"))
UPHOLSTERED = frozenset(("living", "bedroom", "child", "study"))
"""Categories whose soft things are the furniture of a scheme; rugs and curtains keep their own colours."""
BACK_TO_WALL_MM = 700
"""So near to a wall the middle of a sofa's or bed's back edge makes it the wall that one looks at."""

Side = tuple[str, str]
"""A wall's id, and which side of it."""


@dataclass(frozen=True)
class SchemePlan:
    """A plan with all that is found in it."""

    plan: Plan
    found: Found
    surfaces: Surfaces

    @classmethod
    def of(cls, plan: Plan) -> SchemePlan:
        found = find_rooms(plan)
        return cls(plan, found, find_surfaces(plan, found))


@dataclass(frozen=True)
class SchemeRoom:
    """A found room of a plan by its place there."""

    plan: Plan
    found: Found
    surfaces: Surfaces
    place: int

    @classmethod
    def of(cls, plan: Plan, place: int) -> SchemeRoom:
        """NotFound `no_room` for another number than the plan's rooms have."""
        read = SchemePlan.of(plan)
        if not 0 <= place < len(read.found.rooms):
            raise NotFound("no_room", path="room")
        return cls(read.plan, read.found, read.surfaces, place)

    @property
    def room(self) -> Room:
        return self.found.rooms[self.place]

    @cached_property
    def sides(self) -> tuple[LetteredSide, ...]:
        """Its lettered walls."""
        return lettered(self.room)

    @cached_property
    def faces(self) -> tuple[Face, ...]:
        return tuple(face for face in self.surfaces.faces if face.room == self.place)

    @cached_property
    def upholstery(self) -> tuple[Item, ...]:
        """The soft things whose colour is still to choose: no products, nothing locked."""
        items = (item for item in self.plan.items.values() if item.level == self.room.level)
        return tuple(
            item for item in items if is_upholstery(item) and self.found.room_at(item.level, item.at) == self.place
        )

    @cached_property
    def woodwork(self) -> tuple[Seen, ...]:
        """Its doors and skirting."""
        seen = seen_woodwork(self.plan, self.found, self.surfaces)
        return tuple(one for one in seen if one.room == self.place)

    @property
    def slots(self) -> tuple[str, ...]:
        """Those that the room has, in the order of SLOTS; walls and floor are always there."""
        soft = ("furniture",) if self.upholstery else ()
        second = ("second",) if self.second_side() else ()
        return ("wall", *second, "ceiling", "woodwork", "floor", *soft)

    def second_side(self, wanted: Side | None = None) -> Side | None:
        """The wall that may be of another colour: the one wanted, the one that is, or the one that one looks at."""
        painted = {(side.wall, side.side): self._painted(side) for side in self.sides}
        own = [side for side, area in painted.items() if area > 0]
        if wanted in own:
            return wanted
        if len(own) < 2:
            return None
        return self._odd_one(own) or max(own, key=lambda side: (self._is_looked_at(side), painted[side]))

    def now(self, deck: Deck) -> dict[str, Fill]:
        """What fills the slots as the plan stands; a bare one is not among them."""
        second = self.second_side()
        fills: dict[str, Fill | None] = {
            "wall": _fill_of(self._most_on([face for face in self.faces if (face.wall, face.side) != second]), deck),
            "second": _fill_of(self._most_on([face for face in self.faces if (face.wall, face.side) == second]), deck),
            "ceiling": _fill_of(self._plane("ceiling"), deck),
            "woodwork": _fill_of(self._most_of_wood(), deck),
            "floor": _fill_of(self._plane("floor"), deck),
        }
        tints = {item.tint for item in self.upholstery}
        if len(tints) == 1 and (tint := next(iter(tints))):
            fills["furniture"] = _fill_of_tint(tint, deck)
        return {slot: fill for slot, fill in fills.items() if fill is not None and slot in self.slots}

    @property
    def is_floor_tiled(self) -> bool:
        finish = self._plane("floor")
        return finish is not None and finish.tile is not None

    def areas_mm2(self, second: Side | None) -> Mapping[str, float]:
        """How much of each slot is seen: walls without openings and tiles, doors and skirting, things from one side."""
        areas = dict.fromkeys(("wall", "second", "ceiling", "woodwork", "floor", "furniture"), 0.0)
        for face in self.faces:
            slot = "second" if (face.wall, face.side) == second else "wall"
            areas[slot] += self._untiled(face)
        areas["woodwork"] = float(sum(one.area_mm2 for one in self.woodwork))
        for plane in self.surfaces.planes:
            if plane.room == self.place and plane.face in areas:
                areas[plane.face] += plane.area_mm2
        for item in self.upholstery:
            width, depth, height = item.size
            areas["furniture"] += width * depth + width * height + depth * height
        return areas

    def _untiled(self, face: Face) -> int:
        return sum(band.net_mm2 for band in face.bands if not self._is_tiled(band.finish))

    def _is_tiled(self, finish: str | None) -> bool:
        return finish is not None and self.plan.finishes[finish].tile is not None

    def _painted(self, side: LetteredSide) -> int:
        """What of a side can be painted, mm²."""
        return sum(self._untiled(face) for face in self.faces if (face.wall, face.side) == (side.wall, side.side))

    def _odd_one(self, own: Sequence[Side]) -> Side | None:
        """The side that alone has a paint that the others have not."""
        by_paint: dict[str | None, list[Side]] = {}
        for side in own:
            finish = self._most_on([face for face in self.faces if (face.wall, face.side) == side])
            by_paint.setdefault(finish.paint if finish else None, []).append(side)
        alone = [sides[0] for paint, sides in by_paint.items() if paint and len(sides) == 1]
        return alone[0] if len(alone) == 1 and len(by_paint) == 2 and len(own) > 2 else None

    def _is_looked_at(self, side: Side) -> bool:
        """Whether a bed's or sofa's back stands at it, and no window is in it."""
        faces = [face for face in self.faces if (face.wall, face.side) == side]
        has_window = any(self.plan.openings[cut.opening].kind not in DOORS for face in faces for cut in face.cuts)
        return not has_window and any(self._stands_at(item, face) for item in self.upholstery for face in faces)

    def _stands_at(self, item: Item, face: Face) -> bool:
        (ax, ay), (bx, by) = face.points[0], face.points[-1]
        length = max(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5, 1.0)
        x, y = item.at
        off = abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length
        along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length
        return 0 <= along <= length and off <= item.size[1] / 2 + BACK_TO_WALL_MM and item.size[0] >= 1400

    def _most_on(self, faces: Sequence[Face]) -> Finish | None:
        """The untiled finish with the largest area of the faces; None where most is bare."""
        bands = (band for face in faces for band in face.bands)
        return self._most((band.finish, band.net_mm2) for band in bands if not self._is_tiled(band.finish))

    def _most_of_wood(self) -> Finish | None:
        return self._most((one.finish, one.area_mm2) for one in self.woodwork)

    def _most(self, covered: Iterable[tuple[str | None, int]]) -> Finish | None:
        """A finish with the paint that covers the largest area; None where most is bare."""
        areas: dict[str | None, int] = {}
        for finish, mm2 in covered:
            paint = self.plan.finishes[finish].paint if finish else None
            areas[paint] = areas.get(paint, 0) + mm2
        most = max(areas, key=lambda paint: areas[paint], default=None)
        return next((one for one in self.plan.finishes.values() if one.paint == most), None) if most else None

    def _plane(self, which: str) -> Finish | None:
        plane = next((one for one in self.surfaces.planes if (one.room, one.face) == (self.place, which)), None)
        return self.plan.finishes[plane.finish] if plane and plane.finish else None


def is_upholstery(item: Item) -> bool:
    kind = KINDS.get(item.kind)
    return (
        kind is not None
        and kind.category in UPHOLSTERED
        and not SOFT.isdisjoint(kind.tint)
        and item.product is None
        and not item.locked
    )


def _fill_of(finish: Finish | None, deck: Deck) -> Fill | None:
    if finish is None:
        return None
    if finish.tile is not None:
        return Fill.of_hex(str(finish.tile["tint"]))
    paint = deck.get(finish.paint or "")
    return Fill.of(paint) if paint else None


def _fill_of_tint(tint: str, deck: Deck) -> Fill:
    """The paint whose colour on a screen it is, as a scheme leaves it."""
    paint = next((paint for paint in deck if paint.hex == tint), None)
    return Fill.of(paint) if paint else Fill.of_hex(tint)
