"""Doors and windows that reach through a sloping ceiling."""

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
from rooms.walls.vector import minus, moved

STEP_MM = 10
HAIR = 1e-3
"""Of the opening's width."""
LEAST_WINDOW_MM = 400
"""What is lower than this is no window that anybody has."""


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for one in (*site.doors, *site.windows):
        if not site.has_slopes(one.level):
            continue
        for side, room in one.sides():
            over = one.opening.sill + one.opening.height - _lowest(site, one, side)
            if (number := numbers.broken("through_slope_most", over)) is not None:
                yield Remark(
                    number,
                    over,
                    (one.path,),
                    room,
                    one.level,
                    rings_of(one.strip),
                    said(
                        "{name}: wystaje {over} ponad skos sufitu",
                        "{name}: {over} of it is above the sloping ceiling",
                        name=one.name,
                        over=cm(over),
                    ),
                    partial(_fixes, one, over),
                )


def _lowest(site: Site, one: Door, side: int) -> float:
    """How high the room is before the opening where it is lowest, mm; a dormer's cheeks may stand at its jambs."""
    start, *between, end = one.aperture.face(1 if side else -1)
    way = minus(end, start)
    within = (moved(start, way, HAIR), *between, moved(end, way, -HAIR))
    return min(site.ceiling(one.level, point) for point in within)


def _fixes(one: Door, over: float) -> Iterator[Fix]:
    """A window lower down, or else less high; a door that does not fit stands elsewhere, which is for people to say."""
    by = ceil(over / STEP_MM) * STEP_MM
    sill, height = one.opening.sill, one.opening.height
    if sill >= by:
        text = said("{name}: opuść o {by}", "{name}: put it {by} lower", name=one.name, by=cm(by))
        yield Fix({one.path: {"sill": sill - by}}, text)
    if sill > 0 and height - by >= LEAST_WINDOW_MM:
        text = said("{name}: zmniejsz wysokość o {by}", "{name}: make it {by} less high", name=one.name, by=cm(by))
        yield Fix({one.path: {"height": height - by}}, text)


CHECK = Check(
    "opening_under_slope",
    {"pl": "Okna i drzwi pod skosem", "en": "Windows and doors under slopes"},
    ("through_slope_most",),
    _find,
    why={
        "pl": "Okno i drzwi mieszczą się pod sufitem",
        "en": "Windows and doors have to fit below the ceiling",
    },
)
