"""How a customer has said to be reached, so that no form asks for it twice."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.accounts import customers
from configurator.accounts.models import SignInKey
from configurator.accounts.visits import Visitor
from configurator.desk.models import HelpRequest


@dataclass(frozen=True)
class Contact:
    """What the customer has typed before; a part that was never typed is empty."""

    name: str = ""
    phone: str = ""
    email: str = ""


def contact_of(session: Session, visitor: Visitor | None) -> Contact:
    """The visitor's own last words: of the last request for a person, the account, or the sign-in letter asked for."""
    if visitor is None or visitor.is_staff:
        return Contact()
    wanted = select(HelpRequest).where(HelpRequest.actor_id == visitor.actor_id)
    asked = session.scalars(wanted.order_by(HelpRequest.asked_at.desc()).limit(1)).first()
    account = customers.account_of(session, visitor)
    email = (asked.email if asked else "") or (account.email if account else _letter_to(session, visitor))
    return Contact(asked.name if asked else "", asked.phone if asked else "", email)


def _letter_to(session: Session, visitor: Visitor) -> str:
    wanted = select(SignInKey.email).where(SignInKey.actor_id == visitor.actor_id)
    return session.scalars(wanted.order_by(SignInKey.created_at.desc()).limit(1)).first() or ""
