"""A receipt's lines as they are kept: what was said of each, and what the catalogue knew of its product on that day."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.products.amounts import WHOLE
from configurator.products.models import Product
from configurator.purchases.models import PurchaseEntry
from configurator.purchases.said import Line

INHERITED = ("sku", "vat_percent", "category", "brand", "service")


def kept_lines(
    session: Session, tenant_id: str, lines: Sequence[Line], bought: PurchaseEntry | None = None
) -> list[dict[str, Any]]:
    """What was not said is that of the line which is brought back (of `bought`), else of the product of the code."""
    products = _products(session, tenant_id, lines)
    before = {_name(line): line for line in (json.loads(bought.lines) if bought else ())}
    return [_kept(line, before.get(_name(line.as_data()), {}), products.get(line.ean.zfill(14))) for line in lines]


def _kept(line: Line, before: Mapping[str, Any], product: Product | None) -> dict[str, Any]:
    inherited = {name: before[name] for name in INHERITED if name in before}
    return _catalogued(line, product) | inherited | line.as_data()


def _catalogued(line: Line, product: Product | None) -> dict[str, Any]:
    """Pieces say nothing of what is sold by the square metre."""
    if product is None:
        return {}
    found: dict[str, Any] = {"sku": product.sku}
    if product.unit != "m2":
        found["hundredths"] = line.count * WHOLE
    if product.vat_percent is not None:
        found["vat_percent"] = product.vat_percent
    return found | {name: told for name in ("category", "brand") if (told := getattr(product, name))}


def _products(session: Session, tenant_id: str, lines: Sequence[Line]) -> dict[str, Product]:
    """By fourteen digits; one that is still sold before one that is not."""
    codes = {line.ean.zfill(14) for line in lines if line.ean}
    if not codes:
        return {}
    wanted = select(Product).where(Product.tenant_id == tenant_id, Product.ean.in_(codes))
    found = session.scalars(wanted.order_by(Product.retired_at.is_(None), Product.sku)).all()
    return {product.ean: product for product in found if product.ean}


def _name(line: Mapping[str, Any]) -> str:
    return line.get("ean") or " ".join(line.get("name", "").split()).casefold()
