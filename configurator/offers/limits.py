"""How often, or for how much, rules were used: counted in the transaction that uses them, and never beyond the limit.

Whoever uses a rule first waits for the counts that its decision reads (`hold`), then decides, then counts (`take`), all
in one transaction: whoever comes later decides with what is left. Each count changes only by one guarded UPDATE. What
is reserved counts until its time is over; then it is read as free, and the next who waits for the count frees it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, insert, or_, select, tuple_, update
from sqlalchemy.orm import Session

from configurator.db import insert_into, now
from configurator.errors import Conflict
from configurator.offers.holders import Holder, holder
from configurator.offers.models import LimitCount, LimitUse, Service
from configurator.projects.models import Project
from incentives.choice import Pick
from incentives.decision import Decision
from incentives.facts import Facts
from incentives.limit import Limit, period_of
from incentives.rule import Rule
from incentives.terms import Terms

Place = tuple[str, str, str, str]
"""Which count of a tenant's: the terms, the limit's fact, its holder, its period."""


@dataclass(frozen=True)
class Count:
    """A limit of a rule as it is counted in one case."""

    terms: Terms
    rule: Rule
    limit: Limit
    holder: Holder
    period: str

    @property
    def places(self) -> list[Place]:
        return [(self.terms.id, self.limit.fact.name, key, self.period) for key in self.holder.keys]

    @property
    def place(self) -> Place:
        return (self.terms.id, self.limit.fact.name, self.holder.key, self.period)


@dataclass(frozen=True)
class Case:
    """The service, or the project before there is one, whose use of rules is meant, and the terms that bind it."""

    session: Session
    project: Project
    terms: Terms
    service: Service | None = None
    _holders: dict[tuple[str, object], Holder | None] = field(default_factory=dict, compare=False, repr=False)

    def holder(self, per: str, contract: object) -> Holder | None:
        """For whom a limit `per` these is counted; asked of the database once."""
        if (per, contract) not in self._holders:
            self._holders[per, contract] = holder(self.session, self.project, self.service, per, contract)
        return self._holders[per, contract]


def used(case: Case, facts: Facts, day: date | None = None) -> dict[str, int]:
    """The facts of all limits that bear on these facts, on that day or today: what others have used of them.

    The case's own use is left out, since it is what is being decided, and nobody pushes it out: not even others who
    came to share a household later. What was reserved for too long is left out too.
    """
    found: dict[str, int] = {}
    own = _taken(case, LimitUse.until.is_(None) | (LimitUse.until > now()))
    for count in _counts(case, facts, day or case.terms.day(now())):
        by_others, mine = _used(case, count), sum(own.get(place, 0) for place in count.places)
        found[count.limit.fact.name] = min(by_others, count.limit.most - mine) if mine else by_others
    return found


def hold(case: Case, facts: Facts, days: Iterable[date]) -> None:
    """Wait for whoever else counts what these facts read on these days, or what the service has; frees what lapsed."""
    hold_all([(case, facts, days)])


def hold_all(asked: Sequence[tuple[Case, Facts, Iterable[date]]]) -> None:
    """The same for several services of one project, at once: all wait in one order, so that no two for each other."""
    places = sorted({place for one in asked for place in _places(*one)})
    if not places:
        return
    case = asked[0][0]
    for place in places:
        row = _row(place) | {"tenant_id": case.project.tenant_id, "used": 0}
        case.session.execute(insert_into(case.session, LimitCount).values(row).on_conflict_do_nothing())
    order = (LimitCount.terms, LimitCount.fact, LimitCount.holder, LimitCount.period)
    case.session.execute(select(*order).where(_at(case, LimitCount, places)).order_by(*order).with_for_update()).all()
    _free_lapsed(case, places)


def take(
    case: Case, applied: Iterable[tuple[Decision, Pick]], until: datetime | None = None
) -> list[Mapping[str, Any]]:
    """Count what these picks use, and nothing else, as the service's own; reserved `until` then, or for good.

    The caller holds the counts. Conflict `limit_used_up` where one would go beyond its limit: then nothing stands.
    The answer is what the ledger keeps of it.
    """
    assert case.service is not None  # noqa: S101 - only a service uses a rule
    had = _taken(case)
    wanted = _wanted(case, applied, had)
    for place in sorted(wanted.keys() | had.keys()):
        count, amount = wanted.get(place, (None, 0))
        room = count.limit.most - _under_others(case, count, place) if count else None
        _count_guarded(case, place, amount - had.get(place, 0), room)
    case.session.execute(delete(LimitUse).where(LimitUse.service_id == case.service.id))
    uses: list[Mapping[str, Any]] = [_row(place) | {"amount": wanted[place][1]} for place in sorted(wanted)]
    if uses:
        of_service = {"tenant_id": case.project.tenant_id, "service_id": case.service.id, "until": until}
        case.session.execute(insert(LimitUse), [of_service | dict(use) for use in uses])
    return uses


def are_in(terms: Terms) -> bool:
    """Whether the terms limit any rule."""
    return any(rule.limits for rule in terms.all_rules())


def picks(decision: Decision) -> list[tuple[Decision, Pick]]:
    """What a decision applies, as `take` counts it."""
    return [(decision, pick) for pick in decision.choice.picks]


def _counts(case: Case, facts: Facts, day: date) -> Iterator[Count]:
    """Of each limit of the rules that may hold for these facts where it is counted on that day."""
    if not are_in(case.terms):
        return
    contract = facts.values.get("contract")
    for rule in case.terms.tariff(facts.values)[0].rules:
        for limit in rule.limits:
            if who := case.holder(limit.per, contract):
                yield Count(case.terms, rule, limit, who, period_of(limit.period, day))


def _places(case: Case, facts: Facts, days: Iterable[date]) -> set[Place]:
    found = {place for day in set(days) for count in _counts(case, facts, day) for place in count.places}
    return found | _taken(case).keys()


def _row(place: Place) -> dict[str, Any]:
    return dict(zip(("terms", "fact", "holder", "period"), place, strict=True))


def _wanted(
    case: Case, applied: Iterable[tuple[Decision, Pick]], had: Container[Place]
) -> dict[Place, tuple[Count, int]]:
    """The counts that the picks use, and how much of each; what is had stays where it is, whoever its holder is now."""
    found: dict[Place, tuple[Count, int]] = {}
    for decision, pick in applied:
        for count in _counts(case, decision.facts, decision.day) if pick.rule.limits else ():
            amount = _worth_gr(pick) if count.limit.counts_money else 1
            place = next((place for place in count.places if place in had), count.place)
            least = found.get(place, (count, 0))[0].limit.most
            if count.rule is pick.rule and amount and count.limit.most <= least:
                found[place] = (count, amount)
    return found


def _worth_gr(pick: Pick) -> int:
    return pick.off_gr or (pick.grant.worth_gr if pick.grant else 0)


def _taken(case: Case, *which: ColumnElement[bool]) -> dict[Place, int]:
    """What the service has used or reserved."""
    if case.service is None:
        return {}
    wanted = select(LimitUse.terms, LimitUse.fact, LimitUse.holder, LimitUse.period, LimitUse.amount)
    rows = case.session.execute(wanted.where(LimitUse.service_id == case.service.id, *which))
    return {(terms, fact, key, period): amount for terms, fact, key, period, amount in rows}


def _used(case: Case, count: Count) -> int:
    """What the count says, less what is the case's own and what has lapsed, read in one statement."""
    is_own = LimitUse.service_id == case.service.id if case.service else LimitUse.service_id.is_(None)
    total = select(func.coalesce(func.sum(LimitCount.used), 0)).where(_at(case, LimitCount, count.places))
    free = select(func.coalesce(func.sum(LimitUse.amount), 0)).where(
        _at(case, LimitUse, count.places), or_(is_own, LimitUse.until <= now())
    )
    return max(0, int(case.session.scalar(select(total.scalar_subquery() - free.scalar_subquery())) or 0))


