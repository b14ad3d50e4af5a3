"""Who asked the store for a person, about which project, and when an answer was promised and given."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from configurator.accounts.models import Account, Actor
from configurator.db import Base, new_id, now
from configurator.projects.models import Project
from configurator.stores.models import Store, Tenant


class HelpRequest(Base):
    """A customer waits, with a project or before there is one. `kind` is hand_over or call_back.

    `context` is JSON: the screen and the last actions.
    """

    __tablename__ = "help_request"
    __table_args__ = (Index(None, "store_id", "answered_at"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    store_id: Mapped[str] = mapped_column(ForeignKey(Store.id))
    project_id: Mapped[str | None] = mapped_column(ForeignKey(Project.id))
    actor_id: Mapped[str] = mapped_column(ForeignKey(Actor.id))
    kind: Mapped[str]
    wish: Mapped[str]
    name: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    language: Mapped[str]
    context: Mapped[str]
    asked_at: Mapped[datetime] = mapped_column(default=now)
    promised_at: Mapped[datetime | None]
    taken_by: Mapped[str | None] = mapped_column(ForeignKey(Account.id))
    answered_at: Mapped[datetime | None]

    project: Mapped[Project | None] = relationship(lazy="joined")
    taker: Mapped[Account | None] = relationship()

    @property
    def is_binned(self) -> bool:
        """Whether it is about a project that its owner has put away."""
        return self.project is not None and self.project.deleted_at is not None

    def is_overdue(self, at: datetime) -> bool:
        return self.answered_at is None and self.promised_at is not None and self.promised_at < at
