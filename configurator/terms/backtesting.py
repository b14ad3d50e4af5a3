"""Terms tried on the past: every service decided by two terms, told as a report that is kept as it is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.db import now
from configurator.stores.models import Store, Tenant
from configurator.terms import past
from configurator.terms.past import Place
from incentives.backtest import Report, backtest
from incentives.terms import Terms
from incentives.wording import Words

SHOWN = ("cases", "changed", "before_gr", "after_gr")


@dataclass(frozen=True)
class Side:
    """What a group of services would pay under the two terms, in grosze."""

    name: str | Words | date
    cases: int
    changed: int
    before_gr: int
    after_gr: int


@dataclass(frozen=True)
class Changed:
    """A service whose fee would be another: what its customer would read; `service` is its id, none for a file's."""

    service: str | None
    at: datetime
    before: Words
    after: Words


@dataclass(frozen=True)
class Backtest:
    """`refused` counts the services that a draft cannot decide, `not_final` those for which it lacks a fact.

    `from_files` of them come from files, for which customers really paid `paid_gr`. `by_paid`: they are held against
    that, as no terms were in force.
    """

    at: datetime
    before_sha: str
    after_sha: str
    by_paid: bool
    total: Side
    from_files: int
    paid_gr: int
    cheaper: int
    dearer: int
    refused: int
    not_final: int
    is_cut: bool
    weeks: Sequence[Side]
    stores: Sequence[Side]
    rules: Sequence[Side]
    largest: Sequence[Changed]

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Backtest:
        """A report as it is kept."""
        counts = {
            name: data[name]
            for name in ("from_files", "paid_gr", "cheaper", "dearer", "refused", "not_final", "is_cut", "by_paid")
        }
        return cls(
            at=datetime.fromisoformat(data["at"]),
            before_sha=data["before_sha"],
            after_sha=data["after_sha"],
            total=_side(data["total"], ""),
            weeks=[_side(week, date.fromisoformat(f"{week['name']}-1")) for week in data["weeks"]],
            stores=[_side(store, store["name"]) for store in data["stores"]],
            rules=[_side(rule, Words(**rule["name"])) for rule in data["rules"]],
            largest=[_changed(one) for one in data["largest"]],
            **counts,
        )

    @property
    def most_gr(self) -> int:
        """The greatest week, for the chart; never 0."""
        return max((amount for week in self.weeks for amount in (week.before_gr, week.after_gr)), default=0) or 1


def report_of(session: Session, tenant: Tenant, before: Terms | None, after: Terms) -> dict[str, Any]:
    """The past decided by both terms, each service at its own time; what was really charged for no terms before."""
    found, held = past.places(session, tenant), before or past.paid_terms(after)
    return told(session, tenant, backtest(held, after, past.history(session, found, (held, after))), found)


def told(session: Session, tenant: Tenant, counted: Report, found: Sequence[Place]) -> dict[str, Any]:
    """The report as it is kept: sums, and of the services that differ most their ids and what customers would read."""
    data = counted.as_data()
    names = {
        store.fact_name: store.name for store in session.scalars(select(Store).where(Store.tenant_id == tenant.id))
    }
    titles = {rule.id: rule.title for terms in (counted.before, counted.after) for rule in terms.all_rules()}
    own = sum(place.kind == "service" for place in found)
    return {
        "at": now().isoformat(timespec="seconds"),
        "before_sha": counted.before.sha,
        "after_sha": counted.after.sha,
        "by_paid": past.PAID in counted.before.registry.facts,
        "total": {name: data[name] for name in SHOWN},
        "services": own,
        "from_files": len(found) - own,
        "paid_gr": past.paid_gr(session, tenant) if len(found) > own else 0,
        **{name: data[name]["cases"] for name in ("cheaper", "dearer", "refused", "not_final")},
        "is_cut": max(own, len(found) - own) > past.MOST,
        "weeks": [{"name": week, **_counts(count)} for week, count in data["by_week"].items()],
        "stores": [{"name": names.get(name, name), **_counts(count)} for name, count in data["by_store"].items()],
        "rules": [
            {"name": titles[rule].as_data(), **_counts(count, "waived_")} for rule, count in data["by_rule"].items()
        ],
        "largest": [_kept(row, found[row["place"]]) for row in data["largest"]],
    }


def _counts(count: Mapping[str, int], ending: str = "") -> dict[str, int]:
    amounts = {name: count[f"{ending}{name}"] for name in ("before_gr", "after_gr")}
    return {"cases": count["cases"], "changed": count["changed"], **amounts}


def _kept(row: Mapping[str, Any], place: Place) -> dict[str, Any]:
    sides = {side: row[side]["detail"] for side in ("before", "after")}
    return {"service": place.id if place.kind == "service" else None, "at": row["at"], **sides}


def _side(data: Mapping[str, Any], name: str | Words | date) -> Side:
    return Side(name, *(data[count] for count in SHOWN))


def _changed(data: Mapping[str, Any]) -> Changed:
    return Changed(data["service"], datetime.fromisoformat(data["at"]), Words(**data["before"]), Words(**data["after"]))
