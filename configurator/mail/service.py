"""The outbox: a mail is a row written with its cause, and a job that sends it."""

from __future__ import annotations

from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.config import Settings
from configurator.db import new_id, now
from configurator.errors import Refused
from configurator.jobs import service as jobs
from configurator.mail.address import domain, sender
from configurator.mail.models import Mail
from configurator.mail.writing import Written, write
from configurator.stores.models import Tenant


def put(
    session: Session,
    settings: Settings,
    tenant: Tenant,
    name: str,
    *,
    to: str,
    language: str,
    cause: str,
    reply_to: str = "",
    **values: Any,
) -> Mail:
    """Write the mail `name` to one person in the caller's transaction; it leaves after the commit, or not at all.

    The same cause again gives the mail that is there. Refused("not_a_email") for an address that no mail can carry.
    """
    found = session.scalar(select(Mail).where(Mail.tenant_id == tenant.id, Mail.cause == cause))
    if found is not None:
        return found
    id_, at = new_id(), now()
    written = write(name, language=language, tenant=tenant, **values)
    try:
        message = _message(written, settings, tenant, to=to, reply_to=reply_to)
    except (MessageError, ValueError, UnicodeError) as unfit:
        raise Refused("not_an_email", path="email") from unfit
    message["Message-ID"], message["Date"] = f"<{id_}@{domain(settings)}>", format_datetime(at)
    mail = Mail(
        id=id_,
        tenant_id=tenant.id,
        cause=cause,
        recipient=to,
        subject=written.subject,
        message=message.as_bytes(policy=SMTP).decode("ascii"),
        created_at=at,
    )
    session.add(mail)
    session.flush()
    jobs.enqueue(session, "send_mail", {"mail": id_, "tenant": tenant.id}, dedup=id_)
    return mail


def _message(written: Written, settings: Settings, tenant: Tenant, *, to: str, reply_to: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = written.subject
    message["From"] = Address(tenant.name, addr_spec=sender(settings))
    message["To"] = Address(addr_spec=_ascii(to))
    if reply_to:
        message["Reply-To"] = Address(addr_spec=_ascii(reply_to))
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(written.text, cte="quoted-printable")
    message.add_alternative(written.html, subtype="html", cte="quoted-printable")
    return message


def _ascii(address: str) -> str:
    """The address with its domain in the ASCII form of international names; before the @ only ASCII can be sent."""
    name, _, host = address.rpartition("@")
    return f"{name.encode('ascii').decode()}@{host.encode('idna').decode()}"
