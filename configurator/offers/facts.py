"""What the fee is decided on: a project's facts, gathered from its log, its services and its purchases."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from configurator.measuring.brought import has_brought
from configurator.offers import limits
from configurator.offers.models import Service
from configurator.orders.taken import taken_for
from configurator.products.fact import products_picked
from configurator.projects import contribution
from configurator.projects.models import Project
from configurator.purchases import kept
from incentives.facts import Facts
from incentives.terms import Terms


def facts_of(session: Session, project: Project, terms: Terms, service: Service | None) -> Facts:
    """The facts that the terms read and that are known here; what nobody knows is left out, never guessed."""
    own = contribution.of(session, project, opened_seq=service.opened_seq if service else None)
    known: dict[str, Any] = {
        "store": project.store.fact_name,
        "channel": "online",
        "own_elements": own.own_elements,
        "own_structure": own.own_structure,
        "own_items": own.own_items,
        "own_finishes": own.own_finishes,
        "own_dimensions": own.own_dimensions,
        "designer_began": own.designer_began,
        "contract": "none",
        "customer_kind": "consumer",
    }
    if "samples_taken" in terms.reads:
        known["samples_taken"] = taken_for(session, project)
    if kept.FACT in terms.reads:
        known[kept.FACT] = kept.kept_gr(session, project)
    if "brought_dimensions" in terms.reads:
        known["brought_dimensions"] = has_brought(session, project, until=service.closed_at if service else None)
    if "products_picked" in terms.reads:
        known["products_picked"] = products_picked(session, project)
    if service is not None:
        known["service"] = service.kind
    facts = Facts.read({name: value for name, value in known.items() if name in terms.reads}, terms.registry)
    return facts.but(limits.used(limits.Case(session, project, terms, service), facts))
