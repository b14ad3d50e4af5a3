"""The keys of a retailer's own systems: told once, kept as a hash, opening what they were made for, revoked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.accounts.models import Actor
from configurator.accounts.tokens import hash_of, new_token
from configurator.db import lock, now
from configurator.errors import Forbidden, NotFound, NotSignedIn, Refused
from configurator.stores.models import Tenant
from configurator.systems.models import ApiKey

PURCHASES, FACTS, DECISIONS, ORDERS = "purchases", "facts", "decisions", "orders"
RIGHTS = (PURCHASES, FACTS, DECISIONS, ORDERS)
"""What a key may open: writing purchases and returns, writing the retailer's own facts, asking for decisions, sending
samples."""
PREFIX = "zacznij_"
"""So that a key that has strayed into a log or a file can be known for one."""
MOST_NAME = 60


def make(
    session: Session, tenant: Tenant, name: str, rights: Iterable[str] = (PURCHASES,), *, made_by: str | None = None
) -> str:
    """A new key for the system of this name; the key itself, which cannot be told again."""
    rights = [right for right in RIGHTS if right in set(rights)]
    name = " ".join(name.split())
    if not name or not name.isprintable():
        raise Refused("key_name_wanted", path="name")
    if len(name) > MOST_NAME:
        raise Refused("too_long", path="name", most=MOST_NAME)
    if not rights:
        raise Refused("key_right_wanted", path="rights")
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
            rights=" ".join(rights),
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
    """The tenant's living key in `Bearer …`; NotSignedIn for any other; Forbidden where it opens less."""
    scheme, _, token = authorization.partition(" ")
    key = session.scalar(select(ApiKey).where(ApiKey.token_hash == hash_of(token.strip())))
    stands = key is not None and key.tenant_id == tenant.id and key.revoked_at is None
    if scheme.casefold() != "bearer" or not stands or key is None:
        raise NotSignedIn("api_key_wanted", path="Authorization")
    if right not in key.rights.split():
        raise Forbidden("key_opens_less", path="Authorization", right=right)
    return key
