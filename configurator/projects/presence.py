"""Who else is in a project now: rows that every answer to a poll and to a batch of edits keeps fresh."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from configurator.db import now
from configurator.projects.grants import Access
from configurator.projects.models import Presence

HERE = timedelta(seconds=15)
LEAST_BETWEEN = timedelta(seconds=5)
ROLES = {"staff": "designer", "owner": "customer", "editor": "customer"}


def others(session: Session, access: Access) -> list[dict[str, Any]]:
    """Everyone else seen in the last 15 s, `{name, role}`: staff by name, the customer and the family by role alone."""
    rows = [row for row in _here(session, access) if row.actor_id != access.visitor.actor_id]
    return [{"name": row.name, "role": row.role} for row in sorted(rows, key=lambda row: (row.role, row.actor_id))]


def is_due(session: Session, access: Access) -> bool:
    """Whether the visitor's own row is older than 5 s, or says another role than the visitor has now."""
    row = session.get(Presence, (access.project.id, access.visitor.actor_id))
    return row is None or row.seen_at < now() - LEAST_BETWEEN or row.role != _role(access)


def note(session: Session, access: Access) -> None:
    """Write down that the visitor is here, at most every 5 s."""
    if not is_due(session, access):
        return
    seen = {"name": _name(access), "role": _role(access), "seen_at": now()}
    key = {"project_id": access.project.id, "actor_id": access.visitor.actor_id}
    rewritten = update(Presence).filter_by(**key).values(**seen).returning(Presence.actor_id)
    if session.scalar(rewritten) is not None:
        return
    try:
        with session.begin_nested():
            session.add(Presence(tenant_id=access.project.tenant_id, **key, **seen))
    except IntegrityError:  # another tab of the same person was quicker
        pass


def _here(session: Session, access: Access) -> Sequence[Presence]:
    wanted = select(Presence).where(Presence.project_id == access.project.id, Presence.seen_at > now() - HERE)
    return session.scalars(wanted).all()


def _role(access: Access) -> str:
    return ROLES.get(access.right, "guest")


def _name(access: Access) -> str:
    return access.visitor.name if access.right == "staff" else ""
