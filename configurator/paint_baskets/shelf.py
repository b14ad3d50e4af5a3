"""What of a paint and of tools a retailer sells: the tins of its base and price group, out of its own catalogue."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from configurator.exports.tins import DEMO_TINS
from configurator.orders.models import SellingSettings
from configurator.products import catalogue
from configurator.products.models import Product
from samples.paint import Paint
from samples.tins import Tin


@dataclass(frozen=True)
class Shelf:
    """Tins by size; `products` are what the catalogue sells them as, none where prices are the demonstration's."""

    tins: tuple[Tin, ...]
    products: Mapping[int, Product]
    tools: Mapping[str, Product]

    def line_name(self, lang: str) -> str:
        """The paint's line and finish, as its tins' names begin: `Farba do ścian matowa`; empty where none is sold."""
        tin = next(iter(self.products.values()), None)
        if tin is None:
            return ""
        return (tin.name_pl if lang == "pl" else tin.name_en or tin.name_pl).split(",")[0].strip()


def shelf(session: Session, tenant_id: str, paint: Paint) -> Shelf:
    """The tins of this paint that are sold now; the demonstration's where the retailer has named none.

    The retailer names them in its terms of selling, under `paint_line`: `tins` by base and price group (`A1`), then by
    millilitres the catalogue's number; `tools` by their key.
    """
    line = _line(session, tenant_id)
    skus = {int(ml): sku for ml, sku in line.get("tins", {}).get(f"{paint.base}{paint.price_group}", {}).items()}
    tools = line.get("tools", {})
    known = catalogue.by_skus(session, tenant_id, [*skus.values(), *tools.values()])
    sold = {sku: product for sku, product in known.items() if product.retired_at is None}
    products = {ml: sold[sku] for ml, sku in skus.items() if sku in sold}
    tins = tuple(Tin(ml, product.price_gr) for ml, product in sorted(products.items()))
    return Shelf(
        tins or DEMO_TINS.get(paint.price_group, DEMO_TINS[1]),
        products,
        {key: sold[sku] for key, sku in tools.items() if sku in sold},
    )


def own_tins(session: Session, tenant_id: str, paints: Iterable[Paint]) -> dict[str, tuple[Tin, ...]]:
    """By a paint's code its tins at the retailer's own prices; paints of which it has named none are left out."""
    shelves = {paint.code: shelf(session, tenant_id, paint) for paint in paints}
    return {code: held.tins for code, held in shelves.items() if held.products}


def _line(session: Session, tenant_id: str) -> Mapping[str, Any]:
    settings = session.get(SellingSettings, tenant_id)
    found: Mapping[str, Any] = json.loads(settings.offer).get("paint_line", {}) if settings else {}
    return found
