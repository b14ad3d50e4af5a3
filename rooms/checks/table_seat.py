"""Room behind whoever sits at a table: from its edge back, on every side at which a seat stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.clearance import Hit, Place, free_before, free_beside
from rooms.checking.finding import Fix
from rooms.checking.moving import interleaved, shifts
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said

AT_TABLE_MM = 300
SEAT_MM = 400
SIDES = ((0, 1), (0, -1), (1, 0), (-1, 0))
AT_A_CORNER = 1.3
"""A seat that is not clearly at one side is not looked at."""


@dataclass(frozen=True)
class Behind:
    """How much is free behind a side (a direction of the table's frame), and what stands there."""

    side: tuple[int, int]
    free: float
    hits: Sequence[Hit]


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    reach = numbers.most_wanted("table_seat")
    for table in site.in_rooms("dining") if reach else ():
        behind = [_behind(site, table, seat, side, reach) for seat, side in _seats(site, table)]
        if not behind:
            continue
        worst = min(behind, key=lambda one: one.free)
        if (number := numbers.broken("table_seat", worst.free)) is not None:
            yield Remark(
                number,
                worst.free,
                (table.path,),
                table.room,
                table.level,
                rings_of(_strip(table, worst.side, reach).of(table)),
                said(
                    "{name}: za siedzącym jest {value} od krawędzi stołu, potrzeba {wanted}",
                    "{name}: {value} from the table's edge behind whoever sits there, {wanted} is needed",
                    name=table.name,
                    value=cm(worst.free),
                    wanted=cm(number.value),
                ),
                partial(_fixes, table, worst, number.value - worst.free),
            )


def _seats(site: Site, table: Body) -> Iterator[tuple[Body, tuple[int, int]]]:
    for seat in site.about(table.room, table.shape.buffer(AT_TABLE_MM)):
        if not seat.has("seat") or seat.shape.distance(table.shape) > AT_TABLE_MM:
            continue
        middle = table.own(seat.shape).centroid
        across, along = abs(middle.x) / table.width, abs(middle.y) / table.depth
        if along > AT_A_CORNER * across:
            yield seat, (0, 1 if middle.y > 0 else -1)
        elif across > AT_A_CORNER * along:
            yield seat, (1 if middle.x > 0 else -1, 0)


def _behind(site: Site, table: Body, seat: Body, side: tuple[int, int], reach: float) -> Behind:
    middle = table.own(seat.shape).centroid
    at = middle.x if side[1] else middle.y
    stretch = (at - SEAT_MM / 2, at + SEAT_MM / 2)
    measured = free_before if side[1] else free_beside
    free, hits = measured(site, table, side[1] or side[0], stretch, reach, _is_a_seat)
    return Behind(side, free, hits)


def _is_a_seat(body: Body) -> bool:
    return body.has("seat")


def _strip(table: Body, side: tuple[int, int], reach: float) -> Place:
    half_width, half_depth = table.width / 2, table.depth / 2
    if side[1]:
        return Place(-half_width, half_depth if side[1] > 0 else -half_depth - reach, table.width, reach)
    return Place(half_width if side[0] > 0 else -half_width - reach, -half_depth, reach, table.depth)


def _fixes(table: Body, worst: Behind, missing: float) -> Iterator[Fix]:
    away = table.way(*worst.side)
    back = table.way(-worst.side[0], -worst.side[1])
    others = [hit.body for hit in worst.hits if hit.body is not None]
    return interleaved(shifts(table, [(back, missing)]), *(shifts(other, [(away, missing)]) for other in others[:2]))


CHECK = Check(
    "table_seat",
    {"pl": "Miejsce za siedzącym przy stole", "en": "Room behind whoever sits at a table"},
    ("table_seat",),
    _find,
    why={
        "pl": "Tyle potrzeba, żeby odsunąć krzesło i wstać",
        "en": "That much is needed to push the chair back and get up",
    },
)
