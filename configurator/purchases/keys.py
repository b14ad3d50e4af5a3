"""The keys by which a retailer's own systems write purchases and facts: told once, kept as a hash, revocable."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.accounts.models import Actor
from configurator.accounts.tokens import hash_of, new_token
from configurator.db import lock, now
from configurator.errors import NotFound, NotSignedIn, Refused
from configurator.purchases.models import ApiKey
from configurator.stores.models import Tenant

PURCHASES, FACTS = "purchases", "facts"
PREFIX = "zacznij_"
"""So that a key that has strayed into a log or a file can be known for one."""
MOST_NAME = 60


def make(session: Session, tenant: Tenant, name: str, *, made_by: str | None = None) -> str:
    """A new key for the system of this name; the key itself, which cannot be told again."""
    name = " ".join(name.split())
    if not name or not name.isprintable():
        raise Refused("key_name_wanted", path="name")
    if len(name) > MOST_NAME:
        raise Refused("too_long", path="name", most=MOST_NAME)
    lock(session, tenant)
    if any(key.name.casefold() == name.casefold() for key in keys_of(session, tenant) if key.revoked_at is None):
        raise Refused("key_name_taken", path="name")
    actor = Actor(tenant_id=tenant.id)
    session.add(actor)
    session.flush()
    token = PREFIX + new_token()
    session.add(
        ApiKey(
            tenant_id=tenant.id,
            actor_id=actor.id,
            name=name,
            token_hash=hash_of(token),
            rights=f"{PURCHASES} {FACTS}",
            made_by=made_by,
        ),
    )
    return token


def keys_of(session: Session, tenant: Tenant) -> Sequence[ApiKey]:
    """The tenant's keys, the living ones first."""
    wanted = select(ApiKey).where(ApiKey.tenant_id == tenant.id)
    return session.scalars(wanted.order_by(ApiKey.revoked_at.is_not(None), ApiKey.made_at)).all()


def revoke(session: Session, tenant: Tenant, key_id: str) -> None:
    """From now on the key opens nothing; what it wrote stays."""
    key = session.get(ApiKey, key_id)
    if key is None or key.tenant_id != tenant.id:
        raise NotFound("no_key")
    key.revoked_at = key.revoked_at or now()


def read(session: Session, tenant: Tenant, authorization: str, right: str = PURCHASES) -> ApiKey:
    """The tenant's living key in `Bearer …`; NotSignedIn for any other, whoever's it is."""
    scheme, _, token = authorization.partition(" ")
    key = session.scalar(select(ApiKey).where(ApiKey.token_hash == hash_of(token.strip())))
    stands = key is not None and key.tenant_id == tenant.id and key.revoked_at is None and right in key.rights.split()
    if scheme.casefold() != "bearer" or not stands or key is None:
        raise NotSignedIn("api_key_wanted", path="Authorization")
    return key
