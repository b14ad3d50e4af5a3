"""Things that stand in one another: turned footprints that overlap at the same height.

Chairs under tables, things on or in others, and what hangs flat or soft do not collide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from shapely.geometry.base import BaseGeometry

from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.finding import Fix
from rooms.checking.measure import narrowest
from rooms.checking.moving import interleaved, is_free, shifts
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said, small
from rooms.walls.vector import Vector

SHARED_HEIGHT_MM = 30
ON_MM = 100
"""What begins so much higher than another and lies half within its outline stands on it, or in it as on a shelf."""
INSIDE = 0.5
PUSHED = 0.3
"""A light thing must be in another with so much of itself to be worth a word."""


@dataclass(frozen=True)
class Overlap:
    """How deep two bodies are in one another, and along which direction they part soonest."""

    one: Body
    other: Body
    shape: BaseGeometry
    deep_mm: float
    way: Vector


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for room, _found in site.rooms:
        for one, other in _near(site, room):
            if (found := _overlap(one, other)) is None:
                continue
            if (number := numbers.broken("overlap_most", found.deep_mm)) is not None:
                yield Remark(
                    number,
                    found.deep_mm,
                    (one.path, other.path),
                    one.room,
                    one.level,
                    rings_of(found.shape),
                    said(
                        "{one} i {other} zachodzą na siebie o {deep}",
                        "{one} and {other} overlap by {deep}",
                        one=one.name,
                        other=small(other.name),
                        deep=cm(found.deep_mm),
                    ),
                    partial(_fixes, found),
                )


def _near(site: Site, room: int) -> Iterator[tuple[Body, Body]]:
    """The pairs whose boxes meet, each once."""
    places = {body.id: place for place, body in enumerate(site.in_room(room))}
    for body in site.in_room(room):
        if not _is_left_out(body):
            for other in site.about(room, body.shape):
                if places[other.id] > places[body.id] and not _is_left_out(other):
                    yield body, other


def _is_left_out(body: Body) -> bool:
    is_hung_over = body.kind is not None and body.kind.mount == "ceiling"
    return not body.is_known or body.is_flat or body.is_thin or body.has("soft") or is_hung_over


def _overlap(one: Body, other: Body) -> Overlap | None:
    if not _meet(one, other) or _may_share(one, other):
        return None
    shape = one.shape.intersection(other.shape)
    if shape.is_empty or shape.area == 0 or _is_in(one, other, shape) or _is_slight(one, other, shape):
        return None
    return Overlap(one, other, shape, *narrowest(shape, (one, other)))


def _meet(one: Body, other: Body) -> bool:
    return min(one.high, other.high) - max(one.low, other.low) > SHARED_HEIGHT_MM


def _may_share(one: Body, other: Body) -> bool:
    if one.has("light") and other.has("light"):
        return True
    return (one.has("hollow") and other.has("tucked")) or (other.has("hollow") and one.has("tucked"))


def _is_in(one: Body, other: Body, shape: BaseGeometry) -> bool:
    upper, lower = (one, other) if one.low > other.low else (other, one)
    return upper.low - lower.low >= ON_MM and shape.area >= INSIDE * upper.shape.area


def _is_slight(one: Body, other: Body, shape: BaseGeometry) -> bool:
    return any(body.has("light") and shape.area < PUSHED * body.shape.area for body in (one, other))


def _fixes(found: Overlap) -> Iterator[Fix]:
    """The free and the smaller thing first."""
    back = (-found.way[0], -found.way[1])
    pushes = [(found.way, found.deep_mm), (back, found.deep_mm)]
    movers = sorted((found.one, found.other), key=lambda body: (not is_free(body), body.shape.area))
    return interleaved(*(shifts(body, pushes) for body in movers))


CHECK = Check(
    "collision",
    {"pl": "Rzeczy, które na siebie zachodzą", "en": "Things that overlap"},
    ("overlap_most",),
    _find,
    why={
        "pl": "Dwie rzeczy nie zmieszczą się w tym samym miejscu",
        "en": "Two things cannot stand in the same place",
    },
)
