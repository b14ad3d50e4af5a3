"""The shopping list: what stands in each room, what is listed besides, and the paint, with the prices there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from babel.dates import format_date

from configurator.exports.amounts import litres, tins_in_words
from configurator.exports.names import item_name, paint_name
from configurator.exports.pages import Context
from configurator.exports.subject import Subject
from configurator.exports.tins import need_of
from configurator.i18n import money
from configurator.products.amounts import cost_gr, in_units
from configurator.products.shopping import Sold, sold
from rooms.quantities import Counted
from samples.demo import demo_deck

ORDER = 50


@dataclass(frozen=True)
class Line:
    """`product` is what is sold under which number, `price_gr` of all `count` together, None where nobody knows it."""

    count: str
    name: str
    product: str
    size: str
    price_gr: int | None
    price: str


@dataclass(frozen=True)
class Group:
    name: str
    lines: tuple[Line, ...]


def context(subject: Subject) -> Context | None:
    groups = [*_rooms(subject), *_listed(subject), *_paints(subject)]
    if not groups:
        return None
    lines = [line for group in groups for line in group.lines]
    known = [line.price_gr for line in lines if line.price_gr is not None]
    return {
        "groups": groups,
        "total": money(sum(known), subject.language) if known else None,
        "unpriced": len(lines) - len(known),
        "has_demo_prices": bool(subject.quantities.paints) and demo_deck().demonstration,
    }


def _rooms(subject: Subject) -> Iterator[Group]:
    for place, counted in groupby(subject.quantities.items, key=lambda one: one.room):
        name = subject.t("documents.no_room") if place is None else subject.room_names[place]
        yield Group(name, tuple(_lines(subject, counted)))


def _lines(subject: Subject, counted: Iterable[Counted]) -> Iterator[Line]:
    """A product picked at two prices is one line, at the price of today."""
    known = {line.product.sku: line.product for line in subject.products}
    counts: dict[tuple[str, str, str, int | None], int] = {}
    for one in counted:
        kept = one.item.product
        product = (known.get(kept["sku"]) or sold(kept, None)) if kept else None
        told = _told(subject, product) if product else ""
        price_gr = product.price_gr if product else None
        key = (item_name(one.item, subject.language), told, _size(subject, one.item.size), price_gr)
        counts[key] = counts.get(key, 0) + one.count
    for (name, told, size, price_gr), count in counts.items():
        yield _line(subject, str(count), name, told, size, None if price_gr is None else price_gr * count)


def _listed(subject: Subject) -> Iterator[Group]:
    """The products that are only listed, and those of which more are wanted than are drawn."""
    lines = []
    for line in subject.products:
        if not line.undrawn:
            continue
        product, name = line.product, line.product.name[subject.language]
        size = _size(subject, product.size) if product.size else ""
        count = in_units(line.undrawn, product.unit, subject.language)
        price_gr = cost_gr(product.price_gr, line.undrawn)
        lines.append(_line(subject, count, name, _told(subject, product, name=False), size, price_gr))
    if lines:
        yield Group(subject.t("products.outside"), tuple(lines))


def _told(subject: Subject, product: Sold, *, name: bool = True) -> str:
    """Its name, numbers, and the day of a price that is not today's."""
    told = [product.name[subject.language]] if name else []
    told.append(subject.t("products.sku", sku=product.sku))
    if product.ean:
        told.append(subject.t("products.ean", ean=product.ean))
    if not product.current:
        day = product.priced_on and format_date(product.priced_on, "dd.MM.y", locale=subject.language)
        told.append(subject.t("products.old_price", day=day) if day else subject.t("products.old_price_unknown"))
    return ", ".join(told)


def _size(subject: Subject, size: Iterable[int]) -> str:
    return " × ".join(map(subject.figures.length, size)) + " cm"


def _paints(subject: Subject) -> Iterator[Group]:
    """The paints of the deck, each in its cheapest tins."""
    lines = []
    for area in subject.quantities.paints:
        if (paint := demo_deck().get(area.code)) is None:
            lines.append(_line(subject, "1", area.code, "", "", None))
            continue
        need = need_of(paint, area.patches)
        tins = tins_in_words(need.tins, subject.language) if need.tins else ""
        price_gr = need.tins.price_gr if need.tins else None
        name = f"{paint_name(paint, subject.language)}, {paint.code}"
        count = str(sum(need.tins.counts.values()) if need.tins else 1)
        lines.append(_line(subject, count, name, tins, litres(need.ml, subject.language), price_gr))
    if lines:
        yield Group(subject.t("documents.paints"), tuple(lines))


def _line(subject: Subject, count: str, name: str, product: str, size: str, price_gr: int | None) -> Line:
    price = money(price_gr, subject.language) if price_gr is not None else ""
    return Line(count, name, product, size, price_gr, price)
