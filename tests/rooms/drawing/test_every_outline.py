"""Every plan that geometry was proved on is drawn: no case of walls makes a drawing fail or run out of its frame."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rooms.drawing.card import draw_card
from rooms.drawing.elevation import draw_elevation
from rooms.drawing.plan import draw_plan
from rooms.plan import Plan
from rooms.walls import wall_length_mm
from tests.rooms.drawing.house import read

FILES = sorted((Path(__file__).parents[2] / "cases").glob("[os]u*/*.json"))
PLANS = {f"{file.parent.name}/{file.stem}": json.loads(file.read_text("utf-8"))["plan"] for file in FILES}


@pytest.fixture(params=PLANS, ids=str)
def plan(request: pytest.FixtureRequest) -> Plan:
    return Plan.read(PLANS[request.param])


def test_every_level_is_drawn(plan: Plan) -> None:
    for level in plan.levels:
        drawn = draw_plan(plan, level)
        assert "nan" not in drawn
        read(drawn)


def test_every_wall_has_its_elevation(plan: Plan) -> None:
    for wall in plan.walls.values():
        if wall_length_mm(wall) and wall.level in plan.levels:
            read(draw_elevation(plan, wall.id))


def test_a_card_is_drawn(plan: Plan) -> None:
    read(draw_card(plan))
