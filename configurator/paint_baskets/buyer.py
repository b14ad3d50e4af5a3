"""Who takes a paint, and for what: by the sample it was tried by, or straight out of the design."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from configurator.errors import NotFound
from configurator.orders.bearer import access_of
from configurator.orders.models import SampleLine, SampleOrder
from configurator.paint_baskets import testers
from configurator.paint_baskets.line import ENAMEL, WALLS
from configurator.projects.grants import Access
from configurator.projects.models import Project

USES = (WALLS, ENAMEL)


@dataclass(frozen=True)
class Buyer:
    """A paint's code for a use, of a design or, where its sample came from none, of the sample's order alone.

    `access` is in whose name it is listed, None where there is no design; `order` and `place` are the sample's line.
    """

    tenant_id: str
    paint: str
    use: str = WALLS
    access: Access | None = None
    order: SampleOrder | None = None
    place: int = 0

    @property
    def project(self) -> Project | None:
        return self.access.project if self.access else None

    @property
    def earns_credit(self) -> bool:
        """Whether a tester's price can come back for it: a tester is of wall paint, and enamel is another line."""
        return self.use == WALLS

    def testers(self, session: Session) -> ColumnElement[bool]:
        """Whose testers count: those of whoever ordered the sample, else those of the design and its owners."""
        if self.order is not None:
            return testers.of_person(self.order)
        if self.project is None:
            raise NotFound("no_project")
        return testers.of_project(session, self.project)


def by_sample(line: SampleLine) -> Buyer:
    """Whoever holds the sample's label, in the name of whoever ordered it."""
    project = line.order.shown_project
    access = access_of(line.order, project) if project else None
    return Buyer(line.tenant_id, line.paint, WALLS, access, line.order, line.place)


def of_design(session: Session, access: Access, paint: str, use: str) -> Buyer:
    """Whoever may change the design; where the paint was tried by a sample, the basket is that sample's."""
    line = _sample(session, access.project, paint) if use == WALLS else None
    of_sample = (line.order, line.place) if line else (None, 0)
    return Buyer(access.project.tenant_id, paint, use, access, *of_sample)


def _sample(session: Session, project: Project, paint: str) -> SampleLine | None:
    """The last sample of the paint that the design has ordered and not given back."""
    wanted = (
        select(SampleLine)
        .join(SampleOrder)
        .where(SampleOrder.project_id == project.id, SampleOrder.withdrawn_at.is_(None), SampleLine.paint == paint)
        .order_by(SampleOrder.placed_at.desc(), SampleLine.place)
    )
    return session.scalars(wanted.limit(1)).first()
