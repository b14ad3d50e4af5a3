"""A guest's second way back: a key that the page keeps beside its drafts.

Browsers write cookies to the disk late (Chromium: up to 30 s, `SQLitePersistentCookieStore`), drafts at once. A
browser that dies in its first half minute would know the drafts and no longer whose they are. The key is the visit
signed with the server's secret; it opens nothing by itself, and nothing once the visit is over.
"""

from __future__ import annotations

import hmac

from sqlalchemy.orm import Session

from configurator.accounts.models import Visit
from configurator.accounts.tokens import hash_of, new_token
from configurator.accounts.visits import Visitor
from configurator.db import now
from configurator.stores.models import Tenant


def return_key(visitor: Visitor, secret: bytes) -> str | None:
    """The key of a guest's visit at home; None for whoever signs in, and for a kiosk."""
    if visitor.account_id is not None or visitor.channel != "home":
        return None
    return f"{visitor.visit_id}.{_sign(visitor.visit_id, secret)}"


def visit_of(session: Session, tenant: Tenant, key: str, secret: bytes) -> Visit | None:
    """The guest's visit that the key names, unless it is over."""
    visit_id, _, signature = key.partition(".")
    if not hmac.compare_digest(signature.encode(), _sign(visit_id, secret).encode()):
        return None
    visit = session.get(Visit, visit_id)
    if visit is None or visit.tenant_id != tenant.id or visit.account_id is not None or visit.channel != "home":
        return None
    return visit if visit.ended_at is None and visit.expires_at > now() else None


def renew(visit: Visit) -> str:
    """A new token for the visit's cookie; the lost one opens nothing any more."""
    token = new_token()
    visit.token_hash = hash_of(token)
    return token


def _sign(visit_id: str, secret: bytes) -> str:
    return hmac.new(secret, f"return {visit_id}".encode(), "sha256").hexdigest()
