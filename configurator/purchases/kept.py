"""What of a project's purchases is kept: sums that the fee stands on, so this module knows no offers."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from configurator.projects.models import Project
from configurator.purchases.models import PurchaseEntry


def kept_gr(session: Session, project: Project) -> int:
    """Purchases less returns of the project, in gross grosze; 0 when nothing was bought."""
    wanted = select(func.coalesce(func.sum(PurchaseEntry.amount_gr), 0))
    return int(session.scalar(wanted.where(PurchaseEntry.project_id == project.id)) or 0)


def entries_of(session: Session, project: Project) -> Sequence[PurchaseEntry]:
    """All rows of the project's purchases, the latest first."""
    wanted = select(PurchaseEntry).where(PurchaseEntry.project_id == project.id)
    return session.scalars(wanted.order_by(PurchaseEntry.at.desc(), PurchaseEntry.n.desc())).all()
