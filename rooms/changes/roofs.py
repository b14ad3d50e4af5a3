"""What became of sloping ceilings, and of the windows and dormers in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rooms.changes.change import Change
from rooms.changes.differing import differing
from rooms.changes.sentence import Phrase, degrees, length, noun, phrase, sentence, way
from rooms.entities import Dormer, RoofWindow, Slope
from rooms.plan import Plan
from rooms.surfaces.ceilings import roofs_of
from rooms.surfaces.cells import middle_of
from rooms.surfaces.dormers import outlines
from rooms.surfaces.roof_windows import skylights_of
from rooms.walls.vector import Vector

IN_SLOPES: Sequence[tuple[str, str, Sequence[tuple[str, str]]]] = (
    ("skylights", "roof_window", (("width", "width"), ("height", "height"), ("sill", "lower_edge"))),
    ("dormers", "dormer", (("width", "width"), ("height", "height"), ("front", "front"))),
)
"""What lies in slopes: its collection, its noun, and its sizes with what they are called."""


def roof_changes(before: Plan, after: Plan) -> Iterator[Change]:
    for path, was, now in differing(before.slopes, after.slopes, "slopes"):
        held = now or was
        at = ((held.a[0] + held.b[0]) / 2, (held.a[1] + held.b[1]) / 2)
        said = _slope_phrases(was, now) if was and now else [phrase(_kind(was, now))]
        yield Change(_kind(was, now), (path,), sentence(noun("slope"), *said), held.level, at)
    for name, called, sizes in IN_SLOPES:
        for path, was, now in differing(getattr(before, name), getattr(after, name), name):
            plan, held = (after, now) if now else (before, was)
            slope = plan.slopes.get(held.slope)
            said = _phrases(was, now, sizes) if was and now else [phrase(_kind(was, now))]
            where = (slope.level, _middle(plan, held, slope)) if slope else (None, None)
            yield Change(_kind(was, now), (path,), sentence(noun(called), *said), *where)


def _kind(was: object, now: object) -> str:
    return "added" if was is None else "removed" if now is None else "changed"


def _middle(plan: Plan, held: RoofWindow | Dormer, slope: Slope) -> Vector | None:
    over = roofs_of(plan).get(slope.level, ())
    if isinstance(held, RoofWindow):
        return next((one.middle for one in skylights_of(plan, over) if one.window.id == held.id), None)
    outlined = (cell for lift, cell in outlines(over, plan.level_height(slope.level)) if lift.dormer == held.id)
    return next((middle_of(cell) for cell in outlined), None)


def _slope_phrases(was: Slope, now: Slope) -> list[Phrase]:
    said = []
    if was.knee != now.knee:
        said.append(phrase("knee", was=length(was.knee), now=length(now.knee)))
    if was.angle_mdeg != now.angle_mdeg:
        said.append(phrase("pitch", was=degrees(was.angle_mdeg), now=degrees(now.angle_mdeg)))
    return said or [phrase("otherwise")]


def _phrases(was: RoofWindow | Dormer, now: RoofWindow | Dormer, sizes: Sequence[tuple[str, str]]) -> list[Phrase]:
    said = []
    if was.slope == now.slope and was.offset != now.offset:
        said.append(phrase("along_slope", length=way(abs(now.offset - was.offset))))
    for name, told in sizes:
        if getattr(was, name) != getattr(now, name):
            said.append(phrase(told, was=length(getattr(was, name)), now=length(getattr(now, name))))
    return said or [phrase("otherwise")]
