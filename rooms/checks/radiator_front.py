"""Furniture against a radiator: the room stays cold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.clearance import Hit, free_before
from rooms.checking.finding import Fix
from rooms.checking.moving import shifts
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said, small

SHARE = 0.3
"""What covers less of the radiator than this does it no harm."""
OVER_FOOT_MM = 100


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    reach = numbers.most_wanted("radiator_front")
    for radiator in site.in_rooms("radiator") if reach else ():
        half = radiator.width / 2
        _free, found = free_before(site, radiator, 1, (-half, half), reach, partial(_is_harmless, radiator))
        for hit in found:
            if hit.body is None or hit.right - hit.left < SHARE * radiator.width:
                continue
            free = max(hit.near - radiator.depth / 2, 0.0)
            if (number := numbers.broken("radiator_front", free)) is not None:
                yield Remark(
                    number,
                    free,
                    (radiator.path, hit.body.path),
                    radiator.room,
                    radiator.level,
                    rings_of(radiator.strip(-half, radiator.depth / 2, radiator.width, reach)),
                    said(
                        "{radiator}: {thing} stoi {value} przed nim, zostaw {wanted}",
                        "{radiator}: {thing} stands {value} before it, leave {wanted}",
                        radiator=radiator.name,
                        thing=small(hit.body.name),
                        value=cm(free),
                        wanted=cm(number.value),
                    ),
                    partial(_fixes, radiator, hit, number.value - free),
                )


def _is_harmless(radiator: Body, other: Body) -> bool:
    return other.has("legged") or other.high < radiator.low + OVER_FOOT_MM or other.low > radiator.high


def _fixes(radiator: Body, hit: Hit, missing: float) -> Iterator[Fix]:
    return shifts(hit.body, [(radiator.way(0, 1), missing)]) if hit.body else iter(())


CHECK = Check(
    "radiator_front",
    {"pl": "Zastawione grzejniki", "en": "Radiators that are blocked"},
    ("radiator_front",),
    _find,
    why={
        "pl": "Zastawiony grzejnik grzeje mebel zamiast pokoju",
        "en": "A blocked radiator heats the furniture and not the room",
    },
)
