"""Things higher than the room is where they stand, under a slope too."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import shapely

from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.finding import Fix
from rooms.checking.moving import interleaved, shifts
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for body in site.in_rooms():
        if (
            not body.is_known
            or body.has("soft")
            or body.has("climbed")
            or (body.kind is not None and body.kind.mount == "ceiling")
        ):
            continue
        ceiling = min(site.ceiling(body.level, (x, y)) for x, y in shapely.get_coordinates(body.shape))
        over = body.high - ceiling
        if (number := numbers.broken("over_ceiling_most", over)) is not None:
            yield Remark(
                number,
                over,
                (body.path,),
                body.room,
                body.level,
                rings_of(body.shape),
                said(
                    "{name}: sięga {high}, a sufit jest tu na {ceiling}",
                    "{name}: it reaches {high}, and the ceiling is at {ceiling} here",
                    name=body.name,
                    high=cm(body.high),
                    ceiling=cm(ceiling),
                ),
                partial(_fixes, body, int(ceiling) - body.low),
            )


def _fixes(body: Body, height: int) -> Iterator[Fix]:
    """Lower where the kind allows it and it is no product of a certain size; else elsewhere."""
    return interleaved(_lower(body, height), shifts(body))


def _lower(body: Body, height: int) -> Iterator[Fix]:
    if body.kind is not None and body.kind.least[2] <= height and body.item.product is None:
        size = [*body.item.size[:2], height]
        text = said(
            "{name}: zmień wysokość na {height}",
            "{name}: make it {height} high",
            name=body.name,
            height=cm(height),
        )
        yield Fix({body.path: {"size": size}}, text)


CHECK = Check(
    "fits_height",
    {"pl": "Rzeczy wyższe niż pomieszczenie", "en": "Things higher than the room"},
    ("over_ceiling_most",),
    _find,
    why={
        "pl": "Rzecz wyższa niż pomieszczenie tam nie stanie",
        "en": "A thing higher than the room cannot stand there",
    },
)
