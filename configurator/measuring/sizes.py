"""The steps of the sizes: the walls walked round, what they say together, the plan brought to them, and the height."""

from __future__ import annotations

import re
from dataclasses import replace

from configurator.db import new_id
from configurator.measuring.lengths import ACROSS, HEIGHT, JOG, SIDE, WALL, Range
from configurator.measuring.room import MeasuredRoom
from configurator.measuring.sheet import Saved, Sheet, Typed
from configurator.measuring.survey import SHAPE, SUBJECT, USE, Survey, survey_of
from configurator.start import rectangle
from rooms.outline.stretch import Face, inside, stretched
from rooms.outline.wall_letters import LEAST_MM
from rooms.surveying.fitting import begun, fitted
from rooms.surveying.measured import Check
from rooms.surveying.runs import runs_of
from rooms.surveying.shapes import SHAPES

GAP_MM = 1000
"""Between what a plan holds and the room that is drawn beside it."""
CHECK = re.compile(r"check-(\d{1,2})-(\d{1,2})")


def save_shape(sheet: Sheet, typed: Typed, saved: Saved) -> None:  # noqa: ARG001 - called as every step is
    """Choose the outline by which a room that is not drawn yet is measured; what was measured of another one goes."""
    shape = typed.choice("shape")
    if sheet.room is None and shape in SHAPES and sheet.noted().get(SHAPE) != {"shape": shape}:
        for subject in sheet.noted().keys() - {USE}:
            sheet.forget(subject)
        sheet.note(SHAPE, {"shape": shape})


def save(sheet: Sheet, typed: Typed, saved: Saved) -> None:
    """Take the walls and the lengths across; where they agree, or nothing checks them, the room is drawn so."""
    room = labelled(sheet, sheet.room) if sheet.room else None
    if room is not None:
        saved.room = room.key
    here = replace(sheet, key=saved.room)
    before = survey_of(room, here.noted())
    if before is None:
        _set_sides(here, room, typed, saved)
        return
    survey = _typed(before, typed)
    saved.stays = survey.is_begun
    if survey.is_begun:
        _keep(here, room, survey, saved)


def save_height(sheet: Sheet, typed: Typed, saved: Saved) -> None:  # noqa: ARG001 - called as every step is
    """Of the room, or of what will be one."""
    height = typed.length("height", HEIGHT)
    if height is None:
        return
    room, known = sheet.room, sheet.noted().get("height")
    sheet.note("height", {"mm": height, "drawn": room is not None})
    if room is None or (known == {"mm": height, "drawn": True} and room.plan.level_height(room.room.level) == height):
        return
    sheet.draw("set_height", {f"levels/{room.room.level}": {"height": height}})


def faces_of(room: MeasuredRoom) -> dict[str, Face]:
    """The fields of the sides of a room that no tape can walk round: one for each letter."""
    return {f"side-{side.letter}": (side.wall, side.side) for side in room.sides}


def labelled(sheet: Sheet, room: MeasuredRoom) -> MeasuredRoom:
    """The room with a label, by which its measures are found again."""
    if room.key:
        return room
    at, id_ = inside(room.room), "r" + new_id()[:10]
    sheet.draw("name_room", {f"rooms/{id_}": {"level": room.room.level, "at": list(at), "name": "", "use": ""}})
    return replace(sheet, key=id_).room or room


def _typed(survey: Survey, typed: Typed) -> Survey:
    """With what the form says; a field that was emptied is unmeasured again, one that is absent stays as it was."""
    walls = [
        _length(typed, field, WALL if long >= LEAST_MM else JOG, held)
        for field, held, long in zip(survey.fields, survey.measured.walls, survey.measured.lengths, strict=True)
    ]
    held = {(check.start, check.end): check.mm for check in survey.measured.checks}
    asked = dict.fromkeys((*held, *_new(typed, survey)))
    told = {ends: _length(typed, f"check-{ends[0]}-{ends[1]}", ACROSS, held.get(ends)) for ends in asked}
    checks = tuple(Check(*ends, mm) for ends, mm in told.items() if mm)
    keeps = {"square": True, "free": False}.get(typed.choice("corners"), survey.measured.keeps_corners)
    measured = replace(survey.measured, walls=tuple(walls), checks=checks, keeps_corners=keeps)
    return replace(survey, measured=measured)


