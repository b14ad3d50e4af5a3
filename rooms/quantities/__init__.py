"""What a plan needs, counted: the area under each paint and tile, and the things in each room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from rooms.entities import Finish, Item
from rooms.kinds import KINDS
from rooms.outline import Found
from rooms.plan import Plan
from rooms.quantities.woodwork import seen_woodwork
from rooms.readiness import WINDOWS
from rooms.surfaces import Band, Surfaces
from rooms.surfaces.cuts import Cut
from rooms.walls.thickness import half_mm

BARE = (*WINDOWS, "passage")
"""Openings whose jambs are plaster."""
WOODEN = frozenset(("door", "window", "skirting"))
"""Faces that are painted with enamel."""


UNTOLD = WOODEN | {"floor", "ceiling"}


@dataclass(frozen=True)
class Patch:
    """A part of a room's surface under one finish; `net_mm2` is without doors and windows.

    `face` is wall, reveal (of windows and open passages), niche, bulkhead, floor, ceiling, door (as one room sees it)
    or skirting. A wall's, a reveal's, a door's and a niche's patch names the wall and its side, a wall's and a niche's
    the heights between which it lies, and a wall's how high that wall reaches, in mm; a bulkhead's names it as its
    wall. `before` and `ground` are what the room's label tells of its walls.
    """

    finish: str
    room: int
    face: str
    net_mm2: int
    wall: str | None = None
    side: str | None = None
    z_from: float = 0
    z_to: float | None = None
    reach: float | None = None
    before: str = ""
    ground: str = ""


@dataclass(frozen=True)
class PaintArea:
    """All that one paint covers of walls and ceilings; or, as enamel, of doors and skirting; or floors of its look."""

    code: str
    patches: tuple[Patch, ...]
    is_enamel: bool = False

    @property
    def net_mm2(self) -> int:
        return sum(patch.net_mm2 for patch in self.patches)


@dataclass(frozen=True)
class TileArea:
    """All that tiles of one size, pattern, joint, colour and product cover."""

    tile: Mapping[str, Any]
    patches: tuple[Patch, ...]

    @property
    def net_mm2(self) -> int:
        return sum(patch.net_mm2 for patch in self.patches)


@dataclass(frozen=True)
class Counted:
    """So many like things in a room (None: in none), alike in kind, name, size and product."""

    room: int | None
    item: Item
    count: int

    @property
    def price_gr(self) -> int | None:
        """What all of them cost by the product's snapshot."""
        return self.item.product["price_gr"] * self.count if self.item.product else None


