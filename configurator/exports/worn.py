"""The colour schemes that a document tells of: what was chosen for a room, else what the room wears as it was kept."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy.orm import Session

from configurator.projects.models import Project
from configurator.schemes.models import ColourScheme
from configurator.schemes.room import SchemePlan, SchemeRoom
from configurator.schemes.service import ChosenScheme, all_of, fills_of, room_of
from rooms.plan import Plan
from samples.deck import Deck

PAINTED = ("wall", "second", "ceiling")


def told_schemes(session: Session, project: Project, plan: Plan, deck: Deck) -> tuple[ChosenScheme, ...]:
    """One for a room at most: the chosen one, else the latest kept one whose paints are on its walls and ceiling."""
    in_rooms = (scheme for scheme in all_of(session, project) if scheme.photo_id is None)
    kept = sorted(in_rooms, key=lambda scheme: scheme.is_chosen)
    if not kept:
        return ()
    read, told = SchemePlan.of(plan), dict[int, ColourScheme]()
    for scheme in kept:
        place = room_of(scheme, plan, read.found)
        if place is None:
            continue
        room = SchemeRoom(plan, read.found, read.surfaces, place)
        if scheme.is_chosen or _is_worn(scheme, room, deck):
            told[place] = scheme
    names = [field.name for field in fields(ChosenScheme)]
    return tuple(ChosenScheme(**{name: getattr(scheme, name) for name in names}) for scheme in told.values())


def _is_worn(scheme: ColourScheme, room: SchemeRoom, deck: Deck) -> bool:
    wanted, now = fills_of(scheme, deck), room.now(deck)
    return all(slot in now and now[slot].code == wanted[slot].code for slot in PAINTED if slot in wanted)
