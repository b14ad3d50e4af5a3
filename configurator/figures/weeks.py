"""What happened in a store, week by week: begun, handed over, closed, charged and waived, read when it is asked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from configurator.desk.models import HelpRequest
from configurator.i18n import WARSAW
from configurator.offers import ledger
from configurator.offers import terms as published
from configurator.offers.ledger import Standing
from configurator.offers.models import Service
from configurator.projects.models import LoggedEdit, Project
from configurator.purchases.models import PurchaseEntry
from configurator.stores.models import Store
from incentives.wording import Words

WEEKS = 12
OWN = ("own_elements", "own_dimensions", "brought_dimensions", "products_picked")
"""The facts of which any tells of an own contribution; each retailer's terms read some of them."""
STAGES = ("begun", "handed_over", "helped", "closed", "bought")


@dataclass(frozen=True)
class Money:
    """Fees of closed services, in grosze: listed = charged + waived by rules + forgiven by people."""

    listed_gr: int = 0
    charged_gr: int = 0
    by_rules_gr: int = 0
    by_people_gr: int = 0

    def __add__(self, other: Money) -> Money:
        mine, theirs = vars(self).values(), vars(other).values()
        return Money(*(one + two for one, two in zip(mine, theirs, strict=True)))


@dataclass(frozen=True)
class Week:
    """From a Monday on, in the store's calendar."""

    monday: date
    begun: int
    handed_over: int
    closed: int
    money: Money


@dataclass(frozen=True)
class Bought:
    """Projects whose service was closed, and what was bought from each of them on average, returns taken off."""

    projects: int
    mean_gr: int


@dataclass(frozen=True)
class Figures:
    """`stages` counts the projects begun at home in these weeks that came so far, by any time; keys are STAGES."""

    weeks: Sequence[Week]
    money: Money
    by_rule: Sequence[tuple[Words, int]]
    own: Bought
    not_own: Bought
    stages: Mapping[str, int]

    def total(self, name: str) -> int:
        """Of begun, handed_over or closed."""
        return sum(getattr(week, name) for week in self.weeks)


def figures(session: Session, store: Store, today: date, weeks: int = WEEKS) -> Figures:
    """The last so many weeks, the present one among them, the latest first."""
    mondays = [monday_of(today) - timedelta(weeks=back) for back in range(weeks)]
    since = datetime.combine(mondays[-1], time(), WARSAW).astimezone(UTC)
    begun, asked, closed = _begun(session, store, since), _asked(session, store, since), _closed(session, store, since)
    begun_in, asked_in = (Counter(monday_of(local(at)) for at in found) for found in (begun.values(), asked))
    closed_in = defaultdict(list)
    for service, standing in closed:
        closed_in[monday_of(local(service.closed_at))].append(standing)
    return Figures(
        weeks=[
            Week(monday, begun_in[monday], asked_in[monday], len(closed_in[monday]), _sum(closed_in[monday]))
            for monday in mondays
        ],
        money=_sum(standing for _, standing in closed),
        by_rule=_by_rule(closed),
        own=_bought(session, [service for service, standing in closed if _is_own(standing)]),
        not_own=_bought(session, [service for service, standing in closed if not _is_own(standing)]),
        stages=_stages(session, store, begun),
    )


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def local(at: datetime | None) -> date:
    """The day on the store's calendar."""
    return at.astimezone(WARSAW).date() if at else date.min


def _begun(session: Session, store: Store, since: datetime) -> dict[str, datetime]:
    """The projects whose first edit was made outside the store, and when; erased ones have no edits left."""
    wanted = select(Project.id, Project.created_at).join(LoggedEdit, LoggedEdit.project_id == Project.id)
    mine = (Project.store_id == store.id, Project.created_at >= since)
    first = (LoggedEdit.seq == 1, LoggedEdit.channel != "desk")
    return {project: at for project, at in session.execute(wanted.where(*mine, *first))}  # noqa: C416 - rows, not pairs


def _asked(session: Session, store: Store, since: datetime) -> Sequence[datetime]:
    wanted = select(HelpRequest.asked_at).where(HelpRequest.store_id == store.id, HelpRequest.kind == "hand_over")
    return session.scalars(wanted.where(HelpRequest.asked_at >= since)).all()


def _closed(session: Session, store: Store, since: datetime) -> Sequence[tuple[Service, Standing]]:
    """The services closed since, each with what its ledger adds up to."""
    wanted = select(Service).where(Service.store_id == store.id, Service.closed_at >= since)
    found = session.scalars(wanted.options(selectinload(Service.entries))).all()
    return [(service, standing) for service in found if (standing := ledger.standing(service))]


def _sum(standings: Iterable[Standing]) -> Money:
    return sum((_money(standing) for standing in standings), Money())


def _money(standing: Standing) -> Money:
    listed_gr = int(standing.committed["listed_gr"])
    forgiven_gr = standing.ruled_gr - standing.charged_gr
    return Money(listed_gr, standing.charged_gr, listed_gr - standing.ruled_gr, forgiven_gr)


def _by_rule(closed: Iterable[tuple[Service, Standing]]) -> Sequence[tuple[Words, int]]:
    """What each rule took off, by its title, the most first; the decision that stands now counts."""
    found: Counter[Words] = Counter()
    for service, standing in closed:
        titles = {rule.id: rule.title for rule in published.read(service.terms).all_rules()}
        for applied in standing.decision["applied"]:
            found[titles[applied["rule"]]] += int(applied.get("benefit_gr") or 0)
    return found.most_common()


def _is_own(standing: Standing) -> bool:
    return any(standing.facts.get(name) for name in OWN)


def _bought(session: Session, services: Sequence[Service]) -> Bought:
    projects = {service.project_id for service in services}
    kept = session.scalar(select(func.sum(PurchaseEntry.amount_gr)).where(PurchaseEntry.project_id.in_(projects))) or 0
    return Bought(len(projects), int(kept) // len(projects) if projects else 0)


def _stages(session: Session, store: Store, begun: Mapping[str, datetime]) -> Mapping[str, int]:
    """How far the projects came: each stage counts those that reached it."""
    tenant_id = store.tenant_id
    asked = select(HelpRequest.project_id).where(HelpRequest.tenant_id == tenant_id)
    helped = select(Service.project_id).where(Service.tenant_id == tenant_id)
    bought = select(PurchaseEntry.project_id).where(PurchaseEntry.tenant_id == tenant_id)
    reached = (
        asked.where(HelpRequest.kind == "hand_over"),
        helped,
        helped.where(Service.closed_at.is_not(None), Service.called_off_at.is_(None)),
        bought.group_by(PurchaseEntry.project_id).having(func.sum(PurchaseEntry.amount_gr) > 0),
    )
    counts = (len(begun.keys() & set(session.scalars(one))) for one in reached)
    return dict(zip(STAGES, (len(begun), *counts), strict=True))
