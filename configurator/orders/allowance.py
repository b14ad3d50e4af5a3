"""How many samples a person still gets free of charge, by the retailer's terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from configurator.db import now
from configurator.offers import quotes
from configurator.offers import terms as published
from configurator.offers.facts import facts_of
from configurator.orders.taken import taken
from configurator.projects.models import Project
from incentives.decision import decide
from incentives.facts import Facts


@dataclass(frozen=True)
class Free:
    """Of `count` free samples `left` are to be had; a retailer whose terms give none has 0 of 0."""

    count: int = 0
    left: int = 0


def free(session: Session, tenant_id: str, project: Project | None, holders: Iterable[str]) -> Free:
    """What the terms that bind the project, else those in force, grant to whoever has taken the most of the holders."""
    binding = quotes.terms_for(session, project) if project else published.in_force(session, tenant_id)
    if binding is None:
        return Free()
    terms = published.read(binding)
    if "samples_taken" not in terms.reads:
        return Free()
    counted: dict[str, Any] = {"samples_taken": taken(session, tenant_id, holders)}
    known = facts_of(session, project, terms, quotes.service_of(session, project)) if project else Facts.read({})
    facts = Facts.read(known.as_data() | counted, terms.registry)
    grants = [verdict.pick.grant for verdict in decide(terms, facts, now()).applied() if verdict.pick]
    return next((Free(grant.count, grant.left) for grant in grants if grant and grant.kind == "samples"), Free())
