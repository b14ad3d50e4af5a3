"""Terms with facts of a retailer's own, and staff who state things of a project."""

from __future__ import annotations

import io
import json
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from configurator.config import ROOT
from configurator.db import Database
from configurator.offers.facts import facts_of
from configurator.offers.quotes import service_of
from configurator.projects.models import Project
from configurator.stated.models import CollectionNote
from configurator.stores.models import Tenant
from incentives.terms import Terms
from tests.configurator.people import BATHROOMS, KRAKOW, staff
from tests.configurator.purchases.shopping import Shop

CLUB = {
    "club_member": {
        "type": "flag",
        "label": {"pl": "Klient jest w klubie", "en": "Customer is in the club"},
        "changer": "customer",
    },
    "points": {"type": "count", "label": {"pl": "Punkty", "en": "Points"}, "changer": "customer"},
    "club_value_gr": {
        "type": "money",
        "label": {"pl": "Zakupy w klubie", "en": "Bought in the club"},
        "changer": "store",
    },
}


def example(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((ROOT / f"examples/terms/{name}.json").read_text("utf-8"))
    return data


def club() -> dict[str, Any]:
    """Free for a member of the club with 100 points."""
    is_member = {"fact": "club_member", "is": "equal", "value": True}
    has_points = {"fact": "points", "is": "at_least", "value": 100}
    rule = {
        "id": "club",
        "title": {"pl": "Klub", "en": "Club"},
        "when": {"all": [is_member, has_points]},
        "then": {"kind": "waive"},
    }
    return example("dom-i-mebel") | {"facts": CLUB, "rules": [rule]}


def facts(shop: Shop, terms: Terms) -> dict[str, Any]:
    """What is known of the shop's project, for these terms."""
    with shop.database.reading() as session:
        project = session.get_one(Project, shop.customer.project_id)
        return facts_of(session, project, terms, service_of(session, project)).as_data()


def reading(*names: str) -> Terms:
    """Terms that read these facts, and as categories and brands what they name."""
    leaves = [{"fact": name, "is": "at_least", "value": 1} for name in names]
    rule = {"id": "r", "title": {"pl": "R", "en": "R"}, "when": {"any": leaves}, "then": {"kind": "waive"}}
    brand = {"brands": {"fala": {"pl": "Fala", "en": "Fala"}}}
    return Terms.read(example("dom-i-mebel") | {"rules": [rule]} | brand)


def at_desk(shop: Shop, path: str, by: FlaskClient | None = None, **form: str) -> TestResponse:
    return (by or shop.desk).post(f"/s/{BATHROOMS}/desk/{path}", data=form)


def upload(app: Flask, text: str, press: str = "check") -> str:
    """The page after a manager has sent a table."""
    manager = staff(app, BATHROOMS, "manager")
    form = {"press": press, "file": (io.BytesIO(text.encode()), "facts.csv")}
    page = manager.post(f"/s/{BATHROOMS}/desk/facts", data=form, content_type="multipart/form-data")
    return page.text.replace("\u00a0", " ")


def noted(desk: FlaskClient, service_id: str, app: Flask) -> dict[str, str]:
    """A change of collection, noted by staff in Kraków."""
    answer = desk.post(f"/s/{KRAKOW}/desk/services/{service_id}/collections", data={"collection": "Nurt"})
    assert answer.status_code == 303, answer.text
    database: Database = app.extensions["database"]
    with database.reading() as session:
        return {"note_id": session.scalars(select(CollectionNote.id).join(Tenant).limit(1)).one()}
