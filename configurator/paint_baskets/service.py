"""Paint put in the basket by its sample: tins, tools, the tester's price off, and the project's list."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from configurator.db import insert_into, lock, new_id, now
from configurator.errors import Conflict, NotFound, Refused
from configurator.orders.models import SampleLine, SampleOrder
from configurator.paint_baskets import listing, testers
from configurator.paint_baskets.credit import Credited, credit
from configurator.paint_baskets.models import PaintBasket
from configurator.paint_baskets.need import Need
from configurator.paint_baskets.shelf import Shelf, shelf
from samples.paint import Paint
from samples.tins import MOST_NEED_ML, Purchase, cheapest, fewest, least_left_over

RANKS: Mapping[str, Callable[..., Purchase]] = {
    "cheapest": cheapest,
    "least_left_over": least_left_over,
    "fewest": fewest,
}


@dataclass(frozen=True)
class Choice:
    """One way to buy the paint, and what of the testers' price comes back with it."""

    rank: str
    tins: Purchase
    credit: Credited | None

    @property
    def to_pay_gr(self) -> int:
        return self.tins.price_gr - self.credit_gr

    @property
    def credit_gr(self) -> int:
        return min(self.credit.gr, self.tins.price_gr) if self.credit else 0


def find(session: Session, line: SampleLine) -> PaintBasket | None:
    """The line's paint in the basket; None where there is none, or it was taken out."""
    held = session.scalar(_wanted(line))
    return held if held is not None and held.stands else None


def offered(session: Session, line: SampleLine, paint: Paint, need: Need) -> list[Choice]:
    """The ways to buy it: the cheapest, the least left over, the fewest tins; those alike are told once."""
    on_shelf, unused = shelf(session, line.tenant_id, paint), testers.unused(session, line.order)
    found: list[Choice] = []
    for rank in RANKS if need.ml <= MOST_NEED_ML else ():
        one = _choice(session, line, on_shelf, need, rank, _count(unused))
        if all(one.tins.counts != other.tins.counts for other in found):
            found.append(one)
    return found


def put(
    session: Session, line: SampleLine, paint: Paint, need: Need, rank: str, tools: Collection[str] = ()
) -> PaintBasket:
    """Put the tins in the basket, use the testers whose price comes back, list them; safe to repeat, once for a line.

    Of `tools` (their keys) those come with it that are sold and of use.

    Everything stands or nothing: the testers are held before the decision and counted after it, in one transaction.
    """
    if rank not in RANKS:
        raise Refused("not_a_choice", path="rank")
    if need.ml > MOST_NEED_ML:
        raise Refused("too_much_paint", path="m2")
    testers.hold(session, line.order)
    basket, on_shelf = _take(session, line), shelf(session, line.tenant_id, paint)
    if basket.bought_at is not None:
        raise Conflict("paint_bought")
    unused = testers.unused(session, line.order)
    wanted = _tools(on_shelf, need, tools)
    is_same = _is_same(basket, RANKS[rank](on_shelf.tins, need.ml), need) and json.loads(basket.tools) == wanted
    if is_same and (basket.uses or not unused):
        return basket
    _let_go(session, basket)
    unused = testers.unused(session, line.order)
    choice = _choice(session, line, on_shelf, need, rank, _count(unused))
    _write(session, basket, paint, need, choice, unused)
    basket.tins = json.dumps([[ml, count, _product(on_shelf, ml)] for ml, count in choice.tins.counts.items()])
    basket.tools = json.dumps(wanted)
    basket.tools_gr = sum(on_shelf.tools[key].price_gr * count for key, count, _product in wanted)
    listing.put_on(session, line.order, basket)
    return basket


def remove(session: Session, line: SampleLine) -> None:
    """Take the paint out again: the testers are free, and the list is as before. Conflict once it was bought."""
    testers.hold(session, line.order)
    basket = _take(session, line)
    if basket.bought_at is not None:
        raise Conflict("paint_bought")
    if basket.stands:
        _let_go(session, basket)
        basket.removed_at = now()


def of_order(session: Session, order: SampleOrder) -> Sequence[PaintBasket]:
    """The paint that the order's samples have led to."""
    found = session.scalars(select(PaintBasket).where(PaintBasket.order_id == order.id).order_by(PaintBasket.place))
    return [basket for basket in found if basket.stands]


