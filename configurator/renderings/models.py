"""A picture in true light of a project: from where, how far it has come, and its file."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from configurator.accounts.models import Actor
from configurator.db import Base, new_id, now
from configurator.projects.models import Project, Variant
from configurator.stores.models import Tenant

WAITING, DRAWN, FAILED = "waiting", "drawn", "failed"


class Rendering(Base):
    """`view` is JSON as the plan's views are; `file` the key of the PNG so far, None before the first.

    `percent` is how much of the work is done. `changed_at` is when a worker last told of it. One of a project at most
    is wanted on the cover of its documents.
    """

    __tablename__ = "rendering"
    __table_args__ = (Index(None, "project_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id))
    variant_id: Mapped[str] = mapped_column(ForeignKey(Variant.id))
    asked_by: Mapped[str] = mapped_column(ForeignKey(Actor.id))
    asked_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)
    view: Mapped[str]
    state: Mapped[str] = mapped_column(default=WAITING)
    percent: Mapped[int] = mapped_column(default=0)
    file: Mapped[str | None]
    is_cover: Mapped[bool] = mapped_column(default=False, server_default="0")
