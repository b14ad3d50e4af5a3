"""The readiness list: what must be known of a room before it is built, what a plan says of it, and who said so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rooms.edit import Edit
from rooms.entities import Item, Opening
from rooms.outline import Found, Room
from rooms.plan import Plan
from rooms.surfaces.woodwork import DOORS
from rooms.walls.centreline import centre_line
from rooms.walls.thickness import half_mm
from rooms.walls.vector import Vector

GIVEN, TO_CHECK, GAP = "given", "to_check", "gap"
HEIGHT, SILL, SWING, WATER, DRAIN, SOCKETS, RADIATOR = (
    "height",
    "sill",
    "swing",
    "water",
    "drain",
    "sockets",
    "radiator",
)
SUBJECTS = (HEIGHT, SILL, SWING, WATER, DRAIN, SOCKETS, RADIATOR)

WINDOWS = ("window", "double_window", "french_window")
RADIATORS = ("radiator", "towel_radiator", "column_radiator", "floor_convector")
DRAWN: Mapping[str, tuple[str, ...]] = {
    WATER: ("water_point",),
    DRAIN: ("drain_point", "floor_drain", "linear_drain", "riser_pipe"),
    SOCKETS: ("socket", "double_socket", "cooker_socket", "data_socket", "switch", "double_switch"),
    RADIATOR: RADIATORS,
}
"""The kinds of things that a plan holds of a subject, each with its place and its height."""
WET_USES = ("bathroom", "toilet", "kitchen")
WATERED = frozenset(
    (
        *("bath", "corner_bath", "freestanding_bath", "asymmetric_bath", "wall_bath", "bath_filler"),
        *("shower", "walk_in_shower", "quadrant_shower", "shower_column"),
        *("washbasin", "washbasin_cabinet", "double_washbasin", "corner_washbasin", "pedestal_washbasin"),
        *("hand_basin", "countertop_basin", "washbasin_counter", "utility_sink"),
        *("wc", "wall_wc", "wc_frame", "bidet", "wall_bidet", "urinal"),
        *("sink_cabinet", "corner_sink_cabinet", "dishwasher", "washing_machine", "laundry_tower"),
        *("boiler", "water_heater"),
    )
)
DRAINED = (WATERED - {"boiler", "water_heater", "shower_column", "bath_filler"}) | {"shower_tray"}
BEYOND_MM = 20

Sayings = Mapping[str, str]
"""Who has said a field's value: `openings/<id>/sill` → the role, customer or designer."""


@dataclass(frozen=True)
class Spot:
    """A place on a room's wall: mm along it from its left corner, as seen from inside; None where nobody measured."""

    wall: str
    side: str
    mm: int | None


@dataclass(frozen=True)
class Told:
    """What a person told of a thing that a plan does not hold: where it is, no place at all being "there is none"."""

    by: str
    spots: tuple[Spot, ...] = ()


Tellings = Mapping[tuple[str, str], Told]
"""By the room's label and the subject."""


@dataclass(frozen=True)
class Entry:
    """One thing to know of a room: `state` is given, to_check (the plan holds it, nobody has said it) or a gap.

    `opening` and `items` are what it is about, `mm` its value where it is a length, `drawn` the things that the plan
    holds of it, `by` who gave it, `told` what they told of a thing that the plan need not hold.
    """

    subject: str
    room: int
    state: str
    by: str | None = None
    mm: int | None = None
    opening: Opening | None = None
    items: tuple[Item, ...] = ()
    drawn: tuple[Item, ...] = ()
    told: Told | None = None


def readiness(plan: Plan, found: Found, said: Sayings, told: Tellings | None = None) -> tuple[Entry, ...]:
    """Every room's entries in the order of SUBJECTS; a door stands under each room that it leads to."""
    answers, standing = told or {}, dict[int | None, list[Item]]()
    for item in plan.items.values():
        standing.setdefault(found.room_at(item.level, item.at), []).append(item)
    return tuple(
        _answered(entry, room, answers)
        for place, room in enumerate(found.rooms)
        for entry in _of_room(plan, found, place, room, standing.get(place, []), said, answers)
    )


