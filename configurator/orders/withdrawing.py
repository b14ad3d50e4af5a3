"""Withdrawing from the contract: everything that the order has taken is given back in the same transaction."""

from __future__ import annotations

from sqlalchemy.orm import Session

from configurator.config import Settings
from configurator.db import lock, now
from configurator.orders import letters, shares, stock, taken
from configurator.orders.models import SampleOrder
from configurator.paint_baskets import standing as baskets
from configurator.paint_baskets import testers
from samples.contact import Contact
from samples.order import Line


def withdraw(session: Session, order: SampleOrder, settings: Settings) -> SampleOrder:
    """The customer withdraws from the contract; the receipt goes by mail. A second press changes nothing.

    Free samples that never left are free to be ordered again.
    """
    lock(session, order)
    if order.withdrawn_at is None:
        testers.hold(session, order.tenant_id, testers.of_person(order))
        order.withdrawn_at = now()
        if order.sent_at is None:
            _take_back(session, order)
        baskets.withdraw(session, order)
        letters.withdrawn(session, settings, order)
    return order


def _take_back(session: Session, order: SampleOrder) -> None:
    """What never left is on the shelf again, and counts to nobody's share or free samples."""
    contact = Contact(email=order.email, street=order.street, postcode=order.postcode, city=order.city)
    share = shares.share_of(order.actor_id, contact, order.placed_at)
    free = {taken.actor(order.actor_id), taken.address(order.email)}
    free |= set(taken.owners(session, order.project)) if order.project else set()
    lines = [Line(line.paint, line.kind, line.count) for line in order.lines]
    taken.hold(session, order.tenant_id, [*free, *share.holders])
    stock.hold(session, order.tenant_id, lines)
    if order.free_used:
        taken.count(session, order.tenant_id, free, -order.free_used)
    taken.count(session, order.tenant_id, share.holders, -sum(line.count for line in lines))
    stock.give_back(session, order.tenant_id, lines)
