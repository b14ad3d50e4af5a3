"""Elbow room: gaps beside toilets, bidets, urinals and basins, to walls and to what stands next to them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rooms.checking.check import Check, Remark
from rooms.checking.clearance import free_beside
from rooms.checking.moving import parted
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    reach = numbers.most_wanted("fixture_gap")
    for body in site.in_rooms("gapped") if reach else ():
        half = body.depth / 2
        gaps = {side: free_beside(site, body, side, (-half, half), reach) for side in (1, -1)}
        side = min(gaps, key=lambda one: gaps[one][0])
        gap, found = gaps[side]
        if (number := numbers.broken("fixture_gap", gap)) is not None:
            edge = body.width / 2 if side > 0 else -body.width / 2 - reach
            yield Remark(
                number,
                gap,
                (body.path,),
                body.room,
                body.level,
                rings_of(body.strip(edge, -half, reach, body.depth)),
                said(
                    "{name}: z boku jest {value} odstępu, potrzeba {wanted}",
                    "{name}: a gap of {value} at its side, {wanted} is needed",
                    name=body.name,
                    value=cm(gap),
                    wanted=cm(number.value),
                ),
                partial(parted, body, side, [hit.body for hit in found if hit.body is not None], number.value - gap),
            )


CHECK = Check(
    "fixture_gap",
    {"pl": "Odstępy w łazience", "en": "Gaps in a bathroom"},
    ("fixture_gap",),
    _find,
    why={
        "pl": "W odstępie mieszczą się łokcie i ręka ze ściereczką",
        "en": "Elbows fit into the gap, and a hand with a cloth",
    },
)
