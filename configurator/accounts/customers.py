"""Customers' accounts: an e-mail address and letters whose link signs in once; there is no password."""

from __future__ import annotations

import re
from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from configurator.accounts import joining, letters, visits
from configurator.accounts.models import Account, Actor, SignInKey, Visit
from configurator.accounts.service import CUSTOMER, normal
from configurator.accounts.tokens import hash_of, new_key
from configurator.accounts.visits import CUSTOMER_LASTS, Visitor
from configurator.config import Settings
from configurator.db import lock, now
from configurator.errors import NotSignedIn, Refused
from configurator.projects import bin as bins
from configurator.projects import erasing, grants
from configurator.projects.models import Project
from configurator.sets import service as sets
from configurator.stores.models import Store, Tenant

KEY_LASTS = timedelta(minutes=30)
LETTER_KEPT = timedelta(days=1)
EMAIL = re.compile(r"[^@\s,;<>\"]{1,64}@[^@\s,;<>\"]+\.[^@\s,;<>\"]{2,}")
MOST_EMAIL = 254


def read_email(typed: str) -> str:
    """The address as accounts are known by it; Refused when it cannot be one."""
    address = normal(typed)
    if len(address) > MOST_EMAIL or not EMAIL.fullmatch(address):
        raise Refused("not_an_email", path="email")
    return address


def ask(session: Session, settings: Settings, store: Store, visitor: Visitor | None, *, email: str) -> None:
    """Write the letter that signs in whoever reads the address's mail, whether it has an account or not.

    Staff's addresses get another letter, which opens nothing. Whoever asks cannot tell the cases apart.
    """
    letters.forget(session, store.tenant_id, before=now() - LETTER_KEPT)
    session.execute(delete(SignInKey).where(SignInKey.expires_at < now() - LETTER_KEPT))
    account = _account_of(session, store.tenant_id, email)
    if account is not None and (account.is_staff or account.disabled_at is not None):
        letters.for_staff(session, settings, store, email)
        return
    token = new_key()
    key = SignInKey(
        tenant_id=store.tenant_id,
        email=email,
        token_hash=hash_of(token),
        actor_id=visitor.actor_id if visitor and visitor.account_id is None else None,
        expires_at=now() + KEY_LASTS,
    )
    session.add(key)
    session.flush()
    letters.sign_in(session, settings, store, key, token)


def enter(session: Session, tenant: Tenant, token: str, visitor: Visitor | None) -> str:
    """Use the link up: a new visit's token, signed in as a customer. Refused("no_sign_in_link") for any other token.

    What this browser's guest has begun, and the guest who asked for the letter, joins the account. The account is made
    on first use, of this browser's own guest: never of who only asked, since anyone may ask with any address.
    """
    key = _use(session, tenant, token)
    guest = visitor.actor_id if visitor and visitor.account_id is None else None
    account = _account_of(session, tenant.id, key.email) or _make(session, tenant, key.email, guest)
    if account.is_staff or account.disabled_at is not None:
        raise Refused("no_sign_in_link")
    for actor in {guest, key.actor_id} - {None, account.actor_id}:
        if actor is not None and not _has_account(session, actor):
            joining.join(session, tenant.id, actor, account.actor_id)
    if visitor is not None:
        visits.end(session, visitor)
    return visits.begin(session, account, channel="home", lasts=CUSTOMER_LASTS)


def account_of(session: Session, visitor: Visitor | None) -> Account | None:
    """The customer's account; None for guests and staff."""
    account = session.get(Account, visitor.account_id) if visitor and visitor.account_id else None
    return account if account is not None and account.role == CUSTOMER else None


def sign_out_everywhere(session: Session, visitor: Visitor | None) -> None:
    visits.end_all(session, _own(session, visitor).id)


def delete_account(session: Session, visitor: Visitor | None, *, with_projects: bool) -> None:
    """The address goes and every other device is signed out. The projects stay with this browser's guest, or go too.

    Conflict, and nothing is deleted, when they should go and a store still works on one.
    """
    account = _own(session, visitor)
    assert visitor is not None  # noqa: S101 - it has the account
    if with_projects:
        _erase_projects(session, account.actor_id)
        sets.erase_own(session, account.actor_id)
    visits.end_all(session, account.id, but=None if with_projects else visitor.visit_id)
    session.execute(update(Visit).where(Visit.account_id == account.id).values(account_id=None))
    session.execute(delete(SignInKey).where(SignInKey.tenant_id == account.tenant_id, SignInKey.email == account.email))
    letters.forget_address(session, account.tenant_id, account.email)
    session.delete(account)


def _erase_projects(session: Session, actor_id: str) -> None:
    found = session.scalars(
        select(Project).where(Project.id.in_(grants.owned(session, actor_id)), Project.erased_at.is_(None))
    ).all()
    for project in found:
        lock(session, project)
        bins.refuse_served(session, project)
        erasing.erase(session, project)


def _own(session: Session, visitor: Visitor | None) -> Account:
    account = account_of(session, visitor)
    if account is None:
        raise NotSignedIn("sign_in")
    return account


def _use(session: Session, tenant: Tenant, token: str) -> SignInKey:
    """One guarded statement: of two presses at once, one finds the key unused."""
    used = (
        update(SignInKey)
        .where(
            SignInKey.token_hash == hash_of(token),
            SignInKey.tenant_id == tenant.id,
            SignInKey.used_at.is_(None),
            SignInKey.expires_at > now(),
        )
        .values(used_at=now())
    )
    key: SignInKey | None = session.scalar(used.returning(SignInKey))
    if key is None:
        raise Refused("no_sign_in_link")
    return key


def _account_of(session: Session, tenant_id: str, email: str) -> Account | None:
    return session.scalar(select(Account).where(Account.tenant_id == tenant_id, Account.email == email))


def _make(session: Session, tenant: Tenant, email: str, guest: str | None) -> Account:
    """The address's new account; the other one's when another press has just made it."""
    try:
        with session.begin_nested():
            account = Account(
                tenant_id=tenant.id,
                actor_id=guest if guest and not _has_account(session, guest) else _new_actor(session, tenant),
                email=email,
                name="",
                role=CUSTOMER,
                password_hash="",
            )
            session.add(account)
    except IntegrityError:
        return session.scalars(select(Account).where(Account.tenant_id == tenant.id, Account.email == email)).one()
    return account


def _new_actor(session: Session, tenant: Tenant) -> str:
    actor = Actor(tenant_id=tenant.id)
    session.add(actor)
    session.flush()
    return actor.id


def _has_account(session: Session, actor_id: str) -> bool:
    return session.scalar(select(Account.id).where(Account.actor_id == actor_id)) is not None
