"""The fee as it stands for a project now: the open service's, else what the store's terms would ask."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from configurator.db import now
from configurator.offers import closed
from configurator.offers import terms as published
from configurator.offers.facts import facts_of
from configurator.offers.models import PublishedTerms, Quote, Service
from configurator.projects.models import Project
from incentives.decision import Decision, decide
from incentives.terms import Terms


def quote(session: Session, project: Project) -> dict[str, Any] | None:
    """What the fee chip shows, with its reasons and ways; None where the tenant has no terms or they say nothing."""
    decided = decision_for(session, project)
    if decided is None:
        return None
    decision, terms, service = decided
    told = _told(*decided)
    if told["state"] is None:
        return None
    held = held_quote(session, project)
    return {
        "state": told["state"],
        "final": told["final"],
        "charged_gr": told["charged_gr"],
        "text": told["text"],
        "detail": told["detail"],
        "reasons": told["reasons"],
        "ways": [{"text": way["text"], "charged_gr": way["charged_gr"]} for way in told["ways"]],
        "needs": told["needs_text"],
        "lacks": sorted(_lacking(decision)),
        "holds_until": held.holds_until.isoformat() if held and service is None else None,
        "service": service.id if service else None,
        "open": service is not None and service.closed_at is None,
        "has_designer": bool(terms.services) and told["state"] != "allowance",
    }


def in_short(session: Session, project: Project) -> dict[str, Any] | None:
    """What the designer's help now costs, for whoever stands at the till."""
    quoted = quote(session, project)
    return {name: quoted[name] for name in ("charged_gr", "final", "text")} if quoted else None


def shown(session: Session, project: Project) -> dict[str, Any] | None:
    """The decision with its texts, as `Decision.as_data` gives it; of a closed service as its ledger has it."""
    decided = decision_for(session, project)
    return _told(*decided) if decided else None


def _lacking(decision: Decision) -> set[str]:
    """The facts that keep rules from being applied: unmet or unknown."""
    return {
        leaf.fact.name
        for verdict in decision.verdicts
        if verdict.why in ("not_met", "unknown")
        for leaf, outcome, wanted in verdict.outcome.leaves()
        if outcome.met is not wanted
    }


def decision_for(
    session: Session, project: Project, at: datetime | None = None
) -> tuple[Decision, Terms, Service | None] | None:
    """The decision on the project's fee by the terms that bind it, those terms, and the service if one was opened."""
    service = service_of(session, project)
    binding = service.terms if service else terms_for(session, project)
    if binding is None:
        return None
    terms = published.read(binding)
    at = at or now()
    return decide(terms, facts_of(session, project, terms, service, at), at), terms, service


def terms_for(session: Session, project: Project) -> PublishedTerms | None:
    """The terms that were quoted and still hold, else those in force."""
    held = held_quote(session, project)
    return held.terms if held else published.in_force(session, project.tenant_id)


def held_quote(session: Session, project: Project, at: datetime | None = None) -> Quote | None:
    found = session.scalar(select(Quote).where(Quote.project_id == project.id))
    return found if found is not None and found.holds_until > (at or now()) else None


def keep_quote(session: Session, project: Project) -> None:
    """Promise the terms in force to a project that has no promise standing, for the number of days they say."""
    found = session.scalar(select(Quote).where(Quote.project_id == project.id))
    if found is not None and found.holds_until > now():
        return
    current = published.in_force(session, project.tenant_id)
    if current is None:
        return
    until = now() + timedelta(days=published.read(current).quote_days)
    if found is None:
        session.add(Quote(tenant_id=project.tenant_id, project_id=project.id, terms_id=current.id, holds_until=until))
    else:
        found.terms_id, found.quoted_at, found.holds_until = current.id, now(), until


def service_of(session: Session, project: Project) -> Service | None:
    """The project's latest service, open or closed; one that was called off is none."""
    return session.scalar(_latest(project).where(Service.called_off_at.is_(None)))


def last_called_off(session: Session, project: Project) -> Service | None:
    """The latest service that was called off."""
    return session.scalar(_latest(project).where(Service.called_off_at.is_not(None)))


def _latest(project: Project) -> Select[Service]:
    return select(Service).where(Service.project_id == project.id).order_by(Service.opened_at.desc()).limit(1)


def _told(decision: Decision, terms: Terms, service: Service | None) -> dict[str, Any]:
    return (closed.shown(service, terms) if service else None) or decision.as_data()
