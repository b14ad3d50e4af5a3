"""Doors wide enough between the posts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import ceil

from rooms.checking.check import Check, Remark
from rooms.checking.door import Door
from rooms.checking.finding import Fix
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said

STEP_MM = 10
BETWEEN_MM = 60
"""So much wall is left between two openings, and between an opening and the wall's end."""


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for door in site.doors:
        if not is_of_a_room(site, door) or (number := numbers.broken("door_clear_width", door.width)) is None:
            continue
        room = next((room for _side, room in door.sides()), None)
        yield Remark(
            number,
            door.width,
            (door.path,),
            room,
            door.level,
            rings_of(door.strip),
            said(
                "{door}: w świetle jest {value}, potrzeba {wanted}",
                "{door}: {value} wide between the posts, {wanted} is needed",
                door=door.name,
                value=cm(door.width),
                wanted=cm(number.value),
            ),
            partial(_fixes, site, door, number.value - door.width),
        )


def is_of_a_room(site: Site, door: Door) -> bool:
    """Whether it leads to a room that people live in: not only to a store, and not to a balcony."""
    uses = [site.use(room) for _side, room in door.sides()]
    return door.kind != "french_window" and bool(uses) and not {"storage", "garage", "outside"} & set(uses)


def _fixes(site: Site, door: Door, missing: float) -> Iterator[Fix]:
    """Wider to both sides, then to either."""
    by = ceil(missing / STEP_MM) * STEP_MM
    width = door.opening.width + by
    text = said("{door}: poszerz otwór o {by}", "{door}: make the opening {by} wider", door=door.name, by=cm(by))
    for back in (by // 2, 0, by):
        if _has_room(site, door, door.aperture.from_mm - back, door.aperture.to_mm + by - back):
            nearer = back if door.opening.from_ == "a" else by - back
            yield Fix({door.path: {"width": width, "offset": door.opening.offset - nearer}}, text)


def _has_room(site: Site, door: Door, from_mm: float, to_mm: float) -> bool:
    others = [one.aperture for one in site.openings if one is not door and one.opening.wall == door.opening.wall]
    is_clear = all(one.to_mm + BETWEEN_MM <= from_mm or to_mm + BETWEEN_MM <= one.from_mm for one in others)
    return is_clear and from_mm >= BETWEEN_MM and to_mm <= door.aperture.line.length_mm - BETWEEN_MM


CHECK = Check(
    "door_width",
    {"pl": "Szerokość drzwi", "en": "Width of doors"},
    ("door_clear_width",),
    _find,
    why={
        "pl": "W świetle znaczy: między ościeżnicami, tyle zostaje na przejście, wózek i meble",
        "en": "Between the posts is what remains for people, a pram and furniture",
    },
)
