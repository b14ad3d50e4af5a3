"""The shopping list: what stands in each room, and the paint, with prices as far as they are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from configurator.exports.amounts import litres, tins_in_words
from configurator.exports.names import item_name, paint_name
from configurator.exports.pages import Context
from configurator.exports.subject import Subject
from configurator.exports.tins import need_of
from configurator.i18n import money
from rooms.quantities import Counted
from samples.demo import demo_deck

ORDER = 50


@dataclass(frozen=True)
class Line:
    """`product` is what is sold under which number, `price_gr` of all `count` together, None where nobody knows it."""

    count: int
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
    groups = [*_rooms(subject), *_paints(subject)]
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
    figures = subject.figures
    for one in counted:
        product = one.item.product
        told = f"{product['name']}, {product['sku']}" if product else ""
        size = " × ".join(map(figures.length, one.item.size)) + " cm"
        yield _line(subject, one.count, item_name(one.item, subject.language), told, size, one.price_gr)


def _paints(subject: Subject) -> Iterator[Group]:
    """The paints of the deck, each in its cheapest tins."""
    lines = []
    for area in subject.quantities.paints:
        if (paint := demo_deck().get(area.code)) is None:
            lines.append(_line(subject, 1, area.code, "", "", None))
            continue
        need = need_of(paint, area.patches)
        tins = tins_in_words(need.tins, subject.language) if need.tins else ""
        price_gr = need.tins.price_gr if need.tins else None
        name = f"{paint_name(paint, subject.language)}, {paint.code}"
        count = sum(need.tins.counts.values()) if need.tins else 1
        lines.append(_line(subject, count, name, tins, litres(need.ml, subject.language), price_gr))
    if lines:
        yield Group(subject.t("documents.paints"), tuple(lines))


def _line(subject: Subject, count: int, name: str, product: str, size: str, price_gr: int | None) -> Line:
    price = money(price_gr, subject.language) if price_gr is not None else ""
    return Line(count, name, product, size, price_gr, price)
