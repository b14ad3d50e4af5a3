"""A table of products taken into a retailer's catalogue: new ones added, known ones changed, by their sku."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.db import lock, now
from configurator.errors import Refused
from configurator.products.models import Product
from configurator.products.search import words_of
from configurator.products.table import Line, Row
from configurator.stores.models import Tenant


@dataclass
class Report:
    """How many products were added, changed, found the same, retired; and the lines refused, with the reason."""

    added: int = 0
    changed: int = 0
    same: int = 0
    retired: int = 0
    refused: list[tuple[int, Refused]] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        lines = [{"line": n, "column": no.path, "reason": no.reason, "text": no.text} for n, no in self.refused]
        counts = {name: getattr(self, name) for name in ("added", "changed", "same", "retired")}
        return counts | {"refused": lines}


def take_in(session: Session, tenant: Tenant, lines: Iterable[Line], *, retire_missing: bool = False) -> Report:
    """Bring the catalogue to what the lines say; safe to repeat.

    A product that no line names stays as it is, or is retired with `retire_missing`: also one whose line was refused is
    named, and stays.
    """
    lock(session, tenant)
    report, told = Report(), list(lines)
    known = {one.sku: one for one in session.scalars(select(Product).where(Product.tenant_id == tenant.id))}
    if retire_missing:
        _retire_missing(known, told, report)
    named = {line.sku for line in told}
    others = (one for one in known.values() if one.sku not in named and one.retired_at is None)
    owners = {one.ean: one.sku for one in others if one.ean}
    for line in told:
        if line.row is None:
            report.refused.append((line.number, line.refused or Refused("not_a_table")))
        elif line.row.ean and owners.setdefault(line.row.ean, line.row.sku) != line.row.sku:
            report.refused.append((line.number, Refused("ean_taken", path="ean", sku=owners[line.row.ean])))
        else:
            _take(session, tenant, known, line.row, report)
    session.flush()
    return report


def _retire_missing(known: Mapping[str, Product], told: Iterable[Line], report: Report) -> None:
    named = {line.sku for line in told}
    for sku, product in known.items():
        if sku not in named and product.retired_at is None:
            product.retired_at = now()
            report.retired += 1


def _take(session: Session, tenant: Tenant, known: Mapping[str, Product], row: Row, report: Report) -> None:
    product, fields = known.get(row.sku), _fields(row)
    if product is None:
        product = Product(tenant_id=tenant.id, **fields)
        session.add(product)
        report.added += 1
    elif all(getattr(product, name) == value for name, value in fields.items()):
        report.same += 1
    else:
        report.changed += 1
    for name, value in fields.items():
        setattr(product, name, value)
    product.words, product.priced_at = words_of(product), now()


def _fields(row: Row) -> dict[str, Any]:
    width, depth, height = row.size or (None, None, None)
    return {
        "sku": row.sku,
        "ean": row.ean,
        "name_pl": row.name_pl,
        "name_en": row.name_en,
        "kind": row.kind,
        "width_mm": width,
        "depth_mm": depth,
        "height_mm": height,
        "price_gr": row.price_gr,
        "unit": row.unit,
        "picture": row.picture,
        "category": row.category,
        "brand": row.brand,
        "vat_percent": row.vat_percent,
        "material": row.material,
        "delivery_days": row.delivery_days,
        "per_pack": row.per_pack,
        "pack_cm2": row.pack_cm2,
        "retired_at": None,
    }
