"""What was measured, and the marks by which staff say that dimensions came from the customer."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from configurator.accounts.models import Account, Actor
from configurator.db import Base, new_id, now
from configurator.pictures.models import Picture
from configurator.projects.models import Project
from configurator.stores.models import Tenant


class Measure(Base):
    """One thing told of a room in the measuring form; `room` is its label, empty before there is a room.

    `value` is JSON: `{"mm": 2400, "drawn": true}` for a length, `{"spots": [["w1", "right", 600]]}` for places on
    walls (no spot: there is none). `role` is customer or designer.
    """

    __tablename__ = "measure"

    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id), primary_key=True)
    room: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    value: Mapped[str]
    role: Mapped[str]
    actor_id: Mapped[str] = mapped_column(ForeignKey(Actor.id))
    at: Mapped[datetime] = mapped_column(default=now)


class DimensionsMark(Base):
    """A row that is only ever added. `kind` is brought, declined (photos that show no dimensions) or withdrawn.

    `way` is how they came: paper, e_mail, phone, on_site, photo. `withdraws` is the mark that a counter-mark ends.
    """

    __tablename__ = "dimensions_mark"
    __table_args__ = (Index(None, "project_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id))
    kind: Mapped[str]
    way: Mapped[str]
    came_on: Mapped[date]
    note: Mapped[str]
    withdraws_id: Mapped[str | None] = mapped_column(ForeignKey("dimensions_mark.id"), unique=True)
    marked_by: Mapped[str] = mapped_column(ForeignKey(Account.id))
    marked_at: Mapped[datetime] = mapped_column(default=now)

    marker: Mapped[Account] = relationship(lazy="joined")
    pictures: Mapped[list[Picture]] = relationship(
        secondary="marked_picture", order_by=Picture.brought_at, viewonly=True
    )


class MarkedPicture(Base):
    """A picture on which a mark stands; where nothing holds the picture its going takes this row along."""

    __tablename__ = "marked_picture"

    mark_id: Mapped[str] = mapped_column(ForeignKey(DimensionsMark.id), primary_key=True)
    picture_id: Mapped[str] = mapped_column(ForeignKey(Picture.id, ondelete="CASCADE"), primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
