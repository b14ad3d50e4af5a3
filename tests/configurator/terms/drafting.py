"""Drafts of terms in tests, and a second manager who reads them."""

from __future__ import annotations

from typing import Any

from flask import Flask
from sqlalchemy import select

from configurator.db import Database
from configurator.offers import terms as published
from configurator.stores.models import Store
from configurator.terms.models import TermsDraft
from tests.configurator.people import KRAKOW, staff
from tests.configurator.terms.filling import Manager

HERE = f"/s/{KRAKOW}/desk/terms/"
POZNAN = "dom-i-mebel-poznan"


def drafted(app: Flask) -> dict[str, str]:
    """A draft of the demonstration's terms; what its routes are called by."""
    staff(app, role="manager").post(f"{HERE}drafts", data={"origin": in_force_sha(app)})
    return {"draft_id": draft(app).id, "part": "rules", "key": "began-at-home", "sha": in_force_sha(app)}


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


def in_force_sha(app: Flask, store: str = KRAKOW) -> str:
    return str(_in_force(app, store).sha)


def in_force(app: Flask) -> dict[str, Any]:
    return published.read(_in_force(app)).as_data()


def _in_force(app: Flask, slug: str = KRAKOW) -> Any:
    database: Database = app.extensions["database"]
    with database.reading() as session:
        store = session.scalars(select(Store).where(Store.slug == slug)).one()
        return published.in_force(session, store.tenant_id)
