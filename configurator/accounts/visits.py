"""Visits: how a browser is known again, without an account and with one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from configurator.accounts.models import Account, Actor, Visit
from configurator.accounts.tokens import hash_of, new_token
from configurator.db import now
from configurator.stores.models import Tenant

GUEST_LASTS = timedelta(days=365)
CUSTOMER_LASTS = timedelta(days=180)
STAFF_LASTS = timedelta(hours=12)


@dataclass(frozen=True)
class Visitor:
    """Who acts in this request. `role` is the account's: guest, customer, designer or manager."""

    visit_id: str
    tenant_id: str
    actor_id: str
    account_id: str | None
    role: str
    name: str
    store_id: str | None
    channel: str

    @property
    def is_staff(self) -> bool:
        return self.role in ("designer", "manager")


def find(session: Session, tenant: Tenant, token: str) -> Visitor | None:
    """The visitor whom the token brings at this tenant, unless the visit is over or the account disabled."""
    visit = session.scalar(select(Visit).where(Visit.token_hash == hash_of(token), Visit.tenant_id == tenant.id))
    if visit is None or visit.ended_at is not None or visit.expires_at <= now():
        return None
    account = visit.account
    if account is not None and account.disabled_at is not None:
        return None
    return Visitor(
        visit_id=visit.id,
        tenant_id=visit.tenant_id,
        actor_id=visit.actor_id,
        account_id=visit.account_id,
        role=account.role if account else "guest",
        name=account.name if account else "",
        store_id=account.store_id if account else None,
        channel=visit.channel,
    )


def begin_guest(session: Session, tenant: Tenant, *, channel: str = "home") -> tuple[Visitor, str]:
    """A new actor and its visit; the token goes into the cookie."""
    actor = Actor(tenant_id=tenant.id)
    session.add(actor)
    session.flush()
    token = new_token()
    visit = Visit(
        tenant_id=tenant.id,
        actor_id=actor.id,
        token_hash=hash_of(token),
        channel=channel,
        expires_at=now() + GUEST_LASTS,
    )
    session.add(visit)
    session.flush()
    return Visitor(visit.id, tenant.id, actor.id, None, "guest", "", None, channel), token


def begin(session: Session, account: Account, *, channel: str, lasts: timedelta) -> str:
    """A new visit of somebody with an account; the token goes into the cookie."""
    token = new_token()
    session.add(
        Visit(
            tenant_id=account.tenant_id,
            actor_id=account.actor_id,
            account_id=account.id,
            token_hash=hash_of(token),
            channel=channel,
            expires_at=now() + lasts,
        )
    )
    return token


def end(session: Session, visitor: Visitor) -> None:
    """Close this visit; its cookie opens nothing from here on."""
    visit = session.get(Visit, visitor.visit_id)
    if visit is not None and visit.ended_at is None:
        visit.ended_at = now()


def end_all(session: Session, account_id: str, *, but: str | None = None) -> None:
    """Close every visit of the account, on all its devices; `but` names the one that stays."""
    closed = update(Visit).where(Visit.account_id == account_id, Visit.ended_at.is_(None))
    session.execute((closed.where(Visit.id != but) if but else closed).values(ended_at=now()))
