"""Picking products in tests: on the list by the API, on an item by an edit."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.configurator.people import Guest

WC, TILE, TAP, MIRROR = "SL-1021", "SL-1294", "SL-1315", "SL-1133"
WC_SNAPSHOT = {
    "sku": WC,
    "name": "Miska WC wisząca Nurt z deską wolnoopadającą",
    "price_gr": 990_00,
    "size": [370, 530, 430],
    "date": "2026-11-12",
    "ean": None,
}


def listed(client: FlaskClient, project_id: str) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = client.get(f"/api/v1/projects/{project_id}/products").json["lines"]
    return lines


def put(client: FlaskClient, project_id: str, named: str = TAP, quantity: object = 1, **sent: Any) -> TestResponse:
    """List the product of this number, under a new id unless one is given."""
    body = {"id": str(uuid4()), "sku": named, "quantity": quantity} | sent
    return client.post(f"/api/v1/projects/{project_id}/products", json=body)


def draw(owner: Guest, item: str = "iaa", snapshot: dict[str, Any] | None = None) -> None:
    """A wall-hung toilet with the product comes into the plan."""
    level = next(iter(_document(owner)["levels"]))
    product = snapshot or WC_SNAPSHOT
    made = {"level": level, "kind": "wall_wc", "at": [900, 900], "size": product["size"], "product": product}
    answer = owner.send(owner.edit({f"items/{item}": made}))
    assert [one["result"] for one in answer.json["results"]] == ["logged"], answer.text


def _document(owner: Guest) -> dict[str, Any]:
    found: dict[str, Any] = owner.client.get(f"/api/v1/projects/{owner.project_id}/variants/{owner.variant}").json[
        "document"
    ]
    return found