@dataclass(frozen=True)
class Quantities:
    """Of a plan, its rooms and its surfaces as found."""

    plan: Plan
    found: Found
    surfaces: Surfaces

    @cached_property
    def paints(self) -> tuple[PaintArea, ...]:
        """What is painted, by paint, the largest area first."""
        named = ((self._finish(patch).coat, patch) for patch in self._patches)
        return _areas(((code, patch.face in WOODEN) if code else None, patch) for code, patch in named)

    @cached_property
    def floors(self) -> tuple[PaintArea, ...]:
        """Floors of a paint's colour, the largest area first: how a covering looks, not paint to buy."""
        named = ((self._finish(patch).paint, patch) for patch in self._patches if patch.face == "floor")
        return _areas(((code, False) if code else None, patch) for code, patch in named)

    @cached_property
    def tiles(self) -> tuple[TileArea, ...]:
        """By tile, the largest area first."""
        tiles = [(self._finish(patch).tile, patch) for patch in self._patches]
        like = {_key(tile): tile for tile, _patch in tiles if tile}
        by_key = _grouped((_key(tile) if tile else None, patch) for tile, patch in tiles)
        areas = (TileArea(like[key], patches) for key, patches in by_key.items())
        return tuple(sorted(areas, key=lambda area: -area.net_mm2))

    @cached_property
    def items(self) -> tuple[Counted, ...]:
        """By room in the rooms' order, what stands in none last; within a room as the plan first names them.

        A part of the building, such as a column, is none of them unless a product was chosen for it.
        """
        things = (item for item in self.plan.items.values() if item.product or not _is_built(item))
        placed = [(self.found.room_at(item.level, item.at), item) for item in things]
        first = {_likeness(place, item): (place, item) for place, item in reversed(placed)}
        counts = Counter(_likeness(place, item) for place, item in placed)
        counted = [Counted(*first[key], count) for key, count in counts.items()]
        return tuple(sorted(counted, key=lambda one: len(self.found.rooms) if one.room is None else one.room))

    @cached_property
    def _patches(self) -> tuple[Patch, ...]:
        found = (
            *(*self._on_walls(), *self._in_reveals(), *self._in_niches(), *self._on_bulkheads(), *self._on_planes()),
            *self._on_woodwork(),
        )
        return tuple(self._told(patch) for patch in found if patch.net_mm2 > 0)

    def _told(self, patch: Patch) -> Patch:
        """With what is known of the room's walls; of floors, ceilings and woodwork nothing is."""
        label = self.plan.rooms.get(self.found.rooms[patch.room].label or "")
        if label is None or patch.face in UNTOLD:
            return patch
        return replace(patch, before=label.before, ground=label.ground)

    def _on_walls(self) -> Iterator[Patch]:
        for face in self.surfaces.faces:
            for band in face.bands:
                if band.finish:
                    reach, heights = max(z for _at, z in face.top), (band.z_from, band.z_to)
                    yield Patch(band.finish, face.room, "wall", band.net_mm2, face.wall, face.side, *heights, reach)

    def _in_reveals(self) -> Iterator[Patch]:
        """Jambs and heads as far as painted bands reach, half the wall deep; a door has its frame there."""
        for face in self.surfaces.faces:
            wall = self.plan.bodies[face.wall]
            bare = [cut for cut in face.cuts if self.plan.openings[cut.opening].kind in BARE]
            for band in (one for one in face.bands if one.finish and self.plan.finishes[one.finish].paint):
                area_mm2 = sum(_rim_mm(cut, band) * half_mm(wall, cut.middle_mm) for cut in bare)
                yield Patch(band.finish or "", face.room, "reveal", int(area_mm2), face.wall, face.side)

    def _in_niches(self) -> Iterator[Patch]:
        """The floor in a niche counts to the room's."""
        for one in self.surfaces.recesses:
            if one.finish and one.is_floor:
                yield Patch(one.finish, one.room, "floor", one.area_mm2)
            elif one.finish:
                yield Patch(one.finish, one.room, "niche", one.area_mm2, one.wall, one.side, one.z_from, one.z_to)

    def _on_bulkheads(self) -> Iterator[Patch]:
        for one in self.surfaces.drops:
            if one.finish:
                yield Patch(one.finish, one.room, "bulkhead", one.area_mm2, one.block)

    def _on_planes(self) -> Iterator[Patch]:
        for plane in self.surfaces.planes:
            if plane.finish:
                yield Patch(plane.finish, plane.room, plane.face, plane.area_mm2)

    def _on_woodwork(self) -> Iterator[Patch]:
        for one in seen_woodwork(self.plan, self.found, self.surfaces):
            if one.finish and self.plan.finishes[one.finish].paint:
                yield Patch(one.finish, one.room, one.face, one.area_mm2, one.wall, one.side)

    def _finish(self, patch: Patch) -> Finish:
        return self.plan.finishes[patch.finish]


def _rim_mm(cut: Cut, band: Band) -> float:
    """How long the sides and the head of an opening are between the heights of a band."""
    low, high = max(cut.z_from, band.z_from), min(cut.z_to, band.z_to)
    return 2 * max(high - low, 0.0) + (cut.to_mm - cut.from_mm if band.z_from < cut.z_to < band.z_to else 0.0)


def _areas(named: Iterable[tuple[tuple[str, bool] | None, Patch]]) -> tuple[PaintArea, ...]:
    """One for each paint, and for each as enamel, the largest first."""
    found = (PaintArea(code, patches, is_enamel) for (code, is_enamel), patches in _grouped(named).items())
    return tuple(sorted(found, key=lambda area: -area.net_mm2))


def _grouped(named: Iterable[tuple[Any, Patch]]) -> dict[Any, tuple[Patch, ...]]:
    """The patches under each name, in their order; those without a name left out."""
    groups: dict[Any, tuple[Patch, ...]] = {}
    for name, patch in named:
        if name is not None:
            groups[name] = (*groups.get(name, ()), patch)
    return groups


def _key(tile: Mapping[str, Any]) -> tuple[Any, ...]:
    product = tile.get("product")
    return (*tile["size"], tile["joint"], tile["tint"], tile["pattern"], product["sku"] if product else None)


def _is_built(item: Item) -> bool:
    kind = KINDS.get(item.kind)
    return kind is not None and kind.category == "building"


def _likeness(place: int | None, item: Item) -> tuple[Any, ...]:
    product = item.product
    bought = (product["sku"], product["price_gr"]) if product else None
    return place, item.kind, item.name, tuple(item.size), bought
