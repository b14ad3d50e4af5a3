"""Drafts of terms in tests, and a second manager who reads them."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Flask
from sqlalchemy import select

from configurator.accounts.models import Account
from configurator.db import Database, now
from configurator.offers import terms as published
from configurator.offers.models import Publication
from configurator.stores.models import Store
from configurator.terms.models import PastFile, PastRow, TermsDraft
from tests.configurator.people import KRAKOW, staff
from tests.configurator.terms.filling import Manager

HERE = f"/s/{KRAKOW}/desk/terms/"
DAY = date(2025, 3, 5)
POZNAN = "dom-i-mebel-poznan"


def drafted(app: Flask) -> dict[str, str]:
    """A draft of the demonstration's terms; what its routes are called by."""
    staff(app, role="manager").post(f"{HERE}drafts", data={"origin": in_force_sha(app)})
    named = {"draft_id": draft(app).id, "part": "rules", "key": "began-at-home", "sha": in_force_sha(app)}
    return named | {"publication_id": publication(app).id, "file_id": past_file(app)}


def marek(app: Flask) -> Manager:
    """The manager in Kraków, at the terms."""
    return Manager(staff(app, role="manager")).open(HERE)


def hanna(app: Flask) -> Manager:
    """The same retailer's manager in Poznań, at the terms."""
    return Manager(staff(app, POZNAN, "manager")).open(HERE)


def draft(app: Flask) -> TermsDraft:
    """The one draft there is."""
    database: Database = app.extensions["database"]
    with database.reading() as session:
        return session.scalars(select(TermsDraft)).one()


def past_file(app: Flask) -> str:
    """A file of the past with one service."""
    database: Database = app.extensions["database"]
    with database.writing() as session:
        store = session.scalars(select(Store).where(Store.slug == KRAKOW)).one()
        by = session.scalars(select(Account).where(Account.store_id == store.id, Account.role == "manager")).one()
        file = PastFile(
            tenant_id=store.tenant_id, name="x.csv", sha="", rows=1, first_day=DAY, last_day=DAY, brought_by=by.id
        )
        session.add(file)
        session.flush()
        row = PastRow(tenant_id=store.tenant_id, file_id=file.id, line=2, at=now(), charged_gr=300_00, facts="{}")
        session.add(row)
        return file.id


def publication(app: Flask) -> Publication:
    """The latest that has begun."""
    database: Database = app.extensions["database"]
    with database.reading() as session:
        wanted = select(Publication).where(Publication.terms_id == _in_force(app).id)
        return session.scalars(wanted.order_by(Publication.valid_from.desc())).first() or Publication()


def in_force_sha(app: Flask, store: str = KRAKOW) -> str:
    return str(_in_force(app, store).sha)


def in_force(app: Flask) -> dict[str, Any]:
    return published.read(_in_force(app)).as_data()


def _in_force(app: Flask, slug: str = KRAKOW) -> Any:
    database: Database = app.extensions["database"]
    with database.reading() as session:
        store = session.scalars(select(Store).where(Store.slug == slug)).one()
        return published.in_force(session, store.tenant_id)
