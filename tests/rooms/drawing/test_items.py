"""Things on plan: in their places, the low under the high, the overhead dashed."""

from __future__ import annotations

import pytest

from rooms.drawing.plan import draw_plan
from rooms.things.footprint import footprint
from tests.rooms.drawing.house import item, layer, paths, room

RUG = item("rug", [2000, 2000], [2300, 1600, 14])
TABLE = item("dining_table", [2000, 2000], [1600, 900, 750])
CHAIR = item("chair", [2000, 1500], [450, 520, 850])
LAMP = item("table_lamp", [2000, 2000], [280, 280, 460], elevation=750)


def order(**items: dict[str, object]) -> list[str]:
    found = layer(draw_plan(room(items=items)), "items")
    return [] if found is None else [group.get("data-id", "") for group in found]


def test_a_chair_goes_under_its_table() -> None:
    assert order(i1=TABLE, i2=CHAIR) == ["i2", "i1"]


def test_a_rug_lies_under_everything() -> None:
    assert order(i1=CHAIR, i2=RUG) == ["i2", "i1"]


def test_what_stands_on_a_table_covers_it() -> None:
    assert order(i1=LAMP, i2=TABLE) == ["i2", "i1"]


def test_a_symbol_is_moved_turned_and_mirrored() -> None:
    turned = item("chair", [700, 900], [450, 520, 850], turn_mdeg=90500, mirrored=True)
    found = layer(draw_plan(room(items={"i1": turned})), "items")
    assert found is not None
    assert found[0].get("transform") == "translate(700 900) rotate(90.5) scale(-1 1)"


def test_what_hangs_above_the_cut_is_dashed_and_hides_nothing() -> None:
    shelf = item("wall_shelf", [2000, 120], [900, 240, 200], elevation=1500)
    strokes = [path.attrib for path in paths(layer(draw_plan(room(items={"i1": shelf})), "overhead"))]
    assert all("stroke-dasharray" in stroke and "fill" not in stroke for stroke in strokes)


def test_a_kind_that_is_not_known_is_a_crossed_box() -> None:
    unknown = item("time_machine", [2000, 2000], [1000, 600, 900])
    box, cross = paths(layer(draw_plan(room(items={"i1": unknown})), "items"))
    assert (box.get("d"), cross.get("d")) == (
        "M-500 -300L500 -300L500 300L-500 300Z",
        "M-500 -300L500 300M500 -300L-500 300",
    )


@pytest.mark.parametrize(("turn", "corner"), [(0, (-500, -300)), (90000, (300, -500)), (180000, (500, 300))])
def test_the_back_turns_clockwise(turn: int, corner: tuple[int, int]) -> None:
    thing = room(items={"i1": item("desk", [0, 0], [1000, 600, 750], turn_mdeg=turn)}).items["i1"]
    assert footprint(thing)[0] == pytest.approx(corner)
