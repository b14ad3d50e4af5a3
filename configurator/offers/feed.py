"""A tenant's feed: every row of its ledgers, numbered in the order in which they can be seen.

A reader that has had event n asks for what came after n and misses nothing: whoever writes one waits for the writer
before, so no lower number ever appears later.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from configurator.db import insert_into
from configurator.offers.models import FeedEnd, FeeEvent, LedgerEntry


def note(session: Session, row: LedgerEntry, decision: Mapping[str, Any] | None) -> None:
    """Number the row, in the caller's transaction."""
    sha = decision["sha"] if decision else None
    session.add(
        FeeEvent(
            tenant_id=row.tenant_id,
            n=_next(session, row.tenant_id),
            service_id=row.service_id,
            entry_n=row.n,
            decision_sha=sha,
        )
    )
    session.flush()


def after(session: Session, tenant_id: str, n: int, most: int) -> Sequence[FeeEvent]:
    """The tenant's events that follow number n, at most so many."""
    wanted = select(FeeEvent).where(FeeEvent.tenant_id == tenant_id, FeeEvent.n > n)
    return session.scalars(wanted.order_by(FeeEvent.n).limit(most)).all()


def of_decision(session: Session, tenant_id: str, sha: str) -> FeeEvent | None:
    """The first row that holds the decision of this hash."""
    wanted = select(FeeEvent).where(FeeEvent.tenant_id == tenant_id, FeeEvent.decision_sha == sha)
    return session.scalar(wanted.order_by(FeeEvent.n).limit(1))


def broken(session: Session) -> Iterator[dict[str, Any]]:
    """Where a tenant's numbers have a gap, and the ledger's rows that no event tells."""
    events = select(func.count()).where(FeeEvent.tenant_id == FeedEnd.tenant_id).scalar_subquery()
    for tenant_id in session.scalars(select(FeedEnd.tenant_id).where(FeedEnd.n != events)):
        yield {"what": "feed", "tenant": tenant_id, "reason": "missing"}
    is_told = exists().where(FeeEvent.service_id == LedgerEntry.service_id, FeeEvent.entry_n == LedgerEntry.n)
    for row in session.scalars(select(LedgerEntry).where(~is_told)):
        yield {"what": "feed", "service": row.service_id, "n": row.n, "reason": "not_told"}


def _next(session: Session, tenant_id: str) -> int:
    first = insert_into(session, FeedEnd).values(tenant_id=tenant_id, n=1)
    counted = first.on_conflict_do_update(index_elements=["tenant_id"], set_={"n": FeedEnd.n + 1})
    return session.execute(counted.returning(FeedEnd.n)).scalar_one()
