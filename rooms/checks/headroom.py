"""Headroom under a slope before whatever one stands at, measured in the middle of its zone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.finding import Fix
from rooms.checking.moving import shifts
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said

STOOD_AT = ("moving", "opening")


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for body in site.in_rooms():
        zone = next((zone for zone in body.zones if zone.purpose in STOOD_AT), None)
        if zone is None or body.room is None or not site.has_slopes(body.level):
            continue
        strip = body.strip(*zone.at, *zone.size)
        free = strip.intersection(site.floor(body.room))
        if free.is_empty:
            continue
        height = site.ceiling(body.level, (free.centroid.x, free.centroid.y))
        if (number := numbers.broken("usable_height", height)) is not None:
            yield Remark(
                number,
                height,
                (body.path,),
                body.room,
                body.level,
                rings_of(strip),
                said(
                    "{name}: pod skosem zostaje z przodu {value} wysokości, potrzeba {wanted}",
                    "{name}: {value} of height is left in front under the slope, {wanted} is needed",
                    name=body.name,
                    value=cm(height),
                    wanted=cm(number.value),
                ),
                partial(_fixes, body),
            )


def _fixes(body: Body) -> Iterator[Fix]:
    return shifts(body)


CHECK = Check(
    "headroom",
    {"pl": "Wysokość pod skosem", "en": "Headroom under slopes"},
    ("usable_height",),
    _find,
    why={
        "pl": "Pod niższym skosem nie da się stanąć prosto",
        "en": "Under a lower slope one cannot stand upright",
    },
)
