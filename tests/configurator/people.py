"""People who visit in tests: a guest with a project, a stranger, a designer who has signed in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from configurator.accounts import service as accounts
from configurator.accounts.models import Account, Visit
from configurator.accounts.tokens import hash_of, new_token
from configurator.accounts.visits import STAFF_LASTS
from configurator.db import Database, now
from configurator.projects.models import Project
from configurator.stores.models import Store

KRAKOW = "dom-i-mebel-krakow"
BATHROOMS = "salon-lazienek"


@dataclass
class Guest:
    """A browser, and the project that it has begun."""

    client: FlaskClient
    store: str
    project_id: str
    code: str
    variant: str
    seq: int = field(default=1)

    def edit(self, changed: dict[str, Any], *, remove: tuple[str, ...] = (), input_: str = "dragged") -> dict[str, Any]:
        """An edit as the browser makes it."""
        return {
            "id": str(uuid4()),
            "v": 1,
            "variant": self.variant,
            "action": "draw_wall",
            "input": input_,
            "undoes": None,
            "at": "2026-11-22T10:00:00Z",
            "set": changed,
            "remove": list(remove),
        }

    def send(self, *edits: Any, base: int = 0) -> Any:
        return self.client.post(f"/api/v1/projects/{self.project_id}/edits", json={"base": base, "edits": list(edits)})


def guest(app: Flask, store: str = KRAKOW, **form: str) -> Guest:
    """A new browser that has begun a room of 4 × 3 m, or what the form says."""
    client = app.test_client()
    answer = client.post(f"/s/{store}/projects", data=form or {"width": "4", "length": "3"})
    assert answer.status_code == 303, answer.text
    database: Database = app.extensions["database"]
    with database.reading() as session:
        project = session.scalars(select(Project).where(Project.code == _code(answer.location))).one()
        return Guest(client, store, project.id, project.code, project.variants[0].id, project.head_seq)


def _code(location: str) -> str:
    return location.partition("?")[0].rsplit("/", 1)[1]


def staff(app: Flask, store: str = KRAKOW, role: str = "designer") -> FlaskClient:
    """A browser in which a member of the store's staff has signed in."""
    database: Database = app.extensions["database"]
    token = new_token()
    with database.writing() as session:
        place = session.scalars(select(Store).where(Store.slug == store)).one()
        wanted = select(Account).where(Account.store_id == place.id, Account.role == role)
        account = session.scalars(wanted).first() or accounts.add_staff(
            session,
            place.tenant,
            place,
            email=f"{role}@{store}.example",
            name="Ktoś",
            role=role,
            password="x",
            secret="",
        )
        session.flush()
        session.add(
            Visit(
                tenant_id=place.tenant_id,
                actor_id=account.actor_id,
                account_id=account.id,
                token_hash=hash_of(token),
                channel="desk",
                expires_at=now() + STAFF_LASTS,
            )
        )
        name = f"visit-{place.tenant.slug}"
    client = app.test_client()
    client.set_cookie(name, token)
    return client


def unguard(session: Session, table: str) -> None:
    """Take the triggers off, as somebody can who may alter the schema."""
    if session.get_bind().dialect.name == "sqlite":
        for act in ("update", "delete"):
            session.execute(text(f"DROP TRIGGER {table}_only_added_{act}"))
    else:
        session.execute(text(f"DROP TRIGGER only_added ON {table}"))


def at_another(browser: FlaskClient, app: Flask) -> FlaskClient:
    """The same browser, with its cookies and its key, at another copy of the application."""
    client = app.test_client()
    client.environ_base = dict(browser.environ_base)
    for tenant in ("dom-i-mebel", "salon-lazienek"):
        if cookie := browser.get_cookie(f"visit-{tenant}"):
            client.set_cookie(cookie.key, cookie.value)
    return client
