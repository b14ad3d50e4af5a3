"""Quantities by command and by the API: each number with its origin, or with the reason why there is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from configurator.cli import main
from configurator.quantities.cost import cost_gr
from configurator.start.starts import starts
from rooms.outline import find_rooms
from rooms.surfaces import find_surfaces
from rooms.tiling.need import TileNeed, tiling_need
from tests.configurator.people import guest
from tests.rooms.rectangle import rectangle

PRODUCT = {"sku": "T-1", "name": "Skała", "price_gr": 89_90, "size": [600, 600, 9], "date": "2026-11-01"}
TILE = {"size": [600, 600], "joint": 3, "tint": "#cccccc", "pattern": "straight", "product": PRODUCT}


def told(capsys: pytest.CaptureFixture[str], file: Path, *options: str) -> Any:
    assert main(["quantities", str(file), *options]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_command_tells_what_a_kitchen_takes_and_how_it_knows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(starts()["kitchen"].document), "utf-8")
    quantities = told(capsys, file)
    (tiles,) = quantities["tiling"]["tiles"]
    assert (tiles["whole"], tiles["cut"], tiles["needed"], tiles["packs"]) == (25, 11, 36, None)
    assert "paczce" in tiles["unknown"][0]["pl"]
    assert tiles["origin"]["pl"].startswith("25 całych + 11 dociętych")
    assert [room["length_mm"] for room in quantities["skirting"]["rooms"]] == [13_500]
    assert [run["length_mm"] for run in quantities["worktops"]["runs"]] == [3000]


def test_the_rules_of_counting_can_be_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(starts()["kitchen"].document), "utf-8")
    asked = told(capsys, file, "--reuse", "none", "--spare", "0", "--without-covered")["tiling"]
    assert asked["rules"]["skip_covered"] is True
    assert asked["tiles"][0]["needed"] == asked["tiles"][0]["to_buy"] < 36


def test_a_share_that_no_tiler_knows_is_one_line_of_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quantities", "examples/none.json", "--spare", "900"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_api_tells_a_variants_quantities_after_each_edit(app: Flask) -> None:
    anna = guest(app)
    address = f"/api/v1/projects/{anna.project_id}/variants/{anna.variant}"
    room, label = next(iter(anna.client.get(address).json["document"]["rooms"].items()))
    assert label
    anna.send(anna.edit({"finishes/f1tile": {"room": room, "face": "floor", "tile": TILE | {"origin": [50, -20]}}}))
    (tiles,) = anna.client.get(f"{address}/quantities").json["tiling"]["tiles"]
    assert [one["finish"] for one in tiles["surfaces"]] == ["f1tile"]
    assert tiles["whole"] + tiles["cut"] == tiles["surfaces"][0]["whole"] + tiles["surfaces"][0]["cut"]


@pytest.mark.parametrize(
    ("unit", "pack", "cost"),
    [
        ("piece", {}, 8990 * 62),
        ("m2", {}, 200_657),
        ("m2", {"pack_cm2": 14_400}, 207_130),
        ("pack", {"per_pack": 4}, 8990 * 16),
        ("pack", {}, None),
        (None, {}, None),
    ],
)
def test_tiles_cost_what_their_unit_says(unit: str | None, pack: dict[str, int], cost: int | None) -> None:
    """4900 × 3900: 48 whole and 15 cut out of 8; 56 and 6 to spare are 22.32 m² or 16 packs of 4 or of 1.44 m²."""
    assert cost_gr(_need(TILE | pack), unit) == cost


def _need(tile: dict[str, Any]) -> TileNeed:
    plan = rectangle(finishes={"f1": {"room": "r1", "face": "floor", "tile": tile}})
    found = find_rooms(plan)
    (need,) = tiling_need(plan, found, find_surfaces(plan, found)).tiles
    assert need.count is not None
    return need