def of_staff(session: Session, basket_id: str, tenant_id: str) -> PaintBasket:
    found = session.get(PaintBasket, basket_id)
    if found is None or found.tenant_id != tenant_id:
        raise NotFound("no_order")
    return found


def mark_bought(session: Session, basket: PaintBasket) -> None:
    """Paid in the store; from now on it stays as it is."""
    lock(session, basket)
    if basket.stands:
        basket.bought_at = basket.bought_at or now()


def withdraw(session: Session, order: SampleOrder) -> None:
    """The order's testers are given back: a basket that stands on them and is not paid yet loses their price.

    The caller has held the testers before the order was withdrawn from, as whoever fills a basket does first.
    """
    of_tenant = PaintBasket.tenant_id == order.tenant_id
    baskets = session.scalars(select(PaintBasket).where(of_tenant, PaintBasket.testers.contains(order.id))).all()
    for basket in baskets:
        lock(session, basket)
        if not basket.stands or basket.bought_at is not None:
            continue
        testers.give_back(session, basket.uses)
        basket.testers, basket.credit_gr, basket.basis = "[]", 0, "{}"
        basket.version += 1


def _tools(on_shelf: Shelf, need: Need, wanted: Collection[str]) -> list[list[Any]]:
    """As a basket keeps them."""
    of_use = ((tool, on_shelf.tools.get(tool.key)) for tool in need.walls.tools if tool.key in wanted)
    return [[tool.key, tool.count, product.id] for tool, product in of_use if product]


def _is_same(basket: PaintBasket, tins: Purchase, need: Need) -> bool:
    return basket.stands and basket.counts == dict(tins.counts) and basket.need_ml == need.ml


def _choice(session: Session, line: SampleLine, on_shelf: Shelf, need: Need, rank: str, unused: int) -> Choice:
    tins = RANKS[rank](on_shelf.tins, need.ml)
    return Choice(rank, tins, credit(session, line.order, dict(tins.counts), unused))


def _write(
    session: Session, basket: PaintBasket, paint: Paint, need: Need, chosen: Choice, unused: list[testers.Use]
) -> None:
    used = testers.use(session, chosen.credit.testers, unused) if chosen.credit and chosen.credit_gr else []
    basket.paint, basket.base = paint.code, paint.base
    basket.need_ml, basket.coats, basket.rank = need.ml, need.coats.count, chosen.rank
    basket.price_gr, basket.credit_gr = chosen.tins.price_gr, chosen.credit_gr
    basket.testers, basket.basis = json.dumps(used), chosen.credit.basis if chosen.credit else "{}"
    basket.put_at, basket.removed_at = now(), None
    basket.version += 1
    session.flush()


def _let_go(session: Session, basket: PaintBasket) -> None:
    """Give back what the basket holds, before it is filled anew or stays empty."""
    if basket.stands:
        testers.give_back(session, basket.uses)
        listing.take_off(session, basket)
        basket.testers = "[]"


def _take(session: Session, line: SampleLine) -> PaintBasket:
    """The line's row, made when there is none, locked until the transaction ends."""
    row = {"id": new_id(), "tenant_id": line.tenant_id, "order_id": line.order_id, "place": line.place}
    session.execute(insert_into(session, PaintBasket).values(row | EMPTY | {"put_at": now()}).on_conflict_do_nothing())
    return session.scalars(_wanted(line).with_for_update().execution_options(populate_existing=True)).one()


EMPTY = {"paint": "", "base": "", "need_ml": 0, "coats": 0, "rank": "", "tins": "[]", "price_gr": 0} | {
    "tools": "[]",
    "tools_gr": 0,
    "credit_gr": 0,
    "testers": "[]",
    "basis": "{}",
    "version": 0,
}


def _wanted(line: SampleLine) -> Select[PaintBasket]:
    return select(PaintBasket).where(PaintBasket.order_id == line.order_id, PaintBasket.place == line.place)


def _count(unused: list[testers.Use]) -> int:
    return sum(left for _order, _place, left in unused)


def _product(on_shelf: Shelf, ml: int) -> str:
    product = on_shelf.products.get(ml)
    return product.id if product else ""
