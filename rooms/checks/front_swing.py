"""Doors and drawers of furniture: a leaf has to swing in its true arc, a drawer or a flap has to come out.

A cabinet has as many leaves as make none wider than its kind's are; a single one may be hung on either side.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from math import ceil
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from rooms import checking
from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.clearance import free_before
from rooms.checking.door import Leaf
from rooms.checking.finding import Fix
from rooms.checking.moving import interleaved, shifts
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import said
from rooms.drawing.leaves import Jambs

FRONTS: Mapping[str, Mapping[str, int]] = json.loads(
    Path(checking.__file__).with_name("fronts.json").read_text("utf-8")
)
"""The widest leaf in mm, and the travel of drawers and flaps in percent of the depth, by kind."""
GRAZE_MM2 = 2_000
SINGLE = ("washing_machine", "dryer")
"""Round doors, narrower than the machine."""
SIDE_MM = 15
"""A drawer is so much narrower on either side than its cabinet."""


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for body in site.in_rooms():
        if body.item.kind in FRONTS["leaf"]:
            yield from _leaves(site, body, numbers)
        elif body.item.kind in FRONTS["travel_percent"]:
            yield from _drawers(site, body, numbers)


def _leaves(site: Site, body: Body, numbers: Numbers) -> Iterator[Remark]:
    hung = _hung(body)
    opened = [_opens_to(site, body, leaves) for leaves in hung]
    angle = max(opened)
    if (number := numbers.broken("front_opening", angle)) is not None:
        text = said(
            "{name}: drzwi otworzą się tylko na {angle}°, potrzeba {wanted}°",
            "{name}: its door opens only to {angle}°, {wanted}° is needed",
            name=body.name,
            angle=round(angle),
            wanted=number.value,
        )
        sectors = [leaf.sector for leaf in hung[opened.index(angle)]]
        yield Remark(
            number, angle, (body.path,), body.room, body.level, rings_of(*sectors), text, partial(_fixes, site, body)
        )


def _drawers(site: Site, body: Body, numbers: Numbers) -> Iterator[Remark]:
    travel = body.depth * FRONTS["travel_percent"][body.item.kind] / 100
    free, _found = free_before(site, body, 1, (SIDE_MM - body.width / 2, body.width / 2 - SIDE_MM), travel)
    percent = 100 * free / travel
    if (number := numbers.broken("drawer_opening", percent)) is not None:
        text = said(
            "{name}: z przodu za mało miejsca, otworzy się tylko w {percent}%",
            "{name}: too little room in front, it opens only to {percent}%",
            name=body.name,
            percent=round(percent),
        )
        where = rings_of(body.strip(-body.width / 2, body.depth / 2, body.width, travel))
        yield Remark(number, percent, (body.path,), body.room, body.level, where, text, partial(_fixes, site, body))


def _hung(body: Body) -> Sequence[Sequence[Leaf]]:
    """The ways in which its leaves may be hung."""
    widest = FRONTS["leaf"][body.item.kind]
    count = 1 if body.item.kind in SINGLE else ceil(body.width / widest)
    wide = min(body.width / count, widest)
    edges = [body.width * place / count - body.width / 2 for place in range(count + 1)]
    lefts = [_leaf(body, edge, 1, wide) for edge in edges[:-1]]
    rights = [_leaf(body, edge, -1, wide) for edge in edges[1:]]
    if count == 1:
        return lefts, rights
    return ([(lefts if place % 2 == 0 else rights)[place] for place in range(count)],)


def _leaf(body: Body, x: float, ahead: int, wide: float) -> Leaf:
    return Leaf(Jambs(body.point(x, body.depth / 2), body.way(ahead, 0), body.way(0, 1), wide))


def _opens_to(site: Site, body: Body, leaves: Sequence[Leaf]) -> float:
    return min(_free_angle(site, body, leaf) for leaf in leaves)


def _free_angle(site: Site, body: Body, leaf: Leaf) -> float:
    hits = (leaf.sector.intersection(solid) for solid in _solids(site, body, leaf))
    return min((leaf.opens_to(hit) for hit in hits if hit.area > GRAZE_MM2), default=90.0)


def _solids(site: Site, body: Body, leaf: Leaf) -> list[BaseGeometry]:
    others = site.about(body.room, leaf.sector)
    standing = [other.shape for other in others if other is not body and other.is_in_the_way]
    return [*site.walls_about(body.level, leaf.sector), *standing]


def _fixes(site: Site, body: Body) -> Iterator[Fix]:
    before = body.strip(-body.width / 2, body.depth / 2, body.width, 900)
    others = [one for one in site.about(body.room, before) if one is not body and one.is_in_the_way]
    away = [(body.way(0, 1), float(mm)) for mm in (100, 200, 400)]
    return interleaved(*(shifts(other, away) for other in others[:2]), shifts(body))


CHECK = Check(
    "front_swing",
    {"pl": "Drzwi i szuflady mebli", "en": "Doors and drawers of furniture"},
    ("front_opening", "drawer_opening"),
    _find,
    hides=("movement_zone",),
    why={
        "pl": "Do mebla, który się nie otworzy, nic się nie włoży",
        "en": "Nothing goes into furniture that does not open",
    },
)
