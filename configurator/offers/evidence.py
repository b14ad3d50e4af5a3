"""What a closed service keeps beside its decision: who had stated what, and what the project wanted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from configurator.offers.models import Service
from configurator.offers.sources import bought
from configurator.purchases.facts import wanted_as_data
from configurator.stated import rows
from incentives.terms import Terms


def evidence_of(session: Session, service: Service, terms: Terms) -> dict[str, Any]:
    """As the ledger keeps it, people by their pseudonymous ids; empty where the fee stands on none of it."""
    found: dict[str, Any] = {}
    if stated := list(_stated(session, service, terms)):
        found["stated"] = stated
    if bought.reads_shares(terms):
        found["wanted"] = wanted_as_data(bought.wanted(session, service.project))
    return found


def _stated(session: Session, service: Service, terms: Terms) -> Iterator[dict[str, str]]:
    mark = rows.customer(session, service.project)
    if mark and terms.reads & {"customer_kind", "contract"}:
        yield {"fact": "contract", "by": mark.marker.actor_id, "at": mark.marked_at.isoformat(), "door": "desk"}
    if "collections_used" in terms.reads:
        for note in rows.notes(session, service.id):
            at = note.noted_at.isoformat()
            yield {"fact": "collections_used", "by": note.noter.actor_id, "at": at, "door": "desk"}
    for name, row in sorted(rows.own_values(session, service.project).items()):
        if name in terms.reads & terms.own:
            yield {"fact": name, "by": row.actor_id, "at": row.at.isoformat(), "door": row.door}
