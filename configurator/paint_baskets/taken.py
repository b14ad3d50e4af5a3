"""The paints on a design's shopping list: what they cost by now, and whether the design still takes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from configurator.decks.service import deck_of
from configurator.i18n import language
from configurator.paint_baskets import listing, standing
from configurator.paint_baskets.models import PaintBasket
from configurator.paint_baskets.painted import amounts
from configurator.paint_baskets.shelf import shelf
from configurator.projects.models import Project
from samples.paint import Paint

GONE, AMOUNT = "gone", "amount"


@dataclass(frozen=True)
class Taken:
    """A paint that is on the list; `product` is what the retailer calls it, empty where it sells none.

    `tins` is how many of which product (its number) stand on the list for it, and `cost_gr` is theirs alone, of today.
    `change` tells what the design has come to since: `gone`, it uses the paint no more; `amount`, it takes `design_ml`.
    """

    basket: PaintBasket
    paint: Paint | None
    product: str
    tins: Counter[str]
    cost_gr: int
    change: str
    design_ml: int


def taken(session: Session, project: Project) -> list[Taken]:
    """In the order in which they came."""
    baskets = standing.of_project(session, project)
    now_ml = amounts(session, project) if baskets else {}
    return [_taken(session, basket, now_ml.get((basket.paint, basket.use))) for basket in baskets]


def tins_of(paints: Iterable[Taken]) -> Counter[str]:
    """How many of which product (its number) stand on the list as tins of these paints."""
    return sum((one.tins for one in paints), Counter())


def total_gr(paints: Sequence[Taken]) -> int:
    """What their tins cost; their tools are products like others."""
    return sum(one.cost_gr for one in paints)


def _taken(session: Session, basket: PaintBasket, design_ml: int | None) -> Taken:
    paint = deck_of(session, basket.tenant_id).get(basket.paint)
    sold = shelf(session, basket.tenant_id, paint, basket.use) if paint else None
    return Taken(
        basket=basket,
        paint=paint,
        product=sold.line_name(language()) if sold else "",
        tins=Counter({product.sku: count for product, count in listing.tins_listed(session, basket)}),
        cost_gr=listing.tins_cost_gr(session, basket),
        change=_change(basket, design_ml),
        design_ml=design_ml or 0,
    )


def _change(basket: PaintBasket, design_ml: int | None) -> str:
    if basket.bought_at is not None or basket.design_ml == design_ml:
        return ""
    return GONE if design_ml is None else AMOUNT
