"""Receipts, and what was bought and brought back on them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from configurator.accounts.models import Actor
from configurator.db import Base, new_id, now
from configurator.projects.models import Project
from configurator.stores.models import Tenant


class Receipt(Base):
    """A receipt's number at one retailer, as `receipt_number.normal` spells it: all doors wait for each other here."""

    __tablename__ = "receipt"
    __table_args__ = (UniqueConstraint("tenant_id", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    number: Mapped[str]


class PurchaseEntry(Base):
    """One row of a project's purchases, never changed: a purchase, a return, or the correction of one of these.

    `amount_gr` is signed, so that what is kept is a sum. `shown` is the number as it was typed, `lines` is JSON,
    `door` is desk or api. What a correction takes back is `corrects`, once.
    """

    __tablename__ = "purchase_entry"
    __table_args__ = (UniqueConstraint("receipt_id", "n"), UniqueConstraint("corrects_id"), Index(None, "project_id"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id))
    receipt_id: Mapped[str] = mapped_column(ForeignKey(Receipt.id))
    n: Mapped[int]
    shown: Mapped[str]
    till: Mapped[str]
    kind: Mapped[str]
    amount_gr: Mapped[int]
    day: Mapped[date] = mapped_column(Date)
    lines: Mapped[str] = mapped_column(default="[]")
    reason: Mapped[str] = mapped_column(default="")
    corrects_id: Mapped[str | None] = mapped_column(ForeignKey("purchase_entry.id"))
    actor_id: Mapped[str] = mapped_column(ForeignKey(Actor.id))
    door: Mapped[str]
    at: Mapped[datetime] = mapped_column(default=now)

    project: Mapped[Project] = relationship(lazy="joined")
    receipt: Mapped[Receipt] = relationship(lazy="joined")
