"""Schemes kept with a guest's room, for tests."""

from __future__ import annotations

from typing import Any

from tests.configurator.people import Guest

CALM = {"wall": "ZK-0300", "second": "ZK-0700", "ceiling": "ZK-0002", "woodwork": "ZK-0100", "floor": "#c8a982"}
BOLD = CALM | {"wall": "ZK-1000", "second": "ZK-1200"}


def kept_scheme(owner: Guest, name: str = "Spokojny", slots: dict[str, str] | None = None, **fields: Any) -> Any:
    """The answer to keeping a scheme for the first room."""
    data = {"variant": owner.variant, "room": 0, "name": name, "slots": slots or CALM, "locked": ["floor"]}
    return owner.client.post(f"/api/v1/projects/{owner.project_id}/schemes", json=data | fields)


def schemes_of(owner: Guest) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = owner.client.get(f"/api/v1/projects/{owner.project_id}/schemes").json["schemes"]
    return found
