"""How light surfaces are: the light reflectance value (LRV) of paints, tiles, doors and fixtures, in points of 100.

Of a colour on a screen: its relative luminance (IEC 61966-2-1), 100 being white. A maker's own LRV may differ a little.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rooms.changes.sentence import Said
from rooms.checking.body import Body
from rooms.checking.site import Colours, Site
from rooms.entities import Finish
from rooms.vocabulary.materials import MATERIALS

FIXTURES = ("toilet", "basin", "bath")
DOOR_MATERIAL = "front"


@dataclass(frozen=True)
class Toned:
    """A surface with its LRV, and the path of what it belongs to."""

    path: str
    name: Said
    lrv: float


def lrv_of(colour: str) -> float:
    """The LRV of #rrggbb."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 100 * (0.2126 * red + 0.7152 * green + 0.0722 * blue)


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def wall_of(site: Site, room: int) -> Toned | None:
    """The finish that covers most of the room's walls; None where they are bare."""
    covered: dict[str, int] = {}
    for face in site.ground.surfaces.faces:
        for band in face.bands if face.room == room else ():
            if band.finish is not None:
                covered[band.finish] = covered.get(band.finish, 0) + band.net_mm2
    return _finished(site, max(covered, key=lambda id_: covered[id_]), WALL) if covered else None


def floor_of(site: Site, room: int) -> Toned | None:
    planes = (plane for plane in site.ground.surfaces.planes if plane.room == room and plane.face == "floor")
    finish = next((plane.finish for plane in planes), None)
    return _finished(site, finish, FLOOR) if finish else None


def doors_of(site: Site, room: int) -> Iterator[Toned]:
    """Doors in their paint, or else as they are drawn."""
    painted = site.ground.surfaces.woodwork.openings
    for door in site.doors:
        if door.leaves and door.kind != "french_window" and room in door.rooms:
            finish = site.plan.finishes.get(painted.get(door.opening.id, ""))
            colour = _colour(finish, site.ground.colours) if finish else None
            yield Toned(door.path, door.name, lrv_of(colour or MATERIALS[DOOR_MATERIAL].colour))


def fixtures_of(site: Site, room: int) -> Iterator[Toned]:
    """One of each kind and colour."""
    seen = set()
    for body in site.in_room(room):
        colour = _colour_of(body)
        if any(body.has(role) for role in FIXTURES) and (body.item.kind, colour) not in seen:
            seen.add((body.item.kind, colour))
            yield Toned(body.path, body.name, lrv_of(colour))


def _colour_of(body: Body) -> str:
    kind = body.kind
    tinted = bool(kind and "ceramic" in kind.tint) and body.item.tint
    return tinted or (kind.colours.get("ceramic") if kind else None) or MATERIALS["ceramic"].colour


def _finished(site: Site, id_: str, name: Said) -> Toned | None:
    colour = _colour(site.plan.finishes[id_], site.ground.colours)
    return Toned(f"finishes/{id_}", name, lrv_of(colour)) if colour else None


def _colour(finish: Finish, colours: Colours) -> str | None:
    if finish.tile is not None:
        return str(finish.tile["tint"])
    return colours(finish.paint) if finish.paint else None


WALL: Said = {"pl": "ściana", "en": "the wall"}
FLOOR: Said = {"pl": "podłoga", "en": "the floor"}
