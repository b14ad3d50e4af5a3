"""What became of a sample at home."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from configurator.db import Base, now
from configurator.orders.models import SampleOrder
from configurator.stores.models import Tenant


class SampleJudgement(Base):
    """How the sample on an order's line was looked at, and what was decided: `this`, `not_this`, or nothing yet.

    `ticks` is JSON, the places and times at which it was looked at. `picture_id` is the project's photo of it, if one
    was taken, `taps` JSON of where its white sheet and the sample lie (in thousandths of width and height);
    `delta_e_100` hundredths of ΔE00 between the photo's colour and the catalogue's.
    """

    __tablename__ = "sample_judgement"

    order_id: Mapped[str] = mapped_column(ForeignKey(SampleOrder.id), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    ticks: Mapped[str] = mapped_column(default="[]")
    verdict: Mapped[str] = mapped_column(default="")
    decided_at: Mapped[datetime | None]
    picture_id: Mapped[str | None]
    taps: Mapped[str] = mapped_column(default="{}")
    seen_hex: Mapped[str] = mapped_column(default="")
    delta_e_100: Mapped[int | None]
    opened_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now, onupdate=now)
