"""Two doors whose leaves strike one another: the sectors that they sweep overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.checking.check import Check, Remark
from rooms.checking.door import Door
from rooms.checking.finding import Fix
from rooms.checking.hanging import rehung
from rooms.checking.measure import across_of
from rooms.checking.moving import interleaved
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import said


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for one, other in _near([door for door in site.doors if door.leaves and door.swings_into is not None]):
        shared = _sectors(one).intersection(_sectors(other))
        if shared.area == 0:
            continue
        wide = across_of(shared)
        if (number := numbers.broken("doors_overlap_most", wide)) is not None:
            yield Remark(
                number,
                wide,
                (one.path, other.path),
                one.swings_into,
                one.level,
                rings_of(*(leaf.sector for door in (one, other) for leaf in door.leaves)),
                said(
                    "Dwoje drzwi otwiera się w to samo miejsce i może się zderzyć",
                    "Two doors open into the same place and may strike one another",
                ),
                partial(_fixes, one, other),
            )


def _near(hung: Sequence[Door]) -> Iterator[tuple[Door, Door]]:
    """The pairs that swing into one room and whose sectors' boxes meet, each once."""
    sectors = [_sectors(door) for door in hung]
    tree = shapely.STRtree(sectors)
    pairs = ((one, int(other)) for one, sector in enumerate(sectors) for other in tree.query(sector))
    for one, other in sorted(pairs):
        if one < other and hung[one].swings_into == hung[other].swings_into:
            yield hung[one], hung[other]


def _sectors(door: Door) -> BaseGeometry:
    return shapely.union_all([leaf.sector for leaf in door.leaves])


def _fixes(one: Door, other: Door) -> Iterator[Fix]:
    return interleaved(rehung(one), rehung(other))


CHECK = Check(
    "doors_meet",
    {"pl": "Drzwi, które się zderzają", "en": "Doors that strike one another"},
    ("doors_overlap_most",),
    _find,
    why={
        "pl": "Skrzydła uderzą o siebie albo o kogoś, kto akurat wychodzi",
        "en": "The leaves strike one another, or whoever is coming out",
    },
)
