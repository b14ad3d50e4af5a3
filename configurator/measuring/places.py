"""The step of the places: where on the walls water, drain, sockets and radiator are, or that nobody knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.i18n import translate
from configurator.measuring.lengths import DISTANCE, written
from configurator.measuring.models import Measure
from configurator.measuring.room import MeasuredRoom
from configurator.measuring.sheet import Saved, Sheet, Typed, notes_of
from configurator.measuring.sizes import labelled
from configurator.projects.models import Project
from rooms.readiness import Spot, Told

ROWS = {"water": 2, "drain": 2, "sockets": 4, "radiator": 1}
"""How many places there may be of each."""
MAY_BE_NONE = ("sockets", "radiator")
UNKNOWN, NONE = "unknown", "none"


def save(sheet: Sheet, typed: Typed, saved: Saved) -> None:
    room = sheet.room
    for subject, rows in ROWS.items():
        answers = [answer for row in range(rows) if (answer := typed.choice(f"{subject}-{row}-wall"))]
        if not answers:
            continue
        if room is None:
            typed.wrong[f"{subject}-0-wall"] = translate("measuring.room_first")
            continue
        if (value := _told(room, typed, subject)) is not None:
            room = labelled(sheet, room)
            sheet.note(subject, value, room=room.key)
            saved.room = room.key


def told_of(session: Session, project: Project) -> dict[tuple[str, str], Told]:
    """What was told of places, as the readiness list reads it; "I do not know" tells nothing."""
    roles = {
        (row.room, row.subject): row.role
        for row in session.scalars(select(Measure).where(Measure.project_id == project.id))
    }
    return {
        (room, subject): Told(roles[room, subject], tuple(Spot(*spot) for spot in value["spots"]))
        for room, notes in notes_of(session, project).items()
        for subject, value in notes.items()
        if subject in ROWS and "spots" in value
    }


def _told(room: MeasuredRoom, typed: Typed, subject: str) -> Mapping[str, Any] | None:
    """The subject's rows; None when one of them is wrong."""
    spots: list[tuple[str, str, int | None]] = []
    is_none = False
    for row in range(ROWS[subject]):
        answer, name = typed.choice(f"{subject}-{row}-wall"), f"{subject}-{row}-distance"
        wrong_before = len(typed.wrong)
        distance = typed.length(name, DISTANCE)
        if len(typed.wrong) > wrong_before:
            return None
        is_none = is_none or (answer == NONE and subject in MAY_BE_NONE)
        if (side := room.side(answer)) is None:
            continue
        if distance is not None and distance > side.length_mm:
            typed.wrong[name] = translate(
                "measuring.does_not_fit", wall=side.letter, length=written(round(side.length_mm))
            )
            return None
        spots.append((side.wall, side.side, distance))
    return {"spots": spots} if spots or is_none else {"unknown": True}
