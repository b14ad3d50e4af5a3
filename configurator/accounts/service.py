"""Log-ins: a password and a one-time code, checked without telling which of them was wrong."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from pyotp import TOTP
from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.accounts import visits
from configurator.accounts.models import Account, Actor
from configurator.accounts.visits import STAFF_LASTS, Visitor
from configurator.db import now
from configurator.errors import Refused
from configurator.stores.models import Store, Tenant

# 19 MiB, two passes, one lane: OWASP's password storage sheet, read 2026; 82 ms on a small machine.
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
NOBODY = HASHER.hash("nobody has this password")
STEP_SECONDS = 30
CUSTOMER = "customer"
"""The role of those who sign in by a link in a letter, and have no password (customers.py)."""


def add_staff(
    session: Session,
    tenant: Tenant,
    store: Store | None,
    *,
    email: str,
    name: str,
    role: str,
    password: str,
    secret: str,
) -> Account:
    """A designer or manager; `secret` is the base-32 key of the one-time codes."""
    actor = Actor(tenant_id=tenant.id)
    session.add(actor)
    session.flush()
    account = Account(
        tenant_id=tenant.id,
        actor_id=actor.id,
        store_id=store.id if store else None,
        email=normal(email),
        name=name,
        role=role,
        password_hash=HASHER.hash(password),
        totp_secret=secret,
    )
    session.add(account)
    return account


def sign_in(session: Session, tenant: Tenant, *, email: str, password: str, code: str) -> str:
    """A new visit's token for a member of staff; Refused("wrong_sign_in") whatever was wrong."""
    account = session.scalar(
        select(Account).where(
            Account.tenant_id == tenant.id,
            Account.email == normal(email),
            Account.role != CUSTOMER,
            Account.disabled_at.is_(None),
        )
    )
    right_password = _verify(account.password_hash if account else NOBODY, password)
    if account is None or not right_password or not _use_code(account, code):
        raise Refused("wrong_sign_in")
    return visits.begin(session, account, channel="desk", lasts=STAFF_LASTS)


def sign_out(session: Session, visitor: Visitor) -> None:
    visits.end(session, visitor)


def normal(email: str) -> str:
    return email.strip().casefold()


def _verify(password_hash: str, password: str) -> bool:
    try:
        return HASHER.verify(password_hash, password)
    except VerificationError:
        return False


def _use_code(account: Account, code: str) -> bool:
    """A code counts once: its time step must be later than the last one used (RFC 6238, 5.2)."""
    totp, instant = TOTP(account.totp_secret or ""), now()
    digits = "".join(code.split())
    for drift in (-1, 0, 1):
        step = int(instant.timestamp()) // STEP_SECONDS + drift
        if step > account.totp_last_step and account.totp_secret and totp.verify(digits, for_time=step * STEP_SECONDS):
            account.totp_last_step = step
            return True
    return False
