"""Paint put in the basket, by its sample or out of the design: tins, tools, the tester's price off, the list."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from configurator.db import insert_into, lock, new_id, now
from configurator.errors import Conflict, Refused
from configurator.paint_baskets import listing, testers
from configurator.paint_baskets.buyer import Buyer
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


def find(session: Session, buyer: Buyer) -> PaintBasket | None:
    """The paint in the basket, whichever way it was put there; None where there is none, or it was taken out."""
    held = _held(session, buyer)
    return held if held is not None and held.stands else None


def offered(
    session: Session, buyer: Buyer, paint: Paint, need: Need, ranks: Collection[str] = tuple(RANKS)
) -> list[Choice]:
    """The ways to buy it: the cheapest, the least left over, the fewest tins; those alike are told once."""
    on_shelf, unused = shelf(session, buyer.tenant_id, paint, buyer.use), _unused(session, buyer)
    found: list[Choice] = []
    for rank in ranks if need.ml <= MOST_NEED_ML else ():
        one = _choice(session, buyer, on_shelf, need, rank, _count(unused))
        if all(one.tins.counts != other.tins.counts for other in found):
            found.append(one)
    return found


def put(
    session: Session,
    buyer: Buyer,
    paint: Paint,
    need: Need,
    rank: str,
    tools: Collection[str] = (),
    *,
    design_ml: int | None = None,
) -> PaintBasket:
    """Put the tins in the basket, use the testers whose price comes back, list them; safe to repeat, once for a paint.

    Of `tools` (their keys) those come with it that are sold and of use; `design_ml` is what the design takes of it now.

    Everything stands or nothing: the testers are held before the decision and counted after it, in one transaction.
    """
    if rank not in RANKS:
        raise Refused("not_a_choice", path="rank")
    if need.ml > MOST_NEED_ML:
        raise Refused("too_much_paint", path="m2")
    _hold(session, buyer)
    basket, on_shelf = _take(session, buyer), shelf(session, buyer.tenant_id, paint, buyer.use)
    if basket.bought_at is not None:
        raise Conflict("paint_bought")
    basket.design_ml = design_ml
    unused = _unused(session, buyer)
    wanted = _tools(on_shelf, need, tools)
    is_same = _is_same(basket, RANKS[rank](on_shelf.tins, need.ml), need) and json.loads(basket.tools) == wanted
    if is_same and (basket.uses or not unused):
        return basket
    _let_go(session, buyer, basket)
    unused = _unused(session, buyer)
    choice = _choice(session, buyer, on_shelf, need, rank, _count(unused))
    _write(session, basket, paint, need, choice, unused)
    basket.tins = json.dumps([[ml, count, _product(on_shelf, ml)] for ml, count in choice.tins.counts.items()])
    basket.tools = json.dumps(wanted)
    basket.tools_gr = sum(on_shelf.tools[key].price_gr * count for key, count, _product in wanted)
    listing.put_on(session, buyer.access, basket)
    return basket


def keep(session: Session, buyer: Buyer, design_ml: int | None) -> None:
    """It stays as it was taken, though the design takes `design_ml` of the paint by now."""
    if (basket := find(session, buyer)) is not None:
        lock(session, basket)
        basket.design_ml = design_ml


def remove(session: Session, buyer: Buyer) -> None:
    """Take the paint out again: the testers are free, and the list is as before. Conflict once it was bought."""
    _hold(session, buyer)
    if (basket := _held(session, buyer)) is None:
        return
    lock(session, basket)
    if basket.bought_at is not None:
        raise Conflict("paint_bought")
    if basket.stands:
        _let_go(session, buyer, basket)
        basket.removed_at = now()


def _tools(on_shelf: Shelf, need: Need, wanted: Collection[str]) -> list[list[Any]]:
    """As a basket keeps them."""
    of_use = ((tool, on_shelf.tools.get(tool.key)) for tool in need.walls.tools if tool.key in wanted)
    return [[tool.key, tool.count, product.id] for tool, product in of_use if product]


def _is_same(basket: PaintBasket, tins: Purchase, need: Need) -> bool:
    return basket.stands and basket.counts == dict(tins.counts) and basket.need_ml == need.ml


def _choice(session: Session, buyer: Buyer, on_shelf: Shelf, need: Need, rank: str, unused: int) -> Choice:
    tins = RANKS[rank](on_shelf.tins, need.ml)
    return Choice(rank, tins, credit(session, buyer, dict(tins.counts), unused))


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


def _let_go(session: Session, buyer: Buyer, basket: PaintBasket) -> None:
    """Give back what the basket holds, before it is filled anew or stays empty."""
    if basket.stands:
        testers.give_back(session, basket.uses)
        listing.take_off(session, buyer.access, basket)
        basket.testers = "[]"


def _hold(session: Session, buyer: Buyer) -> None:
    """Wait for whoever else fills a basket of the design, or uses these testers."""
    if buyer.project is not None:
        lock(session, buyer.project)
    testers.hold(session, buyer.tenant_id, buyer.testers(session))


def _unused(session: Session, buyer: Buyer) -> list[testers.Use]:
    return testers.unused(session, buyer.tenant_id, buyer.testers(session)) if buyer.earns_credit else []


def _held(session: Session, buyer: Buyer) -> PaintBasket | None:
    """The row of the paint: of a design the one that stands, from whatever sample; else the sample's, else its own."""
    found = session.scalars(_wanted(buyer)).all()
    own = [basket for basket in found if (basket.order_id, basket.place) == _of_sample(buyer)]
    return next((basket for basket in found if basket.stands), own[0] if own else None)


def _take(session: Session, buyer: Buyer) -> PaintBasket:
    """That row, made when there is none, locked until the transaction ends."""
    if (held := _held(session, buyer)) is None:
        order_id, place = _of_sample(buyer)
        project_id = buyer.project.id if buyer.project else None
        row: dict[str, Any] = {"id": new_id(), "tenant_id": buyer.tenant_id, "order_id": order_id, "place": place}
        row |= {"project_id": project_id, "use": buyer.use, "paint": buyer.paint, "put_at": now()}
        session.execute(insert_into(session, PaintBasket).values(EMPTY | row).on_conflict_do_nothing())
        held = next(row for row in session.scalars(_wanted(buyer)) if (row.order_id, row.place) == (order_id, place))
    lock(session, held)
    return held


EMPTY = {"base": "", "need_ml": 0, "coats": 0, "rank": "", "tins": "[]", "price_gr": 0} | {
    "tools": "[]",
    "tools_gr": 0,
    "credit_gr": 0,
    "testers": "[]",
    "basis": "{}",
    "version": 0,
}


def _wanted(buyer: Buyer) -> Select[PaintBasket]:
    """The rows of the paint: the sample's, and of a design whatever its other samples and itself have made."""
    order_id, place = _of_sample(buyer)
    ways = [and_(PaintBasket.order_id == order_id, PaintBasket.place == place)] if order_id else []
    if buyer.project is not None:
        same_paint = and_(PaintBasket.paint == buyer.paint, PaintBasket.use == buyer.use)
        ways.append(and_(PaintBasket.project_id == buyer.project.id, same_paint))
    return select(PaintBasket).where(or_(*ways)).execution_options(populate_existing=True)


def _of_sample(buyer: Buyer) -> tuple[str | None, int]:
    return (buyer.order.id, buyer.place) if buyer.order else (None, 0)


def _count(unused: list[testers.Use]) -> int:
    return sum(left for _order, _place, left in unused)


def _product(on_shelf: Shelf, ml: int) -> str:
    product = on_shelf.products.get(ml)
    return product.id if product else ""
