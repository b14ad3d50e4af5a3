"""Testers bought and not yet credited, and packs of paint in the basket that no tester has been credited for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from configurator.offers.source import Asking, Source, named
from configurator.orders.models import SellingSettings
from configurator.orders.selling import missing
from configurator.paint_baskets import standing as baskets
from configurator.paint_baskets import testers
from configurator.paint_baskets.line import WALLS
from configurator.paint_baskets.testers import PACKS, TESTERS, packs


def known(asking: Asking) -> Mapping[str, Any]:
    """Nothing of a retailer that sells no samples here: what its shop sells, its own systems tell."""
    session, project = asking.session, asking.project
    settings = session.get(SellingSettings, project.tenant_id)
    if settings is None or missing(settings):
        return {}
    standing = [basket for basket in baskets.of_project(session, project) if basket.use == WALLS]
    credited = sum(count for basket in standing for _order, _place, count in basket.uses)
    unused = testers.unused(session, project.tenant_id, testers.of_project(session, project))
    return {
        TESTERS: sum(left for _order, _place, left in unused),
        PACKS: max(0, sum(packs(basket.counts) for basket in standing) - credited),
    }


SOURCE = Source(named(TESTERS, PACKS), known)
