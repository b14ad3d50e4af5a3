"""The paints of a room as they will read there: each by the light that its own surface gets, beside its card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np

from configurator.colours import lighting
from configurator.colours.lighting import Light
from configurator.errors import NotFound
from configurator.exports.kept import Kept
from rooms.light import Enclosure, Room, enclosure
from rooms.light.radiosity import Lit
from rooms.plan import Plan
from rooms.scene import describe
from rooms.scene.site import BARE
from samples.colour import spectrum
from samples.colour.arrays import Lab, Numbers
from samples.colour.cie import hex_to_lab
from samples.colour.difference import delta_e
from samples.deck import Deck

ROOMS: Kept[Room] = Kept(most=8)
"""Made out once for a room's shape and things; its paints and lights may change."""
PATCHES, LONGEST_MM = 400, (450.0, 1200.0)
"""A surface's mean asks for fewer patches than a place on it: within ΔE 0.75 of fine ones in the rooms of
examples/flats, where half as many were up to 3.3 away."""
EVENED_OUT = 0.75
"""Of how much more or less light a wall gets than the room's others, the eye counts so much to the light, not to the
paint: a choice, not a measurement."""
BRIGHTNESS: Numbers = spectrum.OBSERVER[:, 1]


@dataclass(frozen=True)
class Read:
    """A painted surface: its entry in the scene, its Lab on the card and in the room, and its light, 1 of the mean."""

    entry: Mapping[str, Any]
    card: Lab
    seen: Lab
    light: float
    neighbour: Neighbour | None

    @property
    def delta_e(self) -> float:
        return float(delta_e(self.card, self.seen))


@dataclass(frozen=True)
class Neighbour:
    """The bare wall that a paint changes most: as it would read beside a bare wall, and as it reads now."""

    entry: Mapping[str, Any]
    without: Lab
    seen: Lab

    @property
    def delta_e(self) -> float:
        return float(delta_e(self.without, self.seen))


@dataclass(frozen=True)
class InRoom:
    """What is painted, and by what it is lit: a day without a window is lit by lamps."""

    reads: tuple[Read, ...]
    by_lamps: bool


def in_room(plan: Plan, room: int, light: Light, deck: Deck) -> InRoom:
    """Every painted surface of a room, numbered as the plan's found rooms; NotFound `no_room` for another number.

    The eye is used to the room's light: white is what a white sheet sends that gets the mean of what falls on the
    walls, in the colour of the light that comes straight from windows and lamps. So a warm lamp yellows nothing by
    itself; what walls and floor throw onto each other does.
    """
    scene = describe(plan, None, deck.hex_of)
    if not 0 <= room < len(scene["rooms"]):
        raise NotFound("no_room", path="room")
    seen = _Seen.of(scene, room, light, plan.north_mdeg, deck)
    return InRoom(tuple(_reads(seen, deck)), seen.by_lamps)


@dataclass(frozen=True)
class _Seen:
    """A room with its lights: paints can be tried on it."""

    room: Room
    closing: Enclosure
    reflecting: Numbers
    skirting: tuple[Numbers, Numbers]
    giving: Numbers
    lamps: list[Any]

    @classmethod
    def of(cls, scene: Mapping[str, Any], room: int, light: Light, north_mdeg: int, deck: Deck) -> _Seen:
        closing = enclosure(scene, room)
        giving = lighting.windows(closing, light, north_mdeg)
        is_dark = not giving.any()
        lamps = lighting.lamps(scene, closing, room, light.lamp_k) if is_dark else []
        skirting = lighting.skirting(closing, scene, room, deck)
        return cls(_made_out(closing), closing, lighting.reflecting(closing, deck), skirting, giving, lamps)

    @property
    def by_lamps(self) -> bool:
        return bool(self.lamps)

    def labs(self, reflecting: Numbers) -> tuple[dict[int, Lab], dict[int, float]]:
        """Of each surface that sees the room: its Lab to an eye used to the room, and its light, 1 of the mean."""
        shares, skirting = self.skirting
        thrown = reflecting + shares[:, None] * (skirting - reflecting)
        lit = self.room.lit(thrown, self.giving, self.lamps)
        falling = {place: lit.on(place) for place, part in enumerate(self.closing.parts) if part.of == "surface"}
        levels = {place: float(light @ BRIGHTNESS) for place, light in falling.items()}
        walls = [level for place, level in levels.items() if self.is_wall(place) and level > 0]
        usual = float(np.mean(walls)) if walls else 1.0
        white = _straight(lit)
        found = {}
        for place, level in levels.items():
            if level > 0:
                even = usual * (level / usual) ** EVENED_OUT
                lab = spectrum.lab_of(reflecting[place] * falling[place] / even, white)
                found[place] = _as_lab(lab)
        return found, {place: level / usual for place, level in levels.items()}

    def is_wall(self, place: int) -> bool:
        return bool(self.closing.parts[place].entry["of"] == "face")


def _reads(seen: _Seen, deck: Deck) -> Iterator[Read]:
    labs, lights = seen.labs(seen.reflecting)
    painted = {
        place: paint
        for place in labs
        if (code := seen.closing.parts[place].entry["paint"]) is not None and (paint := deck.get(code)) is not None
    }
    neighbours = {code: _neighbour(seen, labs, code) for code in {paint.code for paint in painted.values()}}
    for place, paint in painted.items():
        entry = seen.closing.parts[place].entry
        beside = neighbours[paint.code] if seen.is_wall(place) else None
        yield Read(entry, paint.lab, labs[place], lights[place], beside)


def _neighbour(seen: _Seen, labs: Mapping[int, Lab], code: str) -> Neighbour | None:
    """The bare wall that reads most unlike it would if this paint's walls were bare, too."""
    walls = [place for place in labs if seen.is_wall(place)]
    entries = {place: seen.closing.parts[place].entry for place in walls}
    bare = [place for place in walls if entries[place]["paint"] is None and entries[place]["tile"] is None]
    own = [place for place in walls if entries[place]["paint"] == code]
    if not bare or not own:
        return None
    without = seen.reflecting.copy()
    without[own] = lighting.of_lab(_as_lab(hex_to_lab(BARE["face"])))
    before, _ = seen.labs(without)
    return max((Neighbour(entries[place], before[place], labs[place]) for place in bare), key=lambda one: one.delta_e)


def _made_out(closing: Enclosure) -> Room:
    return ROOMS.get(_shape(closing), lambda: Room(closing, longest_mm(closing)))


def _shape(closing: Enclosure) -> str:
    """What the exchange of light is made from; the parts' colours are not."""
    shape = sha256(repr((closing.owners, closing.boxes)).encode())
    for corners in (*closing.faces, closing.edges):
        shape.update(np.ascontiguousarray(corners).tobytes())
        shape.update(b"|")
    return shape.hexdigest()


def longest_mm(closing: Enclosure) -> float:
    """The longest side of a patch that does for the means of the room's surfaces, mm."""
    area_mm2 = sum(_area_mm2(face) for face in closing.faces)
    return float(np.clip(np.sqrt(area_mm2 / PATCHES), *LONGEST_MM))


def _area_mm2(face: Numbers) -> float:
    return float(np.linalg.norm(np.cross(face, np.roll(face, -1, axis=0)).sum(axis=0)) / 2)


def _straight(lit: Lit) -> Numbers:
    """The colour of what comes straight from windows and lamps, of luminance 1."""
    mean = lit.straight.mean(axis=0)
    white: Numbers = mean / (mean @ BRIGHTNESS)
    return white


def _as_lab(values: Numbers) -> Lab:
    lightness, a, b = (float(value) for value in values)
    return lightness, a, b
