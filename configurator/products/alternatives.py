"""Products side by side: those that are named, or one with what is sold most like it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from configurator.products import catalogue
from configurator.products.models import Product
from rooms.fields import CONTROL

MOST = 4


def side_by_side(session: Session, tenant_id: str, skus: Sequence[str]) -> Sequence[Product]:
    """The products of these numbers in their order, at most four; one alone is shown with its nearest in price.

    Nothing where none of the numbers is known.
    """
    wanted = [sku for sku in dict.fromkeys(skus) if sku and not CONTROL.search(sku)][:MOST]
    known = catalogue.by_skus(session, tenant_id, wanted)
    found = [known[sku] for sku in wanted if sku in known]
    return [*found, *_like(session, found[0])] if len(found) == 1 else found


def _like(session: Session, product: Product) -> Sequence[Product]:
    """What is sold of the same kind, or category where it has no kind; nothing where it has neither."""
    if product.kind is None and not product.category:
        return []
    same = Product.kind == product.kind if product.kind else Product.category == product.category
    wanted = select(Product).where(
        Product.tenant_id == product.tenant_id, Product.retired_at.is_(None), Product.id != product.id, same
    )
    if product.kind is None:
        wanted = wanted.where(Product.unit == product.unit)
    by_price = wanted.order_by(func.abs(Product.price_gr - product.price_gr), Product.sku)
    return session.scalars(by_price.limit(MOST - 1)).all()
