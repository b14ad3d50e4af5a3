"""The outbox: each mail as it was written, whole."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from configurator.db import Base, new_id, now
from configurator.stores.models import Tenant


class Mail(Base):
    """One mail to one person. `cause` says why, as in `order/<id>/placed`: one cause writes one mail.

    `message` is the whole of it (RFC 5322, ASCII), with its Message-ID: what is sent again is the same mail.
    """

    __tablename__ = "mail"
    __table_args__ = (UniqueConstraint("tenant_id", "cause"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    cause: Mapped[str]
    recipient: Mapped[str]
    subject: Mapped[str]
    message: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)
    sent_at: Mapped[datetime | None]
