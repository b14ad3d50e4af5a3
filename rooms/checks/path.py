"""A way from the room's doors to everything in it: the free floor, as wide as a person needs, reaches its zones.

A place that a person can stand in is one through which the way's full width passes: what is left of the free floor
when all that is narrower is taken away. What has no room before it at all is spoken of elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.finding import Fix
from rooms.checking.moving import interleaved, is_free, shifts
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, names, said, small

BEFORE_DOOR_MM = 300
REACHED_MM2 = 10_000
LEAST_FREE = 0.75
"""A zone of which less is free is filled: others speak of that."""
STEP_MM = 50
SLACK_MM = 4
"""A gap as wide as the way lets it through."""
CORNER_STEPS = 4
MOST_MOVED = 3


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    wanted = max((number.value for number in numbers.all("way_width")), default=0)
    for room, _found in site.rooms if wanted else ():
        doors = _before_doors(site, room)
        bodies = [body for body in site.in_room(room) if body.zones and body.is_in_the_way]
        if doors is None or not bodies:
            continue
        free = site.free_floor(room)
        zones = [(body, zone) for body in bodies if (zone := _zone(body, free)) is not None]
        if not (far := _unreached(free, doors, zones, wanted)):
            continue
        width = _widest(free, doors, far, wanted)
        if (number := numbers.broken("way_width", width)) is not None:
            yield Remark(
                number,
                width,
                tuple(body.path for body, _zone in far),
                room,
                far[0][0].level,
                rings_of(*(zone for _body, zone in far)),
                said(
                    "Nie ma przejścia szerokiego na {wanted} do: {things}",
                    "There is no way {wanted} wide to: {things}",
                    wanted=cm(number.value),
                    things=small(names([body.name for body, _zone in far])),
                ),
                partial(_fixes, site, room, [body for body, _zone in far]),
            )


def _before_doors(site: Site, room: int) -> BaseGeometry | None:
    """Where people come in: not from a balcony."""
    doors = [door for door in site.doors if door.kind != "french_window"]
    strips = [door.before(side, BEFORE_DOOR_MM) for door in doors for side, into in door.sides() if into == room]
    return shapely.union_all(strips) if strips else None


def _zone(body: Body, free: BaseGeometry) -> BaseGeometry | None:
    """Where people stand at the body, as far as it is free; None when it is mostly taken."""
    strips = [body.strip(*zone.at, *zone.size) for zone in body.zones]
    zone = shapely.union_all([strip for strip in strips if strip.intersection(free).area > LEAST_FREE * strip.area])
    return None if zone.is_empty else zone


Zones = Sequence[tuple[Body, BaseGeometry]]


def _unreached(free: BaseGeometry, doors: BaseGeometry, zones: Zones, width: float) -> Zones:
    half = (width - SLACK_MM) / 2
    wide = free.buffer(-half, quad_segs=CORNER_STEPS).buffer(half, quad_segs=CORNER_STEPS)
    entered = [part for part in shapely.get_parts(wide) if part.intersection(doors).area > REACHED_MM2]
    reached = shapely.union_all(entered)
    return [(body, zone) for body, zone in zones if reached.intersection(zone).area <= REACHED_MM2]


def _widest(free: BaseGeometry, doors: BaseGeometry, far: Zones, wanted: int) -> int:
    """The widest way there is to all of them, in steps; 0 when there is none."""
    widths = range(wanted - STEP_MM, STEP_MM, -STEP_MM)
    return next((width for width in widths if not _unreached(free, doors, far, width)), 0)


def _fixes(site: Site, room: int, far: Sequence[Body]) -> Iterator[Fix]:
    """What is free and nearest to what cannot be reached is moved."""
    movers = [body for body in site.in_room(room) if body.is_in_the_way and is_free(body)]
    nearest = sorted(movers, key=lambda body: min(body.shape.distance(one.shape) for one in far))
    return interleaved(*(shifts(body) for body in islice(nearest, MOST_MOVED)))


CHECK = Check(
    "path",
    {"pl": "Przejścia od drzwi do wyposażenia", "en": "Ways from the door to everything"},
    ("way_width",),
    _find,
    is_slow=True,
    why={
        "pl": "Do każdej rzeczy trzeba dojść od drzwi",
        "en": "Every thing has to be reached from the door",
    },
)
