"""A picture under a plan is for those whom the project lets in: copies and strangers do without it."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from flask import Flask

from configurator.db import Database
from configurator.projects.models import Project
from configurator.projects.service import first_variant, head_plan
from tests.configurator.people import Guest, guest
from tests.configurator.pictures.bringing import brought


@pytest.fixture
def owner(app: Flask) -> Guest:
    """A customer who has laid a picture under the first level."""
    owner = guest(app)
    level = next(iter(_plan(app, owner.code).levels))
    sheet = {"level": level, "picture": brought(owner), "at": [0, 0], "size_px": [400, 300], "um_per_px": 9000}
    assert owner.send(owner.edit({"backgrounds/b0000000001": sheet})).json["results"][0]["result"] == "logged"
    return owner


def _plan(app: Flask, code: str) -> Any:
    database: Database = app.extensions["database"]
    with database.reading() as session:
        return head_plan(first_variant(session.query(Project).filter_by(code=code).one()))


def _boot(text: str) -> Any:
    return json.loads(text.split('id="boot">')[1].split("</script>")[0])


def test_its_owner_finds_it_under_the_plan(app: Flask, owner: Guest) -> None:
    page = owner.client.get(f"/s/{owner.store}/p/{owner.code}").text
    assert list(_boot(page)["project"]["document"]["backgrounds"]) == ["b0000000001"]


def test_a_stranger_who_knows_the_code_learns_nothing_of_it(app: Flask, owner: Guest) -> None:
    page = app.test_client().get(f"/s/{owner.store}/p/{owner.code}").text
    assert _boot(page)["project"]["document"]["backgrounds"] == {}


def test_a_copy_leaves_it_out(app: Flask, owner: Guest) -> None:
    answer = app.test_client().post(f"/s/{owner.store}/p/{owner.code}/copy")
    plan = _plan(app, answer.location.rsplit("/", 1)[1])
    assert (len(plan.walls), len(plan.backgrounds)) == (4, 0)


def test_an_imported_plan_leaves_it_out(app: Flask, owner: Guest) -> None:
    client = app.test_client()
    file = io.BytesIO(json.dumps(_plan(app, owner.code).document).encode())
    page = client.post(f"/s/{owner.store}/plans", data={"file": (file, "plan.json")}).text
    code = page.split(f"/s/{owner.store}/p/")[1].split('"')[0]
    assert (len(_plan(app, code).walls), len(_plan(app, code).backgrounds)) == (4, 0)
