"""Orders placed and carried out; an order, the free samples it takes and its mail are one transaction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from configurator.accounts import limits
from configurator.accounts.limits import Limit
from configurator.accounts.visits import Visitor
from configurator.config import Settings
from configurator.db import lock, now
from configurator.errors import Conflict, NotFound
from configurator.orders import counter as counters
from configurator.orders import letters, promises, reminding, shares, stock, taken, tracking, trays
from configurator.orders.counter import Counter
from configurator.orders.form import Form
from configurator.orders.models import SampleLine, SampleOrder, Tray
from configurator.orders.payment import FREE
from configurator.orders.payments import payments
from configurator.orders.selling import Selling, selling
from configurator.projects.code import new_code
from configurator.stores.models import Store
from configurator.stores.service import stores_of
from samples.delivery import WARSAW, Promise, after, promise
from samples.fault import Fault
from samples.order import Total, faults, total

ORDER = Limit("order", most=30, seconds=3600)
MOST_NUMBER = 60


def place(
    session: Session, counter: Counter, form: Form, settings: Settings, *, language: str, client: str
) -> SampleOrder | tuple[Fault, ...]:
    """Order what the form says, or say all that keeps it from being ordered. Safe to repeat, from any device.

    The same page pressed again, and another device's page of the same tray, find the order that is there. A total that
    differs from the one that the page showed is shown first.
    """
    assert counter.visitor is not None  # noqa: S101 - who orders is at least a guest
    tray, sha = trays.take(session, counter.owner), _sha(form)
    if found := _placed_before(session, tray, form):
        return found if found.body_sha == sha else (Fault("tray", "already_ordered", code=found.code),)
    if form.version != tray.version:
        return (Fault("tray", "tray_moved"),)
    holders = counters.holders(session, counter, form.draft.contact.email)
    share = shares.share_of(counter.visitor.actor_id, form.draft.contact, now())
    taken.hold(session, counter.store.tenant_id, [*holders, *share.holders])
    stock.hold(session, counter.store.tenant_id, form.lines)
    if told := tuple(_faults(session, counter, form)):
        return told
    cost = total(counter.selling.offer, form.draft, counters.free_left(session, counter, form.draft.contact.email).left)
    if form.agreed_gr != cost.total_gr:
        return (Fault("agreed", "total_changed"),)
    limits.spend(session, ORDER, client)
    order = _write(session, counter, form, tray, cost, sha=sha, language=language)
    taken.count(session, counter.store.tenant_id, holders, cost.free_used)
    taken.count(session, counter.store.tenant_id, share.holders, sum(line.count for line in form.lines))
    stock.take(session, counter.store.tenant_id, form.lines)
    trays.empty(tray)
    promises.give(session, order)
    letters.placed(session, settings, order)
    return order


def is_ordered(session: Session, tray: Tray, form: Form) -> bool:
    """Whether the page's key or its version of the tray is used up, by this device or another."""
    return _placed_before(session, tray, form) is not None


def promised(how: Selling, way: str, payment: str, at: datetime) -> Promise:
    """When an order would be sent and there; one that is paid first leaves a working day later, when paid today."""
    waits = payment in payments() and payments()[payment].before_sending
    found = promise(how.schedule, way, at)
    if not waits:
        return found
    sent_on = after(found.sent_on, 1)
    return Promise(sent_on, after(sent_on, how.schedule.carrier_days[way]))


def to_pick(session: Session, store: Store, today: date) -> Sequence[SampleOrder]:
    """The orders that leave today or should have left before, paid where that comes first; by way, the oldest first."""
    wanted = select(SampleOrder).where(
        SampleOrder.store_id == store.id,
        SampleOrder.send_on <= today,
        SampleOrder.sent_at.is_(None),
        SampleOrder.packed_at.is_(None),
        SampleOrder.withdrawn_at.is_(None),
    )
    found = session.scalars(wanted.order_by(SampleOrder.way, SampleOrder.placed_at)).all()
    return [order for order in found if not tracking.waits_for_money(order)]


def orders_of(session: Session, store: Store, *, over: bool, most: int = 200) -> Sequence[SampleOrder]:
    """The store's orders: those with something left to do, oldest first; or those that are over, latest first."""
    done = SampleOrder.sent_at.is_not(None) & SampleOrder.withdrawn_at.is_(None) | SampleOrder.refunded_at.is_not(None)
    wanted = select(SampleOrder).where(SampleOrder.store_id == store.id, done if over else ~done)
    order = SampleOrder.placed_at.desc() if over else SampleOrder.placed_at
    return session.scalars(wanted.order_by(order).limit(most)).all()


def of_staff(session: Session, order_id: str, visitor: Visitor) -> SampleOrder:
    order = session.get(SampleOrder, order_id)
    if order is None or order.tenant_id != visitor.tenant_id:
        raise NotFound("no_order")
    return order


def mark_paid(session: Session, order: SampleOrder) -> None:
    """The money is there: what was paid first is promised anew from today."""
    lock(session, order)
    if order.paid_at is not None or order.withdrawn_at is not None:
        return
    order.paid_at = now()
    if order.packed_at is None:
        again = promise(selling(session, order.tenant_id).schedule, order.way, order.paid_at)
        order.send_on, order.arrive_on = again.sent_on, again.arrives_on
        promises.give(session, order)


def mark_packed(session: Session, order: SampleOrder, settings: Settings) -> None:
    """Packed; for a collection it now waits in the store, and the customer is told."""
    lock(session, order)
    _refuse_withdrawn(order)
    if order.packed_at is not None:
        return
    order.packed_at = now()
    if order.way == "collection":
        letters.ready(session, settings, order)