def _answered(entry: Entry, room: Room, told: Tellings) -> Entry:
    answer = told.get((room.label, entry.subject)) if room.label else None
    return replace(entry, state=GIVEN, by=answer.by, told=answer) if answer else entry


def said_in(edits: Iterable[Edit]) -> Sayings:
    """Who has said what, out of a log: lengths when they were typed, a door's swing when a person set it.

    The first edit of a project draws more than was typed, so it says nothing here.
    """
    said: dict[str, str] = {}
    for edit in edits:
        for path, fields in edit.set.items():
            for name in fields if isinstance(fields, Mapping) else ():
                if _is_said(edit, name):
                    said[f"{path}/{name}"] = edit.role or "customer"
                else:
                    said.pop(f"{path}/{name}", None)
    return said


def _is_said(edit: Edit, field: str) -> bool:
    if edit.input == "generated" or edit.origin is not None or edit.action == "begin_room":
        return False
    return edit.input == "typed" or field in ("hinge", "opens")


def _of_room(
    plan: Plan, found: Found, place: int, room: Room, standing: list[Item], said: Sayings, told: Tellings
) -> Iterator[Entry]:
    yield _entry(HEIGHT, place, [f"levels/{room.level}/height"], said, mm=plan.level_height(room.level))
    openings = [one for one in plan.openings.values() if place in rooms_beside(plan, found, one)]
    for opening in openings:
        if opening.kind in WINDOWS:
            yield _entry(SILL, place, [f"openings/{opening.id}/sill"], said, mm=opening.sill, opening=opening)
    for opening in openings:
        if opening.kind in DOORS:
            paths = [f"openings/{opening.id}/{name}" for name in ("hinge", "opens")]
            yield _entry(SWING, place, paths, said, opening=opening)
    yield from _pipes(place, room, standing, told)
    yield _drawn(SOCKETS, place, standing)
    yield _drawn(RADIATOR, place, standing)


def rooms_beside(plan: Plan, found: Found, opening: Opening) -> tuple[int | None, int | None]:
    """The rooms to the left and to the right of the opening's wall, None where there is none."""
    wall = plan.walls.get(opening.wall)
    line = centre_line(wall) if wall else None
    if wall is None or line is None:
        return None, None
    from_a = opening.offset if opening.from_ == "a" else line.length_mm - opening.offset - opening.width
    middle = from_a + opening.width / 2
    reach = half_mm(wall, middle) + BEYOND_MM
    spots: list[Vector] = [line.at(middle, sign * reach) for sign in (-1, 1)]
    left, right = (found.room_at(wall.level, spot) for spot in spots)
    return left, right


def _entry(subject: str, place: int, paths: list[str], said: Sayings, **known: Any) -> Entry:
    by = next((said[path] for path in paths if path in said), None)
    return Entry(subject, place, GIVEN if by else TO_CHECK, by, **known)


def _pipes(place: int, room: Room, standing: list[Item], told: Tellings) -> Iterator[Entry]:
    """Wherever water is needed both are asked for: gaps, unless they are drawn or somebody has told where they are."""
    for subject, kinds in ((WATER, WATERED), (DRAIN, DRAINED)):
        needing = tuple(item for item in standing if item.kind in kinds)
        entry = _drawn(subject, place, standing, items=needing)
        if needing or entry.drawn or room.use in WET_USES or (room.label, subject) in told:
            yield entry


def _drawn(subject: str, place: int, standing: list[Item], items: tuple[Item, ...] = ()) -> Entry:
    drawn = tuple(item for item in standing if item.kind in DRAWN[subject])
    return Entry(subject, place, TO_CHECK if drawn else GAP, items=items, drawn=drawn)
