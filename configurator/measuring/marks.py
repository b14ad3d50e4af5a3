"""What staff do about brought dimensions: mark them, look at photos, withdraw a mark. Every act is a row of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from configurator.db import lock, now
from configurator.errors import Conflict, Forbidden, NotFound, Refused
from configurator.i18n import WARSAW
from configurator.measuring import brought
from configurator.measuring.models import DimensionsMark, MarkedPicture
from configurator.pictures.models import Picture
from configurator.projects.grants import Access
from configurator.projects.models import Project

WAYS = ("paper", "e_mail", "phone", "on_site")
WITHOUT_PICTURE = ("phone", "on_site")
"""These leave nothing to photograph, so that a note is the evidence."""
MOST_NOTE = 500
OLDEST = timedelta(days=3650)


@dataclass(frozen=True)
class Claim:
    """How dimensions came, and when."""

    way: str
    came_on: date
    note: str

    @classmethod
    def read(cls, way: str, came_on: str, note: str) -> Claim:
        """Refused with the field's name; an empty day is today."""
        if way not in WAYS:
            raise Refused("not_a_choice", path="way")
        today = now().astimezone(WARSAW).date()
        try:
            day = date.fromisoformat(came_on) if came_on else today
        except ValueError:
            raise Refused("not_a_day", path="came_on") from None
        if day > today:
            raise Refused("day_to_come", path="came_on")
        if day < today - OLDEST:
            raise Refused("day_long_ago", path="came_on")
        return cls(way, day, _note(note))


def mark(session: Session, access: Access, claim: Claim, pictures: Sequence[Picture]) -> DimensionsMark:
    """Mark *wymiary od klienta*. Refused when neither a picture nor, where none can be, a note bears it out."""
    if not pictures and claim.way not in WITHOUT_PICTURE:
        raise Refused("picture_wanted", path="file")
    if not pictures and not claim.note:
        raise Refused("note_wanted", path="note")
    return _append(session, access, "brought", claim, pictures)


def answer(session: Session, access: Access, *, shows_dimensions: bool, reason: str = "") -> DimensionsMark | None:
    """Say of all photos that wait whether they show dimensions; None when none waits. A no needs a reason."""
    lock(session, access.project)
    waiting = [one for one in brought.photos(session, access.project) if one.state == brought.WAITING]
    if not waiting:
        return None
    if not shows_dimensions and not _note(reason):
        raise Refused("reason_for_customer", path="reason")
    first = min(one.picture.brought_at for one in waiting)
    claim = Claim("photo", first.astimezone(WARSAW).date(), _note(reason))
    kind = "brought" if shows_dimensions else brought.DECLINED
    return _append(session, access, kind, claim, [one.picture for one in waiting])


def withdraw(session: Session, access: Access, mark_id: str, reason: str) -> DimensionsMark:
    """End a mark by a counter-mark; Refused("reason_wanted") without a reason. The mark itself stays to be read."""
    found = session.get(DimensionsMark, mark_id)
    if found is None or found.project_id != access.project.id or found.kind == "withdrawn":
        raise NotFound("no_mark")
    if not _note(reason):
        raise Refused("reason_wanted", path="reason")
    claim = Claim(found.way, found.came_on, _note(reason))
    try:
        return _append(session, access, "withdrawn", claim, [], withdraws=found)
    except IntegrityError as clash:
        raise Conflict("pressed_twice") from clash


def project_of(session: Session, mark_id: str, tenant_id: str) -> Project:
    """The project that a mark stands in."""
    found = session.get(DimensionsMark, mark_id)
    if found is None or found.tenant_id != tenant_id:
        raise NotFound("no_mark")
    return session.get_one(Project, found.project_id)


def _append(
    session: Session,
    access: Access,
    kind: str,
    claim: Claim,
    pictures: Sequence[Picture],
    *,
    withdraws: DimensionsMark | None = None,
) -> DimensionsMark:
    project, visitor = access.project, access.visitor
    if access.right != "staff" or visitor.account_id is None:
        raise Forbidden("staff_only")
    made = DimensionsMark(
        tenant_id=project.tenant_id,
        project_id=project.id,
        kind=kind,
        way=claim.way,
        came_on=claim.came_on,
        note=claim.note,
        withdraws_id=withdraws.id if withdraws else None,
        marked_by=visitor.account_id,
    )
    session.add(made)
    session.flush()
    for picture in pictures:
        session.add(MarkedPicture(mark_id=made.id, picture_id=picture.id, tenant_id=project.tenant_id))
        if kind == "brought":
            picture.held_at = picture.held_at or made.marked_at
    session.flush()
    return made


def _note(text: str) -> str:
    return " ".join(text.split())[:MOST_NOTE]
