"""Electrical things in the zones about bath and shower (PN-HD 60364-7-701).

Zone 0 is inside the tub, zone 1 above it up to 2.25 m, zone 2 reaches 0.6 m beyond. A plan holds no sockets: what has
a plug stands for the socket it needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from shapely.geometry.base import BaseGeometry

from rooms.change_sentence import Said
from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.finding import Fix
from rooms.checking.moving import interleaved, shifts
from rooms.checking.pack import Number, Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said, small

CORNER_STEPS = 6
OUT_OF_ZONE_1_MM = 600.0


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    """Of several tubs the one that is nearest to a thing."""
    for room, _found in site.rooms:
        baths = site.in_room(room, "bath")
        for body in site.in_room(room) if baths else ():
            if body.has("plugged") or body.has("wired"):
                bath = min(baths, key=lambda one: one.shape.distance(body.shape))
                yield from _remarks(bath, body, numbers)


def _remarks(bath: Body, body: Body, numbers: Numbers) -> Iterator[Remark]:
    distance = bath.shape.distance(body.shape)
    if (above := numbers.broken("zone_1_height", body.low)) is None:
        return
    if distance == 0:
        yield _remark(above, body.low, body, bath, _in_zone_1(bath, body, above.value), bath.shape)
    elif (beyond := numbers.broken("zone_2_reach", distance)) is not None:
        zone = bath.shape.buffer(beyond.value, quad_segs=CORNER_STEPS)
        yield _remark(beyond, distance, body, bath, _in_zone_2(bath, body, distance, beyond.value), zone)


def _remark(number: Number, value: float, body: Body, bath: Body, text: Said, where: BaseGeometry) -> Remark:
    missing = OUT_OF_ZONE_1_MM if value == body.low else number.value - value
    return Remark(
        number,
        value,
        (body.path, bath.path),
        body.room,
        body.level,
        rings_of(where),
        text,
        partial(_fixes, bath, body, missing),
    )


def _in_zone_1(bath: Body, body: Body, wanted: int) -> Said:
    return said(
        "{name}: wisi na {value} w strefie 1 ({tub}), tu tylko sprzęt IPX4 albo wyżej niż {wanted}",
        "{name}: in zone 1 ({tub}) at {value}, only IPX4 equipment here, or higher than {wanted}",
        name=body.name,
        tub=small(bath.name),
        value=cm(body.low),
        wanted=cm(wanted),
    )


def _in_zone_2(bath: Body, body: Body, distance: float, wanted: int) -> Said:
    pl, en = (
        ("bez gniazdka, potrzeba", "no socket there, it needs")
        if body.has("plugged")
        else ("tu oprawa IPX4, bez niej potrzeba", "a fitting of IPX4 there, without it")
    )
    return said(
        "{name}: {value} od: {tub}, to strefa 2, " + pl + " {wanted}",
        "{name}: {value} from: {tub}, that is zone 2, " + en + " {wanted}",
        name=body.name,
        tub=small(bath.name),
        value=cm(distance),
        wanted=cm(wanted),
    )


def _fixes(bath: Body, body: Body, missing: float) -> Iterator[Fix]:
    pushes = [(body.way(x, y), missing) for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))]
    return interleaved(shifts(body, pushes), shifts(bath, [(way, missing) for way, _mm in pushes]))


CHECK = Check(
    "electrical_zones",
    {"pl": "Prąd przy wannie i prysznicu", "en": "Electricity by bath and shower"},
    ("zone_1_height", "zone_2_reach"),
    _find,
)
