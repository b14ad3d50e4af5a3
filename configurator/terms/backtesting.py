"""Terms tried on the past: the retailer's closed services, decided by the terms in force and by a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from configurator.offers import ledger
from configurator.offers.facts import facts_of
from configurator.offers.models import Service
from configurator.stores.models import Store, Tenant
from incentives.backtest import backtest
from incentives.terms import Terms
from incentives.wording import Words

MOST = 500
"""So many services, the latest: what one page can decide while somebody waits."""


@dataclass(frozen=True)
class Side:
    """What a group of services would pay under the two terms, in grosze."""

    name: str | Words | date
    cases: int
    changed: int
    before_gr: int
    after_gr: int

    @classmethod
    def of(cls, name: str | Words | date, count: Mapping[str, int], ending: str = "") -> Side:
        amounts = (count[f"{ending}before_gr"], count[f"{ending}after_gr"])
        return cls(name, count["cases"], count["changed"], *amounts)


@dataclass(frozen=True)
class Changed:
    """One service whose fee would be another: the two decisions, as kept."""

    service: Service
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(frozen=True)
class Backtest:
    """`refused` counts the services that a draft cannot decide, `not_final` those for which it lacks a fact."""

    total: Side
    cheaper: int
    dearer: int
    refused: int
    not_final: int
    weeks: Sequence[Side]
    stores: Sequence[Side]
    rules: Sequence[Side]
    largest: Sequence[Changed]
    is_cut: bool

    @property
    def most_gr(self) -> int:
        """The greatest week, for the chart; never 0."""
        return max((amount for week in self.weeks for amount in (week.before_gr, week.after_gr)), default=0) or 1


def backtested(session: Session, tenant: Tenant, before: Terms, after: Terms) -> Backtest:
    """The latest MOST closed services by both terms, each at its own time.

    What the committed decision knew stands as it was then; a fact that only other terms read is gathered now, its
    days counted to that time.
    """
    services = _closed(session, tenant)
    kept = services[:MOST]
    stores = session.scalars(select(Store).where(Store.tenant_id == tenant.id)).all()
    names = {store.fact_name: store.name for store in stores}
    titles = {rule.id: rule.title for terms in (before, after) for rule in terms.all_rules()}
    data = backtest(before, after, _history(session, kept, (before, after))).as_data()
    return Backtest(
        total=Side.of("", data),
        cheaper=data["cheaper"]["cases"],
        dearer=data["dearer"]["cases"],
        refused=data["refused"]["cases"],
        not_final=data["not_final"]["cases"],
        weeks=[Side.of(date.fromisoformat(f"{week}-1"), count) for week, count in data["by_week"].items()],
        stores=[Side.of(names.get(name, name), count) for name, count in data["by_store"].items()],
        rules=[Side.of(titles[rule], count, "waived_") for rule, count in data["by_rule"].items()],
        largest=[Changed(kept[row["place"]], row["before"], row["after"]) for row in data["largest"]],
        is_cut=len(services) > MOST,
    )


def _closed(session: Session, tenant: Tenant) -> Sequence[Service]:
    """One more than are tried, so that it can be said that there are more."""
    wanted = select(Service).where(Service.tenant_id == tenant.id, Service.closed_at.is_not(None))
    wanted = wanted.where(Service.called_off_at.is_(None))
    latest = wanted.order_by(Service.closed_at.desc(), Service.id).limit(MOST + 1)
    return session.scalars(latest.options(selectinload(Service.entries))).all()


def _history(session: Session, services: Sequence[Service], sides: Sequence[Terms]) -> Iterator[object]:
    """Of a project that was erased only what the committed decision knew is known."""
    for service in services:
        standing = ledger.standing(service)
        committed = standing.committed["at"] if standing else None
        at = datetime.fromisoformat(committed) if committed else None
        facts: dict[str, Any] = {}
        for terms in sides if not service.project.erased_at else ():
            known = facts_of(session, service.project, terms, service, at).values
            facts |= {name: terms.registry.facts[name].as_data(value) for name, value in known.items()}
        facts |= standing.facts if standing else {}
        store = session.get_one(Store, service.store_id).fact_name
        yield {"at": committed, "facts": {**facts, "store": store, "service": service.kind}}
