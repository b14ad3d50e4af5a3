"""Stairs that end at the floor above, where the plan has one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.finding import Fix
from rooms.checking.flight import flight_of
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said
from rooms.surfaces.stairwells import floors_above, rise_to


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for stairs in site.in_rooms("climbed"):
        flight, above = flight_of(stairs), floors_above(site.plan, stairs.level)
        if flight is None or not above:
            continue
        rise = rise_to(site.plan, stairs.level, above[0])
        end = stairs.low + flight.climbs
        number = numbers.broken("stairs_off_most", abs(end - rise))
        if number is None:
            continue
        where = ("pod", "below") if end < rise else ("nad", "above")
        yield Remark(
            number,
            abs(end - rise),
            (stairs.path,),
            stairs.room,
            stairs.level,
            rings_of(stairs.shape),
            said(
                "{name}: kończą się {value} {where} podłogą wyższej kondygnacji, która jest na {rise}",
                "{name}: they end {value} {where} the floor of the storey above, which is at {rise}",
                name=stairs.name,
                value=cm(abs(end - rise)),
                where=dict(zip(("pl", "en"), where, strict=True)),
                rise=cm(rise),
            ),
            partial(_fixes, stairs, round(rise - end)),
        )


def _fixes(stairs: Body, higher: int) -> Iterator[Fix]:
    width, depth, height = stairs.item.size
    size = (width, depth, height + higher)
    if stairs.kind is None or stairs.item.product is not None or not stairs.kind.fits(size):
        return
    text = said("{name}: zmień wysokość na {high}", "{name}: make it {high} high", name=stairs.name, high=cm(size[2]))
    yield Fix({stairs.path: {"size": list(size)}}, text)


CHECK = Check(
    "stairs_reach",
    {"pl": "Schody do kondygnacji wyżej", "en": "Stairs to the storey above"},
    ("stairs_off_most",),
    _find,
    why={
        "pl": "Na ostatnim stopniu innej wysokości niż pozostałe łatwo się potknąć",
        "en": "On a last step that differs from the others one stumbles easily",
    },
)
