"""What became of each colour: ordered as a sample, judged at home, its paint taken, its paint paid for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import Session

from configurator.judgements.models import SampleJudgement
from configurator.judgements.service import NOT_THIS, THIS
from configurator.orders.models import SampleLine, SampleOrder
from configurator.paint_baskets.models import PaintBasket

LOOKED_BACK = timedelta(days=365)
STAGES = ("ordered", "judged", "chosen", "refused", "taken", "bought")


@dataclass(frozen=True)
class Colour:
    """Samples ordered, by lines of orders; of these judged (chosen or refused), paint in a basket, paint paid for."""

    paint: str
    name_pl: str
    name_en: str
    hex: str
    ordered: int
    judged: int
    chosen: int
    refused: int
    taken: int
    bought: int


def colours(session: Session, tenant_id: str, at: datetime) -> Sequence[Colour]:
    """The retailer's colours of the last year, the most ordered first; orders withdrawn from are left out."""
    line, judged, basket = SampleLine, SampleJudgement, PaintBasket
    stands = and_(basket.version > 0, basket.removed_at.is_(None))
    counts = (
        func.count(line.place),
        _when(judged.verdict != ""),
        _when(judged.verdict == THIS),
        _when(judged.verdict == NOT_THIS),
        _when(stands),
        _when(and_(stands, basket.bought_at.is_not(None))),
    )
    wanted = (
        select(line.paint, func.max(line.name_pl), func.max(line.name_en), func.max(line.hex), *counts)
        .join(SampleOrder, SampleOrder.id == line.order_id)
        .outerjoin(judged, and_(judged.order_id == line.order_id, judged.place == line.place))
        .outerjoin(basket, and_(basket.order_id == line.order_id, basket.place == line.place))
        .where(line.tenant_id == tenant_id, SampleOrder.withdrawn_at.is_(None))
        .where(SampleOrder.placed_at >= at - LOOKED_BACK)
        .group_by(line.paint)
        .order_by(func.count(line.place).desc(), line.paint)
    )
    return [Colour(*tuple(row)) for row in session.execute(wanted)]


def _when(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
