"""Where north is."""

from __future__ import annotations

import pytest

from rooms.drawing.north import draw_north
from rooms.drawing.paper import Paper
from rooms.drawing.pen import Pen
from rooms.drawing.plan import draw_plan
from tests.rooms.drawing.house import layer, numbers, paths, read, room


def test_nobody_has_said_where_north_is() -> None:
    assert layer(draw_plan(room()), "north") is None


@pytest.mark.parametrize(("north", "way"), [(90_000, (1, 0)), (180_000, (0, 1)), (270_000, (-1, 0))])
def test_the_arrow_turns_clockwise_from_the_top_of_the_page(north: int, way: tuple[int, int]) -> None:
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg">{draw_north(north, (0, 0), Pen(Paper(1)))}</svg>'
    _circle, filled, _open = (path.get("d", "") for path in paths(layer(drawn, "north")))
    (tip_x, tip_y), _barb, (x, y) = (map(float, point.split()) for point in filled.strip("MZ").split("L"))
    assert ((tip_x - x) / 4, (tip_y - y) / 4) == pytest.approx(way, abs=0.01)


def test_the_mark_stands_beside_the_plan() -> None:
    with_mark = numbers(read(draw_plan(room(plan={"north_mdeg": 30_000}))), "viewBox")
    assert with_mark[2] > numbers(read(draw_plan(room())), "viewBox")[2]
