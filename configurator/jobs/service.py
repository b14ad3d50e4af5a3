"""Jobs put in, taken, renewed and ended; the recipe and its reasons stand in docs/decisions/0001."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import Session
from sqlalchemy.sql import Select

from configurator.db import insert_into, new_id
from configurator.jobs.kind import Effect, Kind
from configurator.jobs.models import DONE, LEASED, PARKED, WAITING, Job

DONE_KEPT = timedelta(days=7)
PARKED_KEPT = timedelta(days=90)
MOST_FAILURE = 500
CLOCKS = {"sqlite": "SELECT strftime('%Y-%m-%dT%H:%M:%f', 'now')", "postgresql": "SELECT clock_timestamp()"}


class LostLease(Exception):
    """The lease ran out and another worker has the job: whatever was about to be written must not be."""


@dataclass(frozen=True)
class Lease:
    """A job in hand, until the lease runs out or is renewed."""

    job_id: str
    kind: str
    payload: Mapping[str, Any]
    token: str
    attempts: int


def enqueue(
    session: Session, kind: str, payload: Mapping[str, Any], dedup: str | None = None, *, after: timedelta = timedelta()
) -> None:
    """Add the work to the caller's transaction; with `dedup`, once for this kind and this key, whoever else adds it.

    It is done as soon as a worker is free, and not before so much time has gone by.
    """
    row = {
        "id": new_id(),
        "kind": kind,
        "payload": json.dumps(payload, ensure_ascii=False, separators=(",", ":")),
        "dedup": dedup,
        "due_at": clock(session) + after,
    }
    session.execute(insert_into(session, Job).values(row).on_conflict_do_nothing())


def is_waiting(session: Session, passes_over: Collection[str] = ()) -> bool:
    """Whether a worker would find something to do; asked without taking the writers' lock."""
    at = clock(session)
    return any(session.scalar(wanted.limit(1)) is not None for wanted in _takeable(at, passes_over))


def claim(
    session: Session, kinds: Mapping[str, Kind], lease_s: float, passes_over: Collection[str] = ()
) -> Lease | None:
    """Take one job for so long: those whose worker died first, then those that are due. None when nothing is left.

    Kinds that are passed over are left to another worker. A job of a kind that is unknown here, or whose lease ran out
    too often, is parked on the way.
    """
    at = clock(session)
    for wanted in _takeable(at, passes_over):
        while (job := session.scalar(wanted.limit(1).with_for_update(skip_locked=True))) is not None:
            kind = kinds.get(job.kind)
            if kind is None or job.attempts >= kind.attempts:
                _park(job, at, job.failure or ("its workers died" if kind else "unknown kind"))
                session.flush()
                continue
            job.state, job.token, job.attempts = LEASED, new_id(), job.attempts + 1
            job.due_at = at + timedelta(seconds=lease_s)
            return Lease(job.id, job.kind, json.loads(job.payload), job.token, job.attempts)
    return None


def renew(session: Session, lease: Lease, lease_s: float) -> None:
    """Hold the job for so long from now on."""
    _change(session, lease, due_at=clock(session) + timedelta(seconds=lease_s))


def finish(session: Session, lease: Lease, effect: Effect) -> None:
    """End the job and write what it has led to; LostLease, and so neither, when the lease is no longer ours."""
    _change(session, lease, state=DONE, ended_at=clock(session), token=None, failure="")
    effect(session)


def give_up(session: Session, lease: Lease, kind: Kind, failure: str) -> None:
    """Put a failed job back for a later try, or park it after the last one."""
    at, told = clock(session), failure[:MOST_FAILURE]
    if lease.attempts >= kind.attempts:
        _change(session, lease, state=PARKED, ended_at=at, token=None, failure=told)
    else:
        due_at = at + timedelta(seconds=kind.wait_s(lease.attempts))
        _change(session, lease, state=WAITING, due_at=due_at, token=None, failure=told)


def purge(session: Session) -> None:
    """Forget what was over long ago."""
    at = clock(session)
    for state, kept in ((DONE, DONE_KEPT), (PARKED, PARKED_KEPT)):
        session.execute(delete(Job).where(Job.state == state, Job.ended_at < at - kept))


def clock(session: Session) -> datetime:
    """The present time of the database, which all workers share."""
    found = session.execute(text(CLOCKS[session.get_bind().dialect.name])).scalar_one()
    at = datetime.fromisoformat(found).replace(tzinfo=UTC) if isinstance(found, str) else found
    return at.astimezone(UTC)


def _takeable(at: datetime, passes_over: Collection[str]) -> tuple[Select[Job], ...]:
    """Leases that ran out stand first: sorted among the others they would wait behind the whole backlog."""
    due = select(Job).where(Job.due_at <= at, Job.kind.not_in(passes_over)).order_by(Job.due_at, Job.id)
    return tuple(due.where(Job.state == state) for state in (LEASED, WAITING))


def _park(job: Job, at: datetime, failure: str) -> None:
    job.state, job.ended_at, job.token, job.failure = PARKED, at, None, failure


def _change(session: Session, lease: Lease, **values: object) -> None:
    fenced = update(Job).where(Job.id == lease.job_id, Job.token == lease.token, Job.state == LEASED)
    changed = session.execute(fenced.values(**values).execution_options(synchronize_session=False))
    if not changed.rowcount:  # type: ignore[attr-defined] # an UPDATE has it
        raise LostLease(lease.job_id)
