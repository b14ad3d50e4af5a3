"""A fee that waits: which decisions put one off, and the job that sees to it when the time is up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from sqlalchemy.orm import Session

from configurator.jobs import service as jobs
from configurator.offers.models import Service
from incentives.choice import Pick
from incentives.decision import Decision
from incentives.effect import FeeEffect

JOB = "decide_put_off"


def defers(pick: Pick) -> bool:
    """Whether it only puts the fee off."""
    return isinstance(pick.rule.then, FeeEffect) and pick.rule.then.defers


def put_off(session: Session, service: Service, given: Iterable[tuple[Decision, Pick]]) -> None:
    """See to it that what these picks put off is decided on the day after the last on which it waits."""
    for decision in {decision.sha: decision for decision, pick in given if defers(pick)}.values():
        if decision.until is not None:
            due = datetime.combine(decision.until + timedelta(days=1), time(), decision.terms.zone).astimezone(UTC)
            payload = {"tenant": service.tenant_id, "service": service.id}
            after = max(timedelta(), due - jobs.clock(session))
            jobs.enqueue(session, JOB, payload, dedup=f"{service.id}/{decision.until}", after=after)
