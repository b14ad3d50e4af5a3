"""Testers bought and not yet credited, and packs of paint in the basket that no tester has been credited for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from configurator.offers.source import Asking, Source, named
from configurator.orders.models import SampleOrder, SellingSettings
from configurator.orders.selling import missing
from configurator.paint_baskets.models import PaintBasket
from configurator.paint_baskets.testers import PACKS, TESTERS, packs, unused_of


def known(asking: Asking) -> Mapping[str, Any]:
    """Nothing of a retailer that sells no samples here: what its shop sells, its own systems tell."""
    session, project = asking.session, asking.project
    settings = session.get(SellingSettings, project.tenant_id)
    if settings is None or missing(settings):
        return {}
    ordered = select(SampleOrder.id).where(SampleOrder.project_id == project.id)
    baskets = session.scalars(select(PaintBasket).where(PaintBasket.order_id.in_(ordered)))
    standing = [basket for basket in baskets if basket.stands]
    credited = sum(count for basket in standing for _order, _place, count in basket.uses)
    return {
        TESTERS: sum(left for _order, _place, left in unused_of(session, project)),
        PACKS: max(0, sum(packs(basket.counts) for basket in standing) - credited),
    }


SOURCE = Source(named(TESTERS, PACKS), known)
