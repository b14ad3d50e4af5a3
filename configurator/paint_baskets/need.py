"""How much wall the paint is for: what the design paints with it, a room's walls, or so many square metres typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from configurator.exports.tins import (
    ENAMEL_RATE_DM2_L,
    RATE_DM2_L,
    RESERVE_PERCENT,
    amount_of,
    enamel_amount_of,
)
from configurator.paint_baskets.line import ENAMEL, WALLS
from rooms.drawing.labels import room_name
from rooms.outline import Found, find_rooms
from rooms.plan import Plan
from rooms.quantities import Patch, Quantities
from rooms.surfaces import Surfaces, find_surfaces
from samples.paint import Paint
from samples.quantity import Coats
from samples.tools import Tool, tools_for

DESIGN, TYPED = "design", "typed"
MM2_PER_M2 = 1_000_000
TOLD_ML = 100
LEAST_MM2 = MM2_PER_M2 // 10
MOST_MM2 = 1_000 * MM2_PER_M2
SQUARE_METRES = re.compile(r"\d{1,4}([.,]\d{1,2})?", re.ASCII)


@dataclass(frozen=True)
class Walls:
    """An area that the paint may be for: `key` names it in a form, `name` is the room's, empty for the design's.

    `edges_mm` is what would have to be masked, `floor_mm2` covered; None where no plan tells. `patches` are the walls
    by what is told of them.
    """

    key: str
    name: str
    patches: tuple[Patch, ...]
    edges_mm: int | None = None
    floor_mm2: int | None = None

    @property
    def mm2(self) -> int:
        return sum(patch.net_mm2 for patch in self.patches)

    @property
    def tools(self) -> tuple[Tool, ...]:
        """What painting them takes besides paint."""
        return tools_for(self.mm2, self.edges_mm, self.floor_mm2)


@dataclass(frozen=True)
class Need:
    """What the walls take in all coats, the reserve included, rounded up as it is told: to the tenth of a litre."""

    walls: Walls
    coats: Coats
    ml: int
    reserve_percent: int = RESERVE_PERCENT
    rate_dm2_l: int = RATE_DM2_L


def walls_of(plan: Plan | None, code: str, lang: str, use: str = WALLS) -> Sequence[Walls]:
    """What a design offers: first what it paints with the code, if anything; then, of wall paint, each room's walls."""
    if plan is None:
        return ()
    found = find_rooms(plan)
    surfaces = find_surfaces(plan, found)
    painted = Quantities(plan, found, surfaces).paints
    offered = [
        Walls(DESIGN, "", area.patches) for area in painted if area.code == code and area.is_enamel == (use == ENAMEL)
    ]
    if use == WALLS:
        offered += _rooms(plan, found, surfaces, lang)
    return [walls for walls in offered if 0 < walls.mm2 <= MOST_MM2]


def _rooms(plan: Plan, found: Found, surfaces: Surfaces, lang: str) -> Iterator[Walls]:
    for place, room in enumerate(found.rooms):
        faces = [face for face in surfaces.faces if face.room == place]
        edges_mm = sum(int(face.length_mm) for face in faces) * 2
        name = room_name(room, lang) or (str(place + 1) if len(found.rooms) > 1 else "")
        label = plan.rooms.get(room.label or "")
        before, ground = (label.before, label.ground) if label else ("", "")
        patches = tuple(Patch("", place, "wall", face.net_mm2, before=before, ground=ground) for face in faces)
        yield Walls(f"room-{place}", name, patches, edges_mm, room.area_mm2)


def chosen(offered: Sequence[Walls], key: str, typed: str) -> Walls | None:
    """The walls that are meant: the named ones, else the typed area, else the first that are offered."""
    if key != TYPED or not offered:
        named = next((walls for walls in offered if walls.key == key), None)
        if named is not None or (offered and not typed.strip()):
            return named or offered[0]
    mm2 = read_mm2(typed)
    return typed_walls(mm2) if mm2 else None


def read_mm2(typed: str) -> int | None:
    """Square metres as people type them, 0.1 to 1000; None where it is none."""
    text = typed.strip().removesuffix("m²").strip()
    if not SQUARE_METRES.fullmatch(text):
        return None
    mm2 = int(Decimal(text.replace(",", ".")) * MM2_PER_M2)
    return mm2 if LEAST_MM2 <= mm2 <= MOST_MM2 else None


def typed_walls(mm2: int) -> Walls:
    """So much wall, of which nothing else is told."""
    return Walls(TYPED, "", (Patch("", 0, "wall", mm2),))


def need(paint: Paint, walls: Walls, use: str = WALLS) -> Need:
    """The paint for these walls, or the enamel; smooth and of an old colour that nobody knows where nothing is told."""
    amount = (enamel_amount_of if use == ENAMEL else amount_of)(paint, walls.patches)
    rate = ENAMEL_RATE_DM2_L if use == ENAMEL else RATE_DM2_L
    return Need(walls, amount.coats, -(-amount.ml // TOLD_ML) * TOLD_ML, rate_dm2_l=rate)
