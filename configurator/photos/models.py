"""A photo of a room that belongs to a project, and what was marked on it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from configurator.accounts.models import Actor
from configurator.db import Base, new_id, now
from configurator.projects.models import Project
from configurator.stores.models import Tenant


class Photo(Base):
    """`file` is the key of the working picture: upright, without metadata, at most 1.5 Mpx, a JPEG.

    `start` names the starting photo that it is, if one. `state` is the JSON of marks.py; `version` counts its changes.
    """

    __tablename__ = "photo"
    __table_args__ = (Index(None, "project_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id))
    brought_by: Mapped[str] = mapped_column(ForeignKey(Actor.id))
    name: Mapped[str] = mapped_column(default="")
    start: Mapped[str | None]
    file: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    state: Mapped[str]
    version: Mapped[int] = mapped_column(default=0)
    brought_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)
