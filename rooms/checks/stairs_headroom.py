"""Room for one's head on stairs: under slopes and ceilings of the storey above, under its walls, under bulkheads."""

from __future__ import annotations

from collections.abc import Iterator

from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.flight import flight_of
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said
from rooms.surfaces.stairwells import rise_to, stairwells
from rooms.walls.vector import Vector


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    """Of stairs that come to a floor above in which there are rooms; what is not drawn yet is open."""
    above = {well.item.id: well.above for well in stairwells(site.plan)}
    for stairs in site.in_rooms("climbed"):
        flight, levels = flight_of(stairs), above.get(stairs.id, ())
        if flight is None or not any(room.level in levels for room in site.found.rooms):
            continue
        heights = [
            (_ceiling(site, stairs, levels, stairs.point(x, y)) - stairs.low - high, (x, y))
            for x, y, high in flight.steps
        ]
        least, (x, y) = min(heights)
        if (number := numbers.broken("stairs_headroom", max(least, 0))) is not None:
            spot = stairs.strip(x - flight.width / 2, y - flight.width / 2, flight.width, flight.width)
            yield Remark(
                number,
                max(least, 0),
                (stairs.path,),
                stairs.room,
                stairs.level,
                rings_of(spot.intersection(stairs.shape)),
                said(
                    "{name}: nad stopniem zostaje {value} wysokości, potrzeba {wanted}",
                    "{name}: {value} of height is left over a step, {wanted} is needed",
                    name=stairs.name,
                    value=cm(max(least, 0)),
                    wanted=cm(number.value),
                ),
            )


def _ceiling(site: Site, stairs: Body, levels: tuple[str, ...], spot: Vector) -> float:
    """What is over the spot, mm above the floor of the stairs' level.

    A wall above the flight stands on what is left of the ceiling.
    """
    own = site.ceiling(stairs.level, spot)
    if own < site.plan.level_height(stairs.level):
        return own
    opened = next((level for level in levels if site.found.room_at(level, spot) is not None), None)
    return own if opened is None else rise_to(site.plan, stairs.level, opened) + site.ceiling(opened, spot)


CHECK = Check(
    "stairs_headroom",
    {"pl": "Wysokość nad schodami", "en": "Headroom over stairs"},
    ("stairs_headroom",),
    _find,
    why={
        "pl": "Przy niższym przejściu łatwo uderzyć się w głowę",
        "en": "Where it is lower one easily strikes one's head",
    },
)
