"""Room to move before things: nothing solid stands in the zone that the kind needs before its front.

A zone wider than its thing may lie to either side of it, and zones may overlap (VDI 6000-1); what people push aside
does not fill them. Kitchen fronts in one line make one finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from rooms.change_sentence import Said
from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.clearance import GRAZE_MM, Hit, Place, free_beside, free_depth, hits
from rooms.checking.finding import Fix
from rooms.checking.moving import interleaved, shifts
from rooms.checking.pack import Number, Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, names, said
from rooms.kinds import Zone

BESIDE_MM = 60
"""So near one another fronts are one line."""
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


@dataclass(frozen=True)
class Lack:
    """A zone that is not free: how much of it is, and what stands in it."""

    body: Body
    zone: Zone
    number: Number
    value: float
    is_width: bool
    hits: Sequence[Hit]


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    lacks = [lack for room, _found in site.rooms for body in site.in_room(room) for lack in _lacks(site, body, numbers)]
    while lacks:
        line = _line_of(lacks[0], lacks)
        lacks = [lack for lack in lacks if lack not in line]
        yield _remark(line)


def _lacks(site: Site, body: Body, numbers: Numbers) -> Iterator[Lack]:
    for zone in body.zones:
        if not _is_before(body, zone):
            continue
        number = numbers.zone(zone.source, zone.severity, zone.size[1], "zones")
        if number is not None and (lack := _lack(site, body, zone, number)) is not None:
            yield lack
            return


def _is_before(body: Body, zone: Zone) -> bool:
    """Beds and tables have checks of their own."""
    return zone.purpose != "side" and zone.at[1] + zone.size[1] > body.depth / 2 and not body.has("dining_only")


def _lack(site: Site, body: Body, zone: Zone, number: Number) -> Lack | None:
    ignored = partial(_belongs, body)
    left, right = max(zone.at[0], -body.width / 2), min(zone.at[0] + zone.size[0], body.width / 2)
    column = Place(left + GRAZE_MM, zone.at[1], right - left - 2 * GRAZE_MM, zone.size[1])
    before = hits(site, body, column, ignored)
    depth = free_depth(before, column)
    if number.is_broken_by(depth):
        if body.has("any_side") and not number.is_broken_by(_at_a_side(site, body, zone.size[1])):
            return None
        nearest = [hit for hit in before if number.is_broken_by(hit.near - zone.at[1])]
        return Lack(body, zone, number, depth, False, nearest)
    return _narrow(site, body, zone, (left, right), number, ignored)


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


def _line_of(first: Lack, lacks: Sequence[Lack]) -> list[Lack]:
    """The kitchen fronts that stand in one line with the first, itself included."""
    line = [first]
    for lack in lacks[1:]:
        if any(_are_beside(lack, one) for one in line):
            line.append(lack)
    return line


def _are_beside(one: Lack, other: Lack) -> bool:
    if not (one.body.has("run") and other.body.has("run")) or one.is_width or other.is_width:
        return False
    is_turned_alike = one.body.item.turn_mdeg == other.body.item.turn_mdeg
    return is_turned_alike and one.body.shape.distance(other.body.shape) < BESIDE_MM


def _remark(line: Sequence[Lack]) -> Remark:
    worst = min(line, key=lambda lack: lack.value)
    body = worst.body
    zones = [lack.body.strip(*lack.zone.at, *lack.zone.size) for lack in line]
    return Remark(
        worst.number,
        worst.value,
        tuple(lack.body.path for lack in line),
        body.room,
        body.level,
        rings_of(*zones),
        _text(worst, names([lack.body.name for lack in line])),
        partial(_fixes, worst),
    )


def _text(lack: Lack, name: Said) -> Said:
    if lack.is_width:
        return said(
            "{name}: miejsce z przodu ma {value} szerokości, potrzeba {wanted}",
            "{name}: the room in front is {value} wide, {wanted} is needed",
            name=name,
            value=cm(lack.value),
            wanted=cm(lack.number.value),
        )
    return said(
        "{name}: z przodu jest {value} wolnego miejsca, potrzeba {wanted}",
        "{name}: {value} is free in front, {wanted} is needed",
        name=name,
        value=cm(lack.value),
        wanted=cm(lack.number.value),
    )


def _fixes(lack: Lack) -> Iterator[Fix]:
    missing = lack.number.value - lack.value
    sideways = [(lack.body.way(side, 0), missing) for side in (1, -1)]
    pushes = sideways if lack.is_width else [(lack.body.way(0, -1), missing)]
    others = [hit.body for hit in lack.hits if hit.body is not None]
    away = [(lack.body.way(0, 1), missing), *sideways]
    return interleaved(*(shifts(other, away) for other in others[:2]), shifts(lack.body, pushes))


CHECK = Check(
    "movement_zone",
    {"pl": "Miejsce przed wyposażeniem", "en": "Room before things"},
    ("zones",),
    _find,
    is_slow=True,
)
