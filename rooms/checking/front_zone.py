"""The zone before a thing: how much of it is free of what is solid and heavy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from rooms.checking.body import Body
from rooms.checking.clearance import GRAZE_MM, Hit, Place, best_depth, free_beside, hits
from rooms.checking.pack import Number, Numbers
from rooms.checking.site import Site
from rooms.kinds import Zone

COMPANIONS = {
    "sofa": ("coffee_table", "armchair"),
    "corner_sofa": ("coffee_table", "armchair"),
    "armchair": ("coffee_table",),
    "desk": ("drawer_pedestal",),
    "dressing_table": ("drawer_pedestal",),
    "washing_machine": ("dryer",),
    "dryer": ("washing_machine",),
}
"""What belongs before a thing; rows of a kitchen have a check of their own."""
PARTLY = 2 / 3
"""What is advised is kept when so much of a wide front is free: an armchair may stand before a sofa's end."""
WIDE_MM = 900


@dataclass(frozen=True)
class Lack:
    """A zone that is not free: how much of it is, and what stands in it."""

    body: Body
    zone: Zone
    number: Number
    value: float
    is_width: bool
    hits: Sequence[Hit]


def lacks(site: Site, body: Body, numbers: Numbers) -> Iterator[Lack]:
    for zone in body.zones:
        if not _is_before(body, zone):
            continue
        number = numbers.zone(zone.source, zone.severity, zone.size[1], "zones")
        if number is None:
            continue
        stretch = _stretch(body, numbers)
        if (lack := _lack(site, body, zone, number, stretch)) is not None:
            yield lack
            return


def _is_before(body: Body, zone: Zone) -> bool:
    """Beds and tables have checks of their own."""
    return zone.purpose != "side" and zone.at[1] + zone.size[1] > body.depth / 2 and not body.has("dining_only")


def _stretch(body: Body, numbers: Numbers) -> float | None:
    """How wide a stretch of the front has to be free; None: all of it."""
    if body.has("bath"):
        return numbers.most_wanted("bath_front") or None
    return None


def _lack(site: Site, body: Body, zone: Zone, number: Number, stretch: float | None) -> Lack | None:
    ignored = partial(_belongs, body)
    left, right = max(zone.at[0], -body.width / 2), min(zone.at[0] + zone.size[0], body.width / 2)
    column = Place(left + GRAZE_MM, zone.at[1], right - left - 2 * GRAZE_MM, zone.size[1])
    before = hits(site, body, column, ignored)
    partly = column.width * PARTLY if _is_advice(body, zone) else column.width
    depth = best_depth(before, column, min(stretch or partly, column.width))
    if number.is_broken_by(depth):
        if body.has("any_side") and not number.is_broken_by(_at_a_side(site, body, zone.size[1])):
            return None
        nearest = [hit for hit in before if number.is_broken_by(hit.near - zone.at[1])]
        return Lack(body, zone, number, depth, False, nearest)
    return _narrow(site, body, zone, (left, right), number, ignored)


def _is_advice(body: Body, zone: Zone) -> bool:
    return zone.severity == "guideline" and body.width > WIDE_MM and not body.has("run")


def _at_a_side(site: Site, body: Body, reach: int) -> float:
    """How deep it is free at the freer of its sides: a tub in a corner may be entered from there."""
    half = body.depth / 2 - GRAZE_MM
    return max(free_beside(site, body, side, (-half, half), reach)[0] for side in (1, -1))


def _narrow(
    site: Site,
    body: Body,
    zone: Zone,
    column: tuple[float, float],
    number: Number,
    ignored: Callable[[Body], bool],
) -> Lack | None:
    """The zone is deep enough; it is wide enough when it fits anywhere beside what stands left and right."""
    left, right = column
    spare = zone.size[0] - (right - left)
    if spare <= 0:
        return None
    around = Place(left - spare, zone.at[1], right - left + 2 * spare, zone.size[1])
    found = hits(site, body, around, ignored)
    middle = (left + right) / 2
    lefts = [hit for hit in found if (hit.left + hit.right) / 2 < middle]
    rights = [hit for hit in found if (hit.left + hit.right) / 2 >= middle]
    low = max([around.x, *(min(hit.right, left) for hit in lefts)])
    high = min([around.x + around.width, *(max(hit.left, right) for hit in rights)])
    wide = Number(number.id, zone.size[0], "least", "mm", number.severity, number.source)
    return Lack(body, zone, wide, high - low, True, found) if wide.is_broken_by(high - low) else None


def _belongs(body: Body, other: Body) -> bool:
    if other.item.kind in COMPANIONS.get(body.item.kind, ()):
        return True
    return body.has("run") and other.has("run")
