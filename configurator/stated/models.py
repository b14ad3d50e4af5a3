"""Statements about a project: rows that are only added, the latest of which stands; they go when it is erased."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from configurator.accounts.models import Account, Actor
from configurator.db import Base, new_id, now
from configurator.offers.models import Service
from configurator.projects.models import Project
from configurator.stores.models import Tenant


class CustomerMark(Base):
    """Who the customer is: `kind` is consumer or business, `nip` ten digits of a business, `contract` of the terms."""

    __tablename__ = "customer_mark"
    __table_args__ = (Index(None, "project_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id))
    kind: Mapped[str]
    nip: Mapped[str] = mapped_column(default="")
    contract: Mapped[str] = mapped_column(default="none")
    marked_by: Mapped[str] = mapped_column(ForeignKey(Account.id))
    marked_at: Mapped[datetime] = mapped_column(default=now)

    marker: Mapped[Account] = relationship(lazy="joined")


class CollectionNote(Base):
    """The customer has asked for another collection; or, with `takes_back_id`, that an earlier note was a mistake."""

    __tablename__ = "collection_note"
    __table_args__ = (Index(None, "service_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id))
    service_id: Mapped[str] = mapped_column(ForeignKey(Service.id))
    text: Mapped[str]
    takes_back_id: Mapped[str | None] = mapped_column(ForeignKey("collection_note.id"), unique=True)
    noted_by: Mapped[str] = mapped_column(ForeignKey(Account.id))
    noted_at: Mapped[datetime] = mapped_column(default=now)

    project: Mapped[Project] = relationship(lazy="joined")
    noter: Mapped[Account] = relationship(lazy="joined")


class OwnValue(Base):
    """A retailer's own fact of a project: `value` is JSON, null when it is not known any more.

    `door` is desk, table or api; the actor is a person or a system with a key.
    """

    __tablename__ = "own_value"
    __table_args__ = (Index(None, "project_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id))
    name: Mapped[str]
    value: Mapped[str]
    door: Mapped[str]
    actor_id: Mapped[str] = mapped_column(ForeignKey(Actor.id))
    at: Mapped[datetime] = mapped_column(default=now)
