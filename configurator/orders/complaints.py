"""Complaints about an order: taken in with a receipt, answered within fourteen days.

Who sells to a consumer answers a complaint within 14 days; unanswered it counts as accepted (Polish consumer-rights
act, art. 7a). The four wishes are those of art. 43d and 43e.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.config import Settings
from configurator.db import insert_into, lock, new_id, now
from configurator.errors import NotFound, Refused
from configurator.orders import letters
from configurator.orders.models import Complaint, SampleOrder
from samples.delivery import WARSAW

WISHES = ("another", "repair", "less", "money_back")
ANSWERED_WITHIN = timedelta(days=14)
MOST_LETTERS = 2000


def make(session: Session, order: SampleOrder, settings: Settings, *, what: str, wish: str, key: str) -> Complaint:
    """Take the complaint in: the customer gets a receipt, the seller a mail. Safe to repeat with the same key."""
    what = what.strip()[:MOST_LETTERS]
    if not what:
        raise Refused("complaint_what", path="what")
    if wish not in WISHES:
        raise Refused("complaint_wish", path="wish")
    at = now()
    row: dict[str, object] = {
        "id": new_id(),
        "tenant_id": order.tenant_id,
        "order_id": order.id,
        "key": f"{order.id}/{key}"[:200],
        "what": what,
        "wish": wish,
        "made_at": at,
        "answer_by": at.astimezone(WARSAW).date() + ANSWERED_WITHIN,
        "answer": "",
    }
    session.execute(insert_into(session, Complaint).values(row).on_conflict_do_nothing())
    found = session.scalars(select(Complaint).where(Complaint.key == row["key"])).one()
    letters.complained(session, settings, found)
    return found


def answer(session: Session, complaint: Complaint, settings: Settings, text: str) -> None:
    """The seller's answer, sent to the customer; the first one stands."""
    lock(session, complaint)
    text = text.strip()[:MOST_LETTERS]
    if not text:
        raise Refused("complaint_answer", path="answer")
    if complaint.answered_at is None:
        complaint.answer, complaint.answered_at = text, now()
        letters.complaint_answered(session, settings, complaint)


def of_order(session: Session, order: SampleOrder) -> Sequence[Complaint]:
    wanted = select(Complaint).where(Complaint.order_id == order.id)
    return session.scalars(wanted.order_by(Complaint.made_at)).all()


def waiting(session: Session, tenant_id: str) -> Sequence[Complaint]:
    """Those without an answer, the most urgent first."""
    wanted = select(Complaint).where(Complaint.tenant_id == tenant_id, Complaint.answered_at.is_(None))
    return session.scalars(wanted.order_by(Complaint.answer_by, Complaint.made_at)).all()


def of_staff(session: Session, complaint_id: str, tenant_id: str) -> Complaint:
    found = session.get(Complaint, complaint_id)
    if found is None or found.tenant_id != tenant_id:
        raise NotFound("no_order")
    return found
