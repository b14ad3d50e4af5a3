"""The rooms of a project that somebody walked round with a tape, and what the measurements of each say."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from configurator.i18n import language, translate
from configurator.measuring.room import NEW, rooms_of
from configurator.measuring.sheet import notes_of
from configurator.measuring.survey import survey_of
from configurator.measuring.telling import Told, told
from configurator.projects.models import Project
from rooms.drawing.labels import room_name
from rooms.plan import Plan


@dataclass(frozen=True)
class Walk:
    """`closes` is None as long as nothing checks the lengths."""

    room: str
    closes: bool | None
    told: Told


def walks_of(session: Session, project: Project, plan: Plan) -> list[Walk]:
    """Those begun, in the order of the plan's rooms; one that is not drawn yet comes last."""
    notes, words = notes_of(session, project), language()
    drawn = [(room.key, room, room_name(room.room, words)) for room in rooms_of(plan)]
    places = [*drawn, (NEW, None, translate("survey.new_room"))]
    surveys = [(name, survey_of(room, notes[key])) for key, room, name in places if key in notes]
    return [Walk(name, survey.verdict.agrees, told(survey)) for name, survey in surveys if survey and survey.is_begun]
