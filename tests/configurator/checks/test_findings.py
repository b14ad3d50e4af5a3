"""A project's findings over the wire."""

from __future__ import annotations

from flask import Flask

from tests.configurator.people import guest

BASIN = {"level": "l1", "kind": "washbasin", "at": [1000, 500], "size": [600, 480, 180], "elevation": 670}
CHEST = {"level": "l1", "kind": "chest_of_drawers", "at": [1000, 1200], "size": [900, 450, 900], "turn_mdeg": 180000}


def test_a_project_tells_what_is_wrong_with_it(app: Flask) -> None:
    anna = guest(app)
    url = f"/api/v1/projects/{anna.project_id}"
    level = next(iter(anna.client.get(f"{url}/variants/{anna.variant}").json["document"]["levels"]))
    anna.send(anna.edit({"items/i1": BASIN | {"level": level}, "items/i2": CHEST | {"level": level}}))
    told = anna.client.get(f"{url}/findings").json
    assert (told["seq"], told["variant"]) == (anna.seq + 1, anna.variant)
    found = {finding["key"]: finding for finding in told["findings"]}
    assert found["movement_zone items/i1"]["value"] == 235
