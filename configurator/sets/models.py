"""What is kept of a set."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from configurator.accounts.models import Actor
from configurator.db import Base, new_id, now
from configurator.stores.models import Tenant


class ItemSet(Base):
    """Things placed as one: the actor's own, or, of no actor, the retailer's for everyone.

    `body` is JSON, a list of items as a plan holds them, without level, host and group, about the middle of the set;
    its back is at the top.
    """

    __tablename__ = "item_set"
    __table_args__ = (Index(None, "tenant_id", "actor_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    actor_id: Mapped[str | None] = mapped_column(ForeignKey(Actor.id))
    name_pl: Mapped[str]
    name_en: Mapped[str]
    body: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(default=now)
