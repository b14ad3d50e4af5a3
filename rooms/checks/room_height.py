"""Rooms high enough to live in; under a slope the headroom is looked at instead."""

from __future__ import annotations

from collections.abc import Iterator

from rooms.checking.check import Check, Remark
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said

LIVED_IN = ("living", "bedroom", "child", "study", "kitchen", "dining")
WASHED_IN = ("bathroom", "toilet")


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for room, found in site.rooms:
        wanted = "room_height" if found.use in LIVED_IN else "bathroom_height" if found.use in WASHED_IN else None
        if wanted is None or site.has_slopes(found.level):
            continue
        height = site.plan.level_height(found.level)
        if (number := numbers.broken(wanted, height)) is not None:
            yield Remark(
                number,
                height,
                (site.entity(room),),
                room,
                found.level,
                rings_of(site.floor(room)),
                said(
                    "{name}: wysokość {value}, potrzeba {wanted}",
                    "{name}: {value} high, {wanted} is needed",
                    name=_name(found.name),
                    value=cm(height),
                    wanted=cm(number.value),
                ),
            )


def _name(own: str) -> dict[str, str]:
    return {"pl": own or "pomieszczenie", "en": own or "the room"}


CHECK = Check(
    "room_height",
    {"pl": "Wysokość pomieszczeń", "en": "Height of rooms"},
    ("room_height", "bathroom_height"),
    _find,
    why={
        "pl": "Niskie pomieszczenie jest duszne, a najmniejszą wysokość mieszkań podają warunki techniczne",
        "en": "A low room is stuffy, and building rules give the least height for homes",
    },
)
