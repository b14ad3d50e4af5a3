"""Which products of its catalogue a retailer sells as tins of paint, as tins of enamel and as tools."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from configurator.csv_rows import cells_of, delimiter_of
from configurator.db import lock
from configurator.errors import Refused
from configurator.orders.models import SellingSettings
from configurator.products import catalogue
from configurator.products.models import Product
from samples.tins import MOST_SIZE_ML, STEP_ML
from samples.tools import TOOLS

WALLS, ENAMEL, TOOL = "wall", "enamel", "tool"
KEPT_AS = {WALLS: "tins", ENAMEL: "enamel"}
BASES, GROUPS = "ABC", "1234"
MOST_ROWS = 500


@dataclass(frozen=True)
class Row:
    """One product: `which` is a base and price group (`A1`), or a tool's key; `ml` is 0 of a tool."""

    use: str
    which: str
    ml: int
    sku: str

    @property
    def typed(self) -> str:
        return ";".join((self.use, self.which, *([str(self.ml)] if self.ml else []), self.sku))


@dataclass(frozen=True)
class PaintLine:
    """All that a retailer has named; of each product the catalogue's number."""

    rows: tuple[Row, ...] = ()

    def tins(self, use: str, which: str) -> Mapping[int, str]:
        """By size the tins of a base and price group."""
        return {row.ml: row.sku for row in self.rows if (row.use, row.which) == (use, which)}

    @property
    def tools(self) -> Mapping[str, str]:
        return {row.which: row.sku for row in self.rows if row.use == TOOL}


def line_of(session: Session, tenant_id: str) -> PaintLine:
    """As it is kept in the retailer's terms of selling, under `paint_line`."""
    settings = session.get(SellingSettings, tenant_id)
    kept: Mapping[str, Any] = json.loads(settings.offer).get("paint_line", {}) if settings else {}
    return PaintLine((*_tins(kept), *(Row(TOOL, key, 0, sku) for key, sku in kept.get("tools", {}).items())))


def told(session: Session, tenant_id: str) -> list[tuple[Row, Product | None]]:
    """Each row with its product; None for one that is not sold any more."""
    rows = line_of(session, tenant_id).rows
    known = catalogue.by_skus(session, tenant_id, (row.sku for row in rows))
    sold = {sku: product for sku, product in known.items() if product.retired_at is None}
    return [(row, sold.get(row.sku)) for row in rows]


def put(session: Session, tenant_id: str, text: str) -> None:
    """The table in the place of the one before; Refused with the row, and nothing changes."""
    typed = [line for line in text.splitlines() if line.strip()]
    if len(typed) > MOST_ROWS:
        raise Refused("line_rows", path="table", most=MOST_ROWS)
    rows = [_read(session, tenant_id, line, number) for number, line in enumerate(typed, start=1)]
    kept: dict[str, Any] = {name: {} for name in (*KEPT_AS.values(), "tools")}
    for row in rows:
        if row.use == TOOL:
            kept["tools"][row.which] = row.sku
        else:
            kept[KEPT_AS[row.use]].setdefault(row.which, {})[str(row.ml)] = row.sku
    if (settings := session.get(SellingSettings, tenant_id)) is None:
        session.add(settings := SellingSettings(tenant_id=tenant_id, offer="{}"))
        session.flush()
    lock(session, settings)
    settings.offer = json.dumps(json.loads(settings.offer) | {"paint_line": kept}, ensure_ascii=False)


def _tins(kept: Mapping[str, Any]) -> Iterator[Row]:
    for use, name in KEPT_AS.items():
        for which, skus in kept.get(name, {}).items():
            yield from (Row(use, which, int(ml), sku) for ml, sku in skus.items())


def _read(session: Session, tenant_id: str, line: str, number: int) -> Row:
    told = [cell.strip() for cell in cells_of(line, delimiter_of(line))]
    row = _tool(told, number) if told[0] == TOOL else _tin(told, number)
    found = catalogue.by_skus(session, tenant_id, [row.sku]).get(row.sku)
    if found is None or found.retired_at is not None:
        raise Refused("line_sku", path=f"row {number}", row=number, sku=row.sku[:60])
    return row


def _tool(told: list[str], number: int) -> Row:
    if len(told) != 3 or told[1] not in TOOLS:
        raise Refused("line_tool", path=f"row {number}", row=number, tools=", ".join(TOOLS))
    return Row(TOOL, told[1], 0, told[2])


def _tin(told: list[str], number: int) -> Row:
    if len(told) != 4 or told[0] not in KEPT_AS or not _is_group(told[1]):
        raise Refused("line_tin", path=f"row {number}", row=number)
    ml = int(told[2]) if told[2].isascii() and told[2].isdigit() and len(told[2]) < 7 else 0
    if not 0 < ml <= MOST_SIZE_ML or ml % STEP_ML:
        raise Refused("line_size", path=f"row {number}", row=number, step=STEP_ML, most=MOST_SIZE_ML)
    return Row(told[0], told[1], ml, told[3])


def _is_group(which: str) -> bool:
    return len(which) == 2 and which[0] in BASES and which[1] in GROUPS
