"""Doors of bathrooms and toilets open outwards: whoever falls behind one can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rooms.checking.check import Check, Remark
from rooms.checking.hanging import turned
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import said

USES = ("bathroom", "toilet")
HINGED = ("door", "double_door")


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for door in site.doors:
        if door.kind not in HINGED or site.use(door.swings_into) not in USES:
            continue
        if (number := numbers.broken("bathroom_door_inward", 1)) is not None:
            yield Remark(
                number,
                1,
                (door.path,),
                door.swings_into,
                door.level,
                rings_of(*(leaf.sector for leaf in door.leaves)),
                said(
                    "Drzwi łazienki otwierają się do środka, powinny na zewnątrz",
                    "The bathroom's door opens inwards, it should open outwards",
                ),
                partial(turned, door),
            )


CHECK = Check(
    "bathroom_door",
    {"pl": "Drzwi łazienki na zewnątrz", "en": "Bathroom doors that open outwards"},
    ("bathroom_door_inward",),
    _find,
    why={
        "pl": "Kto upadnie za drzwiami do środka, zablokuje je i nikt nie wejdzie z pomocą",
        "en": "Whoever falls behind a door that opens inwards blocks it, and help cannot get in",
    },
)
