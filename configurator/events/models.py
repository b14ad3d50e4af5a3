"""The table of counts: how often something happened at a store within an hour."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from configurator.db import Base
from configurator.stores.models import Store, Tenant


class Event(Base):
    """`times` of one thing: no person, no address, no project, and no time finer than the hour.

    Rows of one hour add up, so that not even the order of what happened is kept.
    """

    __tablename__ = "event"

    store_id: Mapped[str] = mapped_column(ForeignKey(Store.id), primary_key=True)
    hour: Mapped[datetime] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    screen: Mapped[str] = mapped_column(primary_key=True)
    detail: Mapped[str] = mapped_column(primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    times: Mapped[int] = mapped_column(default=0)
