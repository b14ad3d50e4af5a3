"""The shopping list: what stands in each room, what is listed besides, tiles and paint, with the prices there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from babel.dates import format_date

from configurator.exports.amounts import counts_in_words, litres
from configurator.exports.coverings import covering_name, coverings
from configurator.exports.names import item_name, paint_name
from configurator.exports.pages import Context
from configurator.exports.subject import InBasket, Subject
from configurator.exports.tins import need_in
from configurator.i18n import area, money
from configurator.products.amounts import USUAL_VAT_PERCENT, cost_gr, in_units, vat_in
from configurator.products.shopping import Sold, besides, sold
from configurator.quantities.cost import to_buy_hundredths
from rooms.quantities import Counted
from rooms.tiling.boards import is_board
from rooms.tiling.need import TileNeed
from samples.paint import Paint
from samples.tins import Purchase

ORDER = 50
Terms = tuple[int, str]
"""The VAT rate and the supplier."""


@dataclass(frozen=True)
class Line:
    """`product` is what is sold under which number, `price_gr` of all `count` together, None where nobody knows it.

    `vat_percent` is the rate that the price holds; `brand` is empty where nobody told it.
    """

    count: str
    name: str
    product: str
    size: str
    price_gr: int | None
    price: str
    vat_percent: int
    brand: str


@dataclass(frozen=True)
class Group:
    name: str
    lines: tuple[Line, ...]


def context(subject: Subject) -> Context | None:
    groups = [*_rooms(subject), *_listed(subject), *_tiles(subject), *_taken(subject)]
    waiting = _waiting(subject)
    if not subject.project and waiting:
        groups, waiting = [*groups, waiting], None
    if not groups and not waiting:
        return None
    lines = [line for group in groups for line in group.lines]
    priced = [(line.vat_percent, line.price_gr) for line in lines if line.price_gr is not None]
    known = [price_gr for _rate, price_gr in priced]
    return {
        "groups": groups,
        "waiting": waiting,
        "is_priced": bool(known) or bool(waiting and any(line.price for line in waiting.lines)),
        "total": money(sum(known), subject.language) if known else None,
        "credit": _credit(subject, sum(known)),
        "vat": [(rate, money(vat_gr, subject.language)) for rate, vat_gr in vat_in(priced).items()],
        "brands": _brands(subject, lines),
        "unpriced": len(lines) - len(known),
        "is_demonstration": bool(subject.quantities.paints) and subject.deck.demonstration,
        "has_demo_prices": subject.has_demo_prices,
    }


def _credit(subject: Subject, total_gr: int) -> tuple[str, str] | None:
    """What testers bring back for the paint that is listed, and what is left to pay; None where nothing comes back."""
    credit_gr = sum(basket.credit_gr for basket in subject.baskets)
    return (money(credit_gr, subject.language), money(total_gr - credit_gr, subject.language)) if credit_gr else None


def _brands(subject: Subject, lines: Iterable[Line]) -> list[tuple[str, str, str]]:
    """By supplier: how many lines and what they cost; nothing where no supplier is told."""
    counts: dict[str, list[int]] = {}
    for line in lines:
        if line.price_gr is not None:
            counts.setdefault(line.brand, []).append(line.price_gr)
    if not any(counts):
        return []
    return [
        (brand or subject.t("tiling.no_brand"), str(len(held)), money(sum(held), subject.language))
        for brand, held in sorted(counts.items(), key=lambda one: (not one[0], one[0].casefold()))
    ]


def _rooms(subject: Subject) -> Iterator[Group]:
    for place, counted in groupby(subject.quantities.items, key=lambda one: one.room):
        name = subject.t("documents.no_room") if place is None else subject.room_names[place]
        yield Group(name, tuple(_lines(subject, counted)))


def _lines(subject: Subject, counted: Iterable[Counted]) -> Iterator[Line]:
    """A product picked at two prices is one line, at the price of today."""
    known = {line.product.sku: line.product for line in subject.products}
    counts: dict[tuple[str, str, str, int | None, Terms], int] = {}
    for one in counted:
        kept = one.item.product
        product = (known.get(kept["sku"]) or sold(kept, None)) if kept else None
        told = _told(subject, product) if product else ""
        price_gr = product.price_gr if product else None
        name, size = item_name(one.item, subject.language), _size(subject, one.item.size)
        key = (name, told, size, price_gr, _terms(product))
        counts[key] = counts.get(key, 0) + one.count
    for (name, told, size, price_gr, terms), count in counts.items():
        all_gr = None if price_gr is None else price_gr * count
        yield _line(subject, str(count), name, told, size, all_gr, terms)


def _listed(subject: Subject) -> Iterator[Group]:
    """The products that are only listed, and those of which more are wanted than are drawn; without paint's tins."""
    lines = []
    for line in besides(subject.products, subject.listed_tins):
        if not line.undrawn:
            continue
        product, name = line.product, line.product.name[subject.language]
        size = _size(subject, product.size) if product.size else ""
        count = in_units(line.undrawn, product.unit, subject.language)
        price_gr = cost_gr(product.price_gr, line.undrawn)
        lines.append(_line(subject, count, name, _told(subject, product, name=False), size, price_gr, _terms(product)))
    if lines:
        yield Group(subject.t("products.outside"), tuple(lines))


