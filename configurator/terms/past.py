"""What terms are tried on: the retailer's own closed services, and its history from files, each as facts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from configurator.offers import ledger
from configurator.offers.facts import facts_of
from configurator.offers.models import Service
from configurator.projects.models import Project
from configurator.stores.models import Store, Tenant
from configurator.terms.models import PastFile, PastRow
from incentives.terms import Terms

MOST = 100_000
"""So many services and so many rows of files, the latest."""
PAID = "paid_before_gr"
"""What was really charged for a service from a file: a fact only of terms that charge just that."""


@dataclass(frozen=True)
class Place:
    """A service of the past: `kind` is `service` or `row`."""

    kind: str
    id: str


def places(session: Session, tenant: Tenant) -> list[Place]:
    """Every one there is, services first, the latest first; of each kind at most one more than MOST."""
    services = _closed(select(Service.id), tenant)
    latest = services.order_by(Service.closed_at.desc(), Service.id).limit(MOST + 1)
    rows = _taken(select(PastRow.id), tenant).order_by(PastRow.at.desc(), PastRow.id).limit(MOST + 1)
    found = (("service", session.scalars(latest)), ("row", session.scalars(rows)))
    return [Place(kind, key) for kind, keys in found for key in keys]


def count(session: Session, tenant: Tenant) -> int:
    """How many there are."""
    services = _closed(select(func.count(Service.id)), tenant)
    rows = _taken(select(func.count(PastRow.id)), tenant)
    return (session.scalar(services) or 0) + (session.scalar(rows) or 0)


def paid_gr(session: Session, tenant: Tenant) -> int:
    """What customers really paid, by the files."""
    return session.scalar(_taken(select(func.sum(PastRow.charged_gr)), tenant)) or 0


def history(session: Session, chosen: Sequence[Place], sides: Sequence[Terms]) -> Iterator[object]:
    """The facts of each, with all that either of the terms reads and that can still be known."""
    services = {service.id: service for service in session.scalars(_services(chosen))}
    rows = {row.id: row for row in session.scalars(select(PastRow).where(PastRow.id.in_(_keys(chosen, "row"))))}
    stores = {store.id: store.fact_name for store in session.scalars(select(Store))}
    for place in chosen:
        if place.kind == "service":
            yield _of_service(session, services[place.id], sides, stores)
        else:
            yield _of_row(rows[place.id], sides)


def projects_of(session: Session, tenant: Tenant, services: Sequence[str]) -> Mapping[str, Project]:
    """The projects of these services that are still there."""
    wanted = select(Service).where(Service.id.in_(services), Service.tenant_id == tenant.id)
    found = {service.id: service.project for service in session.scalars(wanted)}
    return {key: project for key, project in found.items() if not project.erased_at and not project.deleted_at}


def paid_terms(after: Terms) -> Terms:
    """Terms that charge for each service what was really charged: for a retailer that has none in force yet."""
    label = {"pl": "Pobrana opłata", "en": "Fee charged"}
    fee = {"kind": "amount_of", "fact": PAID}
    services = {name: {"title": service.title.as_data(), "fee": fee} for name, service in after.services.items()}
    facts = {PAID: {"type": "money", "label": label, "changer": "nobody"}}
    return Terms.read({"id": "paid", "version": 1, "services": services, "facts": facts})


def _of_service(
    session: Session, service: Service, sides: Sequence[Terms], stores: Mapping[str, str]
) -> dict[str, Any]:
    """What the committed decision knew stands as it was then; a fact that only other terms read is gathered now.

    Its days are counted to that time. Of a project that was erased only what the committed decision knew is known.
    """
    standing = ledger.standing(service)
    committed = standing.committed["at"] if standing else None
    at = datetime.fromisoformat(committed) if committed else None
    facts: dict[str, Any] = {}
    for terms in sides if not service.project.erased_at else ():
        known = facts_of(session, service.project, terms, service, at).values
        facts |= {name: terms.registry.facts[name].as_data(value) for name, value in known.items()}
    facts |= standing.facts if standing else {}
    return {"at": committed, "facts": {**facts, "store": stores[service.store_id], "service": service.kind}}


def _of_row(row: PastRow, sides: Sequence[Terms]) -> dict[str, Any]:
    """Without facts that neither of the terms has ever heard of."""
    facts = {**json.loads(row.facts), PAID: row.charged_gr}
    known = {name: value for name, value in facts.items() if any(name in terms.registry.facts for terms in sides)}
    return {"at": row.at.isoformat(), "facts": known}


def _closed(wanted: Any, tenant: Tenant) -> Any:
    """Only services that were closed with a fee, not called off."""
    return wanted.where(Service.tenant_id == tenant.id, Service.closed_at.is_not(None), Service.called_off_at.is_(None))


def _services(chosen: Sequence[Place]) -> Any:
    wanted = select(Service).where(Service.id.in_(_keys(chosen, "service")))
    return wanted.options(selectinload(Service.entries))


def _keys(chosen: Sequence[Place], kind: str) -> list[str]:
    return [place.id for place in chosen if place.kind == kind]


def _taken(wanted: Any, tenant: Tenant) -> Any:
    """Only rows of files that were taken in."""
    return wanted.join(PastFile, PastRow.file_id == PastFile.id).where(
        PastFile.tenant_id == tenant.id, PastFile.taken_at.is_not(None)
    )
