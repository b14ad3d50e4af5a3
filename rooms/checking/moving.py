"""Ways out that might help: a thing slid along its wall or pushed aside, nearest first; the engine tries them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from rooms.checking.body import Body
from rooms.checking.finding import Fix
from rooms.checking.wording import cm, direction, said
from rooms.entities import Point
from rooms.walls.vector import Vector

STEP_MM = 10
LADDER_MM = (100, 200, 300, 400, 600, 800, 1100, 1500)
PIPES_MM = 300
Push = tuple[Vector, float]
"""A direction on the plan, and how far, in mm."""


def shifts(body: Body, pushes: Iterable[Push] = ()) -> Iterator[Fix]:
    """The body pushed as wanted, or slid so and so far: along its wall where it stands at one, else every way."""
    if body.has("fixed") or not body.is_known:
        return
    ways = [body.way(1, 0), body.way(-1, 0)]
    if is_free(body):
        ways += [body.way(0, 1), body.way(0, -1)]
    wanted = [(way, mm) for way, mm in pushes if mm > 0 and (is_free(body) or _is_along(body, way))]
    ladder = [(way, float(mm)) for mm in LADDER_MM if mm <= _furthest_mm(body) for way in ways]
    seen: set[Point] = set()
    for way, mm in [*wanted, *ladder]:
        fix = shifted(body, way, mm)
        at = tuple(fix.set[body.path]["at"])
        if at not in seen:
            seen.add(at)
            yield fix


def parted(body: Body, side: int, others: Sequence[Body], missing_mm: float) -> Iterator[Fix]:
    """Room made at the body's right (1) or left (-1) side: it goes, or one of the two nearest others does."""
    away = [(body.way(side, 0), missing_mm)]
    back = shifts(body, [(body.way(-side, 0), missing_mm)])
    return interleaved(back, *(shifts(other, away) for other in others[:2]))


def shifted(body: Body, way: Vector, mm: float) -> Fix:
    """The body pushed so far, rounded up to whole centimetres."""
    by = ceil(mm / STEP_MM - 1e-6) * STEP_MM
    at = [round(body.item.at[0] + way[0] * by), round(body.item.at[1] + way[1] * by)]
    text = said(
        "{name}: przesuń o {by} {way} na planie",
        "{name}: move it {by} {way} on the plan",
        name=body.name,
        by=cm(by),
        way=direction(way),
    )
    return Fix({body.path: {"at": at}}, text)


def is_free(body: Body) -> bool:
    """Whether it stands anywhere, not only at a wall."""
    return body.kind is None or body.kind.snap == "free"


def interleaved(*several: Iterable[Fix]) -> Iterator[Fix]:
    """The first of each, the second of each, and so on."""
    running = [iter(one) for one in several]
    while running:
        for one in list(running):
            if (fix := next(one, None)) is None:
                running.remove(one)
            else:
                yield fix


def _furthest_mm(body: Body) -> int:
    """What hangs on pipes does not go far."""
    return PIPES_MM if body.has("plumbed") else LADDER_MM[-1]


def _is_along(body: Body, way: Vector) -> bool:
    aside = body.way(0, 1)
    return abs(aside[0] * way[0] + aside[1] * way[1]) < 0.02
