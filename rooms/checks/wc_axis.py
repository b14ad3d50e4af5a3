"""The distance of a toilet's axis from what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.clearance import free_beside
from rooms.checking.finding import Fix
from rooms.checking.moving import shifts
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    reach = numbers.most_wanted("wc_axis")
    for toilet in site.in_rooms("toilet") if reach else ():
        half = toilet.depth / 2
        gaps = {side: free_beside(site, toilet, side, (-half, half), reach)[0] for side in (1, -1)}
        side = min(gaps, key=lambda one: gaps[one])
        axis = gaps[side] + toilet.width / 2
        if (number := numbers.broken("wc_axis", axis)) is not None:
            yield Remark(
                number,
                axis,
                (toilet.path,),
                toilet.room,
                toilet.level,
                rings_of(toilet.shape),
                said(
                    "{name}: od środka miski do ściany albo najbliższej rzeczy jest {value}, potrzeba {wanted}",
                    "{name}: {value} from its middle to a wall or the next thing, {wanted} is needed",
                    name=toilet.name,
                    value=cm(axis),
                    wanted=cm(number.value),
                ),
                partial(_fixes, toilet, side, number.value - axis),
            )


def _fixes(toilet: Body, side: int, missing: float) -> Iterator[Fix]:
    return shifts(toilet, [(toilet.way(-side, 0), missing)])


CHECK = Check(
    "wc_axis",
    {"pl": "Oś miski WC", "en": "A toilet's axis"},
    ("wc_axis",),
    _find,
    why={
        "pl": "Bliżej brakuje miejsca na ramiona",
        "en": "Any nearer there is no room for the arms",
    },
)
