"""A project's findings over the wire."""

from __future__ import annotations

import json

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from configurator.projects.models import Project, Variant
from tests.configurator.people import KRAKOW, Guest, guest, staff

BASIN = {"level": "l1", "kind": "washbasin", "at": [1000, 500], "size": [600, 480, 180], "elevation": 670}
CHEST = {"level": "l1", "kind": "chest_of_drawers", "at": [1000, 1200], "size": [900, 450, 900], "turn_mdeg": 180000}


def level_of(anna: Guest) -> str:
    url = f"/api/v1/projects/{anna.project_id}/variants/{anna.variant}"
    return next(iter(anna.client.get(url).json["document"]["levels"]))


def served(app: Flask) -> tuple[Guest, FlaskClient, str]:
    """A customer, a designer whose service is open, and the designer's variant."""
    anna, designer = guest(app), staff(app)
    designer.post(f"/s/{KRAKOW}/desk/p/{anna.code}/service")
    with app.extensions["database"].reading() as session:
        [his] = session.scalars(
            select(Variant.id).where(Variant.project_id == anna.project_id, Variant.role == "designer")
        )
    return anna, designer, his


def test_a_project_tells_what_is_wrong_with_it(app: Flask) -> None:
    anna = guest(app)
    url, level = f"/api/v1/projects/{anna.project_id}", level_of(anna)
    anna.send(anna.edit({"items/i1": BASIN | {"level": level}, "items/i2": CHEST | {"level": level}}))
    told = anna.client.get(f"{url}/findings").json
    assert (told["seq"], told["variant"]) == (anna.seq + 1, anna.variant)
    found = {finding["key"]: finding for finding in told["findings"]}
    assert found["movement_zone items/i1"]["value"] == 235


def waiver(key: str) -> dict[str, object]:
    return {"waivers/x0000000001": {"finding": key, "reason": "Klient zostawia starą pralkę."}}


def test_a_designer_lets_a_finding_be_with_a_reason_and_a_customer_cannot(app: Flask) -> None:
    anna, designer, his = served(app)
    url, key = f"/api/v1/projects/{anna.project_id}", "movement_zone items/i1"
    level = level_of(anna)
    drawn = {"items/i1": BASIN | {"level": level}, "items/i2": CHEST | {"level": level}}
    refused = anna.send(anna.edit(waiver(key))).json["results"][0]
    assert (refused["result"], refused["path"], refused["reason"]) == (
        "refused",
        "waivers/x0000000001",
        "designers_only",
    )
    edits = [anna.edit(drawn) | {"variant": his}, anna.edit(waiver(key)) | {"variant": his}]
    logged = designer.post(f"{url}/edits", json={"base": anna.seq, "edits": edits}).json["results"]
    assert [result["result"] for result in logged] == ["logged", "logged"]
    told = anna.client.get(f"{url}/findings?variant={his}").json["findings"]
    assert {one["key"]: one["waived"] for one in told}[key] == "Klient zostawia starą pralkę."


def test_a_copy_begins_without_what_a_designer_let_be(app: Flask) -> None:
    anna = guest(app)
    with app.extensions["database"].writing() as session:
        variant = session.scalars(select(Variant).where(Variant.id == anna.variant)).one()
        variant.head_plan = json.dumps(json.loads(variant.head_plan) | waiver_document())
    copied = anna.client.post(f"/s/{KRAKOW}/p/{anna.code}/copy").location.rsplit("/", 1)[1]
    with app.extensions["database"].reading() as session:
        [plan] = session.scalars(select(Variant.head_plan).join(Project).where(Project.code == copied))
    assert json.loads(plan)["waivers"] == {}


def waiver_document() -> dict[str, object]:
    return {"waivers": {"x0000000001": {"finding": "door_width openings/o1", "reason": "tak"}}}


def test_a_store_chooses_its_packs_and_the_accessible_ones_can_be_asked_for(app: Flask) -> None:
    anna = guest(app)
    manager = staff(app, role="manager")
    assert manager.post(f"/s/{KRAKOW}/desk/checks/", data={"packs": ["living", "fit", "none such"]}).status_code == 303
    ticked = manager.get(f"/s/{KRAKOW}/desk/checks/").text.count(" checked>")
    assert ticked == 2
    url = f"/api/v1/projects/{anna.project_id}/findings"
    assert names(anna.client.get(url).json) == ["fit", "living"]
    assert names(anna.client.get(f"{url}?profile=accessible").json) == ["contrast", "din18040", "fit", "living"]


def names(told: dict[str, list[dict[str, str]]]) -> list[str]:
    return [pack["name"] for pack in told["packs"]]
