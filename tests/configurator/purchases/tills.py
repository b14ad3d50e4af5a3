"""A till that has a key, and a purchase that it might correct."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from configurator.db import Database
from configurator.purchases.models import PurchaseEntry
from configurator.purchases.said import today
from configurator.stores.models import Store
from configurator.systems import keys
from configurator.systems.models import ApiKey
from tests.configurator.people import KRAKOW, Guest


def till(app: Flask, store: str = KRAKOW) -> FlaskClient:
    """A program that shows a key of the store's retailer with every request."""
    database: Database = app.extensions["database"]
    with database.writing() as session:
        tenant = session.scalars(select(Store).where(Store.slug == store)).one().tenant
        token = keys.make(session, tenant, "Kasy", keys.RIGHTS)
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return client


def bought(app: Flask, customer: Guest, desk: FlaskClient) -> dict[str, str]:
    """A purchase from the project, and a key of the retailer, by their ids."""
    form = {"key": "a page", "receipt": "PAR/1", "day": today().isoformat(), "amount_gr": "10"}
    answer = desk.post(f"/s/{customer.store}/desk/p/{customer.code}/purchases", data=form)
    assert answer.status_code == 303, answer.text
    database: Database = app.extensions["database"]
    with database.reading() as session:
        tenant = session.scalars(select(Store).where(Store.slug == customer.store)).one().tenant_id
        wanted = select(PurchaseEntry.id).where(PurchaseEntry.project_id == customer.project_id)
        key = session.scalars(select(ApiKey.id).where(ApiKey.tenant_id == tenant)).one()
        return {"entry_id": session.scalars(wanted).one(), "key_id": key}
