"""Orders as the desk lists them: where each is, by which day it leaves, and the paint that it has led to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from configurator.db import now
from configurator.i18n import language
from configurator.orders import tracking
from configurator.orders.models import SampleOrder
from configurator.paint_baskets import standing as baskets
from configurator.paint_baskets.models import PaintBasket
from samples.delivery import WARSAW
from samples.order import WAYS

TO_LEAVE = ("placed", "packed", "unpaid")


@dataclass(frozen=True)
class Row:
    """`leaves_on` is None once it has left, or need not; `paint` is what stands in a basket and is not paid for."""

    order: SampleOrder
    state: str
    way: str
    leaves_on: date | None
    is_late: bool
    paint: Sequence[PaintBasket]


def rows(session: Session, orders: Iterable[SampleOrder]) -> list[Row]:
    today = now().astimezone(WARSAW).date()
    return [_row(session, order, today) for order in orders]


def _row(session: Session, order: SampleOrder, today: date) -> Row:
    state = tracking.state(order)
    leaves_on = order.send_on if state in TO_LEAVE else None
    is_late = leaves_on is not None and leaves_on < today and state != "unpaid"
    paint = [basket for basket in baskets.of_order(session, order) if basket.bought_at is None]
    return Row(order, state, WAYS[order.way][language()], leaves_on, is_late, paint)
