"""The walk round one room with a tape: its walls and what was measured of them, kept by wall and not by letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import dist
from typing import Any

from configurator.measuring.room import MeasuredRoom
from rooms.entities import Point
from rooms.outline.wall_letters import letter
from rooms.surveying.measured import Check, Measured
from rooms.surveying.runs import Run, runs_of
from rooms.surveying.shapes import RECTANGLE, SHAPES, corners_of
from rooms.surveying.verdict import Verdict, judge
from rooms.walls.vector import Vector

SUBJECT, SHAPE, USE = "survey", "shape", "use"
"""What the survey, and the outline and the use of a room not drawn yet, are kept under."""
SIDES = ("width", "length")
"""The fields of a rectangle's walls A and B."""


@dataclass(frozen=True)
class Survey:
    """`names`, `keys` and `fields` are of the walls in their order: for people, to be kept by, in the form.

    `plan` are the walls' lengths in the plan, None of a room that is not drawn. `edit` is the edit that last drew it.
    """

    names: tuple[str, ...]
    keys: tuple[str, ...]
    fields: tuple[str, ...]
    measured: Measured
    plan: tuple[int, ...] | None
    edit: str = ""

    @cached_property
    def verdict(self) -> Verdict:
        return judge(self.measured)

    @property
    def is_begun(self) -> bool:
        return any(self.measured.walls)

    @property
    def is_walked(self) -> bool:
        return all(self.measured.walls)

    @property
    def corners(self) -> tuple[Vector, ...]:
        """Roughly, for pictures."""
        return self.verdict.corners or corners_of(self.measured.drawn)

    def corner(self, place: int) -> str:
        """As in `D/A`: the walls that meet there."""
        return f"{self.names[place - 1]}/{self.names[place]}"

    def across(self, ends: tuple[int, int]) -> str:
        return f"{self.corner(ends[0])} – {self.corner(ends[1])}"

    def kept(self) -> dict[str, Any]:
        """As it is written down."""
        measured = self.measured
        return {
            "walls": {key: mm for key, mm in zip(self.keys, measured.walls, strict=True) if mm},
            "checks": [[self.keys[one.start], self.keys[one.end], one.mm] for one in measured.checks],
            "free": not measured.keeps_corners,
            "edit": self.edit,
        }

    def moved_to(self, room: MeasuredRoom, corners: Sequence[Point]) -> Survey:
        """The same measurements of the room that was drawn from these corners, which a plan may letter otherwise."""
        runs = runs_of(room.room) or ()
        first = corners[0]
        shift = min(range(len(runs)), key=lambda turn: _apart(runs[turn:] + runs[:turn], corners, first))
        here = _blank(room, runs[shift:] + runs[:shift])
        return replace(here, measured=replace(self.measured, drawn=here.measured.drawn), edit=self.edit)


def survey_of(room: MeasuredRoom | None, notes: Mapping[str, Any]) -> Survey | None:
    """What is known of the room; without a room, of the outline chosen. None where a wall is curved."""
    if room is None:
        blank = _outlined(notes.get(SHAPE, {}).get("shape", RECTANGLE))
    elif (runs := runs_of(room.room)) is not None:
        blank = _blank(room, runs)
    else:
        return None
    return _filled(blank, notes.get(SUBJECT), notes)


def _outlined(shape: str) -> Survey:
    walls = SHAPES.get(shape, SHAPES[RECTANGLE])
    names = tuple(letter(place) for place in range(len(walls)))
    return Survey(names, names, _fields(names, is_rectangle=len(walls) == 4), _unmeasured(walls), None)


def _blank(room: MeasuredRoom, runs: Sequence[Run]) -> Survey:
    names = tuple(run.name for run in runs)
    return Survey(
        names,
        tuple(run.key for run in runs),
        _fields(names, is_rectangle=room.is_rectangle),
        _unmeasured(tuple(run.way for run in runs)),
        tuple(round(dist(run.start, run.end)) for run in runs),
    )


def _unmeasured(walls: Sequence[Vector]) -> Measured:
    return Measured(tuple(walls), (None,) * len(walls))


def _fields(names: Sequence[str], *, is_rectangle: bool) -> tuple[str, ...]:
    begins = SIDES if is_rectangle and len(names) == 4 else ()
    rest = [
        f"side-{name}" if name.isalpha() else f"run-{place}"
        for place, name in enumerate(names[len(begins) :], start=len(begins))
    ]
    return (*begins, *rest)


def _filled(blank: Survey, kept: Mapping[str, Any] | None, notes: Mapping[str, Any]) -> Survey:
    """With what is written down; what was told before surveys were kept stands under the field's own name."""
    if kept is None:
        walls = tuple(notes.get(field, {}).get("mm") for field in blank.fields)
        return replace(blank, measured=replace(blank.measured, walls=walls))
    places = {key: place for place, key in enumerate(blank.keys)}
    checks = tuple(
        Check(places[start], places[end], mm) for start, end, mm in kept["checks"] if start in places and end in places
    )
    walls = tuple(kept["walls"].get(key) for key in blank.keys)
    measured = replace(blank.measured, walls=walls, checks=checks, keeps_corners=not kept["free"])
    return replace(blank, measured=measured, edit=kept["edit"])


def _apart(runs: Sequence[Run], corners: Sequence[Point], first: Point) -> float:
    """How far the runs, walked from the first, lie from corners given from their own first."""
    begin = runs[0].start
    return sum(
        dist((run.start[0] - begin[0], run.start[1] - begin[1]), (x - first[0], y - first[1]))
        for run, (x, y) in zip(runs, corners, strict=True)
    )
