"""Schemes of a project: kept, changed, chosen, removed; and where in the plan each belongs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.db import lock, now
from configurator.errors import Conflict, NotFound, Refused, TooMany
from configurator.photos.models import Photo
from configurator.projects import service as projects
from configurator.projects.grants import Access
from configurator.projects.models import Project, Variant
from configurator.schemes.fills import known_fills, written
from configurator.schemes.models import ColourScheme
from configurator.schemes.room import SchemePlan, SchemeRoom, Side
from rooms.outline import Found, Room, find_rooms
from rooms.plan import Plan
from samples.deck import Deck
from samples.schemes.scheme import Fill, Fills

MOST_SCHEMES = 24
LONGEST_NAME = 60


class Written(Protocol):
    """A scheme as it is written down, in the database or apart from it; as in `ColourScheme`."""

    @property
    def room(self) -> str | None: ...
    @property
    def level(self) -> str: ...
    @property
    def x(self) -> int: ...
    @property
    def y(self) -> int: ...
    @property
    def slots(self) -> str: ...
    @property
    def second_wall(self) -> str | None: ...
    @property
    def second_side(self) -> str | None: ...


@dataclass(frozen=True)
class ChosenScheme:
    """A chosen scheme apart from the database, for documents."""

    name: str
    room: str | None
    level: str
    x: int
    y: int
    slots: str
    second_wall: str | None
    second_side: str | None


@dataclass(frozen=True)
class Wanted:
    """A scheme to keep: its name, what fills its slots, the second wall, and the slots that are locked."""

    name: str
    fills: Fills
    second: Side | None
    locked: Sequence[str]


def all_of(session: Session, project: Project) -> Sequence[ColourScheme]:
    """The kept ones, the eldest first."""
    wanted = select(ColourScheme).where(ColourScheme.project_id == project.id)
    return session.scalars(wanted.order_by(ColourScheme.created_at, ColourScheme.id)).all()


def find(session: Session, project: Project, scheme_id: str) -> ColourScheme:
    scheme = session.get(ColourScheme, scheme_id)
    if scheme is None or scheme.project_id != project.id:
        raise NotFound("no_scheme")
    return scheme


def keep(session: Session, access: Access, variant_id: str, room: int, wanted: Wanted) -> ColourScheme:
    """Keep a scheme of the room with this number; one with the same name and colours there is the one again."""
    variant = projects.variant_of(session, access.project, variant_id)
    place = _place_of(SchemeRoom.of(projects.head_plan(variant), room))
    return _keep(session, access, variant, {"photo_id": None, **place}, wanted)


def keep_on_photo(session: Session, access: Access, photo: Photo, wanted: Wanted) -> ColourScheme:
    """The same for a photo."""
    nowhere = {"room": None, "level": "", "x": 0, "y": 0}
    return _keep(session, access, projects.first_variant(access.project), {"photo_id": photo.id, **nowhere}, wanted)


def _keep(
    session: Session, access: Access, variant: Variant, place: Mapping[str, str | int | None], wanted: Wanted
) -> ColourScheme:
    lock(session, access.project)
    held = all_of(session, access.project)
    told = _fields(wanted)
    if again := next((one for one in held if _is_same(one, {**told, **place})), None):
        return again
    if len(held) >= MOST_SCHEMES:
        raise TooMany("too_many_schemes", most=MOST_SCHEMES)
    scheme = ColourScheme(
        tenant_id=access.project.tenant_id,
        project_id=access.project.id,
        variant_id=variant.id,
        made_by=access.visitor.actor_id,
        **told,
        **place,
    )
    session.add(scheme)
    session.flush()
    return scheme


def change(session: Session, access: Access, scheme: ColourScheme, wanted: Wanted, *, version: int) -> None:
    """Conflict `scheme_changed` when it is another now than the one that was changed."""
    lock(session, access.project)
    session.refresh(scheme)
    if scheme.version != version:
        raise Conflict("scheme_changed", path="version")
    for name, value in _fields(wanted).items():
        setattr(scheme, name, value)
    scheme.version, scheme.changed_at = version + 1, now()


def choose(session: Session, access: Access, scheme: ColourScheme) -> None:
    """This one, and no other of its room."""
    lock(session, access.project)
    for other in same_room(session, scheme):
        other.is_chosen = other is scheme


def remove(session: Session, access: Access, scheme_id: str) -> None:
    """Safe to repeat."""
    lock(session, access.project)
    for scheme in all_of(session, access.project):
        if scheme.id == scheme_id:
            session.delete(scheme)


def same_room(session: Session, scheme: ColourScheme) -> list[ColourScheme]:
    """Those kept for the same room of the same variant, or the same photo, itself among them."""
    project = session.get_one(Project, scheme.project_id)
    if scheme.photo_id is not None:
        return [one for one in all_of(session, project) if one.photo_id == scheme.photo_id]
    plan = projects.head_plan(scheme.variant)
    found = find_rooms(plan)
    place = room_of(scheme, plan, found)
    held = (one for one in all_of(session, project) if one.photo_id is None)
    others = (one for one in held if one.variant_id == scheme.variant_id)
    return [one for one in others if one is scheme or (place is not None and room_of(one, plan, found) == place)]


def room_of(scheme: Written, plan: Plan, found: Found) -> int | None:
    """The number of its room among those found; None when the plan has it no more."""
    label = plan.rooms.get(scheme.room or "")
    if label is not None:
        return found.room_at(label.level, label.at)
    return found.room_at(scheme.level, (scheme.x, scheme.y))


def rooms_of(schemes: Sequence[ColourScheme]) -> list[SchemeRoom | None]:
    """The room of each; None where the plan has it no more, and of a photo. A variant's plan is read once."""
    plans: dict[str, SchemePlan] = {}
    for scheme in schemes:
        if scheme.photo_id is None and scheme.variant_id not in plans:
            plans[scheme.variant_id] = SchemePlan.of(projects.head_plan(scheme.variant))
    return [None if one.photo_id else _room_in(plans[one.variant_id], one) for one in schemes]


