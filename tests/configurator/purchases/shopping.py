"""A showroom in tests: terms that read only purchases, a project, its desk, and a till with a key."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from configurator.config import ROOT
from configurator.db import Database
from configurator.offers import ledger, quotes
from configurator.offers.models import LedgerEntry, Service
from configurator.offers.terms import publish
from configurator.projects.models import Project
from configurator.purchases.models import PurchaseEntry
from configurator.purchases.said import today
from configurator.stores.models import Store
from configurator.systems import keys
from tests.configurator.people import BATHROOMS, Guest, guest, staff

TODAY = today().isoformat()


def days_ago(days: int) -> str:
    return (today() - timedelta(days=days)).isoformat()


def purchases_only(on_return: dict[str, Any] | None = None, **rule: Any) -> dict[str, Any]:
    """The showroom's terms, but with purchases as their only condition."""
    data: dict[str, Any] = json.loads((ROOT / "examples/terms/salon-lazienek.json").read_text("utf-8"))
    data["rules"][0] |= {"when": data["rules"][0]["when"]["all"][0], "on_return": on_return or {"policy": "reprice"}}
    data["rules"][0] |= rule
    return data


@dataclass
class Shop:
    """A project at the bathroom showroom, with everyone who writes its purchases down."""

    app: Flask
    database: Database
    customer: Guest
    desk: FlaskClient
    token: str

    @classmethod
    def open(cls, app: Flask, terms: dict[str, Any] | None = None) -> Shop:
        database: Database = app.extensions["database"]
        with database.writing() as session:
            tenant = session.scalars(select(Store).where(Store.slug == BATHROOMS)).one().tenant
            publish(session, tenant, terms or purchases_only())
            token = keys.make(session, tenant, f"Kasy {uuid4()}", keys.RIGHTS)
        return cls(app, database, guest(app, BATHROOMS), staff(app, BATHROOMS), token)

    def tell(self, door: str = "purchases", *, key: str | None = None, **changes: Any) -> TestResponse:
        """A request of the till: a purchase of 1 800 zł, or what the changes say; None leaves a field out."""
        body = {"project": self.customer.code, "receipt": "PAR/1", "day": TODAY, "amount_gr": 1_800_00} | changes
        headers = {"Authorization": f"Bearer {self.token}", "Idempotency-Key": key or str(uuid4())}
        body = {name: value for name, value in body.items() if value is not None}
        return self.app.test_client().post(f"/api/v1/stores/{BATHROOMS}/{door}", json=body, headers=headers)

    def buy(self, amount_gr: int, receipt: str = "PAR/1", **changes: Any) -> dict[str, Any]:
        answer = self.tell(amount_gr=amount_gr, receipt=receipt, **changes)
        assert answer.status_code == 201, answer.text
        return dict(answer.json or {})

    def bring_back(self, amount_gr: int, receipt: str = "PAR/1", **changes: Any) -> dict[str, Any]:
        answer = self.tell("returns", amount_gr=amount_gr, receipt=receipt, **changes)
        assert answer.status_code == 201, answer.text
        return dict(answer.json or {})

    def type_in(self, door: str = "purchases", **changes: str) -> TestResponse:
        """The desk's form, sent: a purchase of 1 800 zł, or what the changes say."""
        form = {"key": str(uuid4()), "receipt": "PAR/1", "day": TODAY, "amount_gr": "1 800,00"} | changes
        return self.desk.post(f"/s/{BATHROOMS}/desk/p/{self.customer.code}/{door}", data=form)

    def card(self, lang: str = "pl") -> str:
        page = self.desk.get(f"/s/{BATHROOMS}/desk/p/{self.customer.code}?lang={lang}")
        assert page.status_code == 200
        return page.text.replace("\u00a0", " ")

    def correct(self, entry_id: str, reason: str = "Pomyłka") -> TestResponse:
        url = f"/s/{BATHROOMS}/desk/purchases/{entry_id}/correction"
        return self.desk.post(url, data={"reason": reason})

    def begin(self) -> str:
        """The designer begins; the service's id."""
        assert self.desk.post(f"/s/{BATHROOMS}/desk/p/{self.customer.code}/service").status_code == 303
        with self.database.reading() as session:
            return session.scalars(select(Service.id).where(Service.project_id == self.customer.project_id)).one()

    def close(self, by: FlaskClient | None = None, **form: str) -> str:
        """Begun and closed; the service's id."""
        service_id = self.begin()
        answer = (by or self.desk).post(f"/s/{BATHROOMS}/desk/services/{service_id}/close", data=form)
        assert answer.status_code == 303, answer.text
        return service_id

    def slip(self, service_id: str) -> str:
        return self.desk.get(f"/s/{BATHROOMS}/desk/services/{service_id}/slip").text.replace("\u00a0", " ")

    def fee(self) -> dict[str, Any]:
        """What the chip shows."""
        with self.database.reading() as session:
            found = quotes.quote(session, session.get_one(Project, self.customer.project_id))
            assert found is not None
            return found

    def charged_gr(self) -> int | None:
        """What the ledger says."""
        with self.database.reading() as session:
            service = quotes.service_of(session, session.get_one(Project, self.customer.project_id))
            return ledger.charged_gr(service) if service else None

    def ledger(self) -> list[tuple[str, dict[str, Any]]]:
        with self.database.reading() as session:
            rows = session.scalars(select(LedgerEntry).order_by(LedgerEntry.n)).all()
            return [(row.kind, json.loads(row.body)) for row in rows]

    def count(self) -> int:
        """How many rows of purchases there are."""
        with self.database.reading() as session:
            return session.scalar(select(func.count()).select_from(PurchaseEntry)) or 0

    def only_entry(self) -> PurchaseEntry:
        with self.database.reading() as session:
            return session.scalars(select(PurchaseEntry)).one()


def tomorrow() -> str:
    return (today() + timedelta(days=1)).isoformat()
