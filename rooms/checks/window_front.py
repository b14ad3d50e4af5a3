"""Tall things before a window: it cannot be opened or reached, and they take its light."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import shapely

from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.door import Door
from rooms.checking.finding import Fix
from rooms.checking.moving import shifts
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said, small
from rooms.walls.vector import Vector

OVER_SILL_MM = 150
"""A thing that rises so little above the sill leaves the window free."""
HARMLESS = ("light", "soft", "radiator", "sink", "bed")
"""A bed's headboard and a sink's tap are its only high parts."""
SHARE = 0.2
"""What stands before less of the window than this stands beside it."""


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    reach = numbers.most_wanted("window_front")
    for window in site.windows if reach else ():
        for side, room in window.sides():
            for body in site.about(room, window.before(side, reach)):
                if not _is_tall(body, window) or not _stands_before(body, window, side, reach):
                    continue
                distance = body.shape.distance(window.strip)
                if (number := numbers.broken("window_front", distance)) is not None:
                    yield Remark(
                        number,
                        distance,
                        (window.path, body.path),
                        room,
                        body.level,
                        rings_of(window.before(side, reach)),
                        said(
                            "Okno: {value} przed nim jest {thing}, wyżej niż parapet; zostaw {wanted}",
                            "The window: {thing} is {value} before it, higher than its sill; leave {wanted}",
                            thing=small(body.name),
                            value=cm(distance),
                            wanted=cm(number.value),
                        ),
                        partial(_fixes, window, side, body, number.value - distance),
                    )


def _is_tall(body: Body, window: Door) -> bool:
    sill, top = window.opening.sill, window.opening.sill + window.opening.height
    is_harmless = body.is_thin or body.is_flat or any(body.has(role) for role in HARMLESS)
    return body.is_known and not is_harmless and body.high > sill + OVER_SILL_MM and body.low < top


def _stands_before(body: Body, window: Door, side: int, reach: float) -> bool:
    before = window.before(side, reach)
    points = shapely.get_coordinates(body.shape.intersection(before))
    taken = [window.aperture.line.along((x, y)) for x, y in points]
    return bool(taken) and max(taken) - min(taken) >= SHARE * (window.aperture.to_mm - window.aperture.from_mm)


def _fixes(window: Door, side: int, body: Body, missing: float) -> Iterator[Fix]:
    right = window.aperture.line.normals[0]
    away: Vector = right if side else (-right[0], -right[1])
    return shifts(body, [(away, missing)])


CHECK = Check(
    "window_front",
    {"pl": "Zastawione okna", "en": "Windows that are blocked"},
    ("window_front",),
    _find,
    why={
        "pl": "Okna nie da się otworzyć ani umyć, a w pokoju będzie ciemniej",
        "en": "The window cannot be opened or cleaned, and the room gets darker",
    },
)
