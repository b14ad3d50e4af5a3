"""Things that stand in a wall."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.finding import Fix
from rooms.checking.measure import across_of, extent
from rooms.checking.moving import shifted, shifts
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said
from rooms.walls.vector import dot, minus


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for body in site.in_rooms():
        if not _is_solid(body) or (inside := _inside(site, body)) is None:
            continue
        deep = across_of(inside)
        if (number := numbers.broken("in_wall_most", deep)) is not None:
            yield Remark(
                number,
                deep,
                (body.path,),
                body.room,
                body.level,
                rings_of(inside),
                said(
                    "{name}: wchodzi w ścianę na {deep}", "{name}: {deep} into the wall", name=body.name, deep=cm(deep)
                ),
                partial(_fixes, body, inside),
            )


def _is_solid(body: Body) -> bool:
    return body.is_known and not (body.is_flat or body.is_thin or body.is_overhead or body.has("soft"))


def _inside(site: Site, body: Body) -> BaseGeometry | None:
    walls = site.walls_about(body.level, body.shape)
    inside = body.shape.intersection(shapely.union_all(walls)) if walls else None
    return None if inside is None or inside.area == 0 else inside


def _fixes(body: Body, inside: BaseGeometry) -> Iterator[Fix]:
    """Straight out of the wall, whatever it stands at; else along it."""
    out = minus(body.item.at, (inside.centroid.x, inside.centroid.y))
    away = max((body.way(*side) for side in ((0, 1), (0, -1), (1, 0), (-1, 0))), key=lambda way: dot(out, way))
    if not body.has("fixed"):
        yield shifted(body, away, extent(inside, away))
    yield from shifts(body)


CHECK = Check(
    "in_wall",
    {"pl": "Rzeczy w ścianie", "en": "Things in a wall"},
    ("in_wall_most",),
    _find,
    why={
        "pl": "W ścianie nic nie stanie; zwykle chodzi o niedokładne przesunięcie",
        "en": "Nothing can stand in a wall; mostly it was moved a little too far",
    },
)
