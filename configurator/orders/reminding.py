"""One reminder, some days after the samples came, with how to judge them; none for who has decided or wants none."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from configurator.config import Settings
from configurator.db import lock, now
from configurator.jobs import service as jobs
from configurator.judgements import service as judging
from configurator.judgements import token
from configurator.orders import letters
from configurator.orders.models import SampleOrder
from samples.delivery import WARSAW

JOB = "remind_of_samples"
DAYS = 3
"""Time enough to look in the morning and in the evening, and for a pot to be painted twice."""
HOUR = time(10)


def later(session: Session, order: SampleOrder) -> None:
    """Put the reminder in; once for an order."""
    came_on = order.arrive_on if order.way != "collection" else now().astimezone(WARSAW).date()
    at = datetime.combine(came_on + timedelta(days=DAYS), HOUR, WARSAW)
    jobs.enqueue(session, JOB, {"order": order.id}, dedup=order.id, after=max(at - now(), timedelta()))


def remind(session: Session, order_id: str, settings: Settings) -> None:
    """Write the mail, unless something was decided, the contract withdrawn, or no reminder wanted."""
    order = session.get(SampleOrder, order_id)
    if order is None:
        return
    lock(session, order)
    if order.withdrawn_at is None and not judging.is_decided(session, order) and not _is_quiet(session, order):
        links = [token.link(settings, line) for line in order.lines]
        letters.reminder(session, settings, order, links)


def be_quiet(session: Session, order: SampleOrder) -> None:
    """No reminder to this address any more, of this order or of any other."""
    lock(session, order)
    order.quiet_at = order.quiet_at or now()


def _is_quiet(session: Session, order: SampleOrder) -> bool:
    same = func.lower(SampleOrder.email) == func.lower(order.email)
    quiet = select(SampleOrder.id).where(
        SampleOrder.tenant_id == order.tenant_id, same, SampleOrder.quiet_at.is_not(None)
    )
    return session.scalar(quiet.limit(1)) is not None
