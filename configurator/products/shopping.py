"""All products of a project on one list, each once: those drawn in its plan and those only listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.accounts.models import Account
from configurator.i18n import WARSAW
from configurator.products import catalogue, picks
from configurator.products.amounts import WHOLE, cost_gr
from configurator.products.gtin import shown
from configurator.products.models import ListedProduct, Product
from configurator.projects.models import Project
from configurator.quantities.cost import to_buy_hundredths
from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.surfaces import find_surfaces
from rooms.tiling.need import TileNeed, tiling_need

Snapshot = Mapping[str, Any]


@dataclass(frozen=True)
class Sold:
    """A product as a list tells it: as the catalogue has it now, or as a plan kept it.

    A price that is not `current` is an old one, of the day `priced_on` where that is known; `id` is None for what the
    retailer does not know. `brand` and the VAT rate are empty where nobody told them.
    """

    id: str | None
    sku: str
    ean: str
    name: Mapping[str, str]
    size: tuple[int, int, int] | None
    price_gr: int
    unit: str
    current: bool
    priced_on: date | None
    brand: str = ""
    vat_percent: int | None = None


@dataclass(frozen=True)
class Line:
    """One product of the list. `drawn` of it stand in the plan, and `laid` hundredths are its tiles, reserve and all.

    Of `listed` hundredths those drawn and laid are a part.

    `by` is who of the staff has listed it for the customer, empty when nobody of them has.
    """

    product: Sold
    drawn: int
    listed: int
    version: int
    by: str
    laid: int = 0

    @property
    def hundredths(self) -> int:
        """What is wanted of it in all: who lists a basin and then draws it wants one."""
        return max(self.in_plan, self.listed)

    @property
    def in_plan(self) -> int:
        """Hundredths that the plan takes."""
        return self.drawn * WHOLE + self.laid

    @property
    def undrawn(self) -> int:
        """Hundredths that stand nowhere in the plan."""
        return self.hundredths - self.in_plan

    @property
    def cost_gr(self) -> int:
        return cost_gr(self.product.price_gr, self.hundredths)


def lines(session: Session, project: Project, plan: Plan) -> list[Line]:
    """The products of the plan in its order, then those only listed, in the order in which they came."""
    snapshots = [item.product for item in plan.items.values() if item.product]
    tiles = {need.tile["product"]["sku"]: need for need in _tiled(plan)}
    kept = {one["sku"]: one for one in (*snapshots, *(need.tile["product"] for need in tiles.values()))}
    drawn = Counter(one["sku"] for one in snapshots)
    known = catalogue.by_skus(session, project.tenant_id, kept)
    listed = {line.product.sku: line for line in picks.listed(session, project)}
    names = _staff_names(session, list(listed.values()))
    lines_ = []
    for sku in dict.fromkeys([*drawn, *tiles, *listed]):
        product = known.get(sku) or _product(listed.get(sku))
        told = _in_its_unit(sold(kept.get(sku), product), product, tiles.get(sku))
        laid = (to_buy_hundredths(tiles[sku], told.unit) or 0) if sku in tiles else 0
        lines_.append(_line(told, drawn[sku], laid, listed.get(sku), names))
    return lines_


def besides(found: Iterable[Line], tins: Mapping[str, int]) -> list[Line]:
    """The lines without so many pieces of a product (by its number), which a paint's own line tells; empty ones go."""
    left = (replace(line, listed=max(line.listed - tins.get(line.product.sku, 0) * WHOLE, 0)) for line in found)
    return [line for line in left if line.hundredths]


def total_gr(found: Sequence[Line]) -> int:
    return sum(line.cost_gr for line in found)


def sold(kept: Snapshot | None, product: Product | None) -> Sold:
    """What a list tells of it: the catalogue's word where it is sold; else the plan's, with the day of its price."""
    if product is not None and (product.retired_at is None or kept is None):
        return _as_catalogued(product)
    if kept is None:
        raise ValueError("a product of nowhere")
    return Sold(
        id=product.id if product else None,
        sku=kept["sku"],
        ean=kept.get("ean") or "",
        name={"pl": kept["name"], "en": kept["name"]},
        size=tuple(kept["size"]),
        price_gr=kept["price_gr"],
        unit=product.unit if product else "piece",
        current=False,
        priced_on=_day(kept["date"]),
        brand=product.brand if product else "",
        vat_percent=product.vat_percent if product else None,
    )


def _as_catalogued(product: Product) -> Sold:
    return Sold(
        id=product.id,
        sku=product.sku,
        ean=shown(product.ean) if product.ean else "",
        name={"pl": product.name_pl, "en": product.name_en},
        size=product.size,
        price_gr=product.price_gr,
        unit=product.unit,
        current=product.retired_at is None,
        priced_on=product.priced_at.astimezone(WARSAW).date(),
        brand=product.brand,
        vat_percent=product.vat_percent,
    )


def _tiled(plan: Plan) -> list[TileNeed]:
    """What the plan's tiles take, of those that are a product; nothing is counted where none is."""
    if not any(finish.tile and finish.tile.get("product") for finish in plan.finishes.values()):
        return []
    found = find_rooms(plan)
    needs = tiling_need(plan, found, find_surfaces(plan, found)).tiles
    return [need for need in needs if need.tile.get("product")]


def _in_its_unit(told: Sold, product: Product | None, tiles: TileNeed | None) -> Sold:
    """A tile that the retailer does not know is sold as the plan says."""
    if tiles is None or product is not None:
        return told
    return replace(told, unit=tiles.tile.get("sold_by") or "piece")


def _line(product: Sold, drawn: int, laid: int, listed: ListedProduct | None, names: Mapping[str, str]) -> Line:
    if listed is None:
        return Line(product, drawn, 0, 0, "", laid)
    return Line(product, drawn, listed.hundredths, listed.version, names.get(listed.actor_id, ""), laid)


def _product(listed: ListedProduct | None) -> Product | None:
    return listed.product if listed else None


def _staff_names(session: Session, listed: Sequence[ListedProduct]) -> Mapping[str, str]:
    """The names of the staff who listed something, by actor; a customer's name is never told."""
    staff = {line.actor_id for line in listed if line.role == "designer"}
    wanted = select(Account.actor_id, Account.name).where(Account.actor_id.in_(staff))
    return {row.actor_id: row.name for row in session.execute(wanted)} if staff else {}


def _day(text: str) -> date | None:
    """The day of a plan's price; None for one that no calendar has."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
