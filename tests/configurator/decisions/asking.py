"""A retailer's system that asks for decisions."""

from __future__ import annotations

from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from configurator.db import Database
from configurator.stores.models import Store
from configurator.systems import keys
from tests.configurator.people import KRAKOW

AT = "2030-05-04T10:00:00+02:00"


def system(app: Flask, slug: str = KRAKOW, right: str = keys.DECISIONS) -> FlaskClient:
    """A retailer's system that shows its key with every request."""
    database: Database = app.extensions["database"]
    with database.writing() as session:
        tenant = session.scalars(select(Store).where(Store.slug == slug)).one().tenant
        token = keys.make(session, tenant, f"CRM {right}", [right])
    browser = app.test_client()
    browser.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return browser


def asked(crm: FlaskClient, slug: str = KRAKOW, **body: Any) -> Any:
    facts = {"service": "room_design", "own_elements": 1, "own_dimensions": 0}
    return crm.post(f"/api/v1/stores/{slug}/decisions", json={"facts": facts, "at": AT} | body)
