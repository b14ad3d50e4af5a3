"""A designer's help opened and closed; closing writes the decision into the ledger, and counts the rules it uses."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from configurator.accounts.visits import Visitor
from configurator.db import lock, new_id, now
from configurator.errors import Conflict, Forbidden, NotFound, Refused
from configurator.i18n import money
from configurator.measuring.brought import evidence
from configurator.offers import ledger, limits, quotes
from configurator.offers import terms as published
from configurator.offers.evidence import evidence_of
from configurator.offers.facts import facts_of
from configurator.offers.models import LedgerEntry, Service
from configurator.offers.putting_off import put_off
from configurator.projects import service as projects
from configurator.projects.grants import Access
from configurator.projects.models import Project, Variant
from incentives.chain import Broken, first_break
from incentives.decision import Decision, decide
from incentives.facts import Facts

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
    body = {"seq": project.head_seq, "terms_sha": service.terms.sha, **_reserved(session, service)}
    ledger.append(session, service, visitor.actor_id, "opened", body)
    return service


def close_service(
    session: Session,
    service_id: str,
    visitor: Visitor,
    *,
    receipt: str,
    reason: str = "",
    less_gr: int | None = None,
    seen_gr: int | None = None,
) -> LedgerEntry:
    """Commit the decision: what is charged, why, and the receipt it is paid on. Safe to repeat.

    It is decided once more here, after whoever used up a limit before. Conflict `fee_has_changed` when that is no
    longer the `seen_gr` that the person was shown. A decision that is not final needs a person's reason. A person may
    charge less, never more, with a reason: that is a row of its own.
    """
    service = find(session, service_id, visitor)
    lock(session, service)
    if service.closed_at is not None:
        return service.entries[-1]
    decision = _decided_alone(session, service, now())
    if seen_gr not in (None, decision.charged_gr):
        raise Conflict("fee_has_changed", before=money(seen_gr or 0), after=money(decision.charged_gr))
    if not decision.final and not reason.strip():
        raise Refused("reason_wanted", path="reason")
    body: dict[str, Any] = {
        "decision": decision.as_data(),
        "facts": decision.facts.as_data(),
        "receipt": receipt.strip()[:80],
        "reason": reason.strip()[:MOST_REASON],
        "uses": limits.take(limits.Case(session, service.project, decision.terms, service), limits.picks(decision)),
    }
    if "brought_dimensions" in decision.terms.reads:
        body["dimensions"] = evidence(session, service.project)
    body |= evidence_of(session, service, decision.terms)
    entry = ledger.append(session, service, visitor.actor_id, "committed", body)
    if less_gr is not None:
        entry = _charge_less(session, service, visitor, decision.charged_gr, less_gr, reason)
    service.closed_at, service.receipt = now(), receipt.strip()[:80] or None
    if service.receipt and service.owed_gr > 0:
        entry = ledger.settle(session, service, visitor.actor_id, "paid", service.owed_gr, service.receipt)
    put_off(session, service, limits.picks(decision))
    return entry


def call_off(session: Session, service_id: str, visitor: Visitor, *, reason: str) -> LedgerEntry:
    """End an open service for which nothing will be charged, with a reason; what it kept of limits is free again.

    What was paid in advance is to be given back. Safe to repeat; Conflict when it was closed with a fee.
    """
    service = find(session, service_id, visitor)
    lock(session, service)
    if service.called_off_at is not None:
        return service.entries[-1]
    if service.closed_at is not None:
        raise Conflict("closed_already")
    if not reason.strip():
        raise Refused("reason_wanted", path="why")
    service.closed_at = service.called_off_at = now()
    case = limits.Case(session, service.project, published.read(service.terms), service)
    limits.hold(case, Facts.read({}), ())
    body = {"reason": reason.strip()[:MOST_REASON], "uses": limits.take(case, ())}
    return ledger.append(session, service, visitor.actor_id, ledger.CALLED_OFF, body)


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


def _reserved(session: Session, service: Service) -> dict[str, Any]:
    """What an open service keeps of the limits, for as many days as its terms hold a quote."""
    terms, at = published.read(service.terms), now()
    if not limits.are_in(terms) or not terms.quote_days:
        return {}
    until = at + timedelta(days=terms.quote_days)
    decision = _decided_alone(session, service, at)
    uses = limits.take(limits.Case(session, service.project, terms, service), limits.picks(decision), until)
    return {"uses": uses, "until": until.isoformat()} if uses else {}


def _decided_alone(session: Session, service: Service, at: datetime) -> Decision:
    """The decision once nobody else can use up what it reads, until this transaction is over."""
    terms = published.read(service.terms)
    facts = facts_of(session, service.project, terms, service)
    if limits.are_in(terms):
        case = limits.Case(session, service.project, terms, service)
        limits.hold(case, facts, [terms.day(at)])
        facts = facts.but(limits.used(case, facts, terms.day(at)))
    return decide(terms, facts, at)


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
