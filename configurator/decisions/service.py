"""Decide on facts that a retailer's system gives; find any decision again by its hash, and decide it once more."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from configurator.db import insert_into, now
from configurator.decisions.models import KeptDecision
from configurator.errors import NotFound, Refused, refusal_of_terms
from configurator.offers import feed
from configurator.offers import terms as published
from configurator.offers.models import PublishedTerms
from configurator.offers.replay import unlike
from configurator.stores.models import Tenant
from incentives.canonical import canonical
from incentives.decision import decide
from incentives.facts import Facts
from incentives.fault import Fault
from incentives.reading import Node, instant

FIELDS = ("terms", "at")


@dataclass(frozen=True)
class Explained:
    """A decision with its texts as it was kept, the facts it stood on, and whether deciding again gives the same."""

    decision: Mapping[str, Any]
    facts: Mapping[str, Any]
    replays: bool

    def as_data(self) -> dict[str, Any]:
        return {
            "id": self.decision["sha"],
            "decision": self.decision,
            "facts": self.facts,
            "replays": self.replays,
        }


def decide_and_keep(session: Session, tenant: Tenant, asked: object) -> Explained:
    """The decision on `{"facts", "at", "terms"}`; now and by the terms in force, where these are left out.

    Refused with the path of what cannot be read; the same decision asked again is kept once.
    """
    try:
        fields = Node(asked).fields(("facts",), FIELDS)
        at = instant(fields["at"].text(), "at") if "at" in fields else now()
        binding = _terms(session, tenant, fields["terms"].text() if "terms" in fields else None, at)
        terms = published.read(binding)
        facts = Facts.read(fields["facts"].data, terms.registry, "facts")
        decision = decide(terms, facts, at).as_data()
    except Fault as fault:
        raise refusal_of_terms(fault) from fault
    body = canonical({"decision": decision, "facts": facts.as_data()}).decode()
    row = {"tenant_id": tenant.id, "sha": decision["sha"], "terms_id": binding.id, "body": body}
    session.execute(insert_into(session, KeptDecision).values(row).on_conflict_do_nothing())
    return Explained(decision, facts.as_data(), replays=True)


def explained(session: Session, tenant: Tenant, sha: str) -> Explained:
    """The decision of this hash, asked for by a system or written in a ledger; NotFound for another tenant's."""
    kept = session.get(KeptDecision, (tenant.id, sha))
    event = None if kept else feed.of_decision(session, tenant.id, sha)
    if kept is not None:
        body, binding = json.loads(kept.body), kept.terms
    elif event is not None:
        body, binding = json.loads(event.entry.body), event.entry.service.terms
    else:
        raise NotFound("no_decision", path="id")
    decision = body["decision"]
    return Explained(decision, body.get("facts", {}), replays=not unlike(binding, body, decision))


def terms_of(session: Session, tenant: Tenant, sha: str) -> Mapping[str, Any]:
    """The version of the tenant's terms that this hash names, as it was published."""
    found = published.version(session, tenant.id, sha)
    if found is None:
        raise NotFound("no_version", path="terms")
    data: Mapping[str, Any] = json.loads(found.body)
    return data


def _terms(session: Session, tenant: Tenant, sha: str | None, at: datetime) -> PublishedTerms:
    found = published.version(session, tenant.id, sha) if sha else published.in_force(session, tenant.id, at)
    if found is None:
        raise Refused("no_version" if sha else "no_terms", path="terms")
    return found
