"""The paint's tins and tools on the project's list of products, beside everything else that is to be bought."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator

from sqlalchemy.orm import Session

from configurator.orders.bearer import access_of
from configurator.orders.models import SampleOrder
from configurator.paint_baskets.models import PaintBasket
from configurator.products import picks
from configurator.products.amounts import WHOLE
from configurator.products.models import ListedProduct, Product


def put_on(session: Session, order: SampleOrder, basket: PaintBasket) -> None:
    """So many more of each tin and tool that the catalogue sells; nothing where the samples came from no project."""
    project = order.shown_project
    if project is None:
        return
    for product, count in _products(session, basket):
        picks.add(
            session,
            access_of(order, project),
            product,
            count,
            key=f"paint-{basket.id}-{basket.version}-{product.id}"[:64],
        )


def take_off(session: Session, basket: PaintBasket) -> None:
    """The same off the list again, as far as they still stand on it."""
    order = session.get_one(SampleOrder, basket.order_id)
    project = order.shown_project
    if project is None:
        return
    access = access_of(order, project)
    for product, count in _products(session, basket):
        line = session.get(ListedProduct, (project.id, product.id), populate_existing=True)
        if line is None or not line.hundredths:
            continue
        left, key = line.hundredths - count * WHOLE, secrets.token_urlsafe(24)
        if left > 0:
            picks.count(session, access, product.id, left // WHOLE, version=line.version, key=key)
        else:
            picks.take_off(session, access, product.id, version=line.version, key=key)


def _products(session: Session, basket: PaintBasket) -> Iterator[tuple[Product, int]]:
    for _what, count, product_id in (*json.loads(basket.tins), *json.loads(basket.tools)):
        if product_id:
            yield session.get_one(Product, product_id), count
