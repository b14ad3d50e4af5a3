"""A pairing number: six digits that take a right to another device, once, within ten minutes.

Six digits are few, so the row holds them only under the server's key, and tries are limited twice by rows: those of one
client, and the misses of the whole tenant. Whatever is wrong with a number, the answer is the same.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from configurator.accounts.limits import Limit
from configurator.accounts.visits import Visitor
from configurator.config import Settings
from configurator.db import now
from configurator.errors import NotFound
from configurator.projects import grants
from configurator.projects.grants import RANK, Access
from configurator.projects.models import Grant, Pairing, Project

LASTS = timedelta(minutes=10)
DIGITS = 6
GIVE = Limit("pairing_given", most=20, seconds=3600)
TRY = Limit("pairing_tried", most=10, seconds=600)
MISS = Limit("pairing_missed", most=40, seconds=600)
"""Of a tenant: with ten numbers alive, forty guesses find one of them in 1 of 2,500 windows."""


@dataclass(frozen=True)
class Given:
    """A number as it is shown, and until when it works."""

    number: str
    until: datetime


def read_number(typed: str) -> str | None:
    """The six digits in what was typed, whatever stands between them; None when it is no number."""
    digits = "".join(typed.replace("-", "").split())
    return digits if len(digits) == DIGITS and digits.isascii() and digits.isdigit() else None


def give(session: Session, settings: Settings, access: Access) -> Given:
    """A new number for the giver's own right; the one given before for this project stops working.

    Staff without a right of their own hand on an editor's.
    """
    _end(session, (Pairing.project_id == access.project.id) & (Pairing.given_by == access.visitor.actor_id))
    _end(session, (Pairing.tenant_id == access.project.tenant_id) & (Pairing.expires_at <= now()))
    held = _best(session, access)
    until = now() + LASTS
    while True:
        number = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        try:
            with session.begin_nested():
                session.add(
                    Pairing(
                        tenant_id=access.project.tenant_id,
                        project_id=access.project.id,
                        given_by=access.visitor.actor_id,
                        role=held.role if held else "editor",
                        link_id=held.link_id if held else None,
                        number_hash=_hash(settings, access.project.tenant_id, number),
                        expires_at=until,
                    )
                )
        except IntegrityError:  # another number alive in this tenant is the same
            continue
        return Given(number, until)


def take(session: Session, settings: Settings, number: str, visitor: Visitor) -> Project:
    """Use the number up: the visitor gets the giver's right. NotFound("no_number") for any other number.

    The row stays and says who gave what to whom, and when.
    """
    wanted = (
        (Pairing.tenant_id == visitor.tenant_id)
        & (Pairing.number_hash == _hash(settings, visitor.tenant_id, number))
        & (Pairing.expires_at > now())
    )
    used = update(Pairing).where(wanted).values(number_hash=None, used_at=now(), used_by=visitor.actor_id)
    pairing: Pairing | None = session.scalar(used.returning(Pairing))
    project = session.get(Project, pairing.project_id) if pairing else None
    link = session.get(Grant, pairing.link_id) if pairing and pairing.link_id else None
    if pairing is None or project is None or project.deleted_at is not None or (link and link.revoked_at):
        raise NotFound("no_number")
    grants.give(session, project, visitor.actor_id, pairing.role, link=link)
    return project


def _end(session: Session, which: object) -> None:
    """Numbers that are over leave their digits to others."""
    session.execute(update(Pairing).where(which, Pairing.number_hash.is_not(None)).values(number_hash=None))  # type: ignore[arg-type]


def _best(session: Session, access: Access) -> Grant | None:
    """The greatest right that the giver's own grants hold."""
    held = session.scalars(
        select(Grant).where(
            Grant.project_id == access.project.id,
            Grant.actor_id == access.visitor.actor_id,
            Grant.revoked_at.is_(None),
        )
    )
    return max(held, key=lambda grant: RANK[grant.role], default=None)


def _hash(settings: Settings, tenant_id: str, number: str) -> str:
    return hmac.new(settings.secret_key, f"pair {tenant_id} {number}".encode(), hashlib.sha256).hexdigest()
