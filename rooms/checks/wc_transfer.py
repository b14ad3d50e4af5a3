"""Room beside a toilet to change over from a wheelchair: on one side, as deep as from its front 70 cm back."""

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

DEEP_MM = 700
"""DIN 18040-2: 70 cm deep, or the toilet's own depth where it is less."""


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    reach = numbers.most_wanted("wc_transfer")
    for toilet in site.in_rooms("toilet") if reach else ():
        front = toilet.depth / 2
        low = max(front - DEEP_MM, -front)
        beside = {side: free_beside(site, toilet, side, (low, front), reach)[0] for side in (1, -1)}
        side = max(beside, key=lambda one: beside[one])
        if (number := numbers.broken("wc_transfer", beside[side])) is not None:
            edge = toilet.width / 2 if side > 0 else -toilet.width / 2 - reach
            yield Remark(
                number,
                beside[side],
                (toilet.path,),
                toilet.room,
                toilet.level,
                rings_of(toilet.strip(edge, low, reach, front - low)),
                said(
                    "{name}: obok jest {value} na przesiadanie z wózka, potrzeba {wanted} z jednej strony",
                    "{name}: {value} beside it to change over from a wheelchair, {wanted} is needed on one side",
                    name=toilet.name,
                    value=cm(beside[side]),
                    wanted=cm(number.value),
                ),
                partial(_fixes, toilet, side, number.value - beside[side]),
            )


def _fixes(toilet: Body, side: int, missing: float) -> Iterator[Fix]:
    return shifts(toilet, [(toilet.way(-side, 0), missing)])


CHECK = Check(
    "wc_transfer",
    {"pl": "Miejsce obok miski WC", "en": "Room beside a toilet"},
    ("wc_transfer",),
    _find,
    why={
        "pl": "Tu staje wózek, z którego ktoś się przesiada",
        "en": "Here stands the wheelchair from which somebody changes over",
    },
)
