"""Whether the customer has brought dimensions, and what it stands on: typed lengths, marks by staff, photos."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.db import now
from configurator.desk.promise import answer_by
from configurator.measuring.models import DimensionsMark, MarkedPicture, Measure
from configurator.pictures.models import Picture
from configurator.projects import contribution
from configurator.projects.models import Project
from configurator.stores.models import Store

LEAST_LENGTHS = 2
KIND = "dimensions"
WAITING, ACCEPTED, DECLINED, WITHDRAWN = "waiting", "accepted", "declined", "withdrawn"


@dataclass(frozen=True)
class Photo:
    """A picture of dimensions: its `state`, why where that was told, and until when the store owes the answer.

    One that waits past `answer_by` counts by itself (`is_due`).
    """

    picture: Picture
    state: str
    reason: str
    answer_by: datetime | None
    is_due: bool


def has_brought(session: Session, project: Project, *, until: datetime | None = None) -> bool | None:
    """The fact `brought_dimensions`: None while only a photo that nobody has looked at could make it true.

    What came after `until`, when the service was closed, is left out. See the package for the rule and its reasons.
    """
    if evidence(session, project, until=until):
        return True
    is_waiting = any(photo.state == WAITING for photo in photos(session, project, at=until))
    return None if is_waiting else False


def evidence(session: Session, project: Project, *, until: datetime | None = None) -> list[dict[str, Any]]:
    """What the fact stands on, as the ledger keeps it; nothing when it is not true."""
    marks = [as_evidence(mark) for mark in standing(session, project, until=until)]
    due = [_as_due(photo) for photo in photos(session, project, at=until) if photo.is_due]
    if told := [*_typed_in_form(session, project, until), *marks, *due]:
        return told
    lengths = contribution.of(session, project, until=until).own_dimensions
    return [{"kind": "drawn", "lengths": lengths}] if lengths >= LEAST_LENGTHS else []


def standing(session: Session, project: Project, *, until: datetime | None = None) -> list[DimensionsMark]:
    """The marks that dimensions were brought, without those that a counter-mark has ended."""
    rows = [mark for mark in marks_of(session, project) if until is None or mark.marked_at <= until]
    ended = {mark.withdraws_id for mark in rows}
    return [mark for mark in rows if mark.kind == "brought" and mark.id not in ended]


def marks_of(session: Session, project: Project) -> Sequence[DimensionsMark]:
    """Every mark and counter-mark, in order."""
    wanted = select(DimensionsMark).where(DimensionsMark.project_id == project.id)
    return session.scalars(wanted.order_by(DimensionsMark.marked_at, DimensionsMark.id)).all()


def photos(session: Session, project: Project, *, at: datetime | None = None) -> list[Photo]:
    """The customer's pictures of dimensions, the latest first, as they stood then, or now."""
    at, store = at or now(), project.store
    rows = marks_of(session, project)
    ended = {mark.withdraws_id: mark for mark in rows if mark.withdraws_id and mark.marked_at <= at}
    answers = {picture.id: mark for mark in rows if mark.marked_at <= at for picture in mark.pictures}
    wanted = select(Picture).where(Picture.project_id == project.id, Picture.kind == KIND, Picture.role == "customer")
    found = session.scalars(wanted.order_by(Picture.brought_at.desc(), Picture.id)).all()
    return [_photo(picture, answers.get(picture.id), ended, store, at) for picture in found if picture.brought_at <= at]


def projects_waiting(session: Session, store: Store) -> list[tuple[Project, int]]:
    """The store's projects with photos that nobody has looked at, the longest wait first, and how many."""
    answered = select(MarkedPicture.picture_id)
    wanted = select(Picture).where(
        Picture.tenant_id == store.tenant_id,
        Picture.kind == KIND,
        Picture.role == "customer",
        Picture.id.not_in(answered),
        Picture.project_id.in_(select(Project.id).where(Project.store_id == store.id, Project.deleted_at.is_(None))),
    )
    counts: dict[str, int] = {}
    for picture in session.scalars(wanted.order_by(Picture.brought_at)):
        counts[picture.project_id] = counts.get(picture.project_id, 0) + 1
    return [(session.get_one(Project, id_), count) for id_, count in counts.items()]


def as_evidence(mark: DimensionsMark) -> dict[str, Any]:
    """A mark as the ledger keeps it; a picture is named by what it holds."""
    return {
        "kind": "mark",
        "mark": mark.id,
        "way": mark.way,
        "came_on": mark.came_on.isoformat(),
        "note": mark.note,
        "by": mark.marked_by,
        "at": mark.marked_at.isoformat(),
        "pictures": [sha_of(picture) for picture in mark.pictures],
    }


def sha_of(picture: Picture) -> str:
    """SHA-256 of the picture as it came."""
    return picture.original.rsplit("/", 1)[1]


def _photo(
    picture: Picture, mark: DimensionsMark | None, ended: Mapping[str, DimensionsMark], store: Store, at: datetime
) -> Photo:
    if mark is None or (mark.kind == DECLINED and mark.id in ended):
        due = answer_by(picture.brought_at, store.opening_hours, store.answer_hours)
        return Photo(picture, WAITING, "", due.astimezone(UTC) if due else None, is_due=bool(due and due < at))
    if mark.kind == DECLINED:
        return Photo(picture, DECLINED, mark.note, None, is_due=False)
    if mark.id in ended:
        return Photo(picture, WITHDRAWN, ended[mark.id].note, None, is_due=False)
    return Photo(picture, ACCEPTED, mark.note, None, is_due=False)


def _as_due(photo: Photo) -> dict[str, Any]:
    at = photo.answer_by.isoformat() if photo.answer_by else None
    return {"kind": "photo", "picture": sha_of(photo.picture), "counts_since": at}


def _typed_in_form(session: Session, project: Project, until: datetime | None) -> list[dict[str, Any]]:
    """The rooms of which the customer has typed a width and a length, or two walls."""
    wanted = select(Measure).where(Measure.project_id == project.id, Measure.role == "customer")
    by_room: dict[str, dict[str, int]] = {}
    for row in session.scalars(wanted.order_by(Measure.room, Measure.subject)):
        if (until is None or row.at <= until) and _is_length(row):
            value: Mapping[str, Any] = json.loads(row.value)
            by_room.setdefault(row.room, {})[row.subject] = value["mm"]
    return [
        {"kind": "form", "room": room, "lengths_mm": lengths}
        for room, lengths in by_room.items()
        if len(lengths) >= LEAST_LENGTHS
    ]


def _is_length(row: Measure) -> bool:
    return row.subject in ("width", "length") or row.subject.startswith(("side-", "run-"))
