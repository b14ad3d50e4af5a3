"""Actors, the accounts some of them have, and the visits by which a browser is known again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from configurator.db import Base, new_id, now
from configurator.stores.models import Store, Tenant


class Actor(Base):
    """Whoever does something: a guest until an account is made, the same actor afterwards. Holds no personal data."""

    __tablename__ = "actor"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    created_at: Mapped[datetime] = mapped_column(default=now)


class Account(Base):
    """A person's log-in at one tenant. `role` is customer, designer or manager; staff belong to a store."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("tenant_id", "email"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    actor_id: Mapped[str] = mapped_column(ForeignKey(Actor.id), unique=True)
    store_id: Mapped[str | None] = mapped_column(ForeignKey(Store.id))
    email: Mapped[str]
    name: Mapped[str]
    role: Mapped[str]
    password_hash: Mapped[str]
    totp_secret: Mapped[str | None]
    totp_last_step: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(default=now)
    disabled_at: Mapped[datetime | None]

    @property
    def is_staff(self) -> bool:
        return self.role in ("designer", "manager")


class Visit(Base):
    """One browser's session at one tenant; only the token's hash is kept."""

    __tablename__ = "visit"
    __table_args__ = (Index(None, "actor_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    actor_id: Mapped[str] = mapped_column(ForeignKey(Actor.id))
    account_id: Mapped[str | None] = mapped_column(ForeignKey(Account.id))
    token_hash: Mapped[str] = mapped_column(unique=True)
    channel: Mapped[str] = mapped_column(default="home")
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    account: Mapped[Account | None] = relationship()


class SignInKey(Base):
    """What a sign-in letter's link carries: opens the address's account once, within minutes. Only its hash is kept.

    `actor_id` is who asked for the letter; what that guest has begun joins the account when the link is used.
    """

    __tablename__ = "sign_in_key"
    __table_args__ = (Index(None, "tenant_id", "expires_at"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    email: Mapped[str]
    token_hash: Mapped[str] = mapped_column(unique=True)
    actor_id: Mapped[str | None] = mapped_column(ForeignKey(Actor.id))
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class Allowance(Base):
    """How often something was tried in a window of time: the rows behind every limit."""

    __tablename__ = "allowance"

    scope: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    window: Mapped[int] = mapped_column(primary_key=True)
    used: Mapped[int] = mapped_column(default=0)
