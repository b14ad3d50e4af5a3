"""What of a paint and of tools a retailer sells: the tins of its base and price group, out of its own catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from configurator.exports.tins import DEMO_ENAMEL, DEMO_TINS, OwnTins
from configurator.paint_baskets.line import ENAMEL, WALLS, PaintLine, line_of
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


def shelf(session: Session, tenant_id: str, paint: Paint, use: str = WALLS) -> Shelf:
    """The paint's tins that are sold now; the demonstration's where the retailer has named none."""
    line = line_of(session, tenant_id)
    sold = _sold(session, tenant_id, line)
    products = _tins(line, sold, use, paint)
    tools = {key: sold[sku] for key, sku in line.tools.items() if sku in sold}
    made_up = DEMO_ENAMEL if use == ENAMEL else DEMO_TINS.get(paint.price_group, DEMO_TINS[1])
    return Shelf(_priced(products) or made_up, products, tools)


def own_tins(session: Session, tenant_id: str, paints: Iterable[Paint]) -> dict[str, OwnTins]:
    """By a paint's code its tins at the retailer's own prices; paints of which it has named none are left out."""
    line = line_of(session, tenant_id)
    sold = _sold(session, tenant_id, line)
    own = {
        paint.code: OwnTins(*(_priced(_tins(line, sold, use, paint)) for use in (WALLS, ENAMEL))) for paint in paints
    }
    return {code: tins for code, tins in own.items() if tins.walls or tins.enamel}


def _sold(session: Session, tenant_id: str, line: PaintLine) -> Mapping[str, Product]:
    known = catalogue.by_skus(session, tenant_id, (row.sku for row in line.rows))
    return {sku: product for sku, product in known.items() if product.retired_at is None}


def _tins(line: PaintLine, sold: Mapping[str, Product], use: str, paint: Paint) -> dict[int, Product]:
    skus = line.tins(use, f"{paint.base}{paint.price_group}")
    return {ml: sold[sku] for ml, sku in sorted(skus.items()) if sku in sold}


def _priced(products: Mapping[int, Product]) -> tuple[Tin, ...]:
    return tuple(Tin(ml, product.price_gr) for ml, product in products.items())
