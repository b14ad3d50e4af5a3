"""The paint's tins and tools on the project's list of products, beside everything else that is to be bought."""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from configurator.paint_baskets.models import PaintBasket
from configurator.products import picks
from configurator.products.amounts import WHOLE
from configurator.products.models import ListedProduct, Product
from configurator.projects.grants import Access
from configurator.projects.models import Project


def put_on(session: Session, access: Access | None, basket: PaintBasket) -> None:
    """So many more of each tin and tool that the catalogue sells; nothing where there is no project."""
    if access is None:
        return
    for product, count in _products(session, basket):
        key = f"paint-{basket.id}-{basket.version}-{product.id}"[:64]
        picks.add(session, access, product, count, key=key)


def take_off(session: Session, access: Access | None, basket: PaintBasket) -> None:
    """The same off the list again, as far as they still stand on it."""
    if access is None:
        return
    for product, count in _products(session, basket):
        line = session.get(ListedProduct, (access.project.id, product.id), populate_existing=True)
        if line is None or not line.hundredths:
            continue
        left, key = line.hundredths - count * WHOLE, secrets.token_urlsafe(24)
        if left > 0:
            picks.count(session, access, product.id, left // WHOLE, version=line.version, key=key)
        else:
            picks.take_off(session, access, product.id, version=line.version, key=key)


def lacks(session: Session, project: Project, baskets: Iterable[PaintBasket]) -> bool:
    """Whether fewer tools stand on the list than were put there with paint: somebody has changed it by hand."""
    wanted: Counter[str] = Counter()
    for basket in baskets:
        wanted.update({product.id: count * WHOLE for product, count in _named(session, json.loads(basket.tools))})
    there = {line.product_id: line.hundredths for line in picks.listed(session, project)}
    return any(there.get(product, 0) < hundredths for product, hundredths in wanted.items())


def changed_gr(session: Session, basket: PaintBasket) -> int | None:
    """What its tins and tools cost by now; None where that is what they cost when they were taken, or none are sold."""
    if basket.bought_at is not None or not all(product for _ml, _count, product in json.loads(basket.tins)):
        return None
    today_gr = sum(product.price_gr * count for product, count in _products(session, basket))
    return today_gr if today_gr != basket.price_gr + basket.tools_gr else None


def tins_listed(session: Session, basket: PaintBasket) -> Iterator[tuple[Product, int]]:
    """How many of which product its tins are, as far as the catalogue sells them."""
    return _named(session, json.loads(basket.tins))


def tins_cost_gr(session: Session, basket: PaintBasket) -> int:
    """Its tins at the price of today; once they are paid, or where the catalogue has none, as they were taken."""
    tins = list(tins_listed(session, basket))
    if basket.bought_at is not None or not tins:
        return basket.price_gr
    return sum(product.price_gr * count for product, count in tins)


def _products(session: Session, basket: PaintBasket) -> Iterator[tuple[Product, int]]:
    return _named(session, [*json.loads(basket.tins), *json.loads(basket.tools)])


def _named(session: Session, kept: Iterable[tuple[object, int, str]]) -> Iterator[tuple[Product, int]]:
    for _what, count, product_id in kept:
        if product_id:
            yield session.get_one(Product, product_id), count
