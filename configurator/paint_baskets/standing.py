"""Baskets that stand: found, paid for in the store, and what becomes of them when a design or an order goes."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.db import lock, now
from configurator.errors import NotFound
from configurator.orders.models import SampleOrder
from configurator.paint_baskets import testers
from configurator.paint_baskets.models import PaintBasket
from configurator.projects.models import Project


def of_project(session: Session, project: Project) -> Sequence[PaintBasket]:
    """The paint in a design's basket, in the order in which it came."""
    found = session.scalars(
        select(PaintBasket).where(PaintBasket.project_id == project.id).order_by(PaintBasket.put_at)
    )
    return [basket for basket in found if basket.stands]


def of_order(session: Session, order: SampleOrder) -> Sequence[PaintBasket]:
    """The paint that the order's samples have led to."""
    found = session.scalars(select(PaintBasket).where(PaintBasket.order_id == order.id).order_by(PaintBasket.place))
    return [basket for basket in found if basket.stands]


def of_staff(session: Session, basket_id: str, tenant_id: str) -> PaintBasket:
    found = session.get(PaintBasket, basket_id)
    if found is None or found.tenant_id != tenant_id:
        raise NotFound("no_order")
    return found


def mark_bought(session: Session, basket: PaintBasket) -> None:
    """Paid in the store; from now on it stays as it is."""
    lock(session, basket)
    if basket.stands:
        basket.bought_at = basket.bought_at or now()


def let_go_of(session: Session, project: Project) -> None:
    """The design goes: what a sample has led to stays with its order, the rest gives its testers back and goes."""
    for basket in session.scalars(select(PaintBasket).where(PaintBasket.project_id == project.id)).all():
        if basket.order_id is not None:
            basket.project_id = None
        elif basket.stands and basket.bought_at is None:
            testers.give_back(session, basket.uses)


def withdraw(session: Session, order: SampleOrder) -> None:
    """The order's testers are given back: a basket that stands on them and is not paid yet loses their price.

    The caller has held the testers before the order was withdrawn from, as whoever fills a basket does first.
    """
    of_tenant = PaintBasket.tenant_id == order.tenant_id
    baskets = session.scalars(select(PaintBasket).where(of_tenant, PaintBasket.testers.contains(order.id))).all()
    for basket in baskets:
        lock(session, basket)
        if not basket.stands or basket.bought_at is not None:
            continue
        testers.give_back(session, basket.uses)
        basket.testers, basket.credit_gr, basket.basis = "[]", 0, "{}"
        basket.version += 1
