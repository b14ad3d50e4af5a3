"""The public page of a store's terms."""

from __future__ import annotations

import json
from pathlib import Path

from flask import Flask
from sqlalchemy import select

from configurator.db import Database
from configurator.offers import terms as published
from configurator.stores.models import Tenant
from tests.configurator.people import BATHROOMS, KRAKOW

EXAMPLES = Path(__file__).parents[3] / "examples" / "terms"


def test_anybody_reads_the_rules_in_force_without_the_notes_to_staff(app: Flask) -> None:
    page = app.test_client().get(f"/s/{BATHROOMS}/terms?lang=en").text.replace("\u00a0", " ")
    assert "Fee: 300 PLN" in page
    assert "at least 2,500 PLN" in page
    assert "The customer reads" not in page


def test_what_a_business_has_agreed_on_stays_with_it(app: Flask, database: Database) -> None:
    terms = json.loads((EXAMPLES / "business-contract.json").read_text("utf-8"))
    with database.writing() as session:
        published.publish(session, session.scalars(select(Tenant).where(Tenant.slug == "dom-i-mebel")).one(), terms)
    page = app.test_client().get(f"/s/{KRAKOW}/terms").text
    assert all(rule["title"]["pl"] in page for rule in terms["rules"])
    assert not any(override["title"]["pl"] in page for override in terms["overrides"])