def mark_sent(session: Session, order: SampleOrder, settings: Settings, number: str) -> None:
    """Sent, with the carrier's number if there is one; or handed over, and paid where it is paid then."""
    lock(session, order)
    _refuse_withdrawn(order)
    if order.sent_at is not None:
        return
    order.packed_at = order.packed_at or now()
    order.sent_at, order.tracking_number = now(), " ".join(number.split())[:MOST_NUMBER]
    if order.way == "collection":
        order.paid_at = order.paid_at or order.sent_at
    else:
        carried = selling(session, order.tenant_id).schedule.carrier_days[order.way]
        order.arrive_on = after(order.sent_at.astimezone(WARSAW).date(), carried)
        letters.sent(session, settings, order)
    reminding.later(session, order)


def mark_arrived(session: Session, order: SampleOrder) -> None:
    """The carrier has handed it over."""
    lock(session, order)
    _refuse_withdrawn(order)
    if order.sent_at is None:
        raise Conflict("order_not_sent")
    order.arrived_at = order.arrived_at or now()


def mark_refunded(session: Session, order: SampleOrder) -> None:
    """What had been paid was given back."""
    lock(session, order)
    if order.withdrawn_at is not None:
        order.refunded_at = order.refunded_at or now()


def _placed_before(session: Session, tray: Tray, form: Form) -> SampleOrder | None:
    """By the page's key; or by the tray, when another device was first."""
    by_key = (SampleOrder.tenant_id == tray.tenant_id) & (SampleOrder.key == form.key)
    by_tray = (SampleOrder.tray_id == tray.id) & (SampleOrder.tray_version == form.version)
    return session.scalar(select(SampleOrder).where(by_key | by_tray).limit(1))


def _faults(session: Session, counter: Counter, form: Form) -> Iterator[Fault]:
    how, draft = counter.selling, form.draft
    yield from faults(how.offer, draft, how.deck)
    if draft.way == "collection" and draft.contact.store not in _collecting(session, counter):
        yield Fault("contact/store", "not_a_store")
    share = shares.share_of(counter.visitor.actor_id if counter.visitor else "", draft.contact, now())
    yield from shares.faults(session, counter.store.tenant_id, how.offer, share, draft.lines)
    yield from stock.faults(session, counter.store.tenant_id, draft.lines)
    paid = payments().get(form.payment)
    if (paid is None or not paid.fits(how.settings, draft.way)) and form.agreed_gr:
        yield Fault("payment", "missing")


def _collecting(session: Session, counter: Counter) -> set[str]:
    return {store.slug for store in stores_of(session, counter.store.tenant_id) if store.address}


def _write(
    session: Session, counter: Counter, form: Form, tray: Tray, cost: Total, *, sha: str, language: str
) -> SampleOrder:
    draft, at = form.draft, now()
    payment = form.payment if cost.total_gr else FREE
    promise_ = promised(counter.selling, draft.way, payment, at)
    contact = {name: value for name, value in asdict(draft.contact).items() if name != "store"}
    assert counter.visitor is not None  # noqa: S101 - place() has asked
    order = SampleOrder(
        tenant_id=counter.store.tenant_id,
        store_id=_store(session, counter, draft.contact.store).id,
        project_id=counter.project.id if counter.project else None,
        actor_id=counter.visitor.actor_id,
        code=_free_code(session),
        key=form.key,
        body_sha=sha,
        tray_id=tray.id,
        tray_version=tray.version,
        language=language,
        way=draft.way,
        payment=payment,
        **contact,
        goods_gr=cost.goods_gr,
        delivery_gr=cost.delivery_gr,
        free_used=cost.free_used,
        seller=json.dumps(counter.selling.seller, ensure_ascii=False),
        send_on=promise_.sent_on,
        arrive_on=promise_.arrives_on,
        placed_at=at,
        lines=_order_lines(counter, form, cost),
    )
    session.add(order)
    session.flush()
    return order


def _order_lines(counter: Counter, form: Form, cost: Total) -> list[SampleLine]:
    made = []
    for place_, (line, price) in enumerate(zip(form.lines, cost.lines, strict=True)):
        paint = counter.selling.deck[line.paint]
        made.append(
            SampleLine(
                place=place_,
                tenant_id=counter.store.tenant_id,
                paint=paint.code,
                name_pl=paint.name_pl,
                name_en=paint.name_en,
                hex=paint.hex,
                kind=line.kind,
                count=price.count,
                free=price.free,
                price_gr=price.price_gr,
            )
        )
    return made


def _store(session: Session, counter: Counter, slug: str) -> Store:
    """The store that the customer comes to; without one, the store of the page."""
    return session.scalar(select(Store).where(Store.slug == slug)) or counter.store


def _free_code(session: Session) -> str:
    while session.scalar(select(func.count()).where(SampleOrder.code == (code := new_code()))):
        pass
    return code


def _refuse_withdrawn(order: SampleOrder) -> None:
    if order.withdrawn_at is not None:
        raise Conflict("order_withdrawn")


def _sha(form: Form) -> str:
    """What was ordered, as one hash: the samples, the way, the contact and the payment."""
    lines = sorted((line.paint, line.kind, line.count) for line in form.lines)
    body = [lines, form.draft.way, asdict(form.draft.contact), form.payment]
    return hashlib.sha256(json.dumps(body).encode()).hexdigest()
