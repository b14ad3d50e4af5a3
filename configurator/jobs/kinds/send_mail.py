"""Sends one mail of the outbox."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from configurator.db import now
from configurator.jobs.kind import Effect, Kind, Tools
from configurator.mail.models import Mail
from configurator.mail.sending import send

TRIES_OF_A_DAY = 28


def work(tools: Tools, payload: Mapping[str, Any]) -> Effect:
    with tools.database.reading() as session:
        mail = session.get(Mail, payload["mail"])
    if mail is not None and mail.sent_at is None:
        send(tools.settings, mail.id, mail.recipient, mail.message)
    return lambda session: _mark(session, payload["mail"])


def _mark(session: Session, mail_id: str) -> None:
    """Nothing is left to mark where the mail was erased with what caused it."""
    if (mail := session.get(Mail, mail_id)) is not None:
        mail.sent_at = mail.sent_at or now()


KIND = Kind("send_mail", work, limit_s=120, attempts=TRIES_OF_A_DAY)
