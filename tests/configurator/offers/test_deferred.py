"""The deferred fee of examples/terms/deferred.json: nothing up front, invoiced when nothing is bought in 30 days."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from configurator.db import now
from configurator.jobs.models import Job
from configurator.offers import deferring
from configurator.offers.models import Service
from configurator.offers.putting_off import JOB
from tests.configurator.purchases.shopping import Shop
from tests.configurator.stated.stating import example


@pytest.mark.parametrize(("bought_gr", "asked_gr"), [(0, 300_00), (1_00, 0)])
def test_help_is_invoiced_when_nothing_is_bought_in_thirty_days(app: Flask, bought_gr: int, asked_gr: int) -> None:
    shop = Shop.open(app, example("deferred"))
    service = shop.begin()
    edit = shop.customer.edit({"plan": {"name": "Nowa łazienka"}})
    with shop.database.reading() as session:
        edit["variant"] = session.get_one(Service, service).variant_id
    of_project = f"/api/v1/projects/{shop.customer.project_id}"
    shop.desk.post(f"{of_project}/edits", json={"base": 0, "edits": [edit]})
    assert shop.desk.post(f"{of_project}/proposals", json={}).status_code == 200
    shop.close()
    assert (shop.charged_gr(), shop.fee()["state"]) == (0, "deferred")
    if bought_gr:
        shop.buy(bought_gr)
    with shop.database.writing() as session:
        due = session.scalars(select(Job.due_at).where(Job.kind == JOB)).one()
        assert timedelta(days=30) < due - now() < timedelta(days=31)
        deferring.decide_now(session, service, due)
    assert (shop.charged_gr(), shop.fee()["charged_gr"]) == (asked_gr, asked_gr)
