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

STOREY_MM = (1500, 4500)
"""A floor that lies so far above is the next one; a landing half way up is none of this check's."""


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for stairs in site.in_rooms("climbed"):
        flight, rise = flight_of(stairs), _rise(site, stairs.level)
        if flight is None or rise is None:
            continue
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


def _rise(site: Site, level: str) -> int | None:
    """How far the next floor lies above this one."""
    floor = site.plan.levels[level].elevation
    above = sorted(one.elevation - floor for one in site.plan.levels.values())
    return next((rise for rise in above if STOREY_MM[0] <= rise <= STOREY_MM[1]), None)


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
