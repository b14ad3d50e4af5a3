"""Schemes kept with a project, and what the family says of them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, backref, mapped_column, relationship

from configurator.accounts.models import Actor
from configurator.db import Base, new_id, now
from configurator.photos.models import Photo
from configurator.projects.models import Project, Variant
from configurator.stores.models import Tenant


class ColourScheme(Base):
    """A scheme of the room that has the label `room`, or else lies about the point (mm) of the level; or of a photo.

    `slots` (JSON) has a paint's code or "#rrggbb" by slot; `locked` (JSON) names the slots that stay when others are
    proposed; the second wall is a side of a wall. `version` counts its changes.
    """

    __tablename__ = "scheme"
    __table_args__ = (Index(None, "project_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id))
    variant_id: Mapped[str] = mapped_column(ForeignKey(Variant.id))
    photo_id: Mapped[str | None] = mapped_column(ForeignKey(Photo.id))
    room: Mapped[str | None]
    level: Mapped[str]
    x: Mapped[int]
    y: Mapped[int]
    name: Mapped[str]
    slots: Mapped[str]
    second_wall: Mapped[str | None]
    second_side: Mapped[str | None]
    locked: Mapped[str] = mapped_column(default="[]")
    is_chosen: Mapped[bool] = mapped_column(default=False)
    made_by: Mapped[str] = mapped_column(ForeignKey(Actor.id))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)

    variant: Mapped[Variant] = relationship(lazy="joined")
    photo: Mapped[Photo | None] = relationship(backref=backref("schemes", cascade="all, delete-orphan"))
    votes: Mapped[list[SchemeVote]] = relationship(
        order_by="SchemeVote.at", back_populates="scheme", cascade="all, delete-orphan"
    )


class SchemeVote(Base):
    """A visitor's voice for a scheme; she has one for each room. The name is as she gives it, or empty."""

    __tablename__ = "scheme_vote"
    __table_args__ = (UniqueConstraint("scheme_id", "actor_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    scheme_id: Mapped[str] = mapped_column(ForeignKey(ColourScheme.id))
    actor_id: Mapped[str] = mapped_column(ForeignKey(Actor.id))
    name: Mapped[str] = mapped_column(default="")
    word: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime] = mapped_column(default=now)

    scheme: Mapped[ColourScheme] = relationship(back_populates="votes")