def _told(subject: Subject, product: Sold, *, name: bool = True) -> str:
    """Its name, numbers, the day of a price that is not today's, and whose its 3D model is."""
    told = [product.name[subject.language]] if name else []
    told.append(subject.t("products.sku", sku=product.sku))
    if product.ean:
        told.append(subject.t("products.ean", ean=product.ean))
    if not product.current:
        day = product.priced_on and format_date(product.priced_on, "dd.MM.y", locale=subject.language)
        told.append(subject.t("products.old_price", day=day) if day else subject.t("products.old_price_unknown"))
    if body := subject.bodies.get(product.sku):
        told.append(subject.t("products.model", author=body.author, licence=body.licence))
    return ", ".join(told)


def _size(subject: Subject, size: Iterable[int]) -> str:
    return " × ".join(map(subject.figures.length, size)) + " cm"


def _taken(subject: Subject) -> Iterator[Group]:
    """The paints on the project's list, in the tins that were taken, whether the plan still shows them or not."""
    lines = [
        _paint_line(subject, paint, basket, litres(basket.need_ml, subject.language), basket.is_enamel)
        for basket in subject.baskets
        if (paint := subject.deck.get(basket.code))
    ]
    if lines:
        yield Group(subject.t("documents.paints"), tuple(lines))


def _waiting(subject: Subject) -> Group | None:
    """The paints of the plan that are not on the list yet, each in its cheapest tins: told, but not in the sum."""
    lines = []
    for painted in subject.quantities.paints:
        if subject.in_basket(painted):
            continue
        if (paint := subject.deck.get(painted.code)) is None:
            lines.append(_line(subject, "1", painted.code, "", "", None))
            continue
        need = need_in(painted, paint, subject.own_tins(paint.code))
        lines.append(_paint_line(subject, paint, need.tins, litres(need.ml, subject.language), painted.is_enamel))
    name = "paint_baskets.waiting" if subject.project else "documents.paints"
    return Group(subject.t(name), tuple(lines)) if lines else None


def _paint_line(subject: Subject, paint: Paint, tins: Purchase | InBasket | None, size: str, is_enamel: bool) -> Line:
    name = f"{paint_name(paint, subject.language)}, {paint.code}"
    name += f", {subject.t('documents.enamel')}" if is_enamel else ""
    if tins is None:
        return _line(subject, "1", name, "", size, None)
    told = counts_in_words(tins.counts, subject.language)
    if isinstance(tins, InBasket) and tins.change:
        since = subject.t(f"paint_baskets.{tins.change}_since", litres=litres(tins.design_ml, subject.language))
        told = f"{told}. {since}"
    return _line(subject, str(sum(tins.counts.values())), name, told, size, tins.price_gr)


def _tiles(subject: Subject) -> Iterator[Group]:
    """Each tile with what is to spare, in the unit in which it is sold, at today's price or else the plan's."""
    for boards in (False, True):
        needs = [need for need in subject.tiling.tiles if is_board(need.tile) == boards]
        if needs:
            name = coverings(subject, (need.tile for need in needs))
            yield Group(name, tuple(_tile_line(subject, need) for need in needs))


def _tile_line(subject: Subject, need: TileNeed) -> Line:
    tile, kept = need.tile, need.tile.get("product")
    known = next((line.product for line in subject.products if kept and line.product.sku == kept["sku"]), None)
    product = known or (sold(kept, None) if kept else None)
    unit = known.unit if known else tile.get("sold_by")
    told = [_told(subject, product, name=False)] if product else []
    if need.count and need.count.packs and unit != "pack":
        told.append(subject.t("tiling.n_packs", n=need.count.packs))
    hundredths = to_buy_hundredths(need, unit or "piece")
    count = in_units(hundredths, unit or "piece", subject.language) if hundredths else _area(subject, need)
    price_gr = cost_gr(product.price_gr, hundredths) if product and unit and hundredths else None
    size = subject.figures.sides(*tile["size"])
    name = product.name[subject.language] if product else covering_name(subject, tile)
    return _line(subject, count, name, ", ".join(told), size, price_gr, _terms(product))


def _area(subject: Subject, need: TileNeed) -> str:
    return area(round(need.area_mm2), subject.language)


def _line(
    subject: Subject,
    count: str,
    name: str,
    product: str,
    size: str,
    price_gr: int | None,
    terms: Terms = (USUAL_VAT_PERCENT, ""),
) -> Line:
    price = money(price_gr, subject.language) if price_gr is not None else ""
    return Line(count, name, product, size, price_gr, price, *terms)


def _terms(product: Sold | None) -> Terms:
    if product is None:
        return USUAL_VAT_PERCENT, ""
    return USUAL_VAT_PERCENT if product.vat_percent is None else product.vat_percent, product.brand
