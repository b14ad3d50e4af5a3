"""The bin: an owner's deleted projects, there to be restored for 30 days, and for everyone else not there at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.accounts.visits import Visitor
from configurator.db import lock, now
from configurator.errors import Conflict, Forbidden, NotFound
from configurator.jobs import service as jobs
from configurator.offers import quotes
from configurator.projects import erasing, grants
from configurator.projects.code import read_code
from configurator.projects.grants import Access
from configurator.projects.models import Project

LIES_FOR = timedelta(days=30)


def put(session: Session, access: Access) -> None:
    """Into the bin, by an owner; Conflict while the store works on it, since what it works on must not vanish."""
    if not grants.is_owner(session, access):
        raise Forbidden("only_owner")
    project = access.project
    lock(session, project)
    refuse_served(session, project)
    if project.deleted_at is None:
        project.deleted_at = now()
        jobs.enqueue(session, "empty_bin", {"tenant": project.tenant_id}, after=LIES_FOR)


def lying(session: Session, visitor: Visitor) -> Sequence[Project]:
    """What lies in the visitor's bin, the latest first."""
    wanted = select(Project).where(
        Project.id.in_(grants.owned(session, visitor.actor_id)),
        Project.deleted_at.is_not(None),
        Project.erased_at.is_(None),
    )
    return session.scalars(wanted.order_by(Project.deleted_at.desc())).all()


def lies_until(project: Project) -> datetime:
    """When a project of the bin is erased."""
    assert project.deleted_at is not None  # noqa: S101 - asked only of what lies in the bin
    return project.deleted_at + LIES_FOR


def find(session: Session, visitor: Visitor | None, typed: str) -> Project:
    """The visitor's own project of this code, in the bin or not; NotFound as for a code that is none."""
    code = read_code(typed)
    project = session.scalar(select(Project).where(Project.code == code)) if code else None
    if project is None or visitor is None or project.id not in grants.owned(session, visitor.actor_id):
        raise NotFound("no_code")
    return project


def restore(session: Session, project: Project) -> None:
    lock(session, project)
    if project.erased_at is not None:
        raise NotFound("no_code")
    project.deleted_at = None


def erase(session: Session, project: Project) -> None:
    """Out of the bin, for ever; only what lies there, so that one press never erases."""
    lock(session, project)
    if project.deleted_at is None:
        raise Conflict("not_in_bin")
    erasing.erase(session, project)


def empty(session: Session, *, at: datetime) -> int:
    """Erase all that has lain long enough; how many there were."""
    due = select(Project).where(Project.deleted_at <= at - LIES_FOR, Project.erased_at.is_(None))
    found = session.scalars(due.with_for_update(of=Project)).all()
    for project in found:
        erasing.erase(session, project)
    return len(found)


def refuse_served(session: Session, project: Project) -> None:
    """Conflict, with whom to call, while a service is open."""
    service = quotes.service_of(session, project)
    if service is not None and service.closed_at is None:
        raise Conflict("store_works_on_it", store=project.store.name, phone=project.store.phone)
