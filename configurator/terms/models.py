"""Terms being written: one row a draft, until it is published or thrown away."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from configurator.accounts.models import Account
from configurator.db import Base, new_id, now
from configurator.offers.models import PublishedTerms
from configurator.stores.models import Tenant


class TermsDraft(Base):
    """Terms not yet published: `body` is JSON that may still be wrong, as it was typed.

    `version` grows with every change, so that nobody overwrites what another has written meanwhile. `asked_by` wants
    it published as it is, from `valid_from` on (the store's calendar; None at once); `note` is why it was sent back.
    """

    __tablename__ = "terms_draft"
    __table_args__ = (Index(None, "tenant_id", "changed_at"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    origin_id: Mapped[str | None] = mapped_column(ForeignKey(PublishedTerms.id))
    body: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    changed_by: Mapped[str] = mapped_column(ForeignKey(Account.id))
    changed_at: Mapped[datetime] = mapped_column(default=now)
    asked_by: Mapped[str | None] = mapped_column(ForeignKey(Account.id))
    valid_from: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str] = mapped_column(default="")

    origin: Mapped[PublishedTerms | None] = relationship()
    changer: Mapped[Account] = relationship(foreign_keys=changed_by)
    asker: Mapped[Account | None] = relationship(foreign_keys=asked_by)
