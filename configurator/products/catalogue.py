"""A retailer's catalogue: products found by kind, by words, by code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, collate, func, select
from sqlalchemy.orm import Session

from configurator.errors import NotFound
from configurator.products.gtin import read_gtin, shown
from configurator.products.models import Product
from configurator.products.search import matches
from rooms.fields import CONTROL

MOST_ON_PAGE = 50


@dataclass(frozen=True)
class Page:
    """The products of one page, and whether there is a next one."""

    products: Sequence[Product]
    has_more: bool


def find(
    session: Session, tenant_id: str, *, kind: str = "", sought: str = "", number: int = 1, most: int = MOST_ON_PAGE
) -> Page:
    """What is sold of the kind, if one is named, and has all the words; the cheapest first. Pages begin with 1."""
    wanted = select(Product).where(Product.tenant_id == tenant_id, Product.retired_at.is_(None), matches(sought))
    if kind:
        wanted = wanted.where(Product.kind == kind)
    wanted = wanted.order_by(Product.price_gr, _by_letters(session)).offset((number - 1) * most).limit(most + 1)
    found = session.scalars(wanted).all()
    return Page(found[:most], len(found) > most)


def by_ean(session: Session, tenant_id: str, typed: str) -> Product:
    """What is sold under the code; Refused for a code that cannot be, NotFound for one that is not sold here."""
    wanted = select(Product).where(
        Product.tenant_id == tenant_id, Product.ean == read_gtin(typed), Product.retired_at.is_(None)
    )
    if (found := session.scalars(wanted.order_by(_by_letters(session)).limit(1)).first()) is None:
        raise NotFound("ean_not_sold", path="ean")
    return found


def by_sku(session: Session, tenant_id: str, sku: str) -> Product:
    """What is sold under the retailer's own number; NotFound when nothing is, or not any more."""
    found = None if CONTROL.search(sku) else by_skus(session, tenant_id, [sku]).get(sku)
    if found is None or found.retired_at is not None:
        raise NotFound("sku_not_sold", path="sku")
    return found


def by_id(session: Session, tenant_id: str, product_id: str) -> Product:
    """The retailer's product of this id, also a retired one."""
    found = session.get(Product, product_id) if product_id.isalnum() else None
    if found is None or found.tenant_id != tenant_id:
        raise NotFound("sku_not_sold", path="product")
    return found


def by_skus(session: Session, tenant_id: str, skus: Iterable[str]) -> Mapping[str, Product]:
    """The products of these numbers by number, retired ones too; unknown numbers are left out."""
    wanted = select(Product).where(Product.tenant_id == tenant_id, Product.sku.in_(set(skus)))
    return {product.sku: product for product in session.scalars(wanted)}


def kinds_sold(session: Session, tenant_id: str) -> list[str]:
    """The kinds of which something is sold, and `""` where something is sold that is not drawn."""
    wanted = select(Product.kind).where(Product.tenant_id == tenant_id, Product.retired_at.is_(None)).distinct()
    return sorted(kind or "" for kind in session.scalars(wanted))


def count(session: Session, tenant_id: str) -> int:
    """How many products are sold."""
    wanted = select(func.count()).where(Product.tenant_id == tenant_id, Product.retired_at.is_(None))
    return session.scalar(wanted.select_from(Product)) or 0


def as_data(product: Product) -> dict[str, Any]:
    """The product as the API tells it; sizes in mm, the price in grosze with VAT."""
    return {
        "sku": product.sku,
        "ean": shown(product.ean) if product.ean else None,
        "name": {"pl": product.name_pl, "en": product.name_en},
        "kind": product.kind,
        "size": product.size,
        "price_gr": product.price_gr,
        "unit": product.unit,
        "picture": product.picture,
        "per_pack": product.per_pack,
        "pack_cm2": product.pack_cm2,
    }


def _by_letters(session: Session) -> ColumnElement[str]:
    """By number, letter by letter, the same on both databases."""
    return collate(Product.sku, "BINARY" if session.get_bind().dialect.name == "sqlite" else "C")
