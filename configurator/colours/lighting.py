"""What lights a room and what its surfaces reflect, as spectra: windows by their sky, lamps by their kelvins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, radians, sin
from typing import Any, Literal

import numpy as np

from rooms.blocks import PLAIN as LOWERED
from rooms.kinds import KINDS
from rooms.light import Enclosure, Lamp
from rooms.quantities.skirting import HIGH_MM
from rooms.scene import WINDOWS
from rooms.things.parts import parts_of
from rooms.vocabulary.materials import MATERIALS
from samples.colour import spectrum
from samples.colour.arrays import Numbers
from samples.colour.cie import hex_to_lab
from samples.deck import Deck
from samples.paint import Paint

Sky = Literal["overcast", "clear", "evening"]
OVERCAST_K = 6500
NORTH_K, SOUTH_K = 9000, 5500
"""The clear sky that a window looks at: the blue one in the north; in the south with what the sun lights outside."""
SOUTH_TIMES = 2.0
"""So much more light a south window gets than a north one; a choice, without sun patches."""
GLASS, PASSAGE, LEAF, NICHE, THING = "#595959", "#8c8a87", "#eceae6", "#f3f3f2", "#b8b0a6"
"""Glass reflects a tenth; behind an open passage another room takes most light."""
PLASTER = "#f3f3f2"
"""A lowered ceiling until it is painted."""
POWERS = {"ceiling": 2.6, "floor": 1.5, "wall": 1.2}
"""Of lamps by what they are mounted on, as in the 3D view."""
OFF_LAMP_MM = 20


@dataclass(frozen=True)
class Light:
    """The hour's light: what its sky is, and of which colour temperature (K) the lamps are."""

    sky: Sky
    lamp_k: int = 2700


def reflecting(closing: Enclosure, deck: Deck) -> Numbers:
    """Of each part (parts, 31)."""
    return np.array([_reflected(part.of, part.entry, deck) for part in closing.parts])


def skirting(closing: Enclosure, scene: Mapping[str, Any], room: int, deck: Deck) -> tuple[Numbers, Numbers]:
    """How much of each part (parts,) is skirting that is painted, and what that reflects (31,)."""
    coat, floor = scene["rooms"][room]["skirting"], scene["rooms"][room]["floor"]
    paint = deck.get(coat["paint"]) if coat["paint"] else None
    if paint is None:
        return np.zeros(len(closing.parts)), np.zeros(len(spectrum.BANDS_NM))
    return np.array([_skirted(part.of, part.entry, floor) for part in closing.parts]), of_paint(paint)


def windows(closing: Enclosure, light: Light, north_mdeg: int) -> Numbers:
    """What each part gives off (parts, 31): its sky, through the panes that look outside; nothing in the evening."""
    dark = np.zeros(len(spectrum.BANDS_NM))
    skies = [
        _sky_before(part.entry, north_mdeg, light)
        if light.sky != "evening" and part.of == "opening" and _looks_outside(part.entry)
        else dark
        for part in closing.parts
    ]
    return np.array(skies)


def lamps(scene: Mapping[str, Any], closing: Enclosure, room: int, kelvin: int) -> list[tuple[Lamp, Numbers]]:
    """The room's lamps; one under the middle of its ceiling where none is drawn."""
    items = [part.entry for part in closing.parts if part.of == "item"]
    colour = spectrum.lamp(kelvin)
    drawn = [(lamp, power * colour) for item in items if (found := _lamp(item)) for lamp, power in [found]]
    return drawn or [(_usual_lamp(scene, room), POWERS["ceiling"] * colour)]


def _reflected(of: str, entry: Mapping[str, Any], deck: Deck) -> Numbers:
    if of == "item":
        return _of_thing(entry["kind"], tuple(entry["size"]), entry["tint"])
    bare = _pane(entry["kind"]) if of == "opening" else entry["colour"]
    paint = deck.get(entry["paint"]) if entry["paint"] and bare != GLASS else None
    return of_paint(paint) if paint else _of_hex(bare)


def _skirted(of: str, entry: Mapping[str, Any], floor_mm: int) -> float:
    """Of a wall's face that stands on the floor, and has no tiles; by its height, so doors in it count as wall."""
    if of != "surface" or entry["of"] != "face" or entry["tile"]:
        return 0.0
    heights = [z for polygon in entry["polygons"] for z in polygon[2::3]]
    low, high = min(heights), max(heights)
    return min(HIGH_MM / (high - low), 1.0) if low <= floor_mm < high else 0.0


