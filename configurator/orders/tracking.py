"""Where an order is, and the link by which its customer sees it without signing in.

The link holds 128 bits in its path, derived from the order by the server's key: it must open from a mail, from paper
and without scripts, which a token behind # cannot. In return the page is no-store and noindex, sends no referrer
elsewhere, and shows no name, address or e-mail; and the link only looks: withdrawing asks for the e-mail as well.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime

from configurator.config import Settings
from configurator.orders.models import SampleOrder
from configurator.orders.payments import payments

BYTES = 16


@dataclass(frozen=True)
class Point:
    """One point on the order's line of time: reached at `at`, or still ahead."""

    key: str
    at: datetime | None


def path(settings: Settings, order: SampleOrder) -> str:
    return f"/s/{order.store.slug}/orders/{order.code}/{token(settings, order)}"


def link(settings: Settings, order: SampleOrder) -> str:
    """The whole address, for a mail."""
    return settings.base_url + path(settings, order)


def token(settings: Settings, order: SampleOrder) -> str:
    made = hmac.new(settings.secret_key, f"track an order {order.id}".encode(), hashlib.sha256).digest()[:BYTES]
    return urlsafe_b64encode(made).decode().rstrip("=")


def is_right(settings: Settings, order: SampleOrder, given: str) -> bool:
    return hmac.compare_digest(token(settings, order).encode(), given.encode())


def state(order: SampleOrder) -> str:
    """withdrawn, arrived, sent, collected, packed, ready, unpaid or placed."""
    collected = order.way == "collection"
    if order.withdrawn_at:
        return "withdrawn"
    if order.arrived_at:
        return "arrived"
    if order.sent_at:
        return "collected" if collected else "sent"
    if order.packed_at:
        return "ready" if collected else "packed"
    return "unpaid" if waits_for_money(order) else "placed"


def waits_for_money(order: SampleOrder) -> bool:
    payment = payments().get(order.payment)
    return payment is not None and payment.before_sending and order.paid_at is None


def points(order: SampleOrder) -> tuple[Point, ...]:
    """The line of time: ordered, paid where it is paid first, packed or ready, sent or collected, there."""
    payment = payments().get(order.payment)
    paid = (Point("paid", order.paid_at),) if payment is not None and payment.before_sending else ()
    if order.way == "collection":
        rest: tuple[Point, ...] = (Point("ready", order.packed_at), Point("collected", order.sent_at))
    else:
        rest = (Point("packed", order.packed_at), Point("sent", order.sent_at), Point("there", order.arrived_at))
    return (Point("placed", order.placed_at), *paid, *rest)
