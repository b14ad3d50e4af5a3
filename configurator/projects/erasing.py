"""Erasing a project: everything of it goes but the pseudonymous rows of the ledger and the orders that the law keeps.

Whatever table refers to a project, straight or by another table, is erased unless it stands in KEPT; a test names each
table, so that a new one is decided on. What is kept holds no drawing, no request, no name of the project.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, select, update
from sqlalchemy.orm import Session

from configurator.db import Base, now
from configurator.mail.models import Mail
from configurator.offers.models import Service
from configurator.orders.models import SampleOrder, Tray
from configurator.paint_baskets import standing as paint_baskets
from configurator.photos import service as photos
from configurator.pictures import service as pictures
from configurator.projects.models import Project, Variant
from configurator.proposals.models import Proposal
from configurator.renderings import service as renderings
from rooms.plan import Plan

KEPT = {
    "project": "an empty row that the ledger refers to; its code is never given out again",
    "variant": "an empty row, where a service names it",
    "service": "what a fee was decided for: amounts and pseudonymous ids",
    "ledger_entry": "the chain, which is only ever added to",
    "purchase_entry": "what a fee was decided on, and why a receipt counts nowhere else: amounts and pseudonymous ids",
    "tray": "an empty row, where an order was taken from it",
    "sample_order": "an order: the accounting act and the consumer's rights ask for it",
    "sample_line": "part of an order",
}


def erase(session: Session, project: Project) -> None:
    """Now and for good. The caller holds the project's row."""
    session.flush()
    pictures.let_go_of(session, project)
    photos.let_go_of(session, project)
    renderings.let_go_of(session, project)
    _erase_mail(session, project)
    _sever_orders(session, project)
    paint_baskets.let_go_of(session, project)
    session.flush()
    for table in reversed(Base.metadata.sorted_tables):
        if table.name not in KEPT and (of_project := belongs(table, project.id)) is not None:
            session.execute(delete(table).where(of_project))
    _erase_variants(session, project)
    project.name, project.head_seq = "", 0
    project.deleted_at, project.erased_at = project.deleted_at or now(), now()
    session.flush()
    session.expire_all()


def belongs(table: Table, project_id: str) -> ColumnElement[bool] | None:
    """What picks the project's rows out of the table; None for a table that refers to no project."""
    if (own := _reference(table, "project")) is not None:
        return own == project_id
    for column in table.columns:
        for key in column.foreign_keys:
            parent = key.column.table
            if parent is table or parent.name in KEPT:
                continue
            if (of_parent := belongs(parent, project_id)) is not None:
                return column.in_(select(key.column).where(of_parent))
    return None


def _reference(table: Table, to: str) -> ColumnElement[Any] | None:
    """The table's column that refers to the other one."""
    return next(
        (column for column in table.columns for key in column.foreign_keys if key.column.table.name == to), None
    )


def _erase_mail(session: Session, project: Project) -> None:
    """The letters that told of its proposals; they repeat each change in words."""
    proposals = session.scalars(select(Proposal.id).where(Proposal.project_id == project.id))
    causes = [f"proposal/{id_}" for id_ in proposals]
    session.execute(delete(Mail).where(Mail.tenant_id == project.tenant_id, Mail.cause.in_(causes)))


def _sever_orders(session: Session, project: Project) -> None:
    """Orders stay without the project; its tray stays, empty, where an order was taken from it."""
    session.execute(update(SampleOrder).where(SampleOrder.project_id == project.id).values(project_id=None))
    ordered = select(SampleOrder.tray_id)
    session.execute(delete(Tray).where(Tray.project_id == project.id, Tray.id.not_in(ordered)))
    session.execute(update(Tray).where(Tray.project_id == project.id).values(project_id=None, lines="[]"))


def _erase_variants(session: Session, project: Project) -> None:
    """Those that a service names stay without their plan, and without what they grew from."""
    named = select(Service.variant_id).where(Service.project_id == project.id)
    empty = {"parent_id": None, "grew_from_seq": 0, "head_plan": json.dumps(Plan.empty().document)}
    session.execute(update(Variant).where(Variant.project_id == project.id).values(**empty))
    session.execute(delete(Variant).where(Variant.project_id == project.id, Variant.id.not_in(named)))