def _under_others(case: Case, count: Count, own: Place) -> int:
    places = [place for place in count.places if place != own]
    if not places:
        return 0
    wanted = select(func.coalesce(func.sum(LimitCount.used), 0)).where(_at(case, LimitCount, places))
    return int(case.session.scalar(wanted) or 0)


def _count_guarded(case: Case, place: Place, more: int, most: int | None = None) -> None:
    """Change a count by so much, unless it would then be above the most, or below nothing."""
    after = LimitCount.used + more
    guard = and_(after >= 0, after <= most) if most is not None and more > 0 else after >= 0
    if more:
        changed = case.session.execute(
            update(LimitCount)
            .where(_at(case, LimitCount, [place]), guard)
            .values(used=after)
            .execution_options(synchronize_session=False)
        )
        if not changed.rowcount:  # type: ignore[attr-defined] # an UPDATE has it
            raise Conflict("limit_used_up")


def _free_lapsed(case: Case, places: Sequence[Place]) -> None:
    """Another service's reservation whose time is over is gone, once, whoever is first to wait for its count."""
    lapsed = delete(LimitUse).where(_at(case, LimitUse, places), LimitUse.until <= now())
    returned = lapsed.returning(LimitUse.terms, LimitUse.fact, LimitUse.holder, LimitUse.period, LimitUse.amount)
    for terms, fact, key, period, amount in case.session.execute(returned).all():
        _count_guarded(case, (terms, fact, key, period), -amount)


def _at(case: Case, table: type[LimitCount] | type[LimitUse], places: Sequence[Place]) -> ColumnElement[bool]:
    where = tuple_(table.terms, table.fact, table.holder, table.period).in_(places)
    return and_(table.tenant_id == case.project.tenant_id, where)
