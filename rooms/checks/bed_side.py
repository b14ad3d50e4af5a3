"""Room at a bed: along both long sides of one for two, along one of a single.

The stretch from its middle towards the foot counts: at the head stand bedside tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.clearance import free_beside
from rooms.checking.moving import parted
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said

FOR_TWO_MM = 1400
FROM, TO = -0.15, 0.35
"""The stretch, in parts of the length about the middle."""
BESIDE = ("bedside_table", "drawer_pedestal")


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    reach = numbers.most_wanted("bed_side")
    for bed in site.in_rooms("bed") if reach else ():
        stretch = (bed.depth * FROM, bed.depth * TO)
        sides = {side: free_beside(site, bed, side, stretch, reach, _belongs) for side in (1, -1)}
        pick = min if bed.width >= FOR_TWO_MM else max
        side = pick(sides, key=lambda one: sides[one][0])
        free, found = sides[side]
        if (number := numbers.broken("bed_side", free)) is not None:
            edge = bed.width / 2 if side > 0 else -bed.width / 2 - reach
            yield Remark(
                number,
                free,
                (bed.path,),
                bed.room,
                bed.level,
                rings_of(bed.strip(edge, -bed.depth / 2, reach, bed.depth)),
                said(
                    "{name}: z boku jest {value} wolnego miejsca, potrzeba {wanted}",
                    "{name}: {value} is free at its side, {wanted} is needed",
                    name=bed.name,
                    value=cm(free),
                    wanted=cm(number.value),
                ),
                partial(parted, bed, side, [hit.body for hit in found if hit.body is not None], number.value - free),
            )


def _belongs(body: Body) -> bool:
    return body.item.kind in BESIDE


CHECK = Check(
    "bed_side",
    {"pl": "Miejsce przy łóżku", "en": "Room at a bed"},
    ("bed_side",),
    _find,
    why={
        "pl": "Tyle potrzeba, żeby wstać i pościelić łóżko",
        "en": "That much is needed to get up and to make the bed",
    },
)
