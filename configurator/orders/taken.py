"""How many free samples were taken, by whom: counted once more inside the transaction of each order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlalchemy import case, select, update
from sqlalchemy.orm import Session

from configurator.db import insert_into
from configurator.orders.models import FreeSamples
from configurator.projects.models import Grant, Project


def taken(session: Session, tenant_id: str, holders: Iterable[str]) -> int:
    """The most that any of the holders has taken; orders of one person count for the person and for the address."""
    wanted = select(FreeSamples.taken).where(FreeSamples.tenant_id == tenant_id, FreeSamples.holder.in_(list(holders)))
    return max(session.scalars(wanted), default=0)


def taken_for(session: Session, project: Project) -> int:
    """What the project's owners have taken."""
    return taken(session, project.tenant_id, owners(session, project))


def owners(session: Session, project: Project) -> list[str]:
    """The project's owners as holders."""
    wanted = select(Grant.actor_id).where(
        Grant.project_id == project.id, Grant.role == "owner", Grant.revoked_at.is_(None), Grant.actor_id.is_not(None)
    )
    return [actor(found) for found in session.scalars(wanted) if found]


def actor(actor_id: str) -> str:
    return f"actor:{actor_id}"


def address(email: str) -> str:
    """An e-mail address as a holder: its hash, so that the count holds no personal data in clear."""
    return "email:" + hashlib.sha256(email.strip().casefold().encode()).hexdigest()


def hold(session: Session, tenant_id: str, holders: Iterable[str]) -> None:
    """Wait for whoever else counts for these holders, in one order for all, so that no two wait for each other."""
    sorted_ = sorted(set(holders))
    for holder in sorted_:
        row = {"tenant_id": tenant_id, "holder": holder, "taken": 0}
        session.execute(insert_into(session, FreeSamples).values(row).on_conflict_do_nothing())
    wanted = select(FreeSamples.holder).where(FreeSamples.tenant_id == tenant_id, FreeSamples.holder.in_(sorted_))
    session.execute(wanted.order_by(FreeSamples.holder).with_for_update()).all()


def count(session: Session, tenant_id: str, holders: Iterable[str], more: int) -> None:
    """Add to what each of the held holders has taken; less than nothing gives samples back, at most those taken."""
    where = (FreeSamples.tenant_id == tenant_id, FreeSamples.holder.in_(list(holders)))
    after = FreeSamples.taken + more
    session.execute(update(FreeSamples).where(*where).values(taken=case((after < 0, 0), else_=after)))
