"""The plan of a storey shows the stairs that come up to it, and says how much of its rooms they take."""

from rooms.drawing.plan import draw_plan
from tests.rooms.drawing.house import item, layer, paths, room, texts

LEVELS = {"l1": {"height": 2600}, "l2": {"elevation": 2850}}


def house(height: int = 2850):
    """The same room twice, one over the other, stairs in the lower one."""
    below = room()
    walls = [(id_, wall) for id_, wall in below.walls.items()]
    twice = {
        f"{id_}{level}": {"level": f"l{level}", "a": wall.a, "b": wall.b} for id_, wall in walls for level in (1, 2)
    }
    upper = {"r2": {"level": "l2", "at": [2600, 2000], "name": "Antresola"}}
    return room(
        levels=LEVELS, walls=twice, rooms=upper, items={"i1": item("stairs", [1000, 2000], [1000, 3600, height])}
    )


def test_an_opening_is_dashed_on_the_storey_that_stairs_come_up_to():
    drawn = draw_plan(house(), "l2")
    dashed = [path for path in paths(layer(drawn, "stairwells")) if path.get("stroke-dasharray")]
    assert [path.get("d") for path in dashed] == ["M500 200L1500 200L1500 3800L500 3800Z"]
    assert "w tym 3,60 m² otworu na schody" in texts(drawn)


def test_none_is_drawn_where_stairs_begin_or_do_not_reach():
    assert layer(draw_plan(house(), "l1"), "stairwells") is None
    assert layer(draw_plan(house(1400), "l2"), "stairwells") is None
