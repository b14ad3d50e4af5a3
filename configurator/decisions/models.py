"""Decisions that a retailer's system asked for, kept as they were answered."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from configurator.db import Base, now
from configurator.offers.models import PublishedTerms
from configurator.stores.models import Tenant


class KeptDecision(Base):
    """`sha` names the decision; `body` is canonical JSON of it and of its facts. Never changed."""

    __tablename__ = "kept_decision"

    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id), primary_key=True)
    sha: Mapped[str] = mapped_column(primary_key=True)
    terms_id: Mapped[str] = mapped_column(ForeignKey(PublishedTerms.id))
    body: Mapped[str]
    asked_at: Mapped[datetime] = mapped_column(default=now)

    terms: Mapped[PublishedTerms] = relationship(lazy="joined")
