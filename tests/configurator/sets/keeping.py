"""A set that somebody keeps."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient

from tests.configurator.people import KRAKOW

PAIR: list[dict[str, Any]] = [
    {"kind": "sofa", "at": [0, -400], "size": [2100, 920, 820]},
    {"kind": "coffee_table", "at": [0, 700], "size": [1100, 600, 430], "turn_mdeg": 90000, "mirrored": True},
]


def kept(browser: FlaskClient, slug: str = KRAKOW, **said: Any) -> Any:
    return browser.post(f"/api/v1/stores/{slug}/sets", json={"name": "Kanapa", "items": PAIR} | said)


def names(browser: FlaskClient, slug: str = KRAKOW) -> list[str]:
    return [one["name"]["pl"] for one in browser.get(f"/api/v1/stores/{slug}/sets").json["sets"]]
