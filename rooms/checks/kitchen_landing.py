"""Worktop beside hob, sink and fridge, to put things down on: what stands in line left and right of them."""

from __future__ import annotations

from collections.abc import Iterator

from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said

PLACES = ("hob", "sink", "fridge")
GAP_MM = 40
"""Fronts so near one another carry one worktop."""


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for place in PLACES:
        for body in site.in_rooms(place):
            lesser, greater = sorted(_worktop(site, body, side) for side in (-1, 1))
            number = numbers.broken(f"{place}_landing_lesser", lesser)
            value = lesser
            if number is None:
                number, value = numbers.broken(f"{place}_landing_greater", greater), greater
            if number is not None:
                yield Remark(
                    number,
                    value,
                    (body.path,),
                    body.room,
                    body.level,
                    rings_of(body.shape),
                    said(
                        "{name}: obok jest {value} blatu, żeby coś odstawić, przyda się {wanted}",
                        "{name}: {value} of worktop beside it to put things down, {wanted} is of use",
                        name=body.name,
                        value=cm(value),
                        wanted=cm(number.value),
                    ),
                )


def _worktop(site: Site, body: Body, side: int) -> float:
    """How much worktop follows on this side without a gap."""
    total, edge, seen = 0.0, side * body.width / 2, {body}
    while (beside := _next(site, body, edge, side, seen)) is not None:
        left, _top, right, _bottom = body.own(beside.shape).bounds
        total += right - left
        edge = right if side > 0 else left
        seen.add(beside)
    return total


def _next(site: Site, body: Body, edge: float, side: int, seen: set[Body]) -> Body | None:
    for other in site.in_room(body.room, "worktop"):
        left, top, right, bottom = body.own(other.shape).bounds
        near = left if side > 0 else right
        if other not in seen and abs(near - edge) <= GAP_MM and top < 0 < bottom:
            return other
    return None


CHECK = Check(
    "kitchen_landing",
    {"pl": "Blat obok płyty, zlewu i lodówki", "en": "Worktop beside hob, sink and fridge"},
    (
        "hob_landing_lesser",
        "hob_landing_greater",
        "sink_landing_lesser",
        "sink_landing_greater",
        "fridge_landing_greater",
    ),
    _find,
    why={
        "pl": "Gorący garnek i zakupy trzeba gdzieś od razu odstawić",
        "en": "A hot pan and the shopping have to be put down at once",
    },
)
