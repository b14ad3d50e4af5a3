"""Room to move before things: nothing solid stands in the zone that the kind needs before its front.

A zone wider than its thing may lie to either side of it, and zones may overlap (VDI 6000-1); what people push aside
does not fill them. Kitchen fronts in one line make one finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from rooms.changes.sentence import Said
from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.finding import Fix
from rooms.checking.front_zone import Lack, lacks
from rooms.checking.moving import interleaved, shifts
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, names, said

BESIDE_MM = 60
"""So near one another fronts are one line."""


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    left = {lack.body: lack for body in site.in_rooms() for lack in lacks(site, body, numbers)}
    while left:
        line = _line_of(left, site)
        for lack in line:
            del left[lack.body]
        yield _remark(line)


def _line_of(left: Mapping[Body, Lack], site: Site) -> list[Lack]:
    """The first of what is left, and the kitchen fronts that stand in one line with it."""
    first = next(iter(left.values()))
    line, seen = [first], {first.body}
    for lack in line if _may_stand_in_line(first) else ():
        for beside in site.about(lack.body.room, lack.body.shape.buffer(BESIDE_MM)):
            if beside in left and beside not in seen and _is_beside(left[beside], lack):
                line.append(left[beside])
                seen.add(beside)
    return line


def _is_beside(lack: Lack, one: Lack) -> bool:
    is_turned_alike = lack.body.item.turn_mdeg == one.body.item.turn_mdeg
    return _may_stand_in_line(lack) and is_turned_alike and lack.body.shape.distance(one.body.shape) < BESIDE_MM


def _may_stand_in_line(lack: Lack) -> bool:
    return lack.body.has("run") and not lack.is_width


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
    ("zones", "bath_front"),
    _find,
    is_slow=True,
    why={
        "pl": "Tyle miejsca potrzeba, żeby z tej rzeczy wygodnie skorzystać",
        "en": "That much room is needed to use the thing in comfort",
    },
)
