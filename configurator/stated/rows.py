"""What stands of all that was stated; the fee stands on it, so this module knows no offers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.projects.models import Project
from configurator.stated.models import CollectionNote, CustomerMark, OwnValue


def marks(session: Session, project: Project) -> Sequence[CustomerMark]:
    """Everything that was said of whose project it is, the latest first."""
    wanted = select(CustomerMark).where(CustomerMark.project_id == project.id)
    return session.scalars(wanted.order_by(CustomerMark.marked_at.desc(), CustomerMark.id)).all()


def customer(session: Session, project: Project) -> CustomerMark | None:
    """What stands; None for a customer of whom nothing was said, who is a consumer without a contract."""
    return next(iter(marks(session, project)), None)


def notes(session: Session, service_id: str) -> list[CollectionNote]:
    """The changes of collection that stand, in order."""
    wanted = select(CollectionNote).where(CollectionNote.service_id == service_id)
    found = session.scalars(wanted.order_by(CollectionNote.noted_at, CollectionNote.id)).all()
    taken_back = {note.takes_back_id for note in found}
    return [note for note in found if note.takes_back_id is None and note.id not in taken_back]


def own_values(session: Session, project: Project) -> Mapping[str, OwnValue]:
    """The last word on each of the retailer's own facts, by name; one that says null is no longer known."""
    return own_values_of(session, [project.id]).get(project.id, {})


def own_values_of(session: Session, project_ids: Collection[str]) -> dict[str, dict[str, OwnValue]]:
    """The same of several projects, by their ids."""
    found: dict[str, dict[str, OwnValue]] = {}
    wanted = select(OwnValue).where(OwnValue.project_id.in_(project_ids))
    for row in session.scalars(wanted.order_by(OwnValue.at, OwnValue.id)):
        found.setdefault(row.project_id, {})[row.name] = row
    return found
