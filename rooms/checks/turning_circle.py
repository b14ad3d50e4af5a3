"""Room to turn a wheelchair: the largest circle that the free floor holds; under a basin there is room for knees."""

from __future__ import annotations

from collections.abc import Iterator

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.checking.check import Check, Remark
from rooms.checking.measure import across_of
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said

TURNED_IN = ("bathroom", "toilet", "kitchen", "bedroom", "child", "living", "hall", "study", "dining")


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    wanted = numbers.most_wanted("turning_circle")
    for room, found in site.rooms if wanted else ():
        if found.use not in TURNED_IN:
            continue
        floor = _free(site, room)
        if not shapely.is_empty(floor.buffer(-wanted / 2)):
            continue
        across = across_of(floor)
        if (number := numbers.broken("turning_circle", across)) is not None:
            yield Remark(
                number,
                across,
                (site.entity(room),),
                room,
                found.level,
                rings_of(site.floor(room)),
                said(
                    "{name}: wózek obróci się na {value}, potrzeba koła {wanted}",
                    "{name}: a wheelchair turns on {value}, a circle of {wanted} is needed",
                    name={"pl": found.name or "pomieszczenie", "en": found.name or "the room"},
                    value=cm(across),
                    wanted=cm(number.value),
                ),
            )


def _free(site: Site, room: int) -> BaseGeometry:
    taken = [body.shape for body in site.in_room(room) if body.is_in_the_way and body.item.kind != "washbasin"]
    return site.floor(room).difference(shapely.union_all(taken))


CHECK = Check(
    "turning_circle",
    {"pl": "Miejsce na obrót wózka", "en": "Room to turn a wheelchair"},
    ("turning_circle",),
    _find,
    is_slow=True,
    why={
        "pl": "Na mniejszym miejscu wózek się nie obróci",
        "en": "On less room a wheelchair cannot turn",
    },
)
