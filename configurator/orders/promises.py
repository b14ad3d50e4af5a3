"""The delivery date that was promised: checked before it passes, told anew when it cannot be kept, and counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.config import Settings
from configurator.db import lock, now
from configurator.jobs import service as jobs
from configurator.orders import letters, tracking
from configurator.orders.models import SampleOrder
from configurator.orders.selling import selling
from configurator.stores.models import Store
from samples.delivery import WARSAW, promise

JOB = "keep_promise"
LAST_HOUR = time(18)
"""By then on its day an order has left, or waits to be collected; the customer still hears on that day if not."""
LOOKED_BACK = timedelta(days=90)


@dataclass(frozen=True)
class Kept:
    """Of so many promises that were due, so many were kept."""

    due: int
    kept: int

    @property
    def percent(self) -> int:
        return 100 * self.kept // self.due if self.due else 100


def give(session: Session, order: SampleOrder) -> None:
    """Promise the order's present date, and look after it in time; one that is not paid yet is promised anew then."""
    order.promised_on = order.arrive_on
    if not tracking.waits_for_money(order):
        _look_later(session, order)


def check(session: Session, order_id: str, settings: Settings, at: datetime) -> None:
    """What has not left by now cannot come in time: find the new date and tell the customer. Safe to repeat."""
    order = session.get(SampleOrder, order_id)
    if order is None:
        return
    lock(session, order)
    if not _waits(order):
        return
    if _last_moment(order.send_on) > at:
        _look_later(session, order)
        return
    again = promise(selling(session, order.tenant_id).schedule, order.way, at)
    if again.arrives_on > order.arrive_on:
        order.send_on, order.arrive_on, order.late_told_at = again.sent_on, again.arrives_on, at
        letters.late(session, settings, order)
    _look_later(session, order)


def kept(session: Session, store: Store, today: date) -> Kept:
    """Of the store's promises of the last 90 days whose day has come, or whose samples have: how many were kept."""
    wanted = select(SampleOrder).where(
        SampleOrder.store_id == store.id,
        SampleOrder.promised_on >= today - LOOKED_BACK,
        SampleOrder.withdrawn_at.is_(None),
    )
    answers = [found for order in session.scalars(wanted) if (found := _was_kept(order, today)) is not None]
    return Kept(len(answers), sum(answers))


def _was_kept(order: SampleOrder, today: date) -> bool | None:
    """None while it can still be kept."""
    promised = order.promised_on
    assert promised is not None  # noqa: S101 - the query asks for it
    there = order.packed_at if order.way == "collection" else order.arrived_at
    if there is not None:
        return there.astimezone(WARSAW).date() <= promised
    if order.sent_at is not None:
        return order.arrive_on <= promised
    return False if order.arrive_on > promised or promised < today else None


def _waits(order: SampleOrder) -> bool:
    is_off = order.packed_at if order.way == "collection" else order.sent_at
    return order.withdrawn_at is None and is_off is None and not tracking.waits_for_money(order)


def _look_later(session: Session, order: SampleOrder) -> None:
    due = max(_last_moment(order.send_on) - now(), timedelta())
    jobs.enqueue(session, JOB, {"order": order.id}, dedup=f"{order.id}/{order.send_on}", after=due)


def _last_moment(day: date) -> datetime:
    return datetime.combine(day, LAST_HOUR, WARSAW)