def _room_in(read: SchemePlan, scheme: ColourScheme) -> SchemeRoom | None:
    place = room_of(scheme, read.plan, read.found)
    return None if place is None else SchemeRoom(read.plan, read.found, read.surfaces, place)


def fills_of(scheme: Written, deck: Deck) -> dict[str, Fill]:
    return known_fills(json.loads(scheme.slots), deck)


def second_of(scheme: Written, room: SchemeRoom) -> Side | None:
    """The wall it means, as far as it stands."""
    wanted = (scheme.second_wall, scheme.second_side) if scheme.second_wall and scheme.second_side else None
    return room.second_side(wanted)


def _fields(wanted: Wanted) -> dict[str, str | None]:
    name = " ".join(wanted.name.split())
    if not name:
        raise Refused("missing", path="name")
    if len(name) > LONGEST_NAME:
        raise Refused("too_long", path="name", most=LONGEST_NAME)
    wall, side = wanted.second or (None, None)
    return {
        "name": name,
        "slots": json.dumps(written(wanted.fills)),
        "second_wall": wall,
        "second_side": side,
        "locked": json.dumps(sorted(wanted.locked)),
    }


def _place_of(room: SchemeRoom) -> Mapping[str, str | int | None]:
    label = room.plan.rooms.get(room.room.label or "")
    x, y = label.at if label else _inside(room.found, room.room)
    return {"room": room.room.label, "level": room.room.level, "x": int(x), "y": int(y)}


def _inside(found: Found, room: Room) -> tuple[float, float]:
    """A point of the room: on a grid over it the one nearest to the grid's middle."""
    x0, y0, x1, y1 = room.box
    points = [(x0 + (x1 - x0) * i / 10, y0 + (y1 - y0) * j / 10) for i in range(1, 10) for j in range(1, 10)]
    points.sort(key=lambda point: (point[0] - (x0 + x1) / 2) ** 2 + (point[1] - (y0 + y1) / 2) ** 2)
    place = next(place for place, other in enumerate(found.rooms) if other is room)
    return next((point for point in points if found.room_at(room.level, point) == place), room.polygon[0])


def _is_same(scheme: ColourScheme, other: Mapping[str, str | int | None]) -> bool:
    told = ("name", "slots", "second_wall", "second_side", "photo_id", "room", "level")
    return all(getattr(scheme, name) == other[name] for name in told)
