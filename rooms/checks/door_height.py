"""Doors high enough under the frame."""

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
from rooms.checks.door_width import STEP_MM, is_of_a_room


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for door in site.doors:
        if not is_of_a_room(site, door) or (number := numbers.broken("door_clear_height", door.height)) is None:
            continue
        yield Remark(
            number,
            door.height,
            (door.path,),
            next((room for _side, room in door.sides()), None),
            door.level,
            rings_of(door.strip),
            said(
                "{door}: w świetle jest {value} wysokości, potrzeba {wanted}",
                "{door}: {value} high under the frame, {wanted} is needed",
                door=door.name,
                value=cm(door.height),
                wanted=cm(number.value),
            ),
            partial(_fixes, site, door, number.value - door.height),
        )


def _fixes(site: Site, door: Door, missing: float) -> Iterator[Fix]:
    by = ceil(missing / STEP_MM) * STEP_MM
    height = door.opening.height + by
    if door.opening.sill + height < min(site.plan.wall_heights(door.aperture.wall)):
        text = said("{door}: podwyższ otwór o {by}", "{door}: make the opening {by} higher", door=door.name, by=cm(by))
        yield Fix({door.path: {"height": height}}, text)


CHECK = Check(
    "door_height",
    {"pl": "Wysokość drzwi", "en": "Height of doors"},
    ("door_clear_height",),
    _find,
    why={
        "pl": "W niższych drzwiach wysoka osoba uderzy głową",
        "en": "In a lower door a tall person hits their head",
    },
)
