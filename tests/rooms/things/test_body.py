"""Products with a model of their own are drawn by its outline, stretched to the thing, in plans and on walls."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rooms.drawing.drawing import Wishes
from rooms.drawing.elevation import elevation_drawing
from rooms.drawing.plan import plan_drawing
from rooms.models.silhouette import Outlines
from rooms.things.body import Body, body_front, body_side, body_symbol
from tests.rooms.rectangle import rectangle

CASES = json.loads((Path(__file__).parents[2] / "cases" / "product_models" / "outlines.json").read_text("utf-8"))
OWN = (2000, 900, 800)
SIDE = [[(-450, 0), (450, 0), (450, -800)]]
BODY = Body(
    OWN, Outlines([[(-1000, -450), (1000, -450), (0, 450)]], [[(-1000, 0), (1000, 0), (0, -800)]], [], [], SIDE)
)
WISHES = Wishes(bodies={"S-1": BODY})


def sofa(**changed: Any) -> dict[str, Any]:
    product = {"sku": "S-1", "name": "Sofa", "price_gr": 1, "size": list(OWN), "date": "2026-01-01"}
    return {"level": "l1", "kind": "sofa", "at": [2500, 500], "size": list(OWN), "product": product} | changed


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_an_outline_is_stretched_to_the_thing(case: dict[str, Any]) -> None:
    body = Body(tuple(case["own"]), Outlines(*(case[name] for name in ("top", "front", "top_lines", "front_lines"))))
    body = replace(body, outlines=replace(body.outlines, side=case.get("side", ())))
    size = tuple(case["size"])
    assert [stroke.d for stroke in body_side(body, size)] == case.get("aside", [])
    assert [stroke.d for stroke in body_symbol(body, size)] == case["symbol"]
    assert [stroke.d for stroke in body_front(body, size)] == case["elevation"]


def test_the_plan_shows_the_models_own_outline() -> None:
    assert (
        "M -1000 -450 L 1000 -450 L 0 450 Z" in plan_drawing(rectangle(items={"i1": sofa()}), None, WISHES).document()
    )


def test_a_wall_shows_the_models_own_outline_from_the_front() -> None:
    plan = rectangle(items={"i1": sofa()})
    assert "M -1000 0 L 1000 0 L 0 -800 Z" in elevation_drawing(plan, "w1", "right", WISHES).document()


@pytest.mark.parametrize(
    ("turn_mdeg", "way"),
    [
        (90_000, "M -450 0 L 450 0 L 450 -800 Z"),
        (270_000, "M -450 0 L 450 0 L 450 -800 Z"),
        (180_000, "M -1000 0 L 1000 0 L 0 -800 Z"),
    ],
)
def test_a_wall_shows_the_models_own_outline_from_aside_and_from_the_back(turn_mdeg: int, way: str) -> None:
    plan = rectangle(items={"i1": sofa(at=[2500, 1050], turn_mdeg=turn_mdeg)})
    assert way in elevation_drawing(plan, "w1", "right", WISHES).document()


def test_its_front_is_to_the_right_of_who_sees_its_right_side() -> None:
    plan = rectangle(items={"i1": sofa(at=[2500, 1050], turn_mdeg=270_000)})
    seen = elevation_drawing(plan, "w1", "right", WISHES).document().split("M -450 0")[0]
    assert not seen.rpartition("<g ")[2].count("scale(-1 1)")


def test_a_thing_without_a_model_keeps_its_symbol() -> None:
    bare = rectangle(items={"i1": sofa(product=None)})
    assert plan_drawing(bare, None, WISHES) == plan_drawing(bare, None, Wishes())
