"""Signing in as a customer does in tests: a letter asked for, its link found in the outbox, and used."""

from __future__ import annotations

import re
from email import message_from_string
from email.policy import SMTP

from flask.testing import FlaskClient
from sqlalchemy import select

from configurator.db import Database
from configurator.mail.models import Mail
from tests.configurator.people import KRAKOW

ANNA = "anna@poczta.example"
ACCOUNT = f"/s/{KRAKOW}/account"


def ask(browser: FlaskClient, email: str = ANNA) -> str:
    """The page that answers."""
    answer = browser.post(f"{ACCOUNT}/letters", data={"email": email})
    assert answer.status_code == 200, answer.text
    return answer.text


def letter(database: Database) -> str:
    """The text of the latest letter."""
    with database.reading() as session:
        mail = session.scalars(select(Mail).order_by(Mail.created_at.desc()).limit(1)).one()
    body = message_from_string(mail.message, policy=SMTP).get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def token(database: Database) -> str:
    found = re.search(r"/account/enter#(\S+)", letter(database))
    assert found is not None
    return found[1]


def enter(browser: FlaskClient, brought: str) -> int:
    return browser.post(f"{ACCOUNT}/enter", data={"token": brought}).status_code


def sign_in(database: Database, browser: FlaskClient, email: str = ANNA) -> None:
    ask(browser, email)
    assert enter(browser, token(database)) == 303
