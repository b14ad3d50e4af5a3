"""A door's leaf meets what stands in the sector that it sweeps, a true arc, before it is open."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import shapely

from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.door import Door, Leaf
from rooms.checking.finding import Fix
from rooms.checking.hanging import rehung
from rooms.checking.moving import interleaved, shifts
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import said, small

GRAZE_MM2 = 2_000
HARMLESS = ("curtain_like", "seat")
"""A chair is moved by whoever sits on it."""


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for door in site.doors:
        swept = shapely.union_all([leaf.sector for leaf in door.leaves])
        for body in site.about(door.swings_into, swept) if door.swings_into is not None else ():
            if not _stands_in_its_way(body, door):
                continue
            angle = min((_angle(leaf, body) for leaf in door.leaves), default=90.0)
            if (number := numbers.broken("door_opening", angle)) is not None:
                yield Remark(
                    number,
                    angle,
                    (door.path, body.path),
                    door.swings_into,
                    door.level,
                    rings_of(*(leaf.sector for leaf in door.leaves)),
                    said(
                        "{door}: otworzą się tylko na {angle}°, bo w ich łuku stoi {thing}; potrzeba {wanted}°",
                        "{door} opens only to {angle}°, {thing} stands in its arc; {wanted}° is needed",
                        door=door.name,
                        angle=round(angle),
                        thing=small(body.name),
                        wanted=number.value,
                    ),
                    partial(_fixes, door, body),
                )


def _stands_in_its_way(body: Body, door: Door) -> bool:
    is_harmless = body.is_flat or body.is_thin or any(body.has(role) for role in HARMLESS)
    return not is_harmless and body.low < door.height


def _angle(leaf: Leaf, body: Body) -> float:
    hit = leaf.sector.intersection(body.shape)
    return leaf.opens_to(hit) if hit.area > GRAZE_MM2 else 90.0


def _fixes(door: Door, body: Body) -> Iterator[Fix]:
    apart = [(door.aperture.line.normals[0], 200.0)]
    return interleaved(rehung(door), shifts(body, apart))


CHECK = Check(
    "door_swing",
    {"pl": "Otwieranie drzwi", "en": "Doors that open"},
    ("door_opening",),
    _find,
    why={
        "pl": "Drzwi, które się nie otworzą, nie przepuszczą ludzi ani mebli",
        "en": "A door that does not open lets neither people nor furniture through",
    },
)
