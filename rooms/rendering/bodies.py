"""All that stands in a scene as meshes by look: walls, joints of tiles, skirting, doors, windows and things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from rooms.pictures.glb_guest import OwnModel
from rooms.pictures.solids import (
    Solid,
    fans,
    item_solids,
    merged,
    opening_solids,
    standing,
    surface_solid,
)
from rooms.pictures.tile_joints import joint_strips
from rooms.rendering.guests import guest_meshes
from rooms.rendering.lamps import SHINING, lamp, shines
from rooms.rendering.looks import look_of, sheer_look_of, tile_word
from rooms.rendering.mesh import Mesh, mesh_of
from rooms.scene import WINDOWS, Scene

WIDE = 0.95
"""How far doors between rooms stand open; outer doors are closed."""
MM_PER_PX = 1.5
"""So fine are joints drawn."""
GLASS, SHEER = "glass", "sheer"
CURTAINS = ("curtain", "roman_blind")
CLOTH = ("fabric", "linen")
SKIRTING = "#f3f1ed"
SKIRTING_MM, OUT_MM = 80, 11
WET = ("bathroom", "toilet")


def bodies(scene: Scene, models: Mapping[str, OwnModel], *, is_evening: bool) -> Iterator[Mesh]:
    """`models` are those that things have of their own, by the things' ids.

    In the evening lamps shine, each a mesh of its own; by day the panes of outer windows are left out.
    """
    others = [item for item in scene["items"] if item["id"] not in models]
    alike: dict[tuple[str, str], list[Solid]] = {}
    for solid in (*_shell(scene, is_evening), *_things(others, is_evening)):
        alike.setdefault((solid.material, solid.colour), []).append(solid)
    for (material, colour), solids in alike.items():
        yield mesh_of(merged(solids), sheer_look_of(colour) if material == SHEER else look_of(material, colour))
    if is_evening:
        yield from lamps(others)
    for item in scene["items"]:
        if item["id"] in models:
            yield from guest_meshes(models[item["id"]], item)


def lamps(items: Sequence[Mapping[str, Any]]) -> Iterator[Mesh]:
    for item in items:
        shining = [standing(solid, item) for solid in item_solids(item) if solid.material == SHINING]
        if shining and shines(item):
            yield lamp(item, shining)


def _shell(scene: Scene, is_evening: bool) -> Iterator[Solid]:
    for surface in scene["surfaces"]:
        yield _surface(surface)
        if (joints := joint_strips(surface, MM_PER_PX)) is not None:
            yield joints
        yield from _skirting(scene, surface)
    for opening in scene["openings"]:
        is_outer = None in opening["rooms"]
        is_open_pane = is_outer and opening["kind"] in WINDOWS and not is_evening
        for solid in opening_solids(opening, 0 if is_outer else WIDE):
            if not (is_open_pane and solid.material == GLASS):
                yield solid


def _surface(surface: Mapping[str, Any]) -> Solid:
    solid = surface_solid(surface)
    return replace(solid, material=tile_word(surface["tile"])) if surface["tile"] else solid


def _things(items: Sequence[Mapping[str, Any]], is_evening: bool) -> Iterator[Solid]:
    for item in items:
        is_lit = is_evening and shines(item)
        for solid in item_solids(item):
            if is_lit and solid.material == SHINING:
                continue
            is_sheer = item["kind"] in CURTAINS and solid.material in CLOTH
            yield standing(replace(solid, material=SHEER) if is_sheer else solid, item)


def _skirting(scene: Scene, surface: Mapping[str, Any]) -> Iterator[Solid]:
    """A board along the foot of a dry painted wall."""
    if surface["of"] != "face" or surface["wall"] is None or surface["tile"] or surface["room"] is None:
        return
    room = scene["rooms"][surface["room"]]
    if room["use"] in WET:
        return
    colour = room["skirting"]["colour"] or SKIRTING
    for polygon in surface["polygons"]:
        spots = [polygon[place : place + 3] for place in range(0, len(polygon), 3)]
        for (ax, ay, az), (bx, by, bz) in zip(spots, [*spots[1:], spots[0]], strict=True):
            if az == bz == room["floor"]:
                yield _board((ax, ay), (bx, by), az, colour)


def _board(a: tuple[float, float], b: tuple[float, float], floor: float, colour: str) -> Solid:
    """Its front and its top; faces run so that their normal points into the room."""
    length = ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5 or 1.0
    aside = ((b[1] - a[1]) / length * OUT_MM, -(b[0] - a[0]) / length * OUT_MM)
    (px, py), (qx, qy) = (a[0] + aside[0], a[1] + aside[1]), (b[0] + aside[0], b[1] + aside[1])
    top = floor + SKIRTING_MM
    front = [px, py, floor, qx, qy, floor, qx, qy, top, px, py, top]
    lid = [px, py, top, qx, qy, top, b[0], b[1], top, a[0], a[1], top]
    return fans([front, lid], "front", colour)