def _new(typed: Typed, survey: Survey) -> list[tuple[int, int]]:
    """The corners between which the form has a length."""
    many = len(survey.names)
    found = [CHECK.fullmatch(name) for name in typed.form]
    ends = [(int(one[1]), int(one[2])) for one in found if one]
    return [(start, end) for start, end in ends if start < end < many]


def _length(typed: Typed, field: str, allowed: Range, held: int | None) -> int | None:
    if field not in typed.form:
        return held
    wrong_before = len(typed.wrong)
    mm = typed.length(field, allowed)
    return held if len(typed.wrong) > wrong_before else mm


def _keep(sheet: Sheet, room: MeasuredRoom | None, survey: Survey, saved: Saved) -> None:
    """Write the measurements down, and draw them unless they contradict each other."""
    drawn: frozenset[str] = frozenset()
    if survey.verdict.agrees is not False:
        survey, drawn = _begin(sheet, survey, saved) if room is None else _bring(sheet, room, survey)
    here = replace(sheet, key=saved.room)
    here.note(SUBJECT, survey.kept())
    now = survey_of(here.room, here.noted()) or survey  # a plan may letter its walls anew
    told = [one for one in zip(now.keys, now.fields, now.measured.walls, strict=True) if one[2]]
    for subject in {*survey.fields, *now.fields} - {field for _key, field, _mm in told}:
        here.forget(subject)
    for key, field, mm in told:
        here.note(field, {"mm": mm, "drawn": key in drawn})


def _begin(sheet: Sheet, survey: Survey, saved: Saved) -> tuple[Survey, frozenset[str]]:
    """The room drawn, once all of it is known, to the right of what the plan holds; its door is asked for later.

    The keys of the walls that stand so come with it.
    """
    corners = survey.verdict.corners
    if corners is None:
        return survey, frozenset()
    plan, label = sheet.plan, "r" + new_id()[:10]
    level = next(iter(plan.levels), None)
    drawn = {} if level else rectangle.empty()
    level = level or next(iter(drawn)).split("/")[1]
    reach = [end[0] for wall in plan.walls.values() for end in (wall.a, wall.b)]
    left = max(reach) + GAP_MM - min(x for x, _y in corners) if reach else 0
    walls = begun(corners, level=level, label=label, wall_id=lambda: "w" + new_id()[:10], at=(left, 0))
    noted = sheet.noted()
    walls[f"rooms/{label}"]["use"] = noted.get(USE, {}).get("use", "")
    sheet.draw("begin_room", drawn | walls)
    for subject in noted:
        sheet.forget(subject)
    saved.room = label
    room = replace(sheet, key=label).room
    if room is None:
        return survey, frozenset()
    survey = survey.moved_to(room, corners)
    return survey, frozenset(survey.keys)


def _bring(sheet: Sheet, room: MeasuredRoom, survey: Survey) -> tuple[Survey, frozenset[str]]:
    """The drawn room brought to its corners; where not all is known, or not all can follow, to what lengths it can."""
    corners = survey.verdict.corners
    keeps = survey.measured.keeps_corners
    changes = fitted(room.plan, room.room, corners, keeps_corners=keeps) if corners else None
    told = {key: mm for key, mm in zip(survey.keys, survey.measured.walls, strict=True) if mm}
    held = frozenset(told)
    if changes is None:
        faces = {run.key: run.faces[0] for run in runs_of(room.room) or ()}
        made = stretched(room.plan, room.room, {faces[key]: mm for key, mm in told.items()})
        changes, held = made.set, frozenset(key for key in told if faces[key] in made.held)
    if not changes:
        return survey, held
    return replace(survey, edit=sheet.draw("set_wall_length", changes)), held


def _set_sides(sheet: Sheet, room: MeasuredRoom | None, typed: Typed, saved: Saved) -> None:
    """Of a room with a curved wall: each side by itself; what the walls cannot follow is kept beside the plan."""
    if room is None:
        return
    faces = faces_of(room)
    wanted = {name: mm for name in faces if (mm := typed.length(name, SIDE)) is not None}
    made = stretched(room.plan, room.room, {faces[name]: mm for name, mm in wanted.items()})
    if made.set:
        sheet.draw("set_wall_length", made.set)
    for name, mm in wanted.items():
        is_drawn = faces[name] in made.held
        sheet.note(name, {"mm": mm, "drawn": is_drawn})
        if not is_drawn:
            saved.beside.append(name)
