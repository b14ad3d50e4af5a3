"""Two rows of kitchen cabinets that face one another: both can be opened, and somebody can pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.clearance import GRAZE_MM, free_before
from rooms.checking.finding import Fix
from rooms.checking.moving import interleaved, shifts
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said, small

FACING = -0.98
"""The cosine of the angle between fronts that face one another."""


@dataclass(frozen=True)
class Aisle:
    """The room between two fronts."""

    one: Body
    other: Body
    mm: float


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    reach = numbers.most_wanted("kitchen_aisle")
    for room, _found in site.rooms if reach else ():
        aisles = [aisle for body in site.in_room(room, "run") for aisle in _aisles(site, body, reach)]
        narrow = min(aisles, key=lambda aisle: aisle.mm, default=None)
        if narrow is None or (number := numbers.broken("kitchen_aisle", narrow.mm)) is None:
            continue
        one = narrow.one
        yield Remark(
            number,
            narrow.mm,
            (one.path, narrow.other.path),
            room,
            one.level,
            rings_of(one.strip(-one.width / 2, one.depth / 2, one.width, narrow.mm)),
            said(
                "{one} i {other} są naprzeciw siebie, między nimi jest {value}, potrzeba {wanted}",
                "{one} and {other} face one another with {value} between them, {wanted} is needed",
                one=one.name,
                other=small(narrow.other.name),
                value=cm(narrow.mm),
                wanted=cm(number.value),
            ),
            partial(_fixes, narrow, number.value - narrow.mm),
        )


def _aisles(site: Site, body: Body, reach: float) -> Iterator[Aisle]:
    half = body.width / 2 - GRAZE_MM
    _free, found = free_before(site, body, 1, (-half, half), reach)
    way = body.way(0, 1)
    for hit in found:
        other = hit.body
        if other is None or not other.has("run") or other.id < body.id:
            continue
        facing = other.way(0, 1)
        if facing[0] * way[0] + facing[1] * way[1] < FACING:
            yield Aisle(body, other, hit.near - body.depth / 2)


def _fixes(aisle: Aisle, missing: float) -> Iterator[Fix]:
    """Only what stands free, an island, is moved."""
    one, other = aisle.one, aisle.other
    return interleaved(
        shifts(one, [(one.way(0, -1), missing)]),
        shifts(other, [(other.way(0, -1), missing)]),
    )


CHECK = Check(
    "kitchen_aisle",
    {"pl": "Odstęp między rzędami szafek", "en": "The aisle between two rows of cabinets"},
    ("kitchen_aisle",),
    _find,
    why={
        "pl": "Dwie osoby miną się, a otwarta zmywarka nie zamknie przejścia",
        "en": "Two people can pass, and an open dishwasher does not close the way",
    },
)