def _pane(kind: str) -> str:
    if kind in WINDOWS:
        return GLASS
    return {"passage": PASSAGE, "niche": NICHE}.get(kind, LEAF)


def of_paint(paint: Paint) -> Numbers:
    """What was measured of it; else the smooth spectrum of its Lab."""
    return np.array(paint.spectrum) if paint.spectrum else of_lab(paint.lab)


@lru_cache(maxsize=512)
def of_lab(lab: tuple[float, float, float]) -> Numbers:
    """The reflectance (31,) of a paint by its Lab."""
    return spectrum.reflectance(lab)


@lru_cache(maxsize=512)
def _of_hex(colour: str) -> Numbers:
    return spectrum.reflectance(hex_to_lab(colour))


@lru_cache(maxsize=512)
def _of_thing(kind: str, size: tuple[int, int, int], tint: str | None) -> Numbers:
    """The mean of its parts; a kind that nobody knows has its tint, or is of a middling beige."""
    if kind not in KINDS:
        return _of_hex(PLASTER if kind == LOWERED else tint or THING)
    colours = [part.colour or MATERIALS[part.material].colour for part in parts_of(KINDS[kind], size, tint)]
    mean: Numbers = np.mean([_of_hex(colour) for colour in colours or [THING]], axis=0)
    return mean


def _looks_outside(opening: Mapping[str, Any]) -> bool:
    return opening["kind"] in WINDOWS and None in opening["rooms"]


def _sky_before(opening: Mapping[str, Any], north_mdeg: int, light: Light) -> Numbers:
    if light.sky == "overcast":
        return spectrum.daylight(OVERCAST_K)
    north = (1 + northward(opening, north_mdeg)) / 2
    kelvin = 1 / (north / NORTH_K + (1 - north) / SOUTH_K)
    return spectrum.daylight(kelvin) * (SOUTH_TIMES + (1 - SOUTH_TIMES) * north)


def northward(opening: Mapping[str, Any], north_mdeg: int) -> float:
    """How far a window looks north: 1 due north, -1 due south, 0 up."""
    turn, lean = (radians(opening.get(name, 0) / 1000) for name in ("turn_mdeg", "lean_mdeg"))
    outwards = -1 if opening["rooms"][0] is not None else 1
    x, y = sin(turn) * outwards, -cos(turn) * outwards
    north = north_mdeg * pi / 180_000
    return (x * sin(north) - y * cos(north)) * cos(lean)


def _lamp(item: Mapping[str, Any]) -> tuple[Lamp, float] | None:
    """It shines from just under what hangs, and from just over what stands: its own box must not hide it."""
    kind = KINDS.get(item["kind"])
    if kind is None or kind.category != "light":
        return None
    x, y, z = item["at"]
    height = z - OFF_LAMP_MM if kind.mount == "ceiling" else z + item["size"][2] + OFF_LAMP_MM
    return Lamp((x, y, height)), POWERS.get(kind.mount, POWERS["wall"])


def _usual_lamp(scene: Mapping[str, Any], room: int) -> Lamp:
    corners: Sequence[float] = scene["rooms"][room]["polygon"]
    x, y = _within(np.reshape(corners, (-1, 2)))
    level = next(one for one in scene["levels"] if one["id"] == scene["rooms"][room]["level"])
    return Lamp((x, y, scene["rooms"][room]["floor"] + level["height"] * 0.85))


def _within(ring: Numbers) -> tuple[float, float]:
    """The mean of a middle slice: on a bent room the centre of gravity may lie outside."""
    y = float(ring[:, 1].mean()) + 1.0
    a, b = ring, np.roll(ring, -1, axis=0)
    cut = (a[:, 1] > y) != (b[:, 1] > y)
    crossings = np.sort(a[cut, 0] + (y - a[cut, 1]) * (b[cut, 0] - a[cut, 0]) / (b[cut, 1] - a[cut, 1]))
    if len(crossings) < 2:
        return float(ring[:, 0].mean()), y
    wide = np.argmax(crossings[1::2] - crossings[::2])
    return float(crossings[2 * wide] + crossings[2 * wide + 1]) / 2, y
