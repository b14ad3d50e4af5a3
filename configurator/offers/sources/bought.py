"""What was bought from the project and brought back, by its receipts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from configurator.offers.source import Asking, Source, named
from configurator.offers.sources.work import of_service
from configurator.products import catalogue, shopping
from configurator.products.page import plan_of
from configurator.projects.models import Project
from configurator.purchases import facts
from configurator.purchases.kept import entries_of
from configurator.purchases.papers import papers
from incentives.terms import Terms


def known(asking: Asking) -> Mapping[str, Any]:
    found = papers(entries_of(asking.session, asking.project))
    return facts.known(found, asking.names, around(asking))


def around(asking: Asking) -> facts.Around:
    """The days from which purchases are counted, and what the project wants where a share of it is asked for."""
    service, day = asking.service, asking.terms.day
    proposals = of_service(asking) if "days_proposal_to_purchase" in asking.names else ()
    return facts.Around(
        day=day(asking.at),
        ordered=day(service.opened_at) if service else None,
        proposed=day(proposals[-1].made_at) if proposals else None,
        wanted=wanted(asking.session, asking.project) if reads_shares(asking.terms) else None,
    )


def reads_shares(terms: Terms) -> bool:
    """Whether the fee may stand on how much of what the project wants was bought."""
    return bool(named("project_*_bought_pct")(terms))


def wanted(session: Session, project: Project) -> tuple[facts.Wanted, ...]:
    """The products on the project's list that have a category."""
    lines = shopping.lines(session, project, plan_of(session, project))
    products = catalogue.by_skus(session, project.tenant_id, [line.product.sku for line in lines])
    return tuple(
        facts.Wanted(line.product.sku, category, line.hundredths, line.product.price_gr)
        for line in lines
        if (product := products.get(line.product.sku)) and (category := product.category)
    )


SOURCE = Source(named(*facts.GIVES), known)
