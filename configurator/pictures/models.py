"""A picture of a project: who brought it, when, and where its file lies."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from configurator.accounts.models import Actor
from configurator.db import Base, new_id, now
from configurator.projects.models import Project
from configurator.stores.models import Tenant


class Picture(Base):
    """`kind` is what it was brought for: background, dimensions or sample. `file` is a key of the kept files,
    always a JPEG.

    `original` is the picture or PDF page as it came, upright and without metadata, before it was straightened;
    `source` the whole PDF, while another of its pages may be wanted. From `held_at` on a decision stands on it, and it
    stays.
    """

    __tablename__ = "picture"
    __table_args__ = (Index(None, "project_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id))
    kind: Mapped[str]
    brought_by: Mapped[str] = mapped_column(ForeignKey(Actor.id))
    role: Mapped[str]
    brought_at: Mapped[datetime] = mapped_column(default=now)
    name: Mapped[str] = mapped_column(default="")
    pages: Mapped[int] = mapped_column(default=1)
    width: Mapped[int]
    height: Mapped[int]
    file: Mapped[str]
    original: Mapped[str]
    source: Mapped[str | None]
    held_at: Mapped[datetime | None]
