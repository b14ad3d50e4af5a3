"""A tenant is a retailer; its stores are where customers come."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from configurator.db import Base, new_id, now


class Tenant(Base):
    """A retailer. `kind` is furniture, bathroom or paint: which doors its start page opens first."""

    __tablename__ = "tenant"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    kind: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)


class Store(Base):
    """A store. `opening` is JSON by ISO weekday in Warsaw's time, `{"1": ["10:00", "20:00"]}`; left out is closed.

    `check_packs` is a JSON list of the packs that plans are checked by; none: those in force by default.
    `logo` is the key of its picture among the files.
    """

    __tablename__ = "store"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    opening: Mapped[str] = mapped_column(default="{}")
    answer_hours: Mapped[int] = mapped_column(default=8)
    check_packs: Mapped[str] = mapped_column(default="[]", server_default="[]")
    logo: Mapped[str | None]

    tenant: Mapped[Tenant] = relationship(lazy="joined")

    @property
    def fact_name(self) -> str:
        """What the fee's facts call the store: their values have no hyphens."""
        return self.slug.replace("-", "_")

    @property
    def chosen_packs(self) -> list[str]:
        held: list[str] = json.loads(self.check_packs)
        return held

    @property
    def opening_hours(self) -> dict[int, tuple[str, str]]:
        held: dict[str, Any] = json.loads(self.opening)
        return {int(day): (first, last) for day, (first, last) in held.items()}
