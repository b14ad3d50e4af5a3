"""Stairs that are wide enough to walk, between what stands at their sides."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import ceil

from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.finding import Fix
from rooms.checking.flight import flight_of
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said

STEP_MM = 10


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for stairs in site.in_rooms("climbed"):
        flight = flight_of(stairs)
        number = numbers.broken("stairs_width", flight.width) if flight else None
        if flight is None or number is None:
            continue
        yield Remark(
            number,
            flight.width,
            (stairs.path,),
            stairs.room,
            stairs.level,
            rings_of(stairs.shape),
            said(
                "{name}: do przejścia zostaje {value} szerokości, potrzeba {wanted}",
                "{name}: {value} of width is left to walk, {wanted} is needed",
                name=stairs.name,
                value=cm(flight.width),
                wanted=cm(number.value),
            ),
            partial(_fixes, stairs, number.value - flight.width),
        )


def _fixes(stairs: Body, missing: float) -> Iterator[Fix]:
    """A straight flight made wider, to its one side or its other."""
    if stairs.kind is None or stairs.item.product is not None or stairs.item.kind != "stairs":
        return
    wider = ceil(missing / STEP_MM) * STEP_MM
    size = (stairs.width + wider, *stairs.item.size[1:])
    if not stairs.kind.fits(size):
        return
    for aside in (wider / 2, -wider / 2):
        at = [round(place) for place in stairs.point(aside, 0)]
        text = said("{name}: poszerz do {width}", "{name}: widen it to {width}", name=stairs.name, width=cm(size[0]))
        yield Fix({stairs.path: {"size": list(size), "at": at}}, text)


CHECK = Check(
    "stairs_width",
    {"pl": "Szerokość schodów", "en": "Width of stairs"},
    ("stairs_width",),
    _find,
    why={
        "pl": "Tyle potrzeba, żeby przejść z kimś pod rękę albo wnieść meble",
        "en": "That much is needed to walk beside somebody or to carry furniture up",
    },
)
