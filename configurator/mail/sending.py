"""Sending one mail, to a server or into a folder; either may be repeated, since the Message-ID stays."""

from __future__ import annotations

import ssl
from email import message_from_string
from email.policy import SMTP as MAIL
from smtplib import SMTP, SMTP_SSL
from typing import cast

from configurator.config import Settings
from configurator.mail.address import Server, folder, sender, server

TIMEOUT_S = 20


def send(settings: Settings, mail_id: str, recipient: str, message: str) -> None:
    """Hand the message on; SMTPException or OSError when it could not be, and so has to be tried again."""
    if (kept := folder(settings)) is not None:
        kept.mkdir(parents=True, exist_ok=True)
        half = kept / f".{mail_id}"
        half.write_bytes(message.encode("ascii"))
        half.rename(kept / f"{mail_id}.eml")
        return
    with _connected(server(settings)) as smtp:
        smtp.sendmail(sender(settings), _envelope(message) or recipient, message.encode("ascii"))


def _envelope(message: str) -> str:
    """The address as the header holds it: its domain in ASCII."""
    to = message_from_string(message, policy=MAIL)["To"]
    return cast(str, to.addresses[0].addr_spec)


def _connected(to: Server) -> SMTP:
    safe = ssl.create_default_context()
    if to.tls:
        smtp: SMTP = SMTP_SSL(to.host, to.port, timeout=TIMEOUT_S, context=safe)
    else:
        smtp = SMTP(to.host, to.port, timeout=TIMEOUT_S)
        smtp.ehlo()
        if smtp.has_extn("starttls"):
            smtp.starttls(context=safe)
    if to.user:
        smtp.login(to.user, to.password)
    return smtp
