"""The kitchen's working triangle: sink, hob and fridge are near one another, not too near and not too far.

Measured straight from the middle of one front to the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import shapely

from rooms.changes.sentence import Said
from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.pack import Number, Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said, small
from rooms.walls.vector import Vector, length, minus

CORNERS = ("sink", "hob", "fridge")
MOST_OF_EACH = 8
"""A kitchen with more of them is a shop."""
Leg = tuple[float, Body, Body]


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for room, _found in site.rooms:
        triangles = list(product(*(site.in_room(room, corner)[:MOST_OF_EACH] for corner in CORNERS)))
        if not triangles:
            continue
        legs = min((_legs(triangle) for triangle in triangles), key=_around)
        if (number := numbers.broken("triangle_most", _around(legs))) is not None:
            yield _remark(
                number,
                _around(legs),
                legs,
                said(
                    "Od zlewu przez kuchenkę do lodówki i z powrotem jest {value}, wygodnie jest do {wanted}",
                    "From sink to hob to fridge and back it is {value}, up to {wanted} is convenient",
                    value=cm(_around(legs)),
                    wanted=cm(number.value),
                ),
            )
        yield from _unfit_legs(legs, numbers)


def _legs(bodies: tuple[Body, ...]) -> list[Leg]:
    pairs = zip(bodies, (*bodies[1:], bodies[0]), strict=True)
    return [(length(minus(_front(one), _front(other))), one, other) for one, other in pairs]


def _around(legs: list[Leg]) -> float:
    return sum(mm for mm, _one, _other in legs)


def _front(body: Body) -> Vector:
    return body.point(0, body.depth / 2)


def _unfit_legs(legs: list[Leg], numbers: Numbers) -> Iterator[Remark]:
    for leg in legs:
        mm, one, other = leg
        number = numbers.broken("triangle_leg_least", mm) or numbers.broken("triangle_leg_most", mm)
        if number is not None:
            text = said(
                "{one} – {other}: {value} od siebie, wygodnie jest {bound} {wanted}",
                "{one} – {other}: {value} apart, {bound} {wanted} is convenient",
                one=one.name,
                other=small(other.name),
                value=cm(mm),
                bound=_bound(number),
                wanted=cm(number.value),
            )
            yield _remark(number, mm, [leg], text)


def _bound(number: Number) -> Said:
    return {"pl": "od", "en": "from"} if number.bound == "least" else {"pl": "do", "en": "up to"}


def _remark(number: Number, value: float, legs: list[Leg], text: Said) -> Remark:
    bodies = list(dict.fromkeys(body for _mm, *ends in legs for body in ends))
    shape = shapely.Polygon([_front(body) for body in bodies]) if len(bodies) > 2 else shapely.GeometryCollection()
    where = rings_of(shape, *(body.shape for body in bodies))
    return Remark(number, value, tuple(body.path for body in bodies), bodies[0].room, bodies[0].level, where, text)


CHECK = Check(
    "kitchen_triangle",
    {"pl": "Trójkąt roboczy kuchni", "en": "The kitchen's working triangle"},
    ("triangle_most", "triangle_leg_least", "triangle_leg_most"),
    _find,
    why={
        "pl": "Krótka droga między zlewem, kuchenką i lodówką oszczędza kroki przy każdym gotowaniu",
        "en": "A short way between sink, hob and fridge saves steps at every meal",
    },
)
