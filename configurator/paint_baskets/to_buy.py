"""What stands where a paint is bought: how much wall, how many litres, in which tins, with what, for how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from configurator.errors import Refused
from configurator.i18n import language
from configurator.paint_baskets import listing, service
from configurator.paint_baskets import need as needs
from configurator.paint_baskets.buyer import Buyer, of_design
from configurator.paint_baskets.line import WALLS
from configurator.paint_baskets.models import PaintBasket
from configurator.paint_baskets.need import Need, Walls
from configurator.paint_baskets.painted import amounts, painted
from configurator.paint_baskets.service import Choice
from configurator.paint_baskets.shelf import shelf
from configurator.products.models import Product
from configurator.products.page import plan_of
from configurator.projects.grants import Access
from rooms.plan import Plan
from samples.paint import Paint
from samples.tools import Tool


@dataclass(frozen=True)
class ToBuy:
    """The paint for the walls that are meant; `need` is None while nobody has said how much wall there is.

    `product` is what the retailer calls the paint, empty where it sells none; `is_wrong`: what was `typed` is no area.
    `changed_gr` is what the basket's tins and tools cost by now, None where their price has not changed.
    """

    use: str
    offered: Sequence[Walls]
    need: Need | None
    typed: str
    is_wrong: bool
    product: str
    choices: Sequence[Choice]
    tools: Sequence[tuple[Tool, Product | None]]
    basket: PaintBasket | None
    changed_gr: int | None


def to_buy(session: Session, buyer: Buyer, paint: Paint, asked: Mapping[str, str]) -> ToBuy:
    """`asked` says which walls are meant (`walls`, `m2`)."""
    offered = walls_of(session, buyer)
    typed = asked.get("m2", "")[:10]
    walls = needs.chosen(offered, asked.get("walls", ""), typed)
    need = needs.need(paint, walls, buyer.use) if walls else None
    sold = shelf(session, buyer.tenant_id, paint, buyer.use)
    tools = walls.tools if walls and buyer.use == WALLS else ()
    basket = service.find(session, buyer)
    return ToBuy(
        use=buyer.use,
        offered=offered,
        need=need,
        typed=typed,
        product=sold.line_name(language()),
        is_wrong=walls is None and bool(typed.strip()),
        choices=service.offered(session, buyer, paint, need) if need else (),
        tools=[(tool, sold.tools.get(tool.key)) for tool in tools],
        basket=basket,
        changed_gr=listing.changed_gr(session, basket) if basket else None,
    )


def press(session: Session, buyer: Buyer, paint: Paint, form: Mapping[str, str], tools: Sequence[str]) -> PaintBasket:
    """What the form says, put in the basket; Refused where nobody has said how much wall there is."""
    walls = needs.chosen(walls_of(session, buyer), form.get("walls", ""), form.get("m2", ""))
    if walls is None:
        raise Refused("how_much_wall", path="m2")
    need = needs.need(paint, walls, buyer.use)
    return service.put(session, buyer, paint, need, form.get("rank", ""), tools, design_ml=design_ml(session, buyer))


def press_sold(
    session: Session, buyer: Buyer, paint: Paint, form: Mapping[str, str], tools: Sequence[str]
) -> PaintBasket:
    """The same of a paint that the retailer sells; Refused where its tins would be the demonstration's."""
    if not shelf(session, buyer.tenant_id, paint, buyer.use).products:
        raise Refused("paint_not_sold", path="rank")
    return press(session, buyer, paint, form, tools)


def take_all(session: Session, access: Access) -> None:
    """Every paint of the design that is sold, of a known area and not taken yet, in its cheapest tins."""
    for one in painted(session, access):
        if one.need and one.choice and one.basket is None:
            buyer = of_design(session, access, one.paint.code, one.use)
            service.put(session, buyer, one.paint, one.need, one.choice.rank, design_ml=one.need.ml)


def design_ml(session: Session, buyer: Buyer) -> int | None:
    """What the design takes of the paint by now; None where it does not use it."""
    return amounts(session, buyer.project).get((buyer.paint, buyer.use)) if buyer.project else None


def walls_of(session: Session, buyer: Buyer) -> Sequence[Walls]:
    return needs.walls_of(_plan(session, buyer), buyer.paint, language(), buyer.use)


def _plan(session: Session, buyer: Buyer) -> Plan | None:
    return plan_of(session, buyer.project) if buyer.project else None
