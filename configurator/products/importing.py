"""A table of products taken into a retailer's catalogue: new ones added, known ones changed, by their sku."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.db import lock, now
from configurator.errors import Refused
from configurator.products.mapping import FIELDS, SIZES
from configurator.products.models import Product
from configurator.products.search import words_of
from configurator.products.table import Line, Row, check_size
from configurator.stores.models import Tenant

SAID_AS = {"price_gr": "price", "vat_percent": "vat", "pack_cm2": "pack_m2"}


@dataclass
class Report:
    """How many products were added, changed, found the same, retired; and the lines refused, with the reason."""

    added: int = 0
    changed: int = 0
    same: int = 0
    retired: int = 0
    refused: list[tuple[int, Refused]] = field(default_factory=list)

    def as_data(self, column_of: Callable[[str], str] = str) -> dict[str, Any]:
        """`column_of` tells what the file calls a field of ours."""
        lines = [
            {"line": n, "column": column_of(no.path), "reason": no.reason, "text": no.text} for n, no in self.refused
        ]
        counts = {name: getattr(self, name) for name in ("added", "changed", "same", "retired")}
        return counts | {"refused": lines}


@dataclass(frozen=True)
class Change:
    """A product that is known, what the file says of it, and which of its columns become what (none: it is the same).

    `retired_at` among them: it comes back.
    """

    product: Product
    row: Row
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class Plan:
    """What taking a file in would do to a catalogue; nothing of it is done."""

    added: list[Row] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    same: list[Change] = field(default_factory=list)
    retired: list[Product] = field(default_factory=list)
    refused: list[tuple[int, Refused]] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """The same for the same doing, so that only what was shown is done."""
        told = [
            [asdict(row) for row in self.added],
            [
                [
                    one.row.sku,
                    [[name, str(getattr(one.product, name)), str(value)] for name, value in one.fields.items()],
                ]
                for one in self.changed
            ],
            sorted(one.row.sku for one in self.same),
            sorted(product.sku for product in self.retired),
            [[number, refused.reason] for number, refused in self.refused],
        ]
        return sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()

    def report(self) -> Report:
        return Report(len(self.added), len(self.changed), len(self.same), len(self.retired), self.refused)


def plan(
    session: Session,
    tenant: Tenant,
    lines: Iterable[Line],
    *,
    said: Collection[str] = FIELDS,
    retire_missing: bool = False,
) -> Plan:
    """What the lines would do. Of a product that is known only the fields change that the file has `said`.

    A product that no line names stays as it is, or is retired with `retire_missing`: also one whose line was refused is
    named, and stays.
    """
    told = list(lines)
    known = {one.sku: one for one in session.scalars(select(Product).where(Product.tenant_id == tenant.id))}
    named = {line.sku for line in told}
    missing = [one for one in known.values() if one.sku not in named and one.retired_at is None]
    good = {line.sku for line in told if line.row}
    stay = [one for one in known.values() if one.sku not in good and one.retired_at is None]
    owners = {one.ean: one.sku for one in stay if one.ean and not (retire_missing and one.sku not in named)}
    found = Plan(retired=missing if retire_missing else [])
    for line in told:
        _sort_in(found, known, owners, line, said)
    return found


def take_in(
    session: Session,
    tenant: Tenant,
    lines: Iterable[Line],
    *,
    said: Collection[str] = FIELDS,
    retire_missing: bool = False,
) -> Report:
    """Bring the catalogue to what the lines say; safe to repeat."""
    lock(session, tenant)
    return carry_out(session, tenant, plan(session, tenant, lines, said=said, retire_missing=retire_missing))


def carry_out(session: Session, tenant: Tenant, planned: Plan) -> Report:
    """Do what was planned, in the transaction in which it was planned."""
    for product in planned.retired:
        product.retired_at = now()
    for row in planned.added:
        product = Product(tenant_id=tenant.id, **_fields(row))
        product.words, product.priced_at = words_of(product), now()
        session.add(product)
    for change in (*planned.changed, *planned.same):
        for name, value in change.fields.items():
            setattr(change.product, name, value)
        change.product.words, change.product.priced_at = words_of(change.product), now()
    session.flush()
    return planned.report()


def _sort_in(
    found: Plan, known: Mapping[str, Product], owners: dict[str, str], line: Line, said: Collection[str]
) -> None:
    """Where the line belongs; `owners` are who has which code so far."""
    row = line.row
    if row is None:
        found.refused.append((line.number, line.refused or Refused("not_a_table")))
    elif row.ean and owners.setdefault(row.ean, row.sku) != row.sku:
        found.refused.append((line.number, Refused("ean_taken", path="ean", sku=owners[row.ean])))
    elif (product := known.get(row.sku)) is None:
        found.added.append(row)
    else:
        try:
            told = _said(line, row, product, said)
        except Refused as refused:
            found.refused.append((line.number, refused))
            return
        fields = {name: value for name, value in told.items() if getattr(product, name) != value}
        (found.changed if fields else found.same).append(Change(product, row, fields))


def _said(line: Line, row: Row, product: Product, said: Collection[str]) -> dict[str, Any]:
    """What the file says of the known product, and what follows from that; the kind it has goes before a guess."""
    told = {name: value for name, value in _fields(row).items() if SAID_AS.get(name, name) in said}
    keeps_kind = "kind" not in said and product.kind is not None and line.kind_from != "category"
    if keeps_kind and product.kind and row.size is not None:
        check_size(product.kind, row.size)
    if not set(SIZES).issubset(told) or (keeps_kind and row.size is None):
        told = {name: value for name, value in told.items() if name not in SIZES}
    if "name_en" not in said and product.name_en == product.name_pl:
        told["name_en"] = row.name_pl
    if not keeps_kind and (row.kind or "kind" in said or line.kind_from == "category"):
        told["kind"] = row.kind
    return told | {"retired_at": None}


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
