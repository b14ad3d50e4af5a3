"""The keys of a retailer's systems, and the answers these were given."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from configurator.accounts.models import Account, Actor
from configurator.db import Base, new_id, now
from configurator.stores.models import Tenant


class KeptAnswer(Base):
    """What a request was answered, by the key that the caller gave it; `body_sha` is what was asked."""

    __tablename__ = "kept_answer"

    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    body_sha: Mapped[str]
    answer: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime] = mapped_column(default=now)


class ApiKey(Base):
    """What a retailer's own system shows; only the key's hash is kept. It opens what `rights` name."""

    __tablename__ = "api_key"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    actor_id: Mapped[str] = mapped_column(ForeignKey(Actor.id), unique=True)
    name: Mapped[str]
    token_hash: Mapped[str] = mapped_column(unique=True)
    rights: Mapped[str] = mapped_column(default="purchases")
    made_by: Mapped[str | None] = mapped_column(ForeignKey(Account.id))
    made_at: Mapped[datetime] = mapped_column(default=now)
    revoked_at: Mapped[datetime | None]
