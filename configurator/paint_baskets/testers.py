"""The testers that a customer has bought and whose price has not come back yet: counted, held, used, given back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, Select, func, or_, select, update
from sqlalchemy.orm import Session

from configurator.errors import Conflict
from configurator.orders import taken
from configurator.orders.models import SampleLine, SampleOrder
from configurator.projects.models import Project

TESTERS, PACKS = "testers_bought", "packs_matching"
"""What the terms call them."""
TESTER = "pot"
LEAST_PACK_ML = 900

Use = tuple[str, int, int]
"""Of which order, which line, how many."""


def packs(tins: Mapping[int, int]) -> int:
    """How many packs of these tins (count by millilitres) are large enough to count: 0.9 l and more."""
    return sum(count for ml, count in tins.items() if ml >= LEAST_PACK_ML)


def unused(session: Session, tenant_id: str, whose: ColumnElement[bool]) -> list[Use]:
    """The testers of those orders that are paid for and not given back, the oldest first."""
    rows = session.execute(_lines(tenant_id, whose).order_by(SampleOrder.placed_at, SampleOrder.id, SampleLine.place))
    return [(row.order_id, row.place, row.left) for row in rows if row.left > 0]


def of_person(order: SampleOrder) -> ColumnElement[bool]:
    """All orders of whoever placed this one."""
    same_address = func.lower(SampleOrder.email) == func.lower(order.email)
    return or_(SampleOrder.actor_id == order.actor_id, same_address)


def of_project(session: Session, project: Project) -> ColumnElement[bool]:
    """What was ordered from the project or by its owners."""
    owners = [holder.removeprefix("actor:") for holder in taken.owners(session, project)]
    return or_(SampleOrder.project_id == project.id, SampleOrder.actor_id.in_(owners))


def hold(session: Session, tenant_id: str, whose: ColumnElement[bool]) -> None:
    """Wait for whoever else uses these testers, in one order for all."""
    wanted = _lines(tenant_id, whose).order_by(SampleLine.order_id, SampleLine.place)
    session.execute(wanted.with_for_update(of=SampleLine)).all()


def use(session: Session, wanted: int, uses: Sequence[Use]) -> list[Use]:
    """Use so many of them, each line by one guarded statement; Conflict `tester_used` where another was faster."""
    used = []
    for order_id, place, left in uses:
        count = min(left, wanted)
        if count <= 0:
            break
        _count(session, order_id, place, count)
        used.append((order_id, place, count))
        wanted -= count
    return used


def give_back(session: Session, used: Iterable[Use]) -> None:
    """What was used is free again."""
    for order_id, place, count in used:
        _count(session, order_id, place, -count)


def _count(session: Session, order_id: str, place: int, more: int) -> None:
    after = SampleLine.credited + more
    guard = (after >= 0, after <= SampleLine.count - SampleLine.free)
    changed = session.execute(
        update(SampleLine)
        .where(SampleLine.order_id == order_id, SampleLine.place == place, *guard)
        .values(credited=after)
        .execution_options(synchronize_session=False)
    )
    if not changed.rowcount:  # type: ignore[attr-defined] # an UPDATE has it
        raise Conflict("tester_used")


def _lines(tenant_id: str, whose: ColumnElement[bool]) -> Select[str, int, int]:
    left = (SampleLine.count - SampleLine.free - SampleLine.credited).label("left")
    bought = (SampleOrder.paid_at.is_not(None), SampleOrder.withdrawn_at.is_(None), SampleLine.kind == TESTER)
    wanted = select(SampleLine.order_id, SampleLine.place, left).join(SampleOrder)
    return wanted.where(SampleOrder.tenant_id == tenant_id, whose, *bought)
