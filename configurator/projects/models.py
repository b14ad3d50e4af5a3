"""A project is the log of its edits; what stands beside the log is derived from it or says who may open it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from configurator.accounts.models import Actor
from configurator.db import Base, new_id, now
from configurator.stores.models import Store, Tenant


class Project(Base):
    """`code` finds it, a grant opens it. `head_seq` and `name` are caches of the log.

    From `deleted_at` on it lies in its owner's bin; from `erased_at` on only this row is left, for what refers to it.
    """

    __tablename__ = "project"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    store_id: Mapped[str] = mapped_column(ForeignKey(Store.id))
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(default="")
    head_seq: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)
    deleted_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]

    store: Mapped[Store] = relationship(lazy="joined")
    variants: Mapped[list[Variant]] = relationship(order_by="Variant.created_at", back_populates="project")


class Variant(Base):
    """One line of the design: a name, whose edits it takes (`role`: customer or designer), and the edit it grew from.

    The plan is a cache of the log.
    """

    __tablename__ = "variant"
    __table_args__ = (Index(None, "project_id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id))
    name: Mapped[str]
    role: Mapped[str] = mapped_column(default="customer")
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("variant.id"))
    grew_from_seq: Mapped[int] = mapped_column(default=0)
    head_plan: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)

    project: Mapped[Project] = relationship(back_populates="variants")


class LoggedEdit(Base):
    """One edit as it was sent (`body`, JSON), and what the server knows of it."""

    __tablename__ = "logged_edit"
    __table_args__ = (UniqueConstraint("project_id", "edit_id"),)

    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    edit_id: Mapped[str]
    variant_id: Mapped[str] = mapped_column(ForeignKey(Variant.id))
    actor_id: Mapped[str] = mapped_column(ForeignKey(Actor.id))
    role: Mapped[str]
    channel: Mapped[str]
    at: Mapped[datetime] = mapped_column(default=now)
    origin: Mapped[str | None]
    body: Mapped[str]


class Grant(Base):
    """Opens a project for an actor, or for whoever brings the link whose token's hash stands here.

    `picture_hash` is of the address at which a link's picture is shown to whoever makes a preview of it.
    """

    __tablename__ = "grant"
    __table_args__ = (Index(None, "project_id"), Index(None, "actor_id"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id))
    actor_id: Mapped[str | None] = mapped_column(ForeignKey(Actor.id))
    token_hash: Mapped[str | None] = mapped_column(unique=True)
    link_id: Mapped[str | None] = mapped_column(ForeignKey("grant.id"))
    role: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)
    revoked_at: Mapped[datetime | None]
    picture_hash: Mapped[str | None] = mapped_column(unique=True)


class Pairing(Base):
    """A number by which a right went, or may go, to another device; `number_hash` is gone once it is used or over."""

    __tablename__ = "pairing"
    __table_args__ = (UniqueConstraint("tenant_id", "number_hash"), Index(None, "project_id"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id))
    given_by: Mapped[str] = mapped_column(ForeignKey(Actor.id))
    role: Mapped[str]
    link_id: Mapped[str | None] = mapped_column(ForeignKey(Grant.id))
    number_hash: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by: Mapped[str | None] = mapped_column(ForeignKey(Actor.id))


class Presence(Base):
    """Who was last seen in a project, and when; only staff are named."""

    __tablename__ = "presence"

    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id), primary_key=True)
    actor_id: Mapped[str] = mapped_column(ForeignKey(Actor.id), primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    name: Mapped[str]
    role: Mapped[str]
    seen_at: Mapped[datetime]
