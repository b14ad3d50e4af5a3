"""A designer's help opened and closed; closing writes the decision into the ledger."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from configurator.accounts.visits import Visitor
from configurator.db import lock, new_id, now
from configurator.errors import Forbidden, NotFound, Refused
from configurator.measuring.brought import evidence
from configurator.offers import ledger, quotes
from configurator.offers import terms as published
from configurator.offers.evidence import evidence_of
from configurator.offers.models import LedgerEntry, Service
from configurator.projects import service as projects
from configurator.projects.grants import Access
from configurator.projects.models import Project, Variant
from incentives.chain import Broken, first_break

MOST_REASON = 500


def open_service(session: Session, access: Access) -> Service:
    """Begin the designer's work: own contribution is frozen here, and his variant grows beside the customer's."""
    project, visitor = access.project, access.visitor
    if access.right != "staff" or visitor.account_id is None or visitor.store_id is None:
        raise Forbidden("staff_only")
    lock(session, project)
    if project.deleted_at is not None:  # put into the bin while this waited for the lock
        raise NotFound("no_project")
    last = quotes.service_of(session, project)
    if last is not None and last.closed_at is None:
        return last
    terms = quotes.terms_for(session, project)
    if terms is None:
        raise Refused("no_terms")
    kind = published.read(terms).default_service
    if kind is None:
        raise Refused("no_service")
    variant = _designers_variant(session, project)
    service = Service(
        tenant_id=project.tenant_id,
        store_id=visitor.store_id,
        project_id=project.id,
        terms_id=terms.id,
        variant_id=variant.id,
        kind=kind,
        opened_by=visitor.account_id,
        opened_seq=project.head_seq,
    )
    session.add(service)
    session.flush()
    body = {"seq": project.head_seq, "terms_sha": service.terms.sha}
    ledger.append(session, service, visitor.actor_id, "opened", body)
    return service


def close_service(
    session: Session, service_id: str, visitor: Visitor, *, receipt: str, reason: str = "", less_gr: int | None = None
) -> LedgerEntry:
    """Commit the decision: what is charged, why, and the receipt it is paid on. Safe to repeat.

    A decision that is not final needs a person's reason. A person may charge less, never more, with a reason: that is a
    row of its own.
    """
    service = find(session, service_id, visitor)
    lock(session, service)
    if service.closed_at is not None:
        return service.entries[-1]
    decided = quotes.decision_for(session, service.project)
    if decided is None:
        raise Refused("no_terms")
    decision = decided[0]
    if not decision.final and not reason.strip():
        raise Refused("reason_wanted", path="reason")
    body: dict[str, Any] = {
        "decision": decision.as_data(),
        "facts": decision.facts.as_data(),
        "receipt": receipt.strip()[:80],
        "reason": reason.strip()[:MOST_REASON],
    }
    if "brought_dimensions" in decided[1].reads:
        body["dimensions"] = evidence(session, service.project)
    body |= evidence_of(session, service, decided[1])
    entry = ledger.append(session, service, visitor.actor_id, "committed", body)
    if less_gr is not None:
        entry = _charge_less(session, service, visitor, decision.charged_gr, less_gr, reason)
    service.closed_at, service.receipt = now(), receipt.strip()[:80] or None
    return entry


def charge_less(
    session: Session, service_id: str, visitor: Visitor, *, less_gr: int | None, reason: str
) -> LedgerEntry:
    """Charge less than the ledger says once the service is closed, as after a return; never more, and with a reason."""
    if visitor.role != "manager":
        raise Forbidden("manager_only")
    if less_gr is None:
        raise Refused("amount_wanted", path="less")
    service = find(session, service_id, visitor)
    lock(session, service)
    charged_gr = ledger.charged_gr(service)
    if charged_gr is None:
        raise Refused("not_closed")
    if less_gr == charged_gr:
        return service.entries[-1]
    return _charge_less(session, service, visitor, charged_gr, less_gr, reason)


def find(session: Session, service_id: str, visitor: Visitor) -> Service:
    """The tenant's service of this id."""
    service = session.get(Service, service_id)
    if service is None or service.tenant_id != visitor.tenant_id:
        raise NotFound("no_service")
    return service


def first_broken(service: Service) -> Broken | None:
    """Where the service's chain does not hold; None when it does."""
    return first_break(ledger.as_entry(row) for row in service.entries)


def _charge_less(
    session: Session, service: Service, visitor: Visitor, decided_gr: int, less_gr: int, reason: str
) -> LedgerEntry:
    if visitor.role != "manager":
        raise Forbidden("manager_only")
    if not 0 <= less_gr <= decided_gr:
        raise Refused("never_more", path="less")
    if not reason.strip():
        raise Refused("reason_wanted", path="reason")
    body = {"before_gr": decided_gr, "charged_gr": less_gr, "reason": reason.strip()[:MOST_REASON]}
    return ledger.append(session, service, visitor.actor_id, "less", body)


def _designers_variant(session: Session, project: Project) -> Variant:
    first = projects.first_variant(project)
    variant = Variant(
        id="v" + new_id()[:12],
        tenant_id=project.tenant_id,
        project_id=project.id,
        name="designer",
        role="designer",
        parent_id=first.id,
        grew_from_seq=project.head_seq,
        head_plan=first.head_plan,
    )
    session.add(variant)
    session.flush()
    return variant
