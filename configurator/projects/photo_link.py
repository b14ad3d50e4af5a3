"""A project's photo link: whoever brings it may add pictures, and nothing else; one at a time, told as often as wanted.

It goes to several people by several ways, on paper too, so that asking again must not make yet another one to withdraw.
A token is kept as a hash alone, so it is reckoned from the server's secret, anew after each withdrawal.
"""

from __future__ import annotations

import hmac

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from configurator.accounts.tokens import hash_of
from configurator.db import lock
from configurator.errors import Forbidden
from configurator.projects import grants
from configurator.projects.grants import PHOTOS, Access
from configurator.projects.models import Grant


def photo_token(session: Session, access: Access, secret: bytes) -> str:
    """The token of the link that stands, which is made when there is none. Forbidden to whoever may not edit."""
    if not access.may("editor"):
        raise Forbidden("only_look")
    lock(session, access.project)
    links = (Grant.project_id == access.project.id, Grant.role == PHOTOS, Grant.token_hash.is_not(None))
    withdrawn = session.scalar(select(func.count()).where(*links, Grant.revoked_at.is_not(None)))
    token = hmac.new(secret, f"photos {access.project.id} {withdrawn}".encode(), "sha256").hexdigest()
    stands = session.scalar(select(Grant.id).where(*links, Grant.token_hash == hash_of(token)))
    return token if stands else grants.make_link(session, access, PHOTOS, token=token)
